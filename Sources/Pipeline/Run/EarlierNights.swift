import Columns
import Emit
import Files
import Ledger
import Vocabulary

/// The runs published before, as the pages show them in their trends.
enum EarlierNights {
  /// How many nights a trend shows at most, tonight apart.
  static let limit = 30

  /// The last nights of a ledger, the oldest first; of several runs for one date the last one, and
  /// none for tonight's own date.
  ///
  /// Their evidence is read from their files in the output folder, where these are still there.
  static func read(
    _ ledger: Ledger, before asOf: CalendarDay, in folder: Folder
  ) throws(RunFailure) -> [EarlierNight] {
    do {
      var nights: [EarlierNight] = []
      for entry in try ledger.history()
      where entry.kind == .published && entry.asOf != asOf {
        if nights.last?.asOf == entry.asOf { nights.removeLast() }
        nights.append(EarlierNight(run: entry.run, asOf: entry.asOf, counts: entry.counts))
      }
      nights = nights.suffix(limit)
      for index in nights.indices {
        nights[index].evidence = try evidence(of: nights[index].run, in: folder)
      }
      return nights
    } catch {
      throw RunFailure(ofOutput: error)
    }
  }

  /// The values of a run's `evidence.csv`; empty where there is no such file.
  private static func evidence(
    of run: String, in folder: Folder
  ) throws(FileError) -> [EvidenceCell: String] {
    let path = "\(RunFolder.path(of: run))/\(OutputPaths.evidence)"
    guard try folder.kind(of: path) == .file else { return [:] }
    var table = CSVTable(try folder.openFile(path).readAll(room: PaddedBytes.padding))
    guard let columns = table.next(), let level = columns.firstIndex(of: "level"),
      let code = columns.firstIndex(of: "code"), let measure = columns.firstIndex(of: "measure"),
      let value = columns.firstIndex(of: "value")
    else { return [:] }
    var values: [EvidenceCell: String] = [:]
    while table.advance() {
      guard table.cell(measure) == EvidenceCell.trendMeasure else { continue }
      let cells = table.cells
      guard cells.count == columns.count else { continue }
      values[EvidenceCell(level: cells[level], code: cells[code], measure: cells[measure])] =
        cells[value]
    }
    return values
  }
}
