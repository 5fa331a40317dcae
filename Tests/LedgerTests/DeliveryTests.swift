import Ledger
import Testing
import Vocabulary

@Suite struct DeliveryTests {
  /// Keeps the folder while a ledger in it is open.
  let nights = Nights()

  /// What happens on one night: under which employees the person is known, with which code the
  /// person is listed (nil: no code), whether the run is confirmed afterwards.
  struct Step {
    var employees = ["RA2/00000001"]
    var code: String? = "aaaaaaaaaaaa"
    var isListed = true
    var isEligible = true
    var isConfirmed = false
    let expected: DeliveryStatus
  }

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let steps: [Step]
  }

  static let cases = [
    Case(
      testDescription: "listed until confirmed, then sent; another code is to be sent anew",
      steps: [
        Step(expected: .new),
        Step(isConfirmed: true, expected: .listed),
        Step(expected: .sent),
        Step(code: "bbbbbbbbbbbb", isConfirmed: true, expected: .codeChanged),
        Step(code: "bbbbbbbbbbbb", expected: .sent),
        Step(expected: .codeChanged),
        Step(code: nil, expected: .noCode),
        Step(code: "bbbbbbbbbbbb", expected: .sent),
      ]),
    Case(
      testDescription: "who was listed without a code was never listed",
      steps: [
        Step(code: nil, isConfirmed: true, expected: .noCode),
        Step(expected: .new),
        Step(expected: .listed),
      ]),
    Case(
      testDescription: "who moves employer inside the footprint is not sent the code again",
      steps: [
        Step(isConfirmed: true, expected: .new),
        Step(employees: ["RA2/00000001", "RA3/00000007"], expected: .sent),
        Step(employees: ["RA3/00000007"], expected: .sent),
        Step(employees: ["RA3/00000007"], code: "bbbbbbbbbbbb", expected: .codeChanged),
      ]),
    Case(
      testDescription: "nor where those to whom it was sent are left out of the lists",
      steps: [
        Step(isConfirmed: true, expected: .new),
        Step(
          employees: ["RA2/00000001", "RA3/00000007"], isListed: false, expected: .sent),
        Step(employees: ["RA3/00000007"], isListed: false, expected: .sent),
        Step(employees: ["RA2/00000001"], isListed: false, expected: .sent),
      ]),
    Case(
      testDescription: "who was listed, moved and is listed there was listed before",
      steps: [
        Step(expected: .new),
        Step(employees: ["RA2/00000001", "RA3/00000007"], expected: .listed),
        Step(employees: ["RA3/00000007"], isConfirmed: true, expected: .listed),
        Step(employees: ["RA3/00000007"], expected: .sent),
      ]),
    Case(
      testDescription: "who left the list and is back was listed before",
      steps: [
        Step(expected: .new),
        Step(isEligible: false, isConfirmed: true, expected: .listed),
        Step(expected: .listed),
      ]),
  ]

  @Test(arguments: cases)
  func `a delivery goes its way from night to night`(row: Case) throws {
    let ledger = try nights.open()
    for (offset, step) in row.steps.enumerated() {
      let recipients = Nights.recipients(step.employees, in: ledger)
      let status = try ledger.memory().delivery(to: recipients[...], fingerprint: step.code)
      #expect(status == step.expected, "night \(offset + 1)")
      var listed: [Nights.Recipient] = []
      if step.isEligible, let code = step.code {
        listed = [
          Nights.listed(step.employees, in: ledger, code: code, isListed: step.isListed)
        ]
      }
      let (id, _) = try Nights.publish(ledger, asOf: Nights.day(offset), deliveries: listed)
      if step.isConfirmed {
        _ = try ledger.confirm(run: id, footprint: nil, at: Nights.now)
      }
    }
    #expect(try nights.faults() == [])
  }

  @Test func `of two employees of one person the latest confirmation counts, at once either`()
    throws
  {
    let ledger = try nights.open()
    let one = Nights.listed(["RA2/00000001"], in: ledger, code: "aaaaaaaaaaaa")
    let two = Nights.listed(["RA3/00000007"], in: ledger, code: "bbbbbbbbbbbb")
    let (both, _) = try Nights.publish(ledger, asOf: Nights.day(0), deliveries: [one, two])
    _ = try ledger.confirm(run: both, footprint: nil, at: Nights.now)
    // They are found to be one person.
    for recipients in [one.recipients + two.recipients, two.recipients + one.recipients] {
      let memory = try ledger.memory()
      #expect(memory.delivery(to: recipients[...], fingerprint: "aaaaaaaaaaaa") == .sent)
      #expect(memory.delivery(to: recipients[...], fingerprint: "bbbbbbbbbbbb") == .sent)
      #expect(memory.delivery(to: recipients[...], fingerprint: "cccccccccccc") == .codeChanged)
    }
    let new = Nights.listed(["RA3/00000007"], in: ledger, code: "cccccccccccc")
    let (later, _) = try Nights.publish(ledger, asOf: Nights.day(1), deliveries: [new])
    _ = try ledger.confirm(run: later, footprint: nil, at: Nights.now)
    for recipients in [one.recipients + two.recipients, two.recipients + one.recipients] {
      let memory = try ledger.memory()
      #expect(memory.delivery(to: recipients[...], fingerprint: "aaaaaaaaaaaa") == .codeChanged)
      #expect(memory.delivery(to: recipients[...], fingerprint: "cccccccccccc") == .sent)
    }
  }

  @Test func `a confirmation is for its footprint and its run, and counts once`() throws {
    let ledger = try nights.open()
    let first = Nights.listed(["RA2/00000001"], in: ledger, code: "aaaaaaaaaaaa")
    let other = Nights.listed(
      ["RA9/00000001"], in: ledger, code: "cccccccccccc", footprint: "S9B9J")
    let (one, _) = try Nights.publish(
      ledger, asOf: Nights.day(0), deliveries: [first, other])
    // The second run has another code for the first and lists the other no more.
    let changed = Nights.listed(["RA2/00000001"], in: ledger, code: "bbbbbbbbbbbb")
    try Nights.publish(ledger, asOf: Nights.day(1), deliveries: [changed])

    let before = try ledger.head()
    let none = try ledger.confirm(run: one, footprint: "QE1", at: Nights.now)
    #expect((none.listed, none.newlyConfirmed) == (0, 0))
    #expect(none.head == before)
    let confirmed = try ledger.confirm(run: one, footprint: "QWO", at: Nights.now)
    #expect((confirmed.listed, confirmed.newlyConfirmed) == (1, 1))
    #expect(confirmed.head.entryCount == before.entryCount + 1)
    let again = try ledger.confirm(run: one, footprint: "QWO", at: Nights.now)
    #expect((again.listed, again.newlyConfirmed) == (1, 0))
    #expect(again.head == confirmed.head)
    let rest = try ledger.confirm(run: one, footprint: nil, at: Nights.now)
    #expect((rest.listed, rest.newlyConfirmed) == (2, 1))

    let memory = try ledger.memory()
    #expect(memory.delivery(to: first.recipients[...], fingerprint: "aaaaaaaaaaaa") == .sent)
    #expect(memory.delivery(to: first.recipients[...], fingerprint: "bbbbbbbbbbbb") == .codeChanged)
    #expect(memory.delivery(to: other.recipients[...], fingerprint: "cccccccccccc") == .sent)
    #expect(throws: LedgerError.unknownRun("2026-11-21-02")) {
      _ = try ledger.confirm(run: "2026-11-21-02", footprint: nil, at: Nights.now)
    }
  }

  @Test func `who was left out of a run's lists is not confirmed with it, wherever employed`()
    throws
  {
    let ledger = try nights.open()
    let listed = Nights.listed(["RA2/00000001"], in: ledger, code: "aaaaaaaaaaaa")
    let (first, _) = try Nights.publish(ledger, asOf: Nights.day(0), deliveries: [listed])
    _ = try ledger.confirm(run: first, footprint: nil, at: Nights.now)
    // Now at two employers, and the code was sent already.
    let both = Nights.listed(
      ["RA2/00000001", "RA3/00000007"], in: ledger, code: "aaaaaaaaaaaa", isListed: false)
    let (second, _) = try Nights.publish(ledger, asOf: Nights.day(1), deliveries: [both])
    let confirmed = try ledger.confirm(run: second, footprint: nil, at: Nights.now)
    #expect((confirmed.listed, confirmed.newlyConfirmed) == (0, 0))
  }

  @Test func `a run that rests on what was confirmed meanwhile is not entered`() throws {
    let ledger = try nights.open()
    let listed = Nights.listed(["RA2/00000001"], in: ledger, code: "aaaaaaaaaaaa")
    let (id, night) = try Nights.publish(ledger, asOf: Nights.day(0), deliveries: [listed])
    let memory = try ledger.memory()
    _ = try ledger.confirm(run: id, footprint: nil, at: Nights.now)
    let head = try ledger.head()
    #expect(throws: LedgerError.changedMeanwhile) {
      _ = try ledger.recordPublished(
        RunRecord(
          id: "2026-11-22-01", asOf: Nights.day(1), startedAt: "", recordedAt: "", program: "",
          pipeline: head.hash, manifest: head.hash, inputs: [], staffRows: [:],
          acceptedGuards: [], discrepancies: night, deliveries: RecipientRecords(), carers: []),
        memory: memory)
    }
    #expect(try ledger.head() == head)
    // Nothing of it is in the way of the next one.
    try Nights.publish(ledger, asOf: Nights.day(1), deliveries: [listed])
    #expect(try nights.faults(against: head) == [])
  }
}
