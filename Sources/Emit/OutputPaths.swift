package import Vocabulary

/// Where the files of a run stand, relative to its folder, with `/` (contract section 8).
///
/// An `employer` is `<footprint>/<organisation>`, as ``Employer/path`` has it.
package enum OutputPaths {
  /// What lists all other files.
  package static let manifest = "manifest.json"
  /// The counts of the run.
  static let summary = "summary.json"
  /// The report to read.
  static let report = "report.html"
  /// Rows that could not be read.
  static let rejects = "rejects.csv"
  /// Which employee each list entry means.
  package static let links = "links.csv"
  /// What waits for a person's decision.
  package static let review = "review.csv"
  /// All discrepancies.
  package static let discrepancies = "discrepancies.csv"
  /// What came, went and changed among them.
  static let changes = "changes.csv"
  /// The figures of evidence.
  package static let evidence = "evidence.csv"
  /// The figures of evidence as a page.
  package static let evidencePage = "evidence.html"

  /// The folder of organisations without a footprint, and what evidence calls them.
  package static let noFootprint = "no-footprint"

  // MARK: - By employer

  /// What the paths of all files by ``reconciled(_:)`` begin with.
  package static let reconciled = "reconciled/"

  /// An employer's employees with all that was found of them.
  package static func reconciled(_ employer: String) -> String { "\(reconciled)\(employer).csv" }

  /// An employer's discrepancies.
  static func discrepancies(_ employer: String) -> String { "discrepancies/\(employer).csv" }

  /// An employer's recipients on a platform.
  package static func recipients(_ platform: Platform, _ employer: String) -> String {
    switch platform {
    case .digitalResource: "recipients/\(employer)/carers.csv"
    case .employersForCarers: "recipients/\(employer)/managers.csv"
    }
  }

  /// An employer's trace, see ``TraceFormat``.
  package static func trace(_ employer: String) -> String { "\(trace)\(employer)\(traceSuffix)" }

  /// The employer whose trace stands there; nil where no trace does.
  package static func employer(ofTrace path: String) -> String? {
    guard path.hasPrefix(trace), path.hasSuffix(traceSuffix) else { return nil }
    return String(path.dropFirst(trace.count).dropLast(traceSuffix.count))
  }

  private static let trace = "trace/"
  private static let traceSuffix = ".tsv"

  /// An employer's employees and discrepancies as a workbook, beside its reconciled file.
  static func workbook(_ employer: Employer) -> String {
    "\(reconciled)\(employer.folder)/reconciliation-\(employer.code.text).xlsx"
  }

  // MARK: - By footprint

  /// What the paths of all files with access codes begin with.
  package static let distribution = "distribution/"

  /// The organisations of a footprint, given by its folder, with their codes.
  static func organisations(_ footprint: String) -> String {
    "\(distribution)\(footprint)/organisations.csv"
  }

  /// The page of a footprint's codes.
  static func accessCodePage(_ footprint: String) -> String {
    "\(distribution)\(footprint)/access-codes.html"
  }

  /// The workbook of a footprint's codes.
  static func accessCodeWorkbook(_ footprint: String) -> String {
    "\(distribution)\(footprint)/access-codes-\(footprint).xlsx"
  }

  /// The draft of a mail to an HR lead in a footprint.
  static func message(_ footprint: String, _ fileName: String) -> String {
    "\(distribution)\(footprint)/\(fileName)"
  }
}
