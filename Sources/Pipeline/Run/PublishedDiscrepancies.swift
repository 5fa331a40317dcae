import Columns
import Emit
import Files
import Ledger
import Vocabulary

/// The discrepancies of a published run, read back from its `discrepancies.csv`.
///
/// The ledger knows that a discrepancy is gone, but not who it was about: that stands only in the
/// files of the run before.
struct PublishedDiscrepancies {
  private let run: String
  private let folder: Folder

  /// The discrepancies of a run below an output folder; nothing is read before it is wanted.
  init(of run: String, in folder: Folder) {
    self.run = run
    self.folder = folder
  }

  /// The rows of what is gone; where the file lacks one, or is gone itself, what the ledger knows.
  func resolved(
    _ gone: [ResolvedDiscrepancy], _ hasher: consuming LedgerHasher
  ) throws(FileError) -> [ResolvedRow] {
    let rows = gone.isEmpty ? [:] : try self.rows(of: Set(gone.map(\.subject)), hasher)
    return gone.map { discrepancy in
      var result = ResolvedRow()
      result.rule = discrepancy.rule
      result.severity = discrepancy.severity.rawValue
      result.organisation = discrepancy.organisation
      result.firstSeen = discrepancy.firstSeen
      guard let row = rows[discrepancy.subject] else { return result }
      result.id = row["discrepancy_id"] ?? ""
      result.footprint = row["footprint_code"] ?? ""
      result.subject = row["subject"] ?? ""
      result.number = row["employee_number"] ?? ""
      result.lastName = row["last_name"] ?? ""
      result.firstName = row["first_name"] ?? ""
      return result
    }
  }

  /// The wanted rows of the run's file, by column name; texts are made of no others.
  private func rows(
    of wanted: Set<KeyedHash>, _ hasher: consuming LedgerHasher
  ) throws(FileError) -> [KeyedHash: [String: String]] {
    let path = "\(RunFolder.path(of: run))/\(OutputPaths.discrepancies)"
    guard try folder.kind(of: path) == .file else { return [:] }
    var hasher = hasher
    var table = CSVTable(try folder.openFile(path).readAll(room: PaddedBytes.padding))
    let columns = table.next() ?? []
    guard let rule = columns.firstIndex(of: "rule"),
      let subject = columns.firstIndex(of: "subject")
    else { return [:] }
    var rows: [KeyedHash: [String: String]] = [:]
    while table.advance() {
      guard let rule = table.cell(rule), let subject = table.cell(subject) else { continue }
      let hash = hasher.discrepancy(rule: rule, subject: subject)
      guard wanted.contains(hash) else { continue }
      rows[hash] = Dictionary(zip(columns, table.cells)) { first, _ in first }
    }
    return rows
  }
}
