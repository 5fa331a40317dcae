import CSQLite
import Files
import Ledger
import TestSupport
import Testing
import Vocabulary

/// SQL as somebody with the file could run it.
struct RawLedger {
  let path: String

  /// Runs statements without foreign keys; gives the rows of the last as texts.
  @discardableResult
  func run(_ sql: String) throws -> [[String]] {
    var handle: OpaquePointer?
    guard unsafe sqlite3_open(path, &handle) == SQLITE_OK else { throw SQLFailure(sql: "open") }
    defer { unsafe sqlite3_close(handle) }
    var rows: [[String]] = []
    let code = unsafe withUnsafeMutablePointer(to: &rows) { pointer in
      unsafe sqlite3_exec(
        handle, sql,
        { context, count, values, _ in
          var row: [String] = []
          for index in 0..<Int(count) {
            guard let value = unsafe values?[index] else {
              row.append("NULL")
              continue
            }
            row.append(unsafe String(cString: value))
          }
          unsafe context?.assumingMemoryBound(to: [[String]].self).pointee.append(row)
          return 0
        }, pointer, nil)
    }
    guard code == SQLITE_OK else { throw SQLFailure(sql: sql) }
    return rows
  }

  struct SQLFailure: Error { let sql: String }
}

@Suite struct TamperingTests {
  static let tables = [
    "entries", "seals", "seal_tables", "terms", "inputs", "run_organisations", "run_counts",
    "guards", "discrepancy_events", "delivery_events", "flag_events", "discrepancies",
    "deliveries", "flags",
  ]

  /// A ledger with rows in every table, all of whose words are in its one file.
  private static func make() throws -> (nights: Nights, bytes: [UInt8], head: LedgerHead) {
    let nights = Nights()
    let ledger = try nights.open()
    let sent = Nights.listed(["RA2/00000001", "RA3/00000002"], in: ledger, code: "aaaaaaaaaaaa")
    try ledger.recordStarted(
      run: "2026-11-21-01", asOf: Nights.day(0), program: "1.0", at: Nights.now)
    let (first, _) = try Nights.publish(
      ledger, asOf: Nights.day(0),
      seen: [
        Nights.seen("A", in: ledger),
        Nights.seen("B", in: ledger, rule: 1, waivedUntil: Nights.day(3)),
      ],
      deliveries: [sent], carers: ["RA2/00000001", "RA2/00000002"],
      guards: [AcceptedGuard(name: "maximumShrink", reason: "merger")])
    _ = try ledger.confirm(run: first, footprint: "QWO", at: Nights.now)
    try Nights.publish(
      ledger, asOf: Nights.day(1), seen: [Nights.seen("C", in: ledger)],
      carers: ["RA2/00000002"])
    try ledger.recordFailed(
      run: "2026-11-23-01", asOf: Nights.day(2), startedAt: Nights.now, exitStatus: 65,
      at: Nights.now)
    try ledger.recordPurged(run: first, at: Nights.now)
    try ledger.checkpoint()
    let bytes = try #require(nights.temporary.read(Ledger.fileName))
    return (nights, bytes, try ledger.head())
  }

  @Test(arguments: tables)
  func `one value changed in any row of any table is found and its table named`(
    table: String
  ) throws {
    let (nights, bytes, head) = try Self.make()
    let copy = TemporaryFolder()
    copy.write("ledger.key", bytes: try #require(nights.temporary.read("ledger.key")))
    copy.write(Ledger.fileName, bytes: bytes)
    copy.makePrivate(["ledger.key", Ledger.fileName])
    let folder = try Folder(opening: copy.path)
    let raw = RawLedger(path: copy.path(Ledger.fileName))
    let triggers = try raw.run("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    #expect(triggers.count == 22)
    let columns = try raw.run("SELECT name, type, pk FROM pragma_table_info('\(table)')")
    let keys = columns.filter { $0[2] != "0" }.map { $0[0] }
    let rows = try raw.run(
      "SELECT \(keys.map { "quote(\($0))" }.joined(separator: ", ")) FROM \(table)")
    #expect(!rows.isEmpty)
    for row in rows {
      let place = zip(keys, row).map { "\($0) = \($1)" }.joined(separator: " AND ")
      for column in columns {
        copy.write(Ledger.fileName, bytes: bytes)
        try raw.run(triggers.map { "DROP TRIGGER \($0[0]);" }.joined())
        try raw.run("UPDATE \(table) SET \(Self.change(column)) WHERE \(place)")
        try raw.run(triggers.map { $0[1] + ";" }.joined())
        let faults = try Ledger.verify(in: folder, against: head).faults
        let isNamed = faults.contains { fault in
          // A record and its seal that do not fit may each be the changed one.
          fault.table == table || table == "seals" && fault.table == "entries"
        }
        #expect(isNamed, "\(table).\(column[0]) where \(place): \(faults)")
      }
    }
  }

  /// Another value of the column's type; also where there was none.
  private static func change(_ column: [String]) -> String {
    let name = column[0]
    return switch column[1] {
    case "INTEGER": "\(name) = coalesce(\(name), 0) + 1000"
    case "TEXT": "\(name) = coalesce(\(name), '') || 'x'"
    default: "\(name) = randomblob(coalesce(length(\(name)), 32))"
    }
  }

  @Test(arguments: tables)
  func `a row taken out of any table is found and its table named`(table: String) throws {
    let (nights, _, head) = try Self.make()
    let raw = RawLedger(path: nights.temporary.path(Ledger.fileName))
    let triggers = try raw.run("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    try raw.run(triggers.map { "DROP TRIGGER \($0[0]);" }.joined())
    let key = try raw.run("SELECT name FROM pragma_table_info('\(table)') WHERE pk = 1")[0][0]
    try raw.run("DELETE FROM \(table) WHERE \(key) = (SELECT max(\(key)) FROM \(table))")
    try raw.run(triggers.map { $0[1] + ";" }.joined())
    let faults = try Ledger.verify(in: nights.folder(), against: head).faults
    #expect(faults.contains { $0.table == table }, "\(faults)")
  }

  @Test func `an entry's seal is over the seal before it, so that none can be made anew alone`()
    throws
  {
    let (nights, _, _) = try Self.make()
    let raw = RawLedger(path: nights.temporary.path(Ledger.fileName))
    let trigger = try raw.run("SELECT sql FROM sqlite_schema WHERE name = 'seals_never_updated'")
    // Another seal for the second entry, on which the third is made to rest.
    try raw.run(
      """
      DROP TRIGGER seals_never_updated;
      UPDATE seals SET hash = zeroblob(32) WHERE entry = 2;
      UPDATE seals SET previous = zeroblob(32) WHERE entry = 3;
      \(trigger[0][0]);
      """)
    let faults = try nights.faults()
    #expect(faults.map(\.entry) == [2, 3])
    #expect(faults.allSatisfy { $0.fault == "the record is not as it was sealed" })
  }

  @Test func `a trigger that does nothing under the name of one that does is told`() throws {
    let (nights, _, _) = try Self.make()
    let raw = RawLedger(path: nights.temporary.path(Ledger.fileName))
    try raw.run(
      """
      DROP TRIGGER guards_never_deleted;
      CREATE TRIGGER guards_never_deleted BEFORE DELETE ON guards BEGIN SELECT 1; END
      """)
    #expect(
      try nights.faults().map(\.description) == [
        "ledger, table schema: a table, index or trigger is not as the program makes it"
      ])
  }

  @Test func `a trigger that was taken away, and a table that was added, are named`() throws {
    let (nights, _, _) = try Self.make()
    let raw = RawLedger(path: nights.temporary.path(Ledger.fileName))
    #expect(throws: RawLedger.SQLFailure.self) { try raw.run("DELETE FROM guards") }
    #expect(throws: RawLedger.SQLFailure.self) { try raw.run("UPDATE entries SET run = 'x'") }
    try raw.run("DROP TRIGGER guards_never_deleted; CREATE TABLE extra (a)")
    let faults = try Ledger.verify(in: nights.folder(), against: nil).faults
    #expect(
      faults.map(\.description) == [
        "ledger, table schema: trigger guards_never_deleted is missing",
        "ledger, table schema: table extra does not belong there",
      ])
  }

  @Test(arguments: [1, 20, 21, 22])
  func `of rows that do not follow from the events twenty are told one by one`(
    count: Int
  ) throws {
    let nights = Nights()
    let ledger = try nights.open()
    let seen = (1...22).map { Nights.seen("A\($0)", in: ledger) }
    try Nights.publish(ledger, asOf: Nights.day(0), seen: seen)
    try ledger.checkpoint()
    try RawLedger(path: nights.temporary.path(Ledger.fileName)).run(
      """
      UPDATE discrepancies SET first_seen = first_seen + 1
      WHERE subject IN (SELECT subject FROM discrepancies LIMIT \(count))
      """)
    let faults = try nights.faults().map(\.fault)
    let more = faults.filter { $0.hasSuffix("rows like these") }
    #expect(faults.count - more.count == min(count, 20))
    #expect(more == (count > 20 ? ["\(count - 20) more rows like these"] : []))
  }

  @Test(arguments: tables)
  func `a table that was taken away is named`(table: String) throws {
    let (nights, _, _) = try Self.make()
    try RawLedger(path: nights.temporary.path(Ledger.fileName)).run("DROP TABLE \(table)")
    let faults = try Ledger.verify(in: nights.folder(), against: nil).faults.map(\.description)
    #expect(faults.contains("ledger, table schema: table \(table) is missing"), "\(faults)")
  }

  /// Statements without triggers, and all that is wrong then; entries 3 and 5 are runs.
  @Test(arguments: [
    (
      "UPDATE entries SET program = 'x' WHERE number = 5",
      ["entries, entry 5 (run 2026-11-22-01): the record is not as it was sealed"]
    ),
    (
      "UPDATE seals SET hash = zeroblob(32) WHERE entry = 5",
      [
        "entries, entry 5 (run 2026-11-22-01): the record is not as it was sealed",
        "seals, entry 5 (run 2026-11-22-01): the seal is not the one the next entry rests on",
      ]
    ),
    (
      "UPDATE inputs SET rows_read = 99 WHERE entry = 5 AND path = 'staff/b.csv'",
      ["inputs, entry 5 (run 2026-11-22-01): a row is not as it was sealed"]
    ),
    (
      "DELETE FROM inputs WHERE entry = 5 AND path = 'staff/b.csv'",
      ["inputs, entry 5 (run 2026-11-22-01): 1 rows, but 2 were sealed"]
    ),
    (
      "DELETE FROM guards",
      ["guards, entry 3 (run 2026-11-21-01): 0 rows, but 1 were sealed"]
    ),
  ])
  func `what was changed is told, and nothing that was not`(_ sql: String, told: [String]) throws {
    let (nights, _, head) = try Self.make()
    let raw = RawLedger(path: nights.temporary.path(Ledger.fileName))
    let triggers = try raw.run("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    try raw.run(triggers.map { "DROP TRIGGER \($0[0]);" }.joined())
    try raw.run(sql)
    try raw.run(triggers.map { $0[1] + ";" }.joined())
    let faults = try Ledger.verify(in: nights.folder(), against: head).faults
    #expect(faults.map(\.description) == told.map { "ledger, table \($0)" })
  }

  @Test func `a ledger whose end was cut off is found against a head that was kept`() throws {
    let (nights, old, oldHead) = try Self.make()
    let newHead: LedgerHead
    do {
      let ledger = try nights.open()
      try Nights.publish(ledger, asOf: Nights.day(3))
      newHead = try ledger.head()
      #expect(try nights.faults(against: oldHead) == [])
    }
    // Last week's file put back whole: nothing in it is wrong, only the kept head tells.
    for name in ["-wal", "-shm"] { nights.temporary.remove(Ledger.fileName + name) }
    nights.temporary.write(Ledger.fileName, bytes: old)
    #expect(try nights.faults() == [])
    let faults = try nights.faults(against: newHead)
    #expect(faults.map(\.table) == ["ledger-head.txt"])
    #expect(faults.first?.description.contains("8 entries, the ledger only 7") ?? false)
  }

  @Test func `a head of another ledger, or of another end, is told apart`() throws {
    let (nights, _, head) = try Self.make()
    let (_, _, other) = try Self.make()
    let text = head.text
    #expect(LedgerHead(text: text) == head)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.count == 3)
    #expect(lines[1] == "7")
    #expect(LedgerHead(text: "x") == nil)
    #expect(LedgerHead(text: lines[0] + "\n0\n" + lines[2]) == nil)
    let elsewhere = try nights.faults(against: other)
    #expect(elsewhere.map(\.fault) == ["the head that was kept is that of another ledger"])
    let changed = try #require(
      LedgerHead(text: lines[0] + "\n5\n" + lines[2] + "\n"))
    let faults = try nights.faults(against: changed)
    #expect(faults.map(\.fault) == ["entry 5 is not the one that the head was kept of"])
  }

  @Test(arguments: ["-719163", "2932897", "-2147483647", "9223372036854775807"])
  func `a first day that is none is taken as missing by the next run`(_ raw: String) throws {
    let (nights, bytes, _) = try Self.make()
    nights.temporary.write(Ledger.fileName, bytes: bytes)
    nights.temporary.makePrivate([Ledger.fileName])
    try RawLedger(path: nights.temporary.path(Ledger.fileName))
      .run("UPDATE discrepancies SET first_seen = \(raw)")
    let ledger = try nights.open()
    let night = try ledger.memory().night(
      seen: [Nights.seen("C", in: ledger)], rules: Nights.rules, asOf: Nights.day(5))
    #expect(night.firstSeen == [.missing])
  }

  @Test func `a damaged page is a fault, not a crash`() throws {
    let (nights, bytes, _) = try Self.make()
    let pageBytes = 16_384
    for page in 1..<(bytes.count / pageBytes) {
      var damaged = bytes
      for index in 0..<200 { damaged[page * pageBytes + index] = 0xA5 }
      nights.temporary.write(Ledger.fileName, bytes: damaged)
      let faults = try Ledger.verify(in: nights.folder(), against: nil).faults
      #expect(faults.contains { $0.table == Ledger.fileName }, "page \(page): \(faults)")
    }
  }
}
