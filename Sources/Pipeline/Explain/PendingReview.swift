import Emit
import Vocabulary

/// An entry that may mean the employee and waits for a person's decision in `review.csv`.
struct PendingReview {
  /// Whether it is a passport; otherwise it is a membership.
  var isPassport: Bool
  /// The probability as the file writes it.
  var probability: String
  /// How each compared field agrees, as in ``TracedEmployee/Method``.
  var evidence: [String] = []

  /// Those that ask about an employee, but for entries that name another employer.
  static func all(
    _ files: inout PublishedRunFiles, _ organisation: ODSCode, _ number: EmployeeNumber
  ) throws(RunFailure) -> [PendingReview] {
    guard var table = try files.table(OutputPaths.review) else { return [] }
    return table.rows(where: [
      "employee": ["\(organisation.text)/\(number.text)"],
      "entry_organisation": ["", organisation.text],
    ]).map { row in
      PendingReview(
        isPassport: row["subject"]?.hasPrefix("passport:") == true,
        probability: row["probability"] ?? "",
        evidence: (row["agreement_levels"] ?? "").split(separator: "; ").map {
          String($0.replacing(":", with: "", maxReplacements: 1))
        })
    }
  }
}
