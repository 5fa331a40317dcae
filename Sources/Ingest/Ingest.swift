package import Columns
import Files
package import Records
package import Vocabulary

/// The first stage: files to tables, every row accepted or rejected.
package struct Ingest: Sendable {
  let plan: InputPlan
  let settings: IngestSettings
  let asOf: CalendarDay

  /// A stage that reads the files of `plan` for the civil date `asOf`.
  package init(_ plan: InputPlan, _ settings: IngestSettings, asOf: CalendarDay) {
    self.plan = plan
    self.settings = settings
    self.asOf = asOf
  }

  /// What one worker has read so far: its dictionaries, which its tables' codes belong to.
  struct Dictionaries: Sendable {
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
    var units: [(value: Result<FileTables, IngestFailure>, worker: Int)]
    var states: [Dictionaries]
    (units, states) = workers.map(0..<plan.units.count, state: { Dictionaries() }) {
      number, dictionaries in
      let unit = plan.units[number]
      let result = read(unit, &dictionaries)
      progress(unit.members.reduce(0) { $0 + plan.items[$1].byteCount })
      return result
    }
    var extracts = Extracts()
    let codes = Self.merge(&states, into: &extracts)
    FreedMemory.giveBack()
    var seen: Set<Identity> = []
    var accounts = [InputAccount?](repeating: nil, count: plan.items.count)
    // From the back of the reversed array, so that nothing else holds a table that is recoded.
    units.reverse()
    while let unit = units.popLast() {
      let members = plan.units[plan.units.count - units.count - 1].members
      var tables = try unit.value.get()
      tables.recode(codes[unit.worker])
      for (member, account) in zip(members, tables.accounts) {
        let identity = Identity(
          source: account.source, organisation: plan.items[member].organisation,
          sha256: account.sha256)
        let isDuplicate = account.isDuplicate || !seen.insert(identity).inserted
        accounts[member] = isDuplicate ? account.asDuplicate : account
      }
      // A unit of several files leaves out its duplicates itself.
      if members.count == 1, accounts[members[0]]?.isDuplicate == true { continue }
      Self.add(tables, plan.items[members[0]].source, to: &extracts)
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

  // MARK: - One unit

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
    let tables = try tables(of: buffer, number, account, &dictionaries)
    swap(&buffer, &dictionaries.buffer)
    return tables
  }

  /// Reads the bytes of a file to the front of `buffer` and enters what they are.
  private func load(
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
    account.sha256 =
      SHA256.digest(of: buffer.span.extracting(0..<account.byteCount)).hexadecimal
  }

  /// Reads the rows of a text file whose bytes are the first of `buffer`.
  private func tables(
    of buffer: [UInt8], _ number: Int, _ account: InputAccount, _ dictionaries: inout Dictionaries
  ) throws(IngestFailure) -> FileTables {
    let item = plan.items[number]
    let file = DecodedFile(buffer, count: account.byteCount)
    let layout = try layout(of: file, item)
    var account = account
    account.note(layout)
    return try tables(
      of: DelimitedFileReader(fileNumber: number, file: file, layout: layout),
      RowCells(layout: layout, text: file.text), account, item.organisation, &dictionaries)
  }

  /// Reads rows of any kind of file with the worker's dictionaries.
  func tables(
    of rows: some RowSource, _ cells: RowCells, _ account: InputAccount,
    _ organisation: ODSCode, _ dictionaries: inout Dictionaries
  ) throws(IngestFailure) -> FileTables {
    var values = CellValues(
      asOf: asOf, allowsSyntheticNINumbers: settings.syntheticNINumbers,
      defaultOrganisation: organisation, texts: dictionaries.texts, emails: dictionaries.emails)
    dictionaries.texts = TextDictionary()
    dictionaries.emails = GatheredTexts()
    // Also where the file fails: the tables of the worker's other files rest on them.
    defer {
      dictionaries.texts = values.texts
      dictionaries.emails = values.emails
    }
    return try rows.read(cells, &values, account)
  }

  private func layout(
    of file: DecodedFile, _ item: InputPlan.Item
  ) throws(IngestFailure) -> FileLayout {
    let choice = LayoutChoice(item, settings)
    do {
      return try choice.choose { layout throws(MissingHeader) in
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
