import Columns
import Files
package import Records
package import Threads
package import Vocabulary
import Workbooks

/// The first stage: files to tables, every row accepted or rejected.
package struct Ingest: Sendable {
  let plan: InputPlan
  let settings: IngestSettings
  let asOf: CalendarDay
  /// About how many bytes the parts of a large file have.
  let partBytes: Int
  /// Bytes of a row of a text file from which on the file is refused.
  let rowBytes: Int
  /// Rows of all files above which they are refused.
  let rowLimit: Int

  /// A stage that reads the files of `plan` for the civil date `asOf`.
  ///
  /// A file of two parts of `partBytes` and more is read in parts where it is larger than a
  /// worker's share of all; what is read does not depend on it. A text file with a row of more than
  /// `rowBytes`, at most 512 MiB, is refused, and so are all files if they have more than
  /// `rowLimit` rows together.
  package init(
    _ plan: InputPlan, _ settings: IngestSettings, asOf: CalendarDay, partBytes: Int = 4 << 20,
    rowBytes: Int? = nil, rowLimit: Int? = nil
  ) {
    self.plan = plan
    self.settings = settings
    self.asOf = asOf
    self.partBytes = partBytes
    self.rowBytes = min(rowBytes ?? Limits.rowBytes, Limits.rowBytes)
    self.rowLimit = min(rowLimit ?? Limits.rows, Limits.rows)
  }

  /// What one worker has read so far: its dictionaries, which its tables' codes belong to.
  struct Dictionaries: Sendable {
    var texts = TextDictionary()
    var emails = GatheredTexts()
    var references = GatheredTexts()
    /// What the file is read into that is read just now.
    var buffer: [UInt8] = []
  }

  /// What was read of a unit: all of it, or one part behind another.
  struct UnitPart: Sendable {
    let unit: Int
    /// The accounts stand in the first part.
    var tables: Result<FileTables, IngestFailure>
    /// Whose dictionaries the tables' codes belong to.
    let worker: Int

    /// How many rows were read, rejected ones too; 0 where the unit cannot be read.
    var rowCount: Int {
      guard case .success(let tables) = tables else { return 0 }
      return tables.accounts.reduce(0) { $0 + $1.rowsRead }
    }
  }

  /// Refuses more rows than there may be.
  func check(rowCount: Int, of place: String) throws(IngestFailure) {
    if rowCount <= rowLimit { return }
    throw IngestFailure(
      .unusable, at: place,
      "they have \(rowCount) rows together, and a run reads \(rowLimit) at most",
      remedy: "take away what does not belong there, or give some organisations a run of their own")
  }

  /// Reads all files, several at once.
  ///
  /// `progress` is told the bytes of each file or part of one read; less than none where parts
  /// turned out to be none and the file is read again.
  ///
  /// The first failure in reading order is thrown, whichever worker met it first.
  package func run(
    _ workers: Workers, progress: @Sendable (Int) -> Void = { _ in }
  ) throws(IngestFailure) -> Extracts {
    let plan = plan
    // The largest first, so that the workers end together.
    let order = plan.units.indices.sorted { plan.byteCount(of: $0) > plan.byteCount(of: $1) }
    var (parts, states) = readInParts(order.filter { isLarge($0, for: workers) }, workers, progress)
    let inParts = Set(parts.map(\.unit))
    let whole = order.filter { !inParts.contains($0) }
    let (units, ofWhole) = workers.map(0..<whole.count, state: { Dictionaries() }) {
      place, dictionaries in
      // What a worker takes next is read from the disk while this one is parsed.
      let next = place + workers.count
      if next < whole.count { prefetch(plan.units[whole[next]]) }
      let result = read(plan.units[whole[place]], &dictionaries)
      progress(plan.byteCount(of: whole[place]))
      return result
    }
    parts += zip(whole, units).map { unit, read in
      UnitPart(unit: unit, tables: read.value, worker: states.count + read.worker)
    }
    states += ofWhole
    try check(rowCount: parts.reduce(0) { $0 + $1.rowCount }, of: "the input files")
    var extracts = Extracts()
    let codes = Self.merge(&states, workers, into: &extracts)
    FreedMemory.giveBack()
    let recoded = Dictionary(
      grouping: workers.map(taking: consume parts) { part in
        part.tables.recode(codes[part.worker])
        return part
      }, by: \.unit)
    var seen: Set<Identity> = []
    var accounts = [InputAccount?](repeating: nil, count: plan.items.count)
    for (number, unit) in plan.units.enumerated() {
      let members = unit.members
      let parts = try (recoded[number] ?? []).map { part throws(IngestFailure) in
        try part.tables.get()
      }
      let tables = parts[0]
      for (member, account) in zip(members, tables.accounts) {
        let identity = Identity(
          source: account.source, organisation: plan.items[member].organisation,
          sha256: account.sha256)
        let isDuplicate = account.isDuplicate || !seen.insert(identity).inserted
        accounts[member] = isDuplicate ? account.asDuplicate : account
      }
      // A unit of several files leaves out its duplicates itself.
      if members.count == 1, accounts[members[0]]?.isDuplicate == true { continue }
      for part in parts { Self.add(part, plan.items[members[0]].source, to: &extracts) }
    }
    extracts.inputs = accounts.compactMap(\.self)
    if plan.units.contains(where: { $0.members.count > 1 }) {
      // The files of a series need not stand side by side in reading order.
      extracts.rejects.sort { $0.row < $1.row }
    }
    precondition(extracts.inputs.count == plan.items.count, "every file has an account")
    return extracts
  }

  /// Puts the workers' texts together; gives the new codes of each worker's.
  private static func merge(
    _ states: inout [Dictionaries], _ workers: Workers, into extracts: inout Extracts
  ) -> [NewCodes] {
    var references = GatheredTexts()
    let referenceShifts = states.map { references.append(contentsOf: $0.references) }
    extracts.references = references.texts()
    // Taken out by those who go on with them, so that nothing else holds them.
    let texts = Guarded<[TextDictionary]?>(states.map(\.texts))
    let emails = Guarded<[GatheredTexts]?>(states.map(\.emails))
    states = []
    let (known, addresses) = workers.both {
      merged(texts.withLock { $0.take() } ?? [])
    } _: {
      gathered(emails.withLock { $0.take() } ?? [])
    }
    extracts.texts = known.texts
    extracts.emails = addresses.texts
    return referenceShifts.indices.map { worker in
      NewCodes(
        texts: known.codes[worker], emails: addresses.codes,
        emailShift: addresses.shifts[worker], referenceShift: referenceShifts[worker])
    }
  }

  /// All workers' texts, added to those of the first, and the new codes of the others'.
  private static func merged(
    _ workers: consuming [TextDictionary]
  ) -> (texts: TextDictionary, codes: [[TextCode]?]) {
    if workers.isEmpty { return (TextDictionary(), []) }
    var texts = workers.removeFirst()
    let codes: [[TextCode]?] = [nil] + workers.map { texts.merge($0) }
    return (texts, codes)
  }

  /// All workers' emails, by code the first code of the same one, and where each one's codes begin.
  private static func gathered(
    _ workers: [GatheredTexts]
  ) -> (texts: TextDictionary, codes: [TextCode], shifts: [UInt32]) {
    var emails = GatheredTexts()
    let shifts = workers.map { emails.append(contentsOf: $0) }
    let (texts, codes) = emails.dictionary()
    return (texts, codes, shifts)
  }

  /// What makes two files of one run the same file.
  private struct Identity: Hashable {
    let source: Source
    let organisation: ODSCode
    let sha256: String
  }

  // MARK: - One unit

  /// Has the system begin to read the files of a unit from the disk.
  private func prefetch(_ unit: InputPlan.Unit) {
    for member in unit.members {
      do throws(FileError) {
        try plan.folder.openFile(plan.items[member].path).prefetch()
      } catch {
        // Reading it says what is wrong.
        return
      }
    }
  }

  private func read(
    _ unit: InputPlan.Unit, _ dictionaries: inout Dictionaries
  ) -> Result<FileTables, IngestFailure> {
    do throws(IngestFailure) {
      let tables = try readUnit(unit, &dictionaries)
      precondition(
        tables.accounts.count == unit.members.count
          && tables.accounts.allSatisfy { $0.balances }, "rows read must be accepted or rejected")
      return .success(tables)
    } catch {
      return .failure(error)
    }
  }

  private func readUnit(
    _ unit: InputPlan.Unit, _ dictionaries: inout Dictionaries
  ) throws(IngestFailure) -> FileTables {
    let number = unit.members[0]
    if plan.items[number].kind == .outbound { return try readSeries(unit, &dictionaries) }
    var account = InputAccount(source: plan.items[number].source, path: plan.items[number].path)
    var buffer: [UInt8] = []
    swap(&buffer, &dictionaries.buffer)
    try load(&account, into: &buffer)
    let tables =
      switch plan.items[number].kind {
      case .workbook, .container: try sheetTables(of: buffer, number, account, &dictionaries)
      case .delimited, .outbound: try tables(of: buffer, number, account, &dictionaries)
      }
    swap(&buffer, &dictionaries.buffer)
    return tables
  }

  /// Reads the bytes of a file to the front of `buffer` and enters what they are.
  func load(
    _ account: inout InputAccount, into buffer: inout [UInt8]
  ) throws(IngestFailure) {
    try read(&account, into: &buffer)
    account.sha256 = Self.digest(of: buffer, account)
  }

  /// The SHA-256 of the bytes at the front of `buffer`.
  static func digest(of buffer: [UInt8], _ account: InputAccount) -> String {
    SHA256.digest(of: buffer.span.extracting(0..<account.byteCount)).hexadecimal
  }

  /// Reads the bytes of a file to the front of `buffer`; their hash is still to be entered.
  func read(
    _ account: inout InputAccount, into buffer: inout [UInt8]
  ) throws(IngestFailure) {
    do {
      let file = try plan.folder.openFile(account.path)
      account.byteCount = try file.readAll(
        into: &buffer, limit: Limits.fileBytes, room: PaddedBytes.padding)
      account.modifiedSeconds = file.identity.modifiedSeconds
    } catch {
      throw IngestFailure(error)
    }
  }

  /// Reads the rows of a text file whose bytes are the first of `buffer`.
  private func tables(
    of buffer: [UInt8], _ number: Int, _ account: InputAccount, _ dictionaries: inout Dictionaries
  ) throws(IngestFailure) -> FileTables {
    var account = account
    let reader = try textReader(of: buffer, number, &account)
    return try tables(
      of: reader, RowCells(layout: reader.layout, text: reader.file.text), account,
      plan.items[number].organisation, &dictionaries)
  }

  /// Finds the header of a text file and enters which layout reads it.
  func textReader(
    of buffer: [UInt8], _ number: Int, _ account: inout InputAccount
  ) throws(IngestFailure) -> DelimitedFileReader {
    let file = DecodedFile(buffer, count: account.byteCount)
    do {
      let layout = try layout(of: file, plan.items[number])
      account.note(layout)
      return DelimitedFileReader(
        fileNumber: number, file: file, layout: layout, rowBytes: rowBytes)
    } catch {
      // A web page with the name of a workbook is better told what it is than what it lacks.
      if WorkbookKind(of: buffer.span.extracting(0..<account.byteCount)) != nil {
        _ = try workbook(of: buffer, account)
      }
      throw error
    }
  }

  /// Reads the rows of a workbook whose bytes are the first of `buffer`.
  private func sheetTables(
    of buffer: [UInt8], _ number: Int, _ account: InputAccount, _ dictionaries: inout Dictionaries
  ) throws(IngestFailure) -> FileTables {
    var account = account
    var tables: FileTables?
    for reader in try sheetReaders(of: buffer, number, &account) {
      let read = try self.tables(
        of: reader, RowCells(layout: reader.sheet.layout, text: reader.sheet.table.text), account,
        plan.items[number].organisation, &dictionaries)
      if tables == nil { tables = read } else { tables?.append(sheet: read) }
    }
    return tables ?? FileTables()
  }

  /// Finds the sheets to read of a workbook, at least one, and enters which layout reads them.
  func sheetReaders(
    of buffer: [UInt8], _ number: Int, _ account: inout InputAccount
  ) throws(IngestFailure) -> [SheetReader] {
    let sheets = try sheets(of: buffer, account, plan.items[number])
    account.encodings = ["xlsx"]
    account.sheets = sheets.map(\.name)
    account.note(sheets[0].layout)
    for other in sheets.dropFirst() { account.noteColumns(other.layout) }
    account.note(unread: sheets[0].unread, beside: sheets[0].name)
    return sheets.map {
      SheetReader(fileNumber: number, sheet: $0, isOneOfSeveral: sheets.count > 1)
    }
  }

  private func sheets(
    of buffer: [UInt8], _ account: InputAccount, _ item: InputPlan.Item
  ) throws(IngestFailure) -> [FittingSheet] {
    var finder = SheetFinder(
      try workbook(of: buffer, account), path: item.path, LayoutChoice(item, settings),
      sheet: item.sheet, readsAll: item.source == .decisions && item.sheet == nil)
    return try finder.find()
  }

  func workbook(
    of buffer: [UInt8], _ account: InputAccount
  ) throws(IngestFailure) -> Workbook {
    do {
      return try Workbook(buffer, count: account.byteCount)
    } catch {
      throw IngestFailure(error, path: account.path)
    }
  }

  /// Reads rows of any kind of file with the worker's dictionaries.
  func tables(
    of rows: some RowSource, _ cells: consuming RowCells, _ account: InputAccount,
    _ organisation: ODSCode, _ dictionaries: inout Dictionaries
  ) throws(IngestFailure) -> FileTables {
    var values = CellValues(
      asOf: asOf, allowsSyntheticNINumbers: settings.syntheticNINumbers,
      defaultOrganisation: organisation, texts: dictionaries.texts, emails: dictionaries.emails,
      references: dictionaries.references)
    dictionaries.texts = TextDictionary()
    dictionaries.emails = GatheredTexts()
    dictionaries.references = GatheredTexts()
    // Also where the file fails: the tables of the worker's other files rest on them.
    defer {
      dictionaries.texts = values.texts
      dictionaries.emails = values.emails
      dictionaries.references = values.references
    }
    return try rows.read(cells, &values, account)
  }

  private func layout(
    of file: DecodedFile, _ item: InputPlan.Item
  ) throws(IngestFailure) -> FileLayout {
    let choice = LayoutChoice(item, settings)
    do {
      return try choice.choose { layout throws(UnusableHeader) in
        try HeaderFinder(
          layout: layout, organisationGiven: choice.organisationGiven,
          readsLinkageColumns: choice.readsLinkageColumns
        ).find(in: file.text)
      }
    } catch {
      if let report = choice.emptyReport(among: HeaderFinder.firstCells(of: file.text)) {
        return FileLayout(emptyReport: report, position: file.text.count)
      }
      throw error.failure(of: item.path)
    }
  }

  // MARK: - All files

  private static func add(
    _ tables: FileTables, _ source: Source, to extracts: inout Extracts
  ) {
    switch source {
    case .staff: extracts.assignments.append(tables.assignments)
    case .competences: extracts.competences.append(tables.competences)
    case .passports: append(tables.entries, to: &extracts.passports)
    case .network: append(tables.entries, to: &extracts.memberships)
    case .organisations: extracts.organisations += tables.organisations
    case .footprints: extracts.footprints += tables.footprints
    case .accessCodes: extracts.accessCodes += tables.accessCodes
    case .decisions: extracts.decisions += tables.decisions
    }
    extracts.rejects += tables.rejects
    extracts.faults += tables.faults
  }

  /// Adds entries; those of the first file, which is often the only one, are not copied.
  private static func append(_ entries: [ListEntry], to all: inout [ListEntry]) {
    if all.isEmpty { all = entries } else { all += entries }
  }
}
