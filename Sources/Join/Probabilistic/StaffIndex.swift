import Columns
import Records
import Threads
import Vocabulary

/// The employees that have each asked key: an inverted index, made by one pass over the picture.
///
/// A class, so that every comparison holds it by one reference.
final class StaffIndex: Sendable {
  private let keys: AskedKeys
  /// Where the employees of each key begin in `employees`; one element more than keys.
  private let starts: [Int32]
  private let employees: [Int32]

  /// Holds all employees against the asked keys, several runs of them at once.
  init(_ keys: AskedKeys, _ picture: StaffPicture, _ workers: Workers) {
    self.keys = keys
    let chunks = workers.mapRanges(of: picture.count, size: 1 << 14) { range in
      var finder = KeyFinder(keys)
      var reader = StaffKeyReader(picture)
      for employee in range {
        reader.read(employee) { key in finder.look(for: key, of: employee) }
      }
      return finder.finish()
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

/// Finds the keys of employees that are asked for.
private struct KeyFinder {
  private let keys: AskedKeys
  /// Keys that may be asked for, and whose they are: looked up some at a time, see
  /// ``AskedKeys/firstSlot(_:)``.
  private var waiting = InlineArray<32, (key: UInt64, employee: UInt32)>(repeating: (0, 0))
  private var waitingCount = 0
  /// The number of a key, and below it who has it.
  private var found: [UInt64] = []

  init(_ keys: AskedKeys) { self.keys = keys }

  /// Looks for a key of an employee.
  @inline(__always)
  mutating func look(for key: UInt64, of employee: Int) {
    guard keys.mayHold(key) else { return }
    waiting[waitingCount] = (key, UInt32(truncatingIfNeeded: employee))
    waitingCount &+= 1
    if waitingCount == waiting.count { lookUp() }
  }

  private mutating func lookUp() {
    var slots = InlineArray<32, UInt64>(repeating: 0)
    for place in 0..<waitingCount { slots[place] = keys.firstSlot(waiting[place].key) }
    for place in 0..<waitingCount {
      let number = keys.find(waiting[place].key, from: slots[place])
      if number >= 0 { found.append(UInt64(number) << 32 | UInt64(waiting[place].employee)) }
    }
    waitingCount = 0
  }

  /// What was found, by employee.
  mutating func finish() -> [UInt64] {
    lookUp()
    return found
  }
}

/// Lists the keys that one employee can be found by.
struct StaffKeyReader {
  private let picture: StaffPicture
  private let forms: NameForms
  private var firsts: [UInt32] = []
  private var lasts: [UInt32] = []

  init(_ picture: StaffPicture) {
    self.picture = picture
    forms = picture.forms
  }

  /// Calls `body` with each key of an employee, mostly once each.
  @inline(__always)
  mutating func read(_ employee: Int, _ body: (UInt64) -> Void) {
    let card = picture.cards[employee]
    let address = picture.addressKeys[employee]
    readNames(card, address.otherName)
    if !card.email.isEmpty {
      body(IndexKeyKind.email.key(UInt64(card.email.raw)))
      if address.letters != 0 { body(IndexKeyKind.emailLetters.key(UInt64(address.letters))) }
    }
    let organisation = UInt64(card.organisation)
    for last in lasts {
      body(IndexKeyKind.lastNameInOrganisation.key(UInt64(last), organisation))
      for first in firsts { body(IndexKeyKind.names.key(UInt64(first), UInt64(last))) }
      if let first = firsts.first {
        let initial = UInt64(forms.facts[Int(first)].initial)
        body(IndexKeyKind.initialAndLastName.key(initial, UInt64(last)))
      }
    }
    for first in firsts {
      body(IndexKeyKind.firstNameInOrganisation.key(UInt64(first), organisation))
    }
    if !card.birthDate.isMissing { readBirthDate(card, body) }
    if !card.niNumber.isMissing { body(IndexKeyKind.niNumber.key(card.niNumber.raw)) }
    body(IndexKeyKind.number.key(card.number.raw))
    body(IndexKeyKind.numberInOrganisation.key(card.number.raw, organisation))
  }

  /// The birth date with the initials of the names, each once.
  @inline(__always)
  private func readBirthDate(_ card: StaffCard, _ body: (UInt64) -> Void) {
    let day = UInt64(bitPattern: Int64(card.birthDate.raw))
    let initials: InlineArray<4, UInt8> = [
      forms.facts[Int(card.first)].initial, forms.facts[Int(card.last)].initial,
      forms.facts[Int(card.knownAs)].initial, forms.facts[Int(card.previous)].initial,
    ]
    for place in 0..<4 where initials[place] != 0 {
      var isNew = true
      for other in 0..<place where initials[other] == initials[place] { isNew = false }
      if isNew { body(IndexKeyKind.birthDateAndInitial.key(day, UInt64(initials[place]))) }
    }
  }

  private mutating func readNames(_ card: StaffCard, _ otherName: UInt32) {
    firsts.removeAll(keepingCapacity: true)
    lasts.removeAll(keepingCapacity: true)
    func add(_ code: UInt32, _ codes: inout [UInt32]) {
      if code != 0, !codes.contains(code) { codes.append(code) }
    }
    add(card.first, &firsts)
    add(card.word, &firsts)
    let isCompound = card.has(.hasCompoundName)
    if isCompound {
      for place in forms.partPlaces(of: card.firstText) { add(forms.parts[place], &firsts) }
    }
    add(card.knownAs, &firsts)
    add(card.last, &lasts)
    add(card.previous, &lasts)
    if isCompound {
      for place in forms.partPlaces(of: card.lastText) { add(forms.parts[place], &lasts) }
      for place in forms.partPlaces(of: card.previousText) { add(forms.parts[place], &lasts) }
    }
    add(otherName, &lasts)
  }
}
