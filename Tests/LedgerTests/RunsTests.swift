import Files
import Ledger
import TestSupport
import Testing
import Vocabulary

@Suite struct RunsTests {
  let nights = Nights()

  @Test func `runs are counted for each date over those published`() throws {
    let ledger = try nights.open()
    #expect(try ledger.lastPublishedRun() == nil)
    #expect(try ledger.nextRunID(asOf: Nights.day(0)) == "2026-11-21-01")
    try ledger.recordFailed(
      run: "2026-11-21-01", asOf: Nights.day(0), startedAt: Nights.now, exitStatus: 65,
      at: Nights.now)
    #expect(try ledger.nextRunID(asOf: Nights.day(0)) == "2026-11-21-01")
    try Nights.publish(ledger, asOf: Nights.day(0))
    #expect(try ledger.nextRunID(asOf: Nights.day(0)) == "2026-11-21-02")
    #expect(try ledger.nextRunID(asOf: Nights.day(1)) == "2026-11-22-01")
    for _ in 0..<9 { try Nights.publish(ledger, asOf: Nights.day(0)) }
    #expect(try ledger.nextRunID(asOf: Nights.day(0)) == "2026-11-21-11")
  }

  @Test func `what was entered of the last run is given back`() throws {
    let ledger = try nights.open()
    let (id, _) = try Nights.publish(ledger, asOf: Nights.day(0))
    let run = try #require(try ledger.lastPublishedRun())
    #expect(run.id == id)
    #expect(run.asOf == Nights.day(0))
    #expect(run.startedAt == Nights.now && run.program == "1.0")
    #expect(run.staffRows == 42)
    #expect(run.manifest == SHA256.digest(of: id))
    let inputs = [Nights.input("staff/b.csv", "b"), Nights.input("staff/a.csv", id)]
    #expect(run.inputs == LedgerInput.identity(of: inputs))
    #expect(run.inputs != LedgerInput.identity(of: [inputs[0]]))
    #expect(try ledger.staffRows(of: run) == ["RA2": 40, "RA3": 2])
    #expect(try ledger.inputs(of: run) == inputs.reversed())
    #expect(try ledger.publishedRun(id) == run)
    #expect(throws: LedgerError.unknownRun("x")) { _ = try ledger.publishedRun("x") }
  }

  @Test func `a run that was cut off is known, and what became of it is entered`() throws {
    let ledger = try nights.open()
    #expect(try ledger.unfinishedRun() == nil)
    try ledger.recordStarted(
      run: "2026-11-21-01", asOf: Nights.day(0), program: "1.0", at: Nights.now)
    let unfinished = try #require(try ledger.unfinishedRun())
    #expect(unfinished.id == "2026-11-21-01")
    #expect(unfinished.asOf == Nights.day(0) && unfinished.startedAt == Nights.now)
    try ledger.recordDropped(unfinished, at: Nights.now)
    #expect(try ledger.unfinishedRun() == nil)
    try ledger.recordStarted(
      run: "2026-11-21-01", asOf: Nights.day(0), program: "1.0", at: Nights.now)
    try Nights.publish(ledger, asOf: Nights.day(0))
    #expect(try ledger.unfinishedRun() == nil)
    #expect(
      try ledger.history().map(\.kind) == [
        .created, .started, .dropped, .started, .published,
      ])
    #expect(try ledger.history().dropFirst().allSatisfy { $0.run == unfinished.id })
    #expect(try ledger.history().dropFirst().allSatisfy { $0.asOf == Nights.day(0) })
    #expect(try nights.faults() == [])
  }

  @Test func `a run that was prepared and taken back leaves nothing behind`() throws {
    let ledger = try nights.open()
    try Nights.publish(ledger, asOf: Nights.day(0), seen: [Nights.seen("A", in: ledger)])
    let head = try ledger.head()
    let memory = try ledger.memory()
    let run = try Nights.run(
      ledger, memory, asOf: Nights.day(1), seen: [Nights.seen("B", in: ledger)])
    try ledger.prepare(run, memory: memory)
    ledger.abandon()
    ledger.abandon()  // there is nothing to take back
    #expect(try ledger.head() == head)
    try ledger.recordFailed(
      run: run.id, asOf: Nights.day(1), startedAt: Nights.now, exitStatus: 74, at: Nights.now)
    #expect(try ledger.history().map(\.kind) == [.created, .published, .failed])
    #expect(try nights.faults(against: head) == [])
    // Neither is B known nor A resolved, as they would be had it been published.
    let seen = [Nights.seen("A", in: ledger), Nights.seen("B", in: ledger)]
    let (_, night) = try Nights.publish(ledger, asOf: Nights.day(1), seen: seen)
    #expect(night.statuses == [.open, .new])
    #expect(try nights.faults(against: head) == [])
  }

  /// Of two discrepancies, one of them waived, of one person with two employees and of one carer,
  /// the first night has five events and the confirmation two.
  @Test func `a night in which nothing has changed adds no events`() throws {
    let ledger = try nights.open()
    func publish(_ offset: Int) throws -> String {
      try Nights.publish(
        ledger, asOf: Nights.day(offset),
        seen: [
          Nights.seen("A", in: ledger), Nights.seen("B", in: ledger, waivedUntil: Nights.day(9)),
        ],
        deliveries: [
          Nights.listed(["RA2/00000001", "RA3/00000007"], in: ledger, code: "aaaaaaaaaaaa")
        ],
        carers: ["RA2/00000001"]
      ).id
    }
    let raw = RawLedger(path: nights.temporary.path("ledger.sqlite"))
    func events() throws -> [[String]] {
      try raw.run(
        """
        SELECT (SELECT count(*) FROM discrepancy_events), (SELECT count(*) FROM delivery_events),
          (SELECT count(*) FROM flag_events)
        """)
    }
    let first = try publish(0)
    #expect(try events() == [["2", "2", "1"]])
    _ = try ledger.confirm(run: first, footprint: nil, at: Nights.now)
    #expect(try events() == [["2", "4", "1"]])
    _ = try publish(1)
    #expect(try events() == [["2", "4", "1"]])
  }

  @Test func `the history says what was let pass, sent, removed and how a run failed`() throws {
    let ledger = try nights.open()
    let accepted = AcceptedGuard(name: "maximumShrink", reason: "merger\nof two trusts")
    let (id, _) = try Nights.publish(
      ledger, asOf: Nights.day(0), seen: [Nights.seen("A", in: ledger)],
      deliveries: [Nights.listed(["RA2/00000001"], in: ledger, code: "aaaaaaaaaaaa")],
      guards: [accepted])
    _ = try ledger.confirm(run: id, footprint: "QWO", at: Nights.now)
    try ledger.recordPurged(run: id, at: Nights.now)
    try ledger.recordFailed(
      run: "2026-11-22-01", asOf: Nights.day(1), startedAt: Nights.now, exitStatus: 65,
      at: Nights.now)
    let history = try ledger.history()
    #expect(history.map(\.number) == [1, 2, 3, 4, 5])
    #expect(history.map(\.run) == ["", id, id, id, "2026-11-22-01"])
    #expect(
      history.map(\.asOf) == [
        .missing, Nights.day(0), Nights.day(0), Nights.day(0), Nights.day(1),
      ])
    #expect(history[1].acceptedGuards == [accepted])
    #expect(history[1].acceptedGuards.map(\.reason) == ["merger?of two trusts"])
    #expect(history[1].counts[.new] == 1)
    #expect(history[1].staffRows == 42)
    #expect(history[2].footprint == "QWO")
    #expect(history[4].exitStatus == 65)
    #expect(throws: LedgerError.unknownRun("none")) {
      try ledger.recordPurged(run: "none", at: Nights.now)
    }
  }

  @Test func `the head is three lines that are replaced in one step`() throws {
    let ledger = try nights.open()
    try Nights.publish(ledger, asOf: Nights.day(0))
    let head = try ledger.head()
    try head.write(in: nights.folder())
    let text = String(
      decoding: try #require(nights.temporary.read("ledger-head.txt")), as: UTF8.self)
    #expect(text == "carer-reconcile ledger \(head.origin)\n2\n\(head.hash.hexadecimal)\n")
    #expect(nights.temporary.mode("ledger-head.txt") == 0o600)
    #expect(head.origin.count == 32)
  }
}
