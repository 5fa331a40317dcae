/// How a list entry was linked to an employee (contract section 5), in the order they are tried.
///
/// `decision` is a person's and is never named in a pipeline file.
package enum MatchMethod: String, CaseIterable, Sendable {
  case decision
  case employeeNumber = "employee-number"
  case niNumber = "ni-number"
  case workEmail = "work-email"
  case nameAndBirthDate = "name-and-birth-date"
  case probabilistic

  /// The methods a pipeline file may name under `join.methods`.
  package static let selectable: [MatchMethod] = allCases.filter { $0 != .decision }
}
