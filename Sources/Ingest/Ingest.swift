package import Columns
import Files
package import Records
package import Vocabulary

/// The first stage: files to tables, every row accepted or rejected.
package struct Ingest: Sendable {
  private let plan: InputPlan
  private let settings: IngestSettings
  private let asOf: CalendarDay

  /// A stage that reads the files of `plan` for the civil date `asOf`.
  package init(_ plan: InputPlan, _ settings: IngestSettings, asOf: CalendarDay) {
    self.plan = plan
    self.settings = settings
    self.asOf = asOf
  }

  /// What one worker has read so far: its dictionaries, which its tables' codes belong to.
  private struct Dictionaries: Sendable {
    var texts = TextDictionary()
    var emails = GatheredTexts()
    /// What the file is read into that is read just now.
    var buffer: [UInt8] = []
  }

  /// Reads all files, several at once; `progress` is told the bytes of each file read.
  ///
  /// The first failure in reading order is thrown, whichever worker met it first.
  package func run(
    _ workers: Workers, progress: @Sendable (Int) -> Void = { _ in }
  ) throws(IngestFailure) -> Extracts {
    let plan = plan
    var files: [(value: Result<FileTables, IngestFailure>, worker: Int)]
    var states: [Dictionaries]
    (files, states) = workers.map(0..<plan.items.count, state: { Dictionaries() }) {
      number, dictionaries in
      let result = read(number, &dictionaries)
      progress(plan.items[number].byteCount)
      return result
    }
    var extracts = Extracts()
    let codes = Self.merge(&states, into: &extracts)
    FreedMemory.giveBack()
    var seen: Set<Identity> = []
    // From the back of the reversed array, so that nothing else holds a table that is recoded.
    files.reverse()
    while let file = files.popLast() {
      let item = plan.items[plan.items.count - files.count - 1]
      var tables = try file.value.get()
      tables.recode(codes[file.worker])
      let identity = Identity(
        source: item.source, organisation: item.organisation, sha256: tables.account.sha256)
      Self.add(tables, to: &extracts, isDuplicate: !seen.insert(identity).inserted)
    }
    return extracts
  }

  /// Puts the workers' texts together; gives the new codes of each worker's.
  private static func merge(
    _ states: inout [Dictionaries], into extracts: inout Extracts
  ) -> [NewCodes] {
    var texts: [[TextCode]?] = []
    var shifts: [UInt32] = []
    var emails = GatheredTexts()
    for worker in states.indices {
      if worker == 0 {
        extracts.texts = states[worker].texts
        texts.append(nil)
      } else {
        texts.append(extracts.texts.merge(states[worker].texts))
      }
      shifts.append(emails.append(contentsOf: states[worker].emails))
      states[worker] = Dictionaries()
    }
    let codes: [TextCode]
    (extracts.emails, codes) = emails.dictionary()
    return zip(texts, shifts).map { NewCodes(texts: $0, emails: codes, emailShift: $1) }
  }

  /// What makes two files of one run the same file.
  private struct Identity: Hashable {
    let source: Source
    let organisation: ODSCode
    let sha256: String
  }

  // MARK: - One file

  private func read(
    _ number: Int, _ dictionaries: inout Dictionaries
  ) -> Result<FileTables, IngestFailure> {
    do throws(IngestFailure) {
      return .success(try readFile(number, &dictionaries))
    } catch {
      return .failure(error)
    }
  }

  private func readFile(
    _ number: Int, _ dictionaries: inout Dictionaries
  ) throws(IngestFailure) -> FileTables {
    let item = plan.items[number]
    var account = InputAccount(source: item.source, path: item.path)
    var buffer: [UInt8] = []
    swap(&buffer, &dictionaries.buffer)
    do {
      let file = try plan.folder.openFile(item.path)
      account.byteCount = try file.readAll(
        into: &buffer, limit: Limits.fileBytes, room: PaddedBytes.padding)
      account.modifiedSeconds = file.identity.modifiedSeconds
    } catch {
      throw IngestFailure(error)
    }
    account.sha256 =
      SHA256.digest(of: buffer.span.extracting(0..<account.byteCount)).hexadecimal
    let tables = try tables(of: buffer, number, account, &dictionaries)
    swap(&buffer, &dictionaries.buffer)
    precondition(tables.account.balances, "rows read must be accepted or rejected")
    return tables
  }

  /// Reads the rows of a file whose bytes are the first of `buffer`.
  private func tables(
    of buffer: [UInt8], _ number: Int, _ account: InputAccount, _ dictionaries: inout Dictionaries
  ) throws(IngestFailure) -> FileTables {
    let item = plan.items[number]
    let file = DecodedFile(buffer, count: account.byteCount)
    let layout = try layout(of: file, item)
    let cells = RowCells(layout: layout, text: file.text)
    let reader = DelimitedFileReader(
      source: item.source, fileNumber: number, file: file, layout: layout)
    var values = CellValues(
      asOf: asOf, allowsSyntheticNINumbers: settings.syntheticNINumbers,
      defaultOrganisation: item.organisation, texts: dictionaries.texts,
      emails: dictionaries.emails)
    dictionaries = Dictionaries()
    // Also where the file fails: the tables of the worker's other files rest on them.
    defer { dictionaries = Dictionaries(texts: values.texts, emails: values.emails) }
    let tables = try Self.read(reader, cells, &values, account)
    return tables
  }

  private static func read(
    _ file: DelimitedFileReader, _ cells: RowCells, _ values: inout CellValues,
    _ account: InputAccount
  ) throws(IngestFailure) -> FileTables {
    switch account.source {
    case .staff: try file.read(StaffReader(cells), cells, &values, account)
    case .competences: try file.read(CompetenceReader(cells), cells, &values, account)
    case .passports: try file.read(ListReader(cells, .passports), cells, &values, account)
    case .network: try file.read(ListReader(cells, .network), cells, &values, account)
    case .organisations: try file.read(OrganisationReader(cells), cells, &values, account)
    case .footprints: try file.read(FootprintReader(cells), cells, &values, account)
    case .accessCodes: try file.read(AccessCodeReader(cells), cells, &values, account)
    case .decisions: try file.read(DecisionReader(cells), cells, &values, account)
    }
  }

  private func layout(
    of file: DecodedFile, _ item: InputPlan.Item
  ) throws(IngestFailure) -> FileLayout {
    let finder = HeaderFinder(
      layout: Layouts.layout(of: item.source), organisationGiven: !item.organisation.isMissing,
      readsLinkageColumns: settings.readsLinkageColumns)
    do {
      return try finder.find(in: file.text)
    } catch {
      let missing = error.missing.map(\.rawValue).joined(separator: ", ")
      let headings =
        error.headings.isEmpty
        ? "no line has a heading that is known"
        : "its fullest line has \(error.headings.map(Self.printable).joined(separator: ", "))"
      throw IngestFailure(
        .unusable, at: item.path,
        "no header in its first \(HeaderFinder.lineLimit) lines: missing \(missing); \(headings)",
        remedy: "give the columns one of the accepted headings, or take the file away")
    }
  }

  /// A heading as it may stand in a one-line message.
  private static func printable(_ heading: String) -> String {
    let words = heading.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return FileError.printable(String(words.prefix(40)))
  }

  // MARK: - All files

  private static func add(
    _ tables: FileTables, to extracts: inout Extracts, isDuplicate: Bool
  ) {
    if isDuplicate {
      var account = InputAccount(source: tables.account.source, path: tables.account.path)
      account.byteCount = tables.account.byteCount
      account.modifiedSeconds = tables.account.modifiedSeconds
      account.sha256 = tables.account.sha256
      account.encodings = tables.account.encodings
      account.isDuplicate = true
      extracts.inputs.append(account)
      return
    }
    extracts.inputs.append(tables.account)
    switch tables.account.source {
    case .staff: extracts.assignments.append(tables.assignments)
    case .competences: extracts.competences.append(tables.competences)
    case .passports: extracts.passports += tables.entries
    case .network: extracts.memberships += tables.entries
    case .organisations: extracts.organisations += tables.organisations
    case .footprints: extracts.footprints += tables.footprints
    case .accessCodes: extracts.accessCodes += tables.accessCodes
    case .decisions: extracts.decisions += tables.decisions
    }
    extracts.rejects += tables.rejects
    extracts.faults += tables.faults
  }
}
