import Columns
import Records
import Threads
import Vocabulary

/// Says quickly of most numbers that no employee has them.
///
/// A number may be mistyped in a hundred ways, of which hardly any gives another's: the rest need
/// not be asked for.
struct KnownNumbers: Sendable {
  private let inOrganisation: KeyFilter
  private let anywhere: KeyFilter
  private let niNumbers: KeyFilter

  /// Takes note of the numbers of the staff.
  init(_ employees: EmployeeTable) {
    var inOrganisation = KeyFilter(count: employees.count)
    for employee in 0..<employees.count {
      let organisation = UInt64(employees.organisation[employee])
      inOrganisation.insert(
        IndexKeyKind.numberInOrganisation.key(employees.number[employee].raw, organisation))
    }
    var anywhere = KeyFilter(count: employees.count)
    for number in employees.number { anywhere.insert(IndexKeyKind.number.key(number.raw)) }
    var niNumbers = KeyFilter(count: employees.count)
    for number in employees.niNumber where !number.isMissing {
      niNumbers.insert(IndexKeyKind.niNumber.key(number.raw))
    }
    self.inOrganisation = inOrganisation
    self.anywhere = anywhere
    self.niNumbers = niNumbers
  }

  /// What says of the keys of a kind of number whether an employee may have them.
  func filter(of kind: IndexKeyKind) -> KeyFilter {
    switch kind {
    case .numberInOrganisation: inOrganisation
    case .niNumber: niNumbers
    default: anywhere
    }
  }
}
