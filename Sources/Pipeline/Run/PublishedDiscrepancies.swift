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
  /// Rows by column name; empty where the run has no such file, or it was purged.
  private var rows: [[String: String]] = []

  /// Reads the file of a run below an output folder.
  init(of run: String, in folder: Folder) throws(FileError) {
    let path = "runs/\(run)/discrepancies.csv"
    guard try folder.kind(of: path) == .file else { return }
    let bytes = try folder.openFile(path).readAll(room: PaddedBytes.padding)
    var table = CSVTable(bytes)
    let columns = table.next() ?? []
    while let cells = table.next() {
      rows.append(Dictionary(zip(columns, cells)) { first, _ in first })
    }
  }

  /// The rows of what is gone; where the file lacks one, what the ledger knows of it.
  func resolved(_ gone: [ResolvedDiscrepancy], _ hasher: consuming LedgerHasher) -> [ResolvedRow] {
    var found: [KeyedHash: [String: String]] = [:]
    for row in rows {
      guard let rule = row["rule"], let subject = row["subject"] else { continue }
      found[hasher.discrepancy(rule: rule, subject: subject)] = row
    }
    return gone.map { discrepancy in
      var result = ResolvedRow()
      result.rule = discrepancy.rule
      result.severity = discrepancy.severity.rawValue
      result.organisation = discrepancy.organisation
      result.firstSeen = discrepancy.firstSeen
      guard let row = found[discrepancy.subject] else { return result }
      result.id = row["discrepancy_id"] ?? ""
      result.footprint = row["footprint_code"] ?? ""
      result.subject = row["subject"] ?? ""
      result.number = row["employee_number"] ?? ""
      result.lastName = row["last_name"] ?? ""
      result.firstName = row["first_name"] ?? ""
      return result
    }
  }
}

/// A CSV file of ours, read row by row as texts.
struct CSVTable {
  let bytes: PaddedBytes
  var scanner: RecordScanner

  /// The rows of a file's bytes, with or without a byte order mark.
  init(_ bytes: [UInt8]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    scanner = RecordScanner(
      delimiter: UInt8(ascii: ","), position: bytes.starts(with: mark) ? mark.count : 0)
    self.bytes = PaddedBytes(bytes)
  }

  /// The cells of the next row, the guard's apostrophe taken off; nil at the end.
  mutating func next() -> [String]? {
    guard scanner.next(in: bytes) else { return nil }
    return scanner.fields.map { field in
      let text = UTF8Text.string(bytes.span.extracting(field.start..<field.end))
      return Self.plain(field.hasDoubledQuotes ? Self.unquoted(text) : text)
    }
  }

  private static func unquoted(_ text: String) -> String {
    var result = ""
    var skipsNext = false
    for scalar in text.unicodeScalars {
      if scalar == "\"" {
        if skipsNext {
          skipsNext = false
          continue
        }
        skipsNext = true
      }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// The text without the apostrophe that keeps spreadsheets from running it.
  private static func plain(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.first == "'", let second = scalars.dropFirst().first,
      ["=", "+", "-", "@", "\t", "\r"].contains(second)
    else { return text }
    return String(scalars.dropFirst())
  }
}
