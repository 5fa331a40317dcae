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
    let path = "runs/\(run)/discrepancies.csv"
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
  mutating func next() -> [String]? { advance() ? cells : nil }

  /// Goes to the next row; false at the end.
  mutating func advance() -> Bool { scanner.next(in: bytes) }

  /// The cells of the row, the guard's apostrophe taken off.
  var cells: [String] { scanner.fields.map(text) }

  /// One cell of the row by its place; nil where the row is too short.
  func cell(_ place: Int) -> String? {
    scanner.fields.indices.contains(place) ? text(scanner.fields[place]) : nil
  }

  private func text(_ field: Field) -> String {
    let text = UTF8Text.string(bytes.span.extracting(field.start..<field.end))
    return Self.plain(field.hasDoubledQuotes ? Self.unquoted(text) : text)
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
