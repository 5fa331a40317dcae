import Columns
import Records
import Vocabulary

/// What is compared of one employee, side by side: 64 bytes.
///
/// Candidates are picked from all over the staff, so each column read would be a wait for memory;
/// this way it is one or two for all of them.
struct StaffCard: Sendable {
  let number: EmployeeNumber
  let niNumber: NINumber
  // Key codes of ``NameForms/keys``, 0 = none.
  let first: UInt32
  /// The first word of the first name.
  let word: UInt32
  let knownAs: UInt32
  let last: UInt32
  let previous: UInt32
  // The names as they are written.
  let firstText: TextCode
  let lastText: TextCode
  let previousText: TextCode
  let email: TextCode
  let birthDate: CalendarDay
  private let organisationAndTraits: UInt32
  /// The key employee of the person.
  let person: Int32

  /// What is true of an employee or not; the bits stand above those of the organisation.
  struct Traits: OptionSet {
    let rawValue: UInt32

    static let isActive = Traits(rawValue: 1 << 31)
    /// A name of several words or halves.
    static let hasCompoundName = Traits(rawValue: 1 << 30)
    /// An address that is made of the last name.
    static let hasAddressOfLastName = Traits(rawValue: 1 << 29)
  }

  /// The organisation's index.
  var organisation: Int { Int(organisationAndTraits & 0x1FFF_FFFF) }

  /// Whether a trait is the employee's.
  func has(_ trait: Traits) -> Bool { organisationAndTraits & trait.rawValue != 0 }
}

extension StaffCard {
  /// The card of an employee of the table.
  init(
    _ employee: Int, _ employees: EmployeeTable, person: Int32, _ forms: NameForms,
    hasAddressOfLastName: Bool
  ) {
    number = employees.number[employee]
    niNumber = employees.niNumber[employee]
    firstText = employees.firstName[employee]
    lastText = employees.lastName[employee]
    previousText = employees.previousLastName[employee]
    first = forms.first(firstText)
    word = forms.firstWord(firstText)
    knownAs = forms.first(employees.knownAs[employee])
    last = forms.last(lastText)
    previous = forms.last(previousText)
    email = employees.email[employee]
    birthDate = employees.birthDate[employee]
    var traits: Traits = employees.isActive[employee] ? .isActive : []
    if forms.isCompound(firstText) || forms.isCompound(lastText) || forms.isCompound(previousText) {
      traits.insert(.hasCompoundName)
    }
    if hasAddressOfLastName { traits.insert(.hasAddressOfLastName) }
    organisationAndTraits = UInt32(employees.organisation[employee]) | traits.rawValue
    self.person = person
  }
}
