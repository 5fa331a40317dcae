import Columns
import Records
import Threads
import Vocabulary

/// What an employee can be found by in the email address.
struct AddressKeys: Sendable {
  /// A part of the hash of the letters; 0 where there are too few.
  var letters: UInt32
  /// The key code of a name in it that is not the last name; 0 = none is.
  ///
  /// A former name lives on in an address: `pamela.james@` of one who is now Cavanagh.
  var otherName: UInt32

  /// What is asked for of a hash of letters.
  static func letters(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash) | 1 }
}

/// Makes the cards of the staff, and counts its values, in one pass.
struct StaffReading: Sendable {
  private let employees: EmployeeTable
  private let organisationCount: Int
  private let persons: [Int32]
  private let addresses: AddressTable
  private let emails: TextDictionary
  private let forms: NameForms

  init(
    _ workforce: Workforce, _ addresses: AddressTable, _ emails: TextDictionary,
    _ forms: NameForms
  ) {
    employees = workforce.employees
    organisationCount = workforce.organisations.count
    persons = workforce.persons.key
    self.addresses = addresses
    self.emails = emails
    self.forms = forms
  }

  /// What was read of some employees.
  private struct Run: Sendable {
    var cards: [StaffCard] = []
    var addressKeys: [AddressKeys] = []
  }

  /// The cards, what addresses can be found by, and the counts.
  func read(
    _ workers: Workers
  ) -> (EmployeeColumn<StaffCard>, EmployeeColumn<AddressKeys>, StaffCounts) {
    let size = EmployeeColumn<StaffCard>.runLength
    let count = employees.count
    let (results, states) = workers.map(
      0..<(count + size - 1) / size,
      state: { StaffCounts(keys: forms.keys.count, organisations: organisationCount) }
    ) { run, counts in
      read(run * size..<min(count, (run + 1) * size), &counts)
    }
    var counts = StaffCounts(keys: forms.keys.count, organisations: organisationCount)
    for state in states { counts.add(state) }
    return (
      EmployeeColumn(results.map(\.value.cards)), EmployeeColumn(results.map(\.value.addressKeys)),
      counts
    )
  }

  private func read(_ range: Range<Int>, _ counts: inout StaffCounts) -> Run {
    var run = Run()
    run.cards.reserveCapacity(range.count)
    run.addressKeys.reserveCapacity(range.count)
    for employee in range {
      let email = employees.email[employee]
      let address = addresses[email]
      let lastName = forms.last(employees.lastName[employee])
      let last = lastName == 0 ? forms.last(employees.previousLastName[employee]) : lastName
      let hasLastName = carries(last, address, email)
      let card = StaffCard(
        employee, employees, person: persons[employee], forms,
        hasAddressOfLastName: hasLastName)
      run.cards.append(card)
      let isAsked = address.letterCount >= EmailParts.askedLetters
      run.addressKeys.append(
        AddressKeys(
          letters: isAsked ? AddressKeys.letters(address.lettersHash) : 0,
          otherName: hasLastName || last == 0 ? 0 : lastWord(address, email)))
      counts.add(card, domain: email.isEmpty ? nil : address.domain, forms)
    }
    return run
  }

  /// Whether an address is made of a last name; see ``EmailParts/carries(lastName:)``.
  ///
  /// Most are a first name, a dot and the last name.
  private func carries(_ last: UInt32, _ address: AddressFacts, _ email: TextCode) -> Bool {
    let facts = forms.facts[Int(last)]
    if facts.length < 3 || !facts.mayStand(in: address.letters) { return false }
    if facts.hash == address.lastWordHash { return true }
    var parts = EmailParts()
    parts.set(emails[email], readsDomain: false)
    return parts.carries(lastName: last, forms)
  }

  /// The key code of the last of several words of an address; 0 where it has one, or that is no
  /// name.
  private func lastWord(_ address: AddressFacts, _ email: TextCode) -> UInt32 {
    if address.lastWordHash == 0 { return 0 }
    var parts = EmailParts()
    parts.set(emails[email], readsDomain: false)
    return forms.find(parts.letters.extracting(parts.lastWordStart..<parts.letterCount))
  }
}
