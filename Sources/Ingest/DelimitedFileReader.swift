import Columns
import Records
import Vocabulary

/// Reads the rows of one delimited file: the scanner's records, held against the header and the
/// encodings, handed to the source's reader; every row is accepted or rejected, none is lost.
struct DelimitedFileReader {
  let source: Source
  /// The file's number in reading order.
  let fileNumber: Int
  let file: DecodedFile
  let layout: FileLayout

  /// The tables of the file.
  func read(
    _ reader: some RowReader, _ cells: consuming RowCells, _ values: inout CellValues,
    _ account: InputAccount
  ) throws(IngestFailure) -> FileTables {
    var tables = FileTables(account: account)
    tables.reserve(layout.rowEstimate(in: file.text.span), for: source)
    var encodings: Set<TextEncoding> = []
    var lastEncoding: TextEncoding?
    var scanner = RecordScanner(
      delimiter: layout.delimiter, position: layout.position, line: layout.line)
    while scanner.next(in: file.text) {
      if scanner.isBlank {
        tables.account.blank += 1
        continue
      }
      if let line = scanner.unclosedQuoteLine { throw unclosedQuote(line, account) }
      tables.account.rowsRead += 1
      let row = SourceRow(file: fileNumber, line: scanner.startLine)
      do throws(Problem) {
        let encoding = try take(&scanner, &cells)
        if encoding != lastEncoding {
          lastEncoding = encoding
          encodings.insert(encoding)
        }
        values.beginRow()
        do throws(RowRejection) {
          try reader.read(cells, at: row, &values, into: &tables)
        } catch {
          let raw = RowText.raw(cells.fields(scanner), of: cells.text, layout)
          throw Problem(reason: error.reason, detail: Self.detail(error.reason), raw: raw)
        }
        tables.account.accepted += 1
        if values.faults.isEmpty { continue }
        let (organisation, number) = reader.subject(of: tables)
        for column in values.faults {
          tables.faults.append(
            CellFault(
              source: source, row: row, column: column, organisation: organisation, number: number))
        }
      } catch {
        tables.account.rejected += 1
        tables.account.rejectedLines += scanner.lineCount
        tables.rejects.append(
          Reject(
            source: source, row: row, reason: error.reason, detail: error.detail, raw: error.raw))
      }
    }
    if encodings.isEmpty { encodings.insert(file.declared ?? .utf8) }
    tables.account.encodings = encodings.map(\.rawValue).sorted()
    return tables
  }

  /// Why a row is not accepted, with what the auditor is told.
  private struct Problem: Error {
    var reason: RejectReason
    var detail: String
    var raw: [UInt8] = []
  }

  /// Hands the record to `cells`, decoded, or says why it cannot be a row; gives its encoding.
  private func take(
    _ scanner: inout RecordScanner, _ cells: inout RowCells
  ) throws(Problem) -> TextEncoding {
    if scanner.hasMisplacedQuote {
      throw Problem(
        reason: .quoteMisplaced,
        detail: "text behind a closing quote; the row spans \(Self.lines(scanner.lineCount))")
    }
    let count = scanner.fields.count
    if count < layout.fieldCount || (count > layout.fieldCount && hasSurplus(scanner.fields)) {
      throw Problem(
        reason: .columnCount,
        detail: "\(count) fields where the header has \(layout.fieldCount)")
    }
    if file.isUTF8 {
      cells.take(scanner.fields)
      return file.declared ?? .utf8
    }
    let record = file.text.span.extracting(scanner.start..<scanner.end)
    if TextEncoding.isUTF8WithoutNUL(record) {
      cells.take(scanner.fields)
      return file.declared ?? .utf8
    }
    let hasNUL = record.indices.contains { record[$0] == 0 }
    guard !hasNUL, file.declared == nil, let text = TextEncoding.utf8(ofWindows1252: record) else {
      throw Problem(
        reason: .encoding,
        detail: "bytes that are no text in any encoding the file may have; the row spans "
          + Self.lines(scanner.lineCount))
    }
    let converted = PaddedBytes(text)
    var inner = RecordScanner(delimiter: layout.delimiter)
    _ = inner.next(in: converted)
    cells.take(inner.fields, of: converted)
    return .windows1252
  }

  /// Whether fields beyond the header's hold anything but white space.
  private func hasSurplus(_ fields: [Field]) -> Bool {
    if !layout.forgivesEmptySurplus { return true }
    return fields[layout.fieldCount...].contains { field in
      !WhiteSpace.trimmedRange(of: file.text.span.extracting(field.start..<field.end)).isEmpty
    }
  }

  private func unclosedQuote(_ line: Int, _ account: InputAccount) -> IngestFailure {
    IngestFailure(
      .unusable, at: "\(account.path), line \(line)",
      "a quote is opened here and never closed, which would hide the rest of the file",
      remedy: "mend the quote or take the file away")
  }

  private static func lines(_ count: Int) -> String { count == 1 ? "1 line" : "\(count) lines" }

  /// What is wrong with a row, in words.
  private static func detail(_ reason: RejectReason) -> String {
    switch reason {
    case .quoteMisplaced, .columnCount, .encoding: ""
    case .organisationMissing: "no organisation code"
    case .codeInvalid: "a code that is not 1 to 10 letters and digits, or looks like a formula"
    case .employeeNumberMissing: "no employee number"
    case .employeeNumberInvalid: "an employee number that is not 1 to 10 digits"
    case .nameMissing: "neither a first nor a last name"
    case .identityMissing: "no employee number, NI number, email or last name that could be read"
    case .competenceMissing: "no competence name"
    case .footprintMissing: "no footprint or organisation code"
    case .codeMissing: "no access code"
    case .platformUnknown: "a platform that is neither efc nor digital-resource"
    case .decisionUnknown: "a kind, decision, subject or employee that is not of the words allowed"
    }
  }
}
