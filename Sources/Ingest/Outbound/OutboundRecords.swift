import Columns
import Records
import Vocabulary

/// The records of a series that one source needs: first read file by file, then looked up.
///
/// Bytes stay where they are: a record is a key, a time and a place. What the rows are made of is
/// cut out again when they are put together.
struct OutboundRecords {
  /// A record type that the source needs; shared, as each record is held against it.
  private final class Needed: Sendable {
    let subject: OutboundSubject
    let type: OutboundLayout.RecordType
    let update: UInt32
    let delete: UInt32
    let versions: [OutboundVersion]
    /// The widths in words, for rejects.
    let widths: String

    init(_ type: OutboundLayout.RecordType) {
      subject = type.subject
      self.type = type
      update = OutboundScan.code(type.update)
      delete = OutboundScan.code(type.delete)
      versions = type.versions.map(OutboundVersion.init)
      widths = versions.map { "\($0.fieldCount)" }.joined(separator: " or ")
    }
  }

  /// What became of the records of one file.
  struct FileResult {
    var account: InputAccount
    var rejects: [Reject] = []
    /// How many records there are of each type that the layout does not know.
    var unknown: [UInt32: Int] = [:]
  }

  let source: Source
  let asOf: CalendarDay
  private let needed: [Needed]
  private let known: Set<UInt32>
  /// By ``OutboundSubject``'s place in ``needed``.
  private var dated: [DatedRecords]
  /// The employee number of each person's record; missing where blank or unreadable.
  private(set) var numbers: [EmployeeNumber] = []
  /// The files read, in the order in which they apply.
  private(set) var files: [OutboundFile] = []

  /// Records of the subjects that a source needs, none yet.
  init(_ source: Source, _ layout: OutboundLayout, asOf: CalendarDay) {
    self.source = source
    self.asOf = asOf
    let subjects: [OutboundSubject] =
      source == .staff
      ? [.person, .assignment, .organisation] : [.person, .competency, .organisation]
    needed = layout.records.filter { subjects.contains($0.subject) }.map { Needed($0) }
    known = Set(
      (layout.records.flatMap { [$0.update, $0.delete] } + layout.skipped)
        .map(OutboundScan.code))
    dated = needed.map { _ in DatedRecords() }
  }

  /// The records of a subject; empty where the layout does not have it.
  func records(_ subject: OutboundSubject) -> DatedRecords {
    needed.firstIndex { $0.subject == subject }.map { dated[$0] } ?? DatedRecords()
  }

  /// A cursor over the records of a subject.
  func cursor(_ subject: OutboundSubject) -> OutboundRecord {
    OutboundRecord(needed.first { $0.subject == subject }?.versions ?? [], asOf: asOf)
  }

  // MARK: - Reading

  /// Reads the records of the next file of the series, which has the given header.
  mutating func add(
    _ decoded: DecodedFile, _ member: OutboundMember, _ account: InputAccount
  ) throws(IngestFailure) -> FileResult {
    let number = member.number
    var file = OutboundFile(number: number, decoded)
    var result = FileResult(account: account)
    var scan = try OutboundScan(file.text, path: account.path)
    if scan.header != member.header {
      throw IngestFailure(
        .unusable, at: account.path, "the file was changed while it was read",
        remedy: "run again when whoever writes it is done")
    }
    var encodings: Set<TextEncoding> = [file.declared ?? .utf8]
    // Records of one type stand together: the place of the last one's type is mostly right.
    var last: (code: UInt32, index: Int?) = (0, nil)
    while let code = try scan.next(in: file.text) {
      if code != last.code {
        last = (code, needed.firstIndex { $0.update == code || $0.delete == code })
      }
      guard let index = last.index else {
        result.account.skipped += 1
        if !known.contains(code) { result.unknown[OutboundScan.plain(code), default: 0] += 1 }
        continue
      }
      result.account.rowsRead += 1
      let line = scan.record.startLine
      do throws(RowProblem) {
        let encoding = try take(
          scan.record, index, isDelete: code == needed[index].delete, &file)
        if encoding != .utf8 { encodings.insert(encoding) }
        result.account.accepted += 1
      } catch {
        result.account.rejected += 1
        result.account.rejectedLines += 1
        result.rejects.append(
          Reject(
            source: source, row: SourceRow(file: number, line: line), reason: error.reason,
            detail: error.detail, raw: error.raw))
      }
    }
    result.account.blank = scan.blankCount
    result.account.encodings = encodings.map(\.rawValue).sorted()
    result.account.trailerCounts = scan.counting?.rawValue
    result.account.warnings += Self.warnings(unknown: result.unknown)
    file.finish()
    files.append(file)
    return result
  }

  private static func warnings(unknown: [UInt32: Int]) -> [String] {
    if unknown.isEmpty { return [] }
    let count = unknown.values.reduce(0, +)
    let codes = unknown.keys.sorted().compactMap(OutboundScan.text(of:)).prefix(10)
    let names = codes.isEmpty ? "" : " (\(codes.joined(separator: ", ")))"
    return ["\(count) records of types that are not known\(names) were skipped"]
  }

  /// Enters one record; gives its encoding.
  private mutating func take(
    _ record: RecordScanner, _ index: Int, isDelete: Bool, _ file: inout OutboundFile
  ) throws(RowProblem) -> TextEncoding {
    let version = try version(of: record, needed[index], isDelete: isDelete, file)
    let encoding = try Self.encoding(record, file)
    guard encoding == .windows1252 else {
      let place = OutboundPlace(file: files.count, offset: record.start, line: record.startLine)
      try enter(record, file.text, index, version, place)
      return encoding
    }
    let text = file.text
    let converted = PaddedBytes(
      TextEncoding.utf8(ofWindows1252: text.span.extracting(record.start..<record.end)) ?? [])
    var inner = RecordScanner(delimiter: OutboundText.delimiter, hasQuotes: false)
    _ = inner.next(in: converted)
    let place = OutboundPlace(
      file: files.count, offset: file.keep(converted), line: record.startLine)
    try enter(inner, converted, index, version, place)
    return encoding
  }

  /// The version that a record is of; nil for one that deletes by key.
  private func version(
    of record: RecordScanner, _ type: Needed, isDelete: Bool, _ file: OutboundFile
  ) throws(RowProblem) -> OutboundVersion? {
    let fields = record.fields
    let versions = isDelete ? Self.deletions : type.versions
    if let version = OutboundVersion.fitting(fields, file.text, versions) {
      return isDelete ? nil : version
    }
    let (code, widths) = isDelete ? (type.type.delete, "2") : (type.type.update, type.widths)
    let all = fields.count + record.surplusCount
    throw RowProblem(
      .columnCount, detail: "\(all) fields where a record \(code) has \(widths)")
  }

  /// A record that deletes by key: its type and the key.
  static let deletions = [OutboundVersion(["record type", "key"])]

  private static func encoding(
    _ record: RecordScanner, _ file: OutboundFile
  ) throws(RowProblem) -> TextEncoding {
    let bytes = file.text.span.extracting(record.start..<record.end)
    if TextEncoding.isUTF8WithoutNUL(bytes) { return .utf8 }
    let hasNUL = bytes.indices.contains { bytes[$0] == 0 }
    guard !hasNUL, file.declared == nil, TextEncoding.utf8(ofWindows1252: bytes) != nil else {
      throw RowProblem(
        .encoding,
        detail: "bytes that are no text in any encoding the file may have; the row spans 1 line")
    }
    return .windows1252
  }

  private mutating func enter(
    _ record: RecordScanner, _ text: PaddedBytes, _ index: Int, _ version: OutboundVersion?,
    _ place: OutboundPlace
  ) throws(RowProblem) {
    let subject = needed[index].subject
    let fields = record.fields
    guard let version else {
      let key = OutboundText.cell(fields, 1, text)
      if key.isEmpty { throw Self.keyless(subject) }
      dated[index].append(key, from: .missing, to: .missing, .removesAll, at: place)
      if subject == .person { numbers.append(.missing) }
      return
    }
    let key = OutboundText.cell(fields, version.place(subject.key), text)
    if key.isEmpty { throw Self.keyless(subject) }
    let flag = OutboundText.cell(fields, version.place(.deletionFlag), text)
    var start = CalendarDay.missing
    var end = CalendarDay.missing
    if subject.isDateTracked {
      let from = OutboundText.cell(fields, version.place(.effectiveStart), text)
      let to = OutboundText.cell(fields, version.place(.effectiveEnd), text)
      start = OutboundDate.day(from, asOf: asOf)
      end = OutboundDate.day(to, asOf: asOf)
    }
    dated[index].append(
      key, from: start, to: end, YesNo.read(flag) == .yes ? .removes : .stands, at: place)
    if subject == .person {
      let number = OutboundText.cell(fields, version.place(.employeeNumber), text)
      numbers.append(EmployeeNumber(number) ?? .missing)
    }
  }

  private static func keyless(_ subject: OutboundSubject) -> RowProblem {
    RowProblem(.identityMissing, detail: "no \(subject.key.name)")
  }
}
