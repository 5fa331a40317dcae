import Detect
import Emit
import Vocabulary

/// The discrepancies of a run that concern one employee and that its employer may read.
struct RaisedRules {
  /// One discrepancy.
  struct Rule {
    var id: String
    var rule: String
    var severity: String
    var detail: String
    var action: String
    /// The rows it rests on that are no other employer's, in the order of the file.
    var sources: [TracePlace]
    /// How many rows of other employers it rests on.
    var hiddenSources: Int
    var status: String
    var firstSeen: String
    var ageDays: Int
  }

  /// In the order of `discrepancies.csv`: severity, rule, subject.
  private(set) var rules: [Rule] = []
  /// How many more rest on rows of other employers, and so are not for this one to read.
  private(set) var hiddenCount = 0

  /// Reads them; nil where the run wrote no `discrepancies.csv`.
  ///
  /// `others` are the numbers of the person's other employees in the organisation: of
  /// duplicate-employee, which is raised for one of them, all are told.
  init?(
    _ files: inout PublishedRunFiles, _ organisation: ODSCode, _ employee: TracedEmployee,
    others: [String], _ trace: Trace
  ) throws(RunFailure) {
    let number = employee.number.text
    guard var table = try files.table(OutputPaths.discrepancies) else { return nil }
    let rows = table.rows(where: [
      "organisation_code": [organisation.text], "employee_number": [number] + others,
    ])
    var places = OwnPlaces(organisation, trace)
    for row in rows {
      let rule = row["rule"] ?? ""
      if row["employee_number"] != number, rule != "duplicate-employee" { continue }
      let description = RuleCatalogue.description(id: rule)
      if description?.restsOnOtherEmployers == true, description?.subject != .employee {
        hiddenCount += 1
        continue
      }
      let subject = row["subject"] ?? ""
      var raised = Rule(
        id: row["discrepancy_id"] ?? "", rule: rule, severity: row["severity"] ?? "",
        detail: row["detail"] ?? "", action: row["action"] ?? "", sources: [], hiddenSources: 0,
        status: row["status"] ?? "", firstSeen: row["first_seen"] ?? "",
        ageDays: Int(row["age_days"] ?? "") ?? 0)
      for source in Self.sources(row["sources"] ?? "") {
        if try places.isOwn(source, subject, &files) {
          raised.sources.append(source)
        } else {
          raised.hiddenSources += 1
        }
      }
      rules.append(raised)
    }
  }

  /// Those that no decision waives.
  var open: [Rule] { rules.filter { $0.status != DiscrepancyStatus.waived.rawValue } }

  /// The places of a cell `file:line;file:line`; a path may hold a semicolon.
  private static func sources(_ cell: String) -> [TracePlace] {
    var places: [TracePlace] = []
    var path = ""
    for part in cell.split(separator: ";", omittingEmptySubsequences: false) {
      path += path.isEmpty ? String(part) : ";" + part
      guard let colon = path.lastIndex(of: ":"),
        let line = Int(path[path.index(after: colon)...])
      else { continue }
      places.append(.row(file: String(path[..<colon]), line: line))
      path = ""
    }
    return places
  }
}

/// Tells rows of one employer, and of reference files, from rows of other employers.
private struct OwnPlaces {
  private let organisation: ODSCode
  private let trace: Trace
  private lazy var cited = trace.places()

  init(_ organisation: ODSCode, _ trace: Trace) {
    self.organisation = organisation
    self.trace = trace
  }

  /// Whether an employer may be told of a row that a discrepancy of this subject rests on.
  mutating func isOwn(
    _ place: TracePlace, _ subject: String, _ files: inout PublishedRunFiles
  ) throws(RunFailure) -> Bool {
    guard case .row(let file, let line) = place else { return false }
    if cited.contains(place) { return true }
    // A cell of an employee's own rows: a competence that is not about care stands in no trace.
    if subject.hasPrefix("\(organisation.text)/"), subject.contains(":") { return true }
    switch files.sources[file] {
    case .organisations, .footprints, .accessCodes, .decisions: return true
    case .staff, .competences, nil: return false
    case .passports, .network:
      // The row of the entry itself: linked here, the trace would cite it if it were the
      // employer's; not linked here, it is one that names the employer and the employee.
      guard subject.hasPrefix("passport:") || subject.hasPrefix("network:") else { return false }
      guard var links = try files.table(OutputPaths.links) else { return false }
      let rows = links.rows(where: ["file": [file], "line": ["\(line)"]])
      return rows.allSatisfy { $0["organisation_code"] != organisation.text }
    }
  }
}
