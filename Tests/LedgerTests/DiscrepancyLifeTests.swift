import Ledger
import Testing
import Vocabulary

@Suite struct DiscrepancyLifeTests {
  /// Keeps the folder while a ledger in it is open.
  let nights = Nights()

  /// A discrepancy and its ten nights, one letter each.
  ///
  /// Input: x found, w found and waived, dot not found. Expected: n new, o open, r reopened, w
  /// waived, s resolved tonight, dash nothing to say.
  struct Row {
    let subject: String
    let input: String
    let expected: String
    let firstNight: Int
  }

  /// The nights' dates as days after 2026-11-21: the fourth comes after a gap, the tenth long
  /// after.
  static let offsets = [0, 1, 2, 5, 6, 7, 8, 9, 10, 30]

  static let table = [
    //                     1234567890               1234567890
    Row(subject: "A", input: "xxxxxxxxxx", expected: "nooooooooo", firstNight: 1),
    Row(subject: "B", input: "x.x.xx..xx", expected: "nsrsros-ro", firstNight: 1),
    Row(subject: "C", input: "..wwxx.wx.", expected: "--wwooswos", firstNight: 3),
    Row(subject: "D", input: ".xw.x.....", expected: "-nwsrs----", firstNight: 2),
    Row(subject: "E", input: ".........x", expected: "---------n", firstNight: 10),
    Row(subject: "F", input: "x.........", expected: "ns--------", firstNight: 1),
  ]

  private static let letters: [DiscrepancyStatus: Character] = [
    .new: "n", .open: "o", .reopened: "r", .waived: "w", .resolved: "s",
  ]

  @Test func `ten nights of findings that come and go have the statuses drawn in the table`()
    throws
  {
    let nights = Nights()
    var found = [String](repeating: "", count: Self.table.count)
    for (index, offset) in Self.offsets.enumerated() {
      // Opened anew each night, as each run does.
      let ledger = try nights.open()
      var seen: [SeenDiscrepancy] = []
      var rows: [Int] = []
      for (row, line) in Self.table.enumerated() {
        let mark = Array(line.input)[index]
        guard mark != "." else { continue }
        rows.append(row)
        seen.append(
          Nights.seen(line.subject, in: ledger, waivedUntil: mark == "w" ? .missing : nil))
      }
      let asOf = Nights.day(offset)
      let (_, night) = try Nights.publish(ledger, asOf: asOf, seen: seen)
      for (row, line) in Self.table.enumerated() {
        if let position = rows.firstIndex(of: row) {
          found[row].append(Self.letters[night.statuses[position]] ?? "?")
          let first = Self.offsets[line.firstNight - 1]
          #expect(night.firstSeen[position] == Nights.day(first), "\(line.subject) \(index + 1)")
          #expect(night.ageDays(position) == offset - first)
        } else {
          let isGone = night.resolved.contains { $0.subject == Self.hash(line, in: ledger) }
          found[row].append(isGone ? "s" : "-")
        }
      }
    }
    #expect(found == Self.table.map(\.expected))
    let ledger = try nights.open()
    #expect(try nights.faults() == [])
    let last = try #require(try ledger.history().last)
    #expect(last.counts == [.new: 1, .open: 2, .reopened: 0, .waived: 0, .resolved: 1])
  }

  private static func hash(_ row: Row, in ledger: Ledger) -> KeyedHash {
    var hasher = ledger.hashing.makeHasher()
    return hasher.discrepancy(rule: Nights.rules[0], subject: row.subject)
  }

  @Test func `a waiver is remembered with its end and another end is a change`() throws {
    let ledger = try nights.open()
    let ends: [CalendarDay?] = [Nights.day(5), Nights.day(5), Nights.day(9), .missing, nil]
    // Nothing is entered where the end is that of the night before.
    let isEntered = [true, false, true, true, true]
    for (offset, end) in ends.enumerated() {
      let seen = Nights.seen("A", in: ledger, waivedUntil: end)
      let (_, night) = try Nights.publish(ledger, asOf: Nights.day(offset), seen: [seen])
      #expect(night.statuses == [end == nil ? .open : .waived])
      var changes = RuleChanges(rule: "flag-conflict")
      if end == nil { changes.waiverEnded = 1 } else { changes.waived = 1 }
      let run = try #require(try ledger.lastPublishedRun())
      #expect(try ledger.ruleChanges(of: run) == (isEntered[offset] ? [changes] : []))
    }
    #expect(try nights.faults() == [])
  }

  @Test func `another severity or organisation is entered and changes no status`() throws {
    let ledger = try nights.open()
    for (severity, organisation) in [(Severity.high, "RA2"), (.low, "RA2"), (.low, "RA3")] {
      let seen = Nights.seen(
        "A", in: ledger, severity: severity, organisation: organisation)
      try Nights.publish(ledger, asOf: Nights.day(0), seen: [seen])
    }
    let run = try #require(try ledger.lastPublishedRun())
    var expected = RuleChanges(rule: "flag-conflict")
    expected.changed = 1
    #expect(try ledger.ruleChanges(of: run) == [expected])
    let (_, night) = try Nights.publish(ledger, asOf: Nights.day(1))
    #expect(night.resolved.map(\.severity) == [.low])
    #expect(night.resolved.map(\.organisation) == ["RA3"])
    #expect(try nights.faults() == [])
  }

  @Test func `a run for an earlier date goes on from the last one, and no age is below zero`()
    throws
  {
    let ledger = try nights.open()
    try Nights.publish(ledger, asOf: Nights.day(5), seen: [Nights.seen("A", in: ledger)])
    let (id, night) = try Nights.publish(
      ledger, asOf: Nights.day(2),
      seen: [Nights.seen("A", in: ledger), Nights.seen("B", in: ledger)])
    #expect(id == "2026-11-23-01")
    #expect(night.statuses == [.open, .new])
    #expect(night.firstSeen == [Nights.day(5), Nights.day(2)])
    #expect(night.ageDays(0) == 0)
    #expect(try ledger.lastPublishedRun()?.id == id)
  }

  @Test func `two findings with one discrepancy id live one life`() throws {
    let ledger = try nights.open()
    let twice = [Nights.seen("A", in: ledger), Nights.seen("A", in: ledger)]
    let (_, first) = try Nights.publish(ledger, asOf: Nights.day(0), seen: twice)
    #expect(first.statuses == [.new, .new])
    let (_, second) = try Nights.publish(ledger, asOf: Nights.day(1), seen: twice)
    #expect(second.statuses == [.open, .open])
    // It is the first one's severity that is remembered.
    let changed = [
      Nights.seen("A", in: ledger, severity: .low), Nights.seen("A", in: ledger, severity: .medium),
    ]
    let (_, third) = try Nights.publish(ledger, asOf: Nights.day(2), seen: changed)
    #expect(third.changesSeen == [.changed, .changed])
    let (_, fourth) = try Nights.publish(ledger, asOf: Nights.day(3), seen: [changed[0]])
    #expect(fourth.changesSeen == [nil])
  }

  @Test func `the flags of the last published run are remembered, and only those`() throws {
    let ledger = try nights.open()
    var hasher = ledger.hashing.makeHasher()
    let first = hasher.carer(employee: "RA2/00000001".utf8.span)
    let second = hasher.carer(employee: "RA2/00000002".utf8.span)
    #expect(try !ledger.memory().wasCarer(first))
    try Nights.publish(ledger, asOf: Nights.day(0), carers: ["RA2/00000001", "RA2/00000003"])
    #expect(try ledger.memory().wasCarer(first))
    #expect(try !ledger.memory().wasCarer(second))
    try Nights.publish(ledger, asOf: Nights.day(1), carers: ["RA2/00000002", "RA2/00000003"])
    #expect(try !ledger.memory().wasCarer(first))
    #expect(try ledger.memory().wasCarer(second))
    #expect(try nights.faults() == [])
  }

  /// Carers 1 to 40, then 21 to 60: their keyed hashes stand in any order.
  @Test func `of many flags each is remembered as long as it says carer`() throws {
    let ledger = try nights.open()
    var hasher = ledger.hashing.makeHasher()
    for (offset, carers) in [1...40, 21...60].enumerated() {
      try Nights.publish(ledger, asOf: Nights.day(offset), carers: carers.map { "RA2/\($0)" })
      let memory = try ledger.memory()
      for number in 1...60 {
        let hash = hasher.carer(employee: "RA2/\(number)".utf8.span)
        #expect(memory.wasCarer(hash) == carers.contains(number), "\(number)")
      }
    }
    #expect(try nights.faults() == [])
  }
}
