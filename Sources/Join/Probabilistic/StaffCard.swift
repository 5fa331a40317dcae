import Columns
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
  /// The organisation's index.
  let organisation: Int32
  /// The key employee of the person.
  let person: Int32
}
