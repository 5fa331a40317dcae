package import Columns

/// Everything that Ingest read: the tables, the accounts of the files, rejects and cell faults.
///
/// Tables, rejects and faults are in reading order.
package struct Extracts: Sendable {
  /// The files, in reading order; ``SourceRow/file`` is an index into them.
  package var inputs: [InputAccount] = []
  /// All texts but email addresses and passport references.
  package var texts = TextDictionary()
  /// Passport references; equal ones may have several codes.
  package var references = TextDictionary()
  /// Email addresses, in lower case.
  package var emails = TextDictionary()
  package var assignments: [AssignmentBatch] = []
  package var competences: [CompetenceBatch] = []
  package var passports: [ListEntry] = []
  package var memberships: [ListEntry] = []
  package var organisations: [OrganisationRow] = []
  package var footprints: [FootprintRow] = []
  package var accessCodes: [AccessCodeRow] = []
  package var decisions: [DecisionRow] = []
  package var rejects: [Reject] = []
  package var faults: [CellFault] = []

  /// Makes empty extracts.
  package init() {}

  /// The entries of one list, in reading order.
  package func entries(_ kind: ListKind) -> [ListEntry] {
    switch kind {
    case .passports: passports
    case .network: memberships
    }
  }

  /// `file:line`, as findings cite a row.
  package func citation(_ row: SourceRow) -> String { "\(inputs[row.file].path):\(row.line)" }
}
