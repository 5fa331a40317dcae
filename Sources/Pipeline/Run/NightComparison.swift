import Emit
import Files
import Ingest
import Ledger
import Records
import Vocabulary

/// Holds tonight's input files against those of the run published last, for warnings.
///
/// Only staff have a guard. A passport log that was forgotten, cut short or has a heading renamed
/// would otherwise only show in discrepancies that count as resolved.
struct NightComparison {
  /// The run published last.
  let last: PublishedRun
  /// What the ledger keeps of its inputs.
  let before: [LedgerInput]
  /// The columns of each of its inputs; files of which they are not known are left out.
  let columns: [InputName: [String]]
  /// The accounts of tonight's files.
  let inputs: [InputAccount]
  /// The share of rows that may be missing: `guards.maximumShrink`.
  let share: Double

  /// How many rows fewer are too few to speak of; that a source has none left is always told.
  static let fewRows = 5
  /// How many paths a warning names.
  private static let toldPaths = 5

  /// The warnings, a sentence each without a full stop, in the order of the sources.
  func warnings(asOf: CalendarDay) -> [String] {
    var warnings: [String] = []
    if asOf < last.asOf {
      warnings.append(
        "this run is for a day before that of run \(last.id), the last one published, and "
          + "\(RunFolder.latest) points to it now")
    }
    for source in Source.allCases {
      if let fewer = fewer(source) { warnings.append(fewer) }
      warnings += columnsGone(source)
    }
    return warnings
  }

  // MARK: - Rows and files

  /// What is to be said of a source with fewer files or far fewer rows than before.
  private func fewer(_ source: Source) -> String? {
    let before = before.filter { $0.source == source && $0.rowsAccepted > 0 }
    let now = inputs.filter { $0.source == source && $0.accepted > 0 }
    // Every night has interface files of its own, and a full one stands for many.
    let paths = before.map(\.path) + now.map(\.path)
    if paths.contains(where: { OutboundFileName(path: $0) != nil }) { return nil }
    let names = Set(now.map(\.path))
    let gone = before.map(\.path).filter { !names.contains($0) }
    let hasFewerFiles = now.count < before.count && !gone.isEmpty
    let rowsBefore = before.reduce(0) { $0 + $1.rowsAccepted }
    let rows = now.reduce(0) { $0 + $1.accepted }
    let isShort =
      rowsBefore - rows >= Self.fewRows && Double(rowsBefore - rows) > share * Double(rowsBefore)
    guard hasFewerFiles || isShort || (rows == 0 && rowsBefore > 0) else { return nil }
    let missing =
      hasFewerFiles ? "; not there, or without a row: \(Self.list(gone))" : ""
    return "source \(source.rawValue): \(rows) accepted \(rows == 1 ? "row" : "rows") where run "
      + "\(last.id) had \(rowsBefore)\(missing)"
  }

  private static func list(_ paths: [String]) -> String {
    paths.prefix(toldPaths).joined(separator: ", ")
      + (paths.count > toldPaths ? " and \(paths.count - toldPaths) more" : "")
  }

  // MARK: - Columns

  /// What is to be said of columns that files had before and have no more.
  ///
  /// A file is held against the one of its name; where the names are new each night, all files of
  /// the source are against all of before.
  private func columnsGone(_ source: Source) -> [String] {
    let now = inputs.filter { $0.source == source && !$0.columns.isEmpty }
    var warnings: [String] = []
    var told: Set<String> = []
    for input in now {
      guard let before = columns[InputName(source: source.rawValue, path: input.path)] else {
        continue
      }
      let gone = before.filter { column in !input.columns.contains { $0.rawValue == column } }
      if gone.isEmpty { continue }
      told.formUnion(gone)
      warnings.append("\(input.path): \(Self.without(gone)), which run \(last.id) read from it")
    }
    let all = Set(now.flatMap(\.columns).map(\.rawValue))
    let before = Set(columns.filter { $0.key.source == source.rawValue }.flatMap(\.value))
    let gone = before.subtracting(all).subtracting(told)
    if !now.isEmpty, !gone.isEmpty {
      warnings.append(
        "source \(source.rawValue): no file \(Self.have(gone.sorted())), which run \(last.id) read")
    }
    return warnings
  }

  private static func without(_ columns: [String]) -> String {
    "without the \(columns.count == 1 ? "column" : "columns") \(columns.joined(separator: ", "))"
  }

  private static func have(_ columns: [String]) -> String {
    "has the \(columns.count == 1 ? "column" : "columns") \(columns.joined(separator: ", "))"
  }
}

extension NightComparison {
  /// Reads what the ledger and the last run's manifest say of its inputs.
  ///
  /// Where the manifest is gone, columns are not compared.
  init(
    since last: PublishedRun, _ before: [LedgerInput], in folder: Folder, _ inputs: [InputAccount],
    share: Double
  ) throws(RunFailure) {
    self.last = last
    self.before = before
    self.inputs = inputs
    self.share = share
    let run = RunFolder.path(of: last.id)
    do {
      let isThere = try folder.kind(of: "\(run)/\(OutputPaths.manifest)") == .file
      columns = isThere ? try PublishedManifest(in: try folder.folder(run)).columns : [:]
    } catch {
      throw RunFailure(output: error)
    }
  }
}
