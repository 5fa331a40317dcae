import Files
package import Ingest
package import Records
import TestSupport
import Threads
package import Vocabulary

/// One input file as a test draws it.
///
/// A table between bars is a file as it stands: `|` is a delimiter, the empty heading at either end
/// is no column, and the line of a row is its line in the drawing, the headings being line 1.
package struct DrawnFile: Sendable {
  /// The source it is read for.
  package let source: Source
  /// Its path below the input folder; nil = the source's name and, from the second file on, its
  /// number: `staff.csv`, `staff-2.csv`.
  package let path: String?
  /// What `organisation:` says of it in the pipeline file.
  package let organisation: String?
  /// What `layout:` says of it.
  package var layout: String?
  /// What `sheet:` says of it.
  package var sheet: String?
  /// Its content.
  package let bytes: [UInt8]

  /// Draws a file as text.
  package init(
    _ source: Source, _ text: String, path: String? = nil, organisation: String? = nil
  ) {
    self.init(source, bytes: Array(text.utf8), path: path, organisation: organisation)
  }

  /// Draws a file byte by byte.
  package init(
    _ source: Source, bytes: [UInt8], path: String? = nil, organisation: String? = nil
  ) {
    self.source = source
    self.path = path
    self.organisation = organisation
    self.bytes = bytes
  }
}

extension Extracts {
  /// What Ingest makes of drawn files, each one named by a block of its own, in this order.
  ///
  /// `vpd` gives the ODS codes of ESR's employers, `layouts` those beside the contract's own.
  /// `partBytes` is about how large the parts of a large file are, `rowBytes` how long a row of
  /// text may be, `rowLimit` how many rows there may be; `progress` is told the bytes read.
  ///
  /// - Throws: `IngestFailure`.
  package init(
    reading files: [DrawnFile], asOf: CalendarDay = .drawn, allowsSyntheticNINumbers: Bool = false,
    readsLinkageColumns: Bool = false, workers: Int = 1, vpd: [String: String] = [:],
    layouts: [SourceLayout] = [], partBytes: Int = 1 << 20,
    rowBytes: Int = 1 << 20, rowLimit: Int = 1 << 20,
    progress: @Sendable (Int) -> Void = { _ in }
  ) throws {
    let folder = TemporaryFolder()
    var settings = IngestSettings()
    settings.organisationsByVPD = vpd
    settings.outbound = .drawn
    settings.layouts = layouts
    settings.syntheticNINumbers = allowsSyntheticNINumbers
    settings.readsLinkageColumns = readsLinkageColumns
    for file in files {
      let number = (settings.sources[file.source] ?? []).count + 1
      let name = file.source.rawValue + (number == 1 ? "" : "-\(number)") + ".csv"
      folder.write(file.path ?? name, bytes: file.bytes)
      settings.sources[file.source, default: []].append(
        SourceBlock(
          files: [file.path ?? name], organisation: file.organisation, layout: file.layout,
          sheet: file.sheet))
    }
    let plan = try InputPlan(settings, below: Folder(opening: folder.path))
    let ingest = Ingest(
      plan, settings, asOf: asOf, partBytes: partBytes, rowBytes: rowBytes, rowLimit: rowLimit)
    self = try ingest.run(Workers(count: workers), progress: progress)
  }
}

extension CalendarDay {
  /// The as-of date of drawn nights: 15 June 2026.
  package static let drawn = day("2026-06-15")

  /// The day that a text names; missing where it names none.
  package static func day(_ text: String) -> CalendarDay {
    let bytes = Array(text.utf8)
    let reading = DateText.read(bytes.span, century: .otherDate, asOf: CalendarDay(raw: 0))
    guard case .day(let day) = reading else { return .missing }
    return day
  }
}
