/// Why a row was not accepted; a row has one reason, the first that applies in this order.
///
/// The order and the names are contract section 2's.
package enum RejectReason: String, CaseIterable, Sendable {
  case quoteMisplaced = "quote-misplaced"
  case columnCount = "column-count"
  case encoding
  case organisationMissing = "organisation-missing"
  case codeInvalid = "code-invalid"
  case employeeNumberMissing = "employee-number-missing"
  case employeeNumberInvalid = "employee-number-invalid"
  case nameMissing = "name-missing"
  case identityMissing = "identity-missing"
  case competenceMissing = "competence-missing"
  case footprintMissing = "footprint-missing"
  case codeMissing = "code-missing"
  case platformUnknown = "platform-unknown"
  case decisionUnknown = "decision-unknown"
}
