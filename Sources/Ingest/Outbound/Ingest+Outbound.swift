import Columns
import Files
import Records
import Vocabulary

extension Ingest {
  /// How many bytes of a file are looked at for its header.
  private static let headerBytes = 4096

  /// Reads the interface files of one employer for one source.
  func readSeries(
    _ unit: InputPlan.Unit, _ dictionaries: inout Dictionaries
  ) throws(IngestFailure) -> FileTables {
    let source = plan.items[unit.members[0]].source
    guard source == .staff || source == .competences else {
      throw IngestFailure(
        .unusable, at: plan.items[unit.members[0]].path,
        "an ESR interface file, which has no rows for the source \(source.rawValue)",
        remedy: "name it under sources.staff and sources.competences")
    }
    var members: [OutboundMember] = []
    for number in unit.members { members.append(try member(number)) }
    let series = try OutboundSeries(members) { left, right throws(IngestFailure) in
      try digest(members[left].path) == digest(members[right].path)
    }
    let organisation = try blockOrganisation(unit)
    var records = OutboundRecords(source, settings.outbound, asOf: asOf)
    var results: [OutboundRecords.FileResult] = []
    for index in series.chain {
      var account = InputAccount(source: source, path: members[index].path)
      let file = try load(&account)
      account.layout = settings.outbound.name
      account.layoutSHA256 = settings.outbound.sha256
      results.append(try records.add(file, members[index], account))
      try check(
        rowCount: results.reduce(0) { $0 + $1.account.rowsRead },
        of: "\(account.path) and those before it")
    }
    if let days = series.staleDays {
      results[0].account.warnings.append(
        "the full file is \(days) days older than the newest changes on it; ask for a new one")
    }
    let full = members[series.chain[0]]
    let employer = OutboundEmployer(
      vpd: full.name.vpd, given: settings.organisationsByVPD, organisation: organisation,
      path: full.path)
    let reader = OutboundReader(
      records: records, organisation: try employer.code(in: records), results: results)
    let rows = OutboundRows(columns: OutboundReader.columns(of: source))
    var tables = try tables(
      of: reader, RowCells(layout: rows.layout, text: PaddedBytes([])), results[0].account,
      organisation, &dictionaries)
    tables.accounts = try accounts(tables.accounts, series, members)
    return tables
  }

  /// The header of a file, held against its name.
  private func member(_ number: Int) throws(IngestFailure) -> OutboundMember {
    let path = plan.items[number].path
    var front = [UInt8](repeating: 0, count: Self.headerBytes + PaddedBytes.padding)
    let count: Int
    do {
      let file = try plan.folder.openFile(path)
      var span = front.mutableSpan
      count = try file.read(into: &span, at: 0)
    } catch {
      throw IngestFailure(error)
    }
    let text = DecodedFile(front, count: min(count, Self.headerBytes)).text
    return OutboundMember(
      number: number, path: path, header: try OutboundHeader(of: text, path: path))
  }

  /// What the blocks that name the files say of their organisation.
  private func blockOrganisation(_ unit: InputPlan.Unit) throws(IngestFailure) -> ODSCode {
    var given = ODSCode.missing
    for number in unit.members where !plan.items[number].organisation.isMissing {
      let code = plan.items[number].organisation
      if !given.isMissing, given != code {
        throw IngestFailure(
          .unusable, at: plan.items[number].path,
          "organisation: \(code.text) for one file of an employer, \(given.text) for another",
          remedy: "give all files of one VPD the same organisation in the pipeline file")
      }
      given = code
    }
    return given
  }

  /// Reads a file whole; its bytes stay until the series is read.
  private func load(_ account: inout InputAccount) throws(IngestFailure) -> DecodedFile {
    var bytes: [UInt8]
    do {
      let file = try plan.folder.openFile(account.path)
      bytes = try file.readAll(limit: Limits.fileBytes, room: PaddedBytes.padding)
      account.modifiedSeconds = file.identity.modifiedSeconds
    } catch {
      throw IngestFailure(error)
    }
    account.byteCount = bytes.count
    account.sha256 = SHA256.digest(of: bytes.span).hexadecimal
    bytes.append(contentsOf: [UInt8](repeating: 0, count: PaddedBytes.padding))
    return DecodedFile(bytes, count: account.byteCount)
  }

  private func digest(_ path: String) throws(IngestFailure) -> SHA256Digest {
    do {
      return try plan.folder.openFile(path).digest()
    } catch {
      throw IngestFailure(error)
    }
  }

  /// The accounts of all members in reading order: those read, and those that were passed over.
  private func accounts(
    _ read: [InputAccount], _ series: OutboundSeries, _ members: [OutboundMember]
  ) throws(IngestFailure) -> [InputAccount] {
    var accounts = [InputAccount?](repeating: nil, count: members.count)
    for (index, account) in zip(series.chain, read) { accounts[index] = account }
    for index in series.superseded + series.duplicates {
      let source = plan.items[members[index].number].source
      var account = InputAccount(source: source, path: members[index].path)
      do {
        let file = try plan.folder.openFile(account.path)
        account.sha256 = try file.digest().hexadecimal
        account.byteCount = file.size
        account.modifiedSeconds = file.identity.modifiedSeconds
      } catch {
        throw IngestFailure(error)
      }
      if series.duplicates.contains(index) {
        account.isDuplicate = true
      } else {
        account.supersededBy = members[series.chain[0]].path
      }
      accounts[index] = account
    }
    return accounts.compactMap(\.self)
  }
}
