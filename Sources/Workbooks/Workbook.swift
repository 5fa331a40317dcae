/// An `.xlsx` workbook: its sheets, and each sheet's cells as text.
///
/// How to read one (the bytes are the caller's, who has read and hashed the file):
///
///     if let kind = WorkbookKind(of: bytes.span) {         // not delimited text
///       let workbook = try Workbook(bytes)                  // or a WorkbookError
///       for sheet in workbook.sheets where !sheet.isHidden {
///         let table = try workbook.read(sheet)
///         var fields: [Field] = []
///         for row in 0..<table.rowCount {
///           table.fill(&fields, row: row)                   // ranges of table.text
///           use(table.rowNumber(row), fields, table.text)
///         }
///       }
///     }
///
/// Nothing but the list of sheets is read by ``init(_:count:)``; ``read(_:)`` reads one sheet from
/// the file's bytes each time it is called, as a stream. Errors are one of ``WorkbookError``.
///
/// Producers differ, and all of these are read: namespaces of transitional and strict Office Open
/// XML under any prefix; parts found by their relationships, whatever their names; rows and cells
/// with or without a reference, in any order; shared and inline strings.
package struct Workbook: Sendable {
  /// One sheet of cells; charts and macro sheets are none.
  package struct Sheet: Sendable, Equatable {
    /// The name on its tab, as it stands in the file.
    package let name: String
    /// Whether it is hidden, be it so that a user can show it or only a program.
    package let isHidden: Bool
    /// The name of its part; nil where the workbook names none.
    let part: String?
  }

  /// The sheets in the order of their tabs.
  package let sheets: [Sheet]

  private let archive: ZipArchive
  /// The part of shared texts, and that of formats; nil where there is none.
  private let sharedTexts: String?
  private let styles: String?
  private let countsFrom1904: Bool

  /// Opens a workbook: finds its parts and lists its sheets.
  ///
  /// The first `count` bytes are the file's; nil = all.
  ///
  /// - Throws: What is wrong with the file, be it that it is another kind of file.
  package init(_ bytes: [UInt8], count: Int? = nil) throws(WorkbookError) {
    let count = count ?? bytes.count
    switch WorkbookKind(of: bytes.span.extracting(0..<count)) {
    case .archive: break
    case .compound: throw WorkbookError(CompoundFile.problem(of: bytes, count: count))
    case .webPage: throw WorkbookError(.webPage)
    case .spreadsheetXML: throw WorkbookError(.spreadsheetXML)
    case nil: throw WorkbookError(.otherDocument)
    }
    archive = try ZipArchive(bytes, count: count)
    let main = try Self.mainPart(of: archive)
    guard let entry = archive[main] else {
      throw WorkbookError(.damaged("the list of sheets is missing"))
    }
    let list = WorkbookPart()
    try PartReader.read(entry, of: archive, into: list)
    guard list.isWorkbook else {
      throw WorkbookError(.damaged("the list of sheets holds something else"))
    }
    let relationships = try Relationships(of: main, in: archive)
    sharedTexts = relationships.byKind["sharedStrings"]?.part
    styles = relationships.byKind["styles"]?.part
    countsFrom1904 = list.countsFrom1904
    sheets = list.sheets.compactMap { sheet in
      let target = relationships.byID[sheet.id]
      // Charts, dialogues and macros have sheets of their own, without cells for us.
      if let target, target.kind != "worksheet" { return nil }
      return Sheet(name: sheet.name, isHidden: sheet.isHidden, part: target?.part)
    }
  }

  /// Reads the cells of a sheet.
  ///
  /// It takes time and memory in proportion to the sheet and the texts that all sheets share; both
  /// are read anew at each call.
  ///
  /// - Throws: `damaged` or `tooLarge`, with the sheet, and the row where it is known.
  package func read(_ sheet: Sheet) throws(WorkbookError) -> SheetTable {
    guard let name = sheet.part, let entry = archive[name] else {
      throw WorkbookError(
        .damaged("the part of the sheet is missing"),
        at: "sheet \"\(ZipArchive.shown(sheet.name))\"")
    }
    var formats: [NumberFormat] = []
    if let styles, let entry = archive[styles] {
      let part = StylesPart()
      try PartReader.read(entry, of: archive, into: part)
      formats = part.formats
    }
    var texts = TextArena(fileCount: archive.count)
    if let sharedTexts, let entry = archive[sharedTexts] {
      let part = SharedTextEvents(SharedTextPart(fileCount: archive.count))
      try PartReader.read(entry, of: archive, into: part)
      guard part.content.isTable else {
        throw entry.error(.damaged("the part of shared texts holds something else"))
      }
      texts = part.content.arena
    }
    let part = SheetEvents(
      SheetPart(
        sheet: sheet.name, texts: texts, formats: formats, countsFrom1904: countsFrom1904,
        // What a part says of itself may be wrong.
        estimate: min(entry.unpackedCount, 20 * archive.count)))
    try PartReader.read(entry, of: archive, into: part)
    return try part.content.table()
  }

  /// The part that lists the sheets.
  ///
  /// - Throws: The kind of file that an archive without such a part is.
  private static func mainPart(of archive: ZipArchive) throws(WorkbookError) -> String {
    let named = try Relationships(of: "", in: archive).byKind["officeDocument"]?.part
    let main = named ?? (archive["xl/workbook.xml"] == nil ? nil : "xl/workbook.xml")
    if let main {
      if main.lowercased().hasSuffix(".bin") { throw WorkbookError(.binaryWorkbook) }
      let folder = main.lowercased().prefix { $0 != "/" }
      if folder == "word" || folder == "ppt" || folder == "visio" {
        throw WorkbookError(.otherDocument)
      }
      return main
    }
    if archive["xl/workbook.bin"] != nil { throw WorkbookError(.binaryWorkbook) }
    if archive["Index/Document.iwa"] != nil || archive["Index.zip"] != nil {
      throw WorkbookError(.appleNumbers)
    }
    if archive["content.xml"] != nil, archive["mimetype"] != nil {
      throw WorkbookError(.openDocument)
    }
    throw WorkbookError(.otherArchive)
  }
}
