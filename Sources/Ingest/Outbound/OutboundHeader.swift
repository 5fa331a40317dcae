import Columns
import Files
import Vocabulary

/// The first record of an ESR interface file.
///
/// ```
/// HDR~GO_431_EXP_GOF_20121113_00000001.DAT~20121113 101356~431~20121013 161023~20121113 000000~01
///     file name                            created         │   previous run    this run        │
///                                                          VPD              interface version ─┘
/// ```
package struct OutboundHeader: Hashable, Sendable {
  /// What the file's name says; the header repeats it.
  package let name: OutboundFileName
  /// When the file was made; missing where the header does not say.
  package let created: OutboundTimestamp
  /// The run that the changes follow on; missing where there was none.
  package let previousRun: OutboundTimestamp
  /// The run that made the file, never missing.
  package let run: OutboundTimestamp
  /// The version of the interface, as it stands.
  package let version: String

  /// How many fields a header has.
  static let fieldCount = 7

  /// Reads the header of the file at `path` and holds it against the file's name.
  ///
  /// - Throws: `IngestFailure`, unusable.
  init(of text: borrowing PaddedBytes, path: String) throws(IngestFailure) {
    guard let name = OutboundFileName(path: path) else {
      throw IngestFailure(
        .unusable, at: path, "an ESR interface file whose name is not \(OutboundFileName.form)",
        remedy: "give the file the name that its first line holds")
    }
    var line = RecordScanner(delimiter: OutboundText.delimiter, hasQuotes: false)
    guard line.next(in: text), SpanOrder.isEqual(OutboundText.cell(line, 0, text), to: "HDR")
    else {
      throw Self.failure(
        path, "an ESR interface file must begin with an HDR record",
        remedy: "fetch the file from ESR again")
    }
    guard line.fields.count >= Self.fieldCount else {
      throw Self.failure(
        path, "the HDR record has \(line.fields.count) fields, not \(Self.fieldCount)",
        remedy: "fetch the file from ESR again")
    }
    try Self.check(name, OutboundText.cell(line, 1, text), OutboundText.cell(line, 3, text), path)
    self.name = name
    created = try Self.moment(OutboundText.cell(line, 2, text), "creation date", path)
    previousRun = try Self.moment(OutboundText.cell(line, 4, text), "previous run", path)
    run = try Self.moment(OutboundText.cell(line, 5, text), "run", path)
    version = OutboundText.printable(OutboundText.cell(line, 6, text))
    if run.isMissing {
      throw Self.failure(
        path, "the HDR record does not say which run made the file",
        remedy: "fetch the file from ESR again")
    }
  }

  /// Refuses a header that is another file's.
  private static func check(
    _ name: OutboundFileName, _ nameCell: Span<UInt8>, _ vpdCell: Span<UInt8>, _ path: String
  ) throws(IngestFailure) {
    let text = OutboundText.printable(nameCell)
    guard OutboundFileName(path: text) == name, !text.contains("/") else {
      throw failure(
        path, "the HDR record is of a file named \(text.isEmpty ? "nothing" : text)",
        remedy: "give the file its own name back, or fetch it from ESR again")
    }
    let vpd = OutboundText.printable(vpdCell)
    guard vpd == name.vpd else {
      throw failure(
        path, "the HDR record is of VPD \(vpd.isEmpty ? "nothing" : vpd), the name of \(name.vpd)",
        remedy: "fetch the file from ESR again, or ask the ESR service desk")
    }
  }

  private static func moment(
    _ cell: Span<UInt8>, _ what: String, _ path: String
  ) throws(IngestFailure) -> OutboundTimestamp {
    guard let moment = OutboundTimestamp(cell) else {
      throw failure(
        path, "the \(what) in the HDR record is not YYYYMMDD HHMMSS",
        remedy: "fetch the file from ESR again")
    }
    return moment
  }

  private static func failure(_ path: String, _ what: String, remedy: String) -> IngestFailure {
    IngestFailure(.unusable, at: "\(path), line 1", what, remedy: remedy)
  }
}

/// The text of ESR interface records.
enum OutboundText {
  /// The byte between fields.
  static let delimiter: UInt8 = 0x7E

  /// The trimmed field at a place of the record that the scanner read last.
  @_lifetime(borrow text)
  static func cell(
    _ record: borrowing RecordScanner, _ place: Int, _ text: borrowing PaddedBytes
  ) -> Span<UInt8> {
    cell(record.fields, place, text)
  }

  /// The trimmed field at a place; empty where there is none.
  @_lifetime(borrow text)
  static func cell(
    _ fields: [Field], _ place: Int?, _ text: borrowing PaddedBytes
  ) -> Span<UInt8> {
    guard let place, place < fields.count else { return text.span.extracting(0..<0) }
    let field = fields[place]
    return text.span.extracting(WhiteSpace.trimmed(field.start..<field.end, of: text.span))
  }

  /// A cell as it may stand in a one-line message: cut, without control characters.
  static func printable(_ cell: Span<UInt8>) -> String {
    let cut = cell.extracting(first: 60)
    return OneLine.printable(UTF8Text.string(cut))
  }
}
