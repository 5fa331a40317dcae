import Columns
import Records
import Vocabulary

/// Puts the rows of one source together of a series' records and hands them on.
struct OutboundReader: RowSource {
  let records: OutboundRecords
  /// The employer.
  let organisation: ODSCode
  /// What became of the records of each file that was read, in the order in which they apply.
  let results: [OutboundRecords.FileResult]

  /// The columns of the rows of a source.
  static func columns(of source: Source) -> [ColumnName] {
    source == .staff ? OutboundStaff.columns : OutboundCompetences.columns
  }

  /// The tables; `account` is not used, as each file has its own.
  func read<Reader: RowReader>(
    _ reader: Reader, _ cells: consuming RowCells, _ values: inout CellValues,
    _ account: InputAccount
  ) throws(IngestFailure) -> FileTables {
    var intake = RowIntake(reader, account)
    var results = results
    var rows = OutboundRows(columns: Self.columns(of: account.source))
    let subject: OutboundSubject = account.source == .staff ? .assignment : .competency
    let dated = records.records(subject)
    let order = standing(dated)
    intake.tables.reserve(order.count, for: account.source)
    var refused = records.cursor(subject)
    func flush() {
      rows.read(&intake, &cells, &values) { row, record, reason in
        refused.read(dated.places[record], of: records.files)
        results[dated.places[record].file].reject(
          RowProblem(reason, raw: refused.raw), at: row)
      }
    }
    if account.source == .staff {
      var staff = OutboundStaff(records, organisation)
      for record in order {
        staff.compose(record, at: row(dated.places[record]), into: &rows)
        if rows.isFull { flush() }
      }
    } else {
      var competences = OutboundCompetences(records, organisation)
      for record in order {
        competences.compose(record, at: row(dated.places[record]), into: &rows)
        if rows.isFull { flush() }
      }
    }
    flush()
    var tables = intake.finish(&cells, &values)
    tables.accounts = results.map(\.account)
    tables.rejects = results.flatMap(\.rejects).sorted { $0.row < $1.row }
    return tables
  }

  private func row(_ place: OutboundPlace) -> SourceRow {
    SourceRow(file: records.files[place.file].number, line: Int(place.line))
  }

  /// The records that count at the as-of date, in reading order.
  private func standing(_ dated: DatedRecords) -> [Int] {
    let all = dated.standing(on: records.asOf).all
    var rows = all.map { record in
      let place = dated.places[record]
      return KeyedRow(
        key: UInt64(records.files[place.file].number) << 32 | UInt64(place.line), batch: 0,
        offset: UInt32(record))
    }
    RadixSort.sort(&rows)
    return rows.map { Int($0.offset) }
  }
}

extension OutboundRecords.FileResult {
  /// Puts a record that was accepted before among the rejects: its row cannot be used.
  mutating func reject(_ problem: RowProblem, at row: SourceRow) {
    account.accepted -= 1
    account.rejected += 1
    account.rejectedLines += 1
    rejects.append(
      Reject(
        source: account.source, row: row, reason: problem.reason, detail: problem.detail,
        raw: problem.raw))
  }
}
