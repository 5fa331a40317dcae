import Columns
import Records
import Vocabulary

/// The employees that have each asked key: an inverted index, made by one pass over the picture.
struct StaffIndex: Sendable {
  private let keys: AskedKeys
  /// Where the employees of each key begin in `employees`; one element more than keys.
  private let starts: [Int32]
  private let employees: [Int32]

  /// Holds all employees against the asked keys, several runs of them at once.
  init(_ keys: AskedKeys, _ picture: StaffPicture, _ workers: Workers) {
    self.keys = keys
    let count = picture.count
    let size = 1 << 14
    let chunks = workers.map(0..<(count + size - 1) / size) { chunk in
      var reader = StaffKeyReader(picture)
      var found: [UInt64] = []
      for employee in chunk * size..<min(count, (chunk + 1) * size) {
        reader.read(employee)
        for key in reader.keys {
          let number = keys.find(key)
          if number >= 0 { found.append(UInt64(number) << 32 | UInt64(employee)) }
        }
      }
      return found
    }
    var starts = [Int32](repeating: 0, count: keys.count + 1)
    for chunk in chunks {
      for pair in chunk { starts[Int(pair >> 32) + 1] += 1 }
    }
    for number in 0..<keys.count { starts[number + 1] += starts[number] }
    var places = starts
    var employees = [Int32](repeating: 0, count: Int(starts[keys.count]))
    for chunk in chunks {
      for pair in chunk {
        let number = Int(pair >> 32)
        employees[Int(places[number])] = Int32(truncatingIfNeeded: pair)
        places[number] += 1
      }
    }
    self.starts = starts
    self.employees = employees
  }

  /// How many employees have a key, by its number.
  func count(_ number: UInt32) -> Int { Int(starts[Int(number) + 1] - starts[Int(number)]) }

  /// The employees that have a key, by its number, ascending.
  func employees(_ number: UInt32) -> ArraySlice<Int32> {
    employees[Int(starts[Int(number)])..<Int(starts[Int(number) + 1])]
  }

  /// The employees that have a key; none where no one asked for it.
  func employees(key: UInt64) -> ArraySlice<Int32> {
    let number = keys.find(key)
    return number < 0 ? [] : employees(UInt32(number))
  }
}

/// Lists the keys that one employee can be found by.
struct StaffKeyReader {
  private let picture: StaffPicture
  private let forms: NameForms
  private let emails: TextDictionary
  private var parts = EmailParts()
  private var firsts: [UInt32] = []
  private var lasts: [UInt32] = []
  /// The keys of the employee read last, each once.
  private(set) var keys: [UInt64] = []

  init(_ picture: StaffPicture) {
    self.picture = picture
    forms = picture.forms
    emails = picture.emails
  }

  /// Reads the keys of an employee.
  mutating func read(_ employee: Int) {
    keys.removeAll(keepingCapacity: true)
    readNames(employee)
    let email = picture.cards[employee].email
    if !email.isEmpty {
      parts.set(email, in: emails, readsDomain: false)
      keys.append(IndexKeyKind.email.key(UInt64(email.raw)))
      let letters = parts.lettersHash
      if letters != 0 { keys.append(IndexKeyKind.emailLetters.key(letters)) }
      addLastNameOfAddress(employee)
    }
    let organisation = UInt64(picture.cards[employee].organisation)
    for last in lasts {
      keys.append(IndexKeyKind.lastName.key(UInt64(last)))
      keys.append(IndexKeyKind.lastNameInOrganisation.key(UInt64(last), organisation))
      for first in firsts { keys.append(IndexKeyKind.names.key(UInt64(first), UInt64(last))) }
      if let first = firsts.first {
        let initial = UInt64(forms.initial[Int(first)])
        keys.append(IndexKeyKind.initialAndLastName.key(initial, UInt64(last)))
      }
    }
    for first in firsts {
      keys.append(IndexKeyKind.firstNameInOrganisation.key(UInt64(first), organisation))
    }
    let birthDate = picture.cards[employee].birthDate
    if !birthDate.isMissing {
      keys.append(IndexKeyKind.birthDate.key(UInt64(bitPattern: Int64(birthDate.raw))))
    }
    let niNumber = picture.cards[employee].niNumber
    if !niNumber.isMissing { keys.append(IndexKeyKind.niNumber.key(niNumber.raw)) }
    keys.append(IndexKeyKind.number.key(picture.cards[employee].number.raw))
  }

  private mutating func readNames(_ employee: Int) {
    firsts.removeAll(keepingCapacity: true)
    lasts.removeAll(keepingCapacity: true)
    func add(_ code: UInt32, _ codes: inout [UInt32]) {
      if code != 0, !codes.contains(code) { codes.append(code) }
    }
    add(picture.cards[employee].first, &firsts)
    add(picture.cards[employee].word, &firsts)
    for word in forms.words(picture.cards[employee].firstText) { add(word, &firsts) }
    add(picture.cards[employee].knownAs, &firsts)
    add(picture.cards[employee].last, &lasts)
    add(picture.cards[employee].previous, &lasts)
    for half in forms.halves(picture.cards[employee].lastText) { add(half, &lasts) }
    for half in forms.halves(picture.cards[employee].previousText) { add(half, &lasts) }
  }

  /// A former name lives on in an address: `pamela.james@` of one who is now Cavanagh.
  private mutating func addLastNameOfAddress(_ employee: Int) {
    guard let start = parts.wordStarts.last, start > 0, let last = lasts.first,
      !parts.carries(lastName: last, in: forms.keys)
    else { return }
    let code = forms.find(parts.letters.span.extracting(start..<parts.letters.count))
    if code != 0, !lasts.contains(code) { lasts.append(code) }
  }
}
