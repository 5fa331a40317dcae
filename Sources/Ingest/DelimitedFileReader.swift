import Columns
import Records
import Vocabulary

/// Reads the rows of one delimited file: the scanner's records, held against the header and the
/// encodings, handed on to be accepted or rejected.
struct DelimitedFileReader: RowSource {
  /// The file's number in reading order.
  let fileNumber: Int
  let file: DecodedFile
  let layout: FileLayout
  /// Bytes of a row from which on the file is refused.
  let rowBytes: Int

  /// The tables of the file.
  func read<Reader: RowReader>(
    _ reader: Reader, _ cells: consuming RowCells, _ values: inout CellValues,
    _ account: InputAccount
  ) throws(IngestFailure) -> FileTables {
    var intake = RowIntake(reader, account)
    intake.tables.reserve(layout.rowEstimate(in: file.text), for: account.source)
    var encodings: Set<TextEncoding> = []
    var lastEncoding: TextEncoding?
    let skipped = layout.skippedRows
    let takesPlainRows = cells.takesPlainRows && skipped == nil
    var scanner = RecordScanner(
      delimiter: layout.delimiter, position: layout.position, line: layout.line)
    while true {
      if takesPlainRows { takePlainRows(&scanner, &cells, &intake, &values, &encodings) }
      guard scanner.next(in: file.text) else { break }
      if scanner.isBlank {
        intake.account.blank += 1
        continue
      }
      if let line = scanner.unclosedQuoteLine { throw unclosedQuote(line, account) }
      if scanner.end - scanner.start > rowBytes { throw overlong(scanner.startLine, account) }
      if let skipped, skipped.contains(scanner.fields, of: file.text.span) {
        intake.account.skipped += 1
        continue
      }
      intake.account.rowsRead += 1
      let row = SourceRow(file: fileNumber, line: scanner.startLine)
      do throws(RowProblem) {
        let (encoding, decoded) = try take(&scanner, &cells)
        if encoding != lastEncoding {
          lastEncoding = encoding
          encodings.insert(encoding)
        }
        if let reason = intake.take(&cells, at: row, &values) {
          throw RowProblem(reason, raw: raw(scanner, decoded))
        }
      } catch {
        intake.reject(error, at: row, lines: scanner.lineCount)
      }
    }
    if encodings.isEmpty { encodings.insert(file.declared ?? .utf8) }
    intake.account.encodings = encodings.map(\.rawValue).sorted()
    return intake.finish(&cells, &values)
  }

  /// Takes the next rows as far as they need no second look.
  @inline(__always)
  private func takePlainRows<Reader: RowReader>(
    _ scanner: inout RecordScanner, _ cells: inout RowCells, _ intake: inout RowIntake<Reader>,
    _ values: inout CellValues, _ encodings: inout Set<TextEncoding>
  ) {
    let first = SourceRow(file: fileNumber, line: scanner.line)
    let start = scanner.position
    let (position, count) = intake.takePlainRows(
      &cells, from: scanner.position, layout.delimiter, at: first, &values
    ) { intake, place, row, reason in
      // Rejects are few: the rows before one are read again to find it.
      var record = RecordScanner(delimiter: layout.delimiter, position: start)
      for _ in 0...place { _ = record.next(in: file.text) }
      intake.reject(RowProblem(reason, raw: raw(record, nil)), at: row, lines: 1)
    }
    guard count > 0 else { return }
    scanner.move(to: position, line: first.line + count)
    encodings.insert(file.declared ?? .utf8)
  }

  /// Hands the record to `cells`, decoded, or says why it cannot be a row; gives its encoding, and
  /// its text where that is not the file's.
  private func take(
    _ scanner: inout RecordScanner, _ cells: inout RowCells
  ) throws(RowProblem) -> (TextEncoding, PaddedBytes?) {
    if scanner.hasMisplacedQuote {
      throw RowProblem(
        .quoteMisplaced,
        detail: "text behind a closing quote; the row spans \(Self.lines(scanner.lineCount))")
    }
    let count = scanner.fieldCount
    if count < layout.fieldCount || (count > layout.fieldCount && hasSurplus(scanner)) {
      let all = count + scanner.surplusCount
      throw RowProblem(
        .columnCount,
        detail: "\(all) \(all == 1 ? "field" : "fields") where the header has \(layout.fieldCount)")
    }
    let record = file.text.span.extracting(scanner.start..<scanner.end)
    if TextEncoding.isUTF8WithoutNUL(record) {
      cells.take(scanner.fieldSpan)
      return (file.declared ?? .utf8, nil)
    }
    let hasNUL = record.indices.contains { record[$0] == 0 }
    guard !hasNUL, file.declared == nil, let text = TextEncoding.utf8(ofWindows1252: record) else {
      throw RowProblem(
        .encoding,
        detail: "bytes that are no text in any encoding the file may have; the row spans "
          + Self.lines(scanner.lineCount))
    }
    let decoded = PaddedBytes(text)
    var inner = RecordScanner(delimiter: layout.delimiter)
    _ = inner.next(in: decoded)
    cells.take(inner.fieldSpan, copying: decoded.span)
    return (.windows1252, decoded)
  }

  /// The record as the auditor is shown it; `decoded` is its text where that is not the file's.
  private func raw(_ scanner: RecordScanner, _ decoded: PaddedBytes?) -> [UInt8] {
    guard let decoded else { return RawRow.text(scanner.fields, of: file.text, layout) }
    var inner = RecordScanner(delimiter: layout.delimiter)
    _ = inner.next(in: decoded)
    return RawRow.text(inner.fields, of: decoded, layout)
  }

  /// Whether fields beyond the header's hold anything but white space, in the row's encoding.
  private func hasSurplus(_ scanner: RecordScanner) -> Bool {
    // A field that holds the delimiters of those behind it is none that is empty.
    if scanner.surplusCount > 0 { return true }
    let isUTF8 = TextEncoding.isUTF8(file.text.span.extracting(scanner.start..<scanner.end))
    return scanner.fields[layout.fieldCount...].contains { field in
      let bytes = file.text.span.extracting(field.start..<field.end)
      if isUTF8 { return !WhiteSpace.trimmedRange(of: bytes).isEmpty }
      guard let text = TextEncoding.utf8(ofWindows1252: bytes) else { return true }
      return !WhiteSpace.trimmedRange(of: text.span).isEmpty
    }
  }

  private func unclosedQuote(_ line: Int, _ account: InputAccount) -> IngestFailure {
    IngestFailure(
      .unusable, at: "\(account.path), line \(line)",
      "a quote is opened here and never closed, which would hide the rest of the file",
      remedy: "mend the quote or take the file away")
  }

  private func overlong(_ line: Int, _ account: InputAccount) -> IngestFailure {
    IngestFailure(
      .unusable, at: "\(account.path), line \(line)",
      "the row that begins here has more than \(rowBytes) bytes, as where a quote is closed in the "
        + "wrong place",
      remedy: "mend the quote or take the file away")
  }

  private static func lines(_ count: Int) -> String { count == 1 ? "1 line" : "\(count) lines" }
}
