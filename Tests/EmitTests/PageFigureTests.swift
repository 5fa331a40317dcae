import Emit
import Foundation
import Records
import Testing
import Vocabulary

/// The figures of charts, tables and drafts, against figures worked out by hand.
@Suite struct PageFigureTests {
  /// A page's text without its elements, white space collapsed, as one reads it.
  private static func words(_ page: String) -> String {
    page.replacing(/<(style|script)[^>]*>.*?<\/(style|script)>/.dotMatchesNewlines(), with: "")
      .replacing(/<[^>]*>/, with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Five employees: one finding of a high rule, three of a low one, aged 0, 3, 40 and 400 days.
  private static var world: SmallWorld {
    var world = SmallWorld()
    world.extracts.inputs = [InputAccount(source: .staff, path: "staff.csv")]
    world.extracts.inputs[0].rowsRead = 5
    world.extracts.inputs[0].accepted = 5
    world.rule("flag-conflict", .high, action: "Ask the employee.")
    world.rule("manager-unknown", .low, action: "Check the manager.")
    world.employer("RX1", footprint: "QT1", name: "Trust")
    world.accessCode("C-1", .digitalResource, of: "QT1")
    for number in 1...5 { world.employee("\(number)", status: .carer) }
    world.finding("flag-conflict", .employee(0))
    for employee in 1...3 { world.finding("manager-unknown", .employee(employee)) }
    world.memory.lives = [0, 3, 40, 400].map { age in
      DiscrepancyLife(
        status: age == 0 ? .new : .open, firstSeen: SmallWorld.asOf.adding(days: -age),
        ageDays: age)
    }
    return world
  }

  @Test(arguments: [
    "4 discrepancies 1 of them high severity 5 active employees",
    "Rule Severity Share Count flag-conflict high 1 manager-unknown low 3",
    "Age Share High Medium Low Found in this run 1 0 0 1 to 7 days 0 0 1 8 to 30 days 0 0 0 "
      + "31 to 90 days 0 0 1 91 to 365 days 0 0 0 More than a year 0 0 1",
    "Footprint Covered With a code Of QT1 1 2",
    "RX1 Trust * * *",
    "staff.csv staff 5 5 0 0 yes All files 5 5 0 0 yes",
  ])
  func `the report says what was counted`(text: String) {
    #expect(Self.words(Self.world.file("report.html")).contains(text))
  }

  @Test func `the trend has a column for each night and the present one`() {
    var world = Self.world
    world.memory.nights = [("2026-11-19", 7), ("2026-11-20", 9)].map { day, open in
      EarlierNight(
        run: "\(day)-01", asOf: SmallWorld.day(day), counts: [.open: open, .new: 2, .resolved: 5])
    }
    let text = Self.words(world.file("report.html"))
    #expect(
      text.contains(
        "Night open reopened new waived 21 November 2026, this run 3 0 1 0 "
          + "20 November 2026, run 2026-11-20-01 9 0 2 0 "
          + "19 November 2026, run 2026-11-19-01 7 0 2 0"))
  }

  @Test func `the evidence page has the values of the file, and the trend those of earlier files`()
    throws
  {
    var world = SmallWorld()
    world.employer("RX1", footprint: "QT1", name: "Trust")
    world.employees(100, carers: 20)
    var night = EarlierNight(run: "2026-11-20-01", asOf: SmallWorld.day("2026-11-20"), counts: [:])
    for (level, code) in [("all", "all"), ("organisation", "RX1")] {
      night.evidence[
        EvidenceCell(level: level, code: code, measure: "identification-rate")] = "0.150"
    }
    world.memory.nights = [night]
    let text = Self.words(world.file("evidence.html"))
    #expect(text.contains("Staff 100 Carers recorded 20 Carers identified 20"))
    #expect(text.contains("Identification rate 20.0% 100"))
    #expect(text.contains("Expected carers 32 0.32 NHS Staff Survey 2023 Gap 12 32"))
    #expect(text.contains("21 November 2026 20.0% 20 November 2026 15.0%"))
    #expect(text.contains("RX1 Trust organisation 15.0% 20.0%"))
  }

  @Test(arguments: [
    (DeliveryStatus.new, 9, "10"), (.sent, 9, "0"), (.new, 3, "*"), (.sent, 3, "*"),
  ])
  func `recipients outstanding are counted, and small counts hidden`(
    delivery: DeliveryStatus, count: Int, shown: String
  ) throws {
    var world = SmallWorld()
    world.employer("RX1", footprint: "QT1", name: "Trust", lead: "Lee", leadEmail: "l@nhs.example")
    world.accessCode("C-1", .digitalResource, of: "QH8")
    world.employees(60, carers: count)
    world.entitlements.carers = Array(0..<count)
    world.memory.lives = []
    world.memory.carerDeliveries = [DeliveryStatus](repeating: delivery, count: count)
    let text = Self.words(world.file("distribution/QT1/access-codes.html"))
    #expect(text.contains("RX1 Trust Lee l@nhs.example \(shown) 0"))
    #expect(text.contains("RX1 Trust Employers for Carers none missing"))
    #expect(
      text.contains(
        "RX1 Trust Digital Resource for Carers C-1 in force not said open previous footprint QH8"))
  }

  @Test func `a code that ends within 30 days is expiring, one on the 31st is not`() {
    for (until, state) in [("2026-12-21", "expiring"), ("2026-12-22", "in force")] {
      var world = SmallWorld()
      world.employer("RX1", footprint: "QT1")
      world.accessCode("C-1", .employersForCarers, of: "RX1", isOrganisations: true, until: until)
      let text = Self.words(world.file("distribution/QT1/access-codes.html"))
      #expect(text.contains("Employers for Carers C-1 \(state) not said \(until) its own"))
    }
  }

  @Test func `a code that ends soon and is followed by another is not expiring`() {
    var world = SmallWorld()
    world.employer("RX1", footprint: "QT1")
    world.accessCode("C-2", .employersForCarers, of: "QT1")
    world.extracts.accessCodes[0].validFrom = SmallWorld.day("2026-12-02")
    world.accessCode("C-1", .employersForCarers, of: "QT1", until: "2026-12-01")
    let text = Self.words(world.file("distribution/QT1/access-codes.html"))
    #expect(text.contains("Employers for Carers C-1 in force not said 2026-12-01"))
    #expect(!text.contains("ends on"))
  }

  @Test func `codes that overlap or are shared are to be seen to, for their platform`() {
    var world = SmallWorld()
    world.rule("access-code-overlap", .medium, action: "Decide.")
    world.rule("access-code-shared", .medium, action: "Check.")
    world.employer("RX1", footprint: "QT1", name: "Trust")
    // One row of a wide file gives both codes.
    world.accessCode("C-1", .employersForCarers, of: "QT1")
    world.accessCode("C-2", .digitalResource, of: "QT1")
    let row = SourceRow(file: 0, line: 2)
    world.finding(
      "access-code-overlap", .footprintPlatform(SmallWorld.code("QT1"), .digitalResource),
      detail: "2 different codes for Digital Resource for Carers hold at once.", rows: [row])
    world.finding(
      "access-code-shared", .accessCode("0123456789ab"), detail: "The code is given to two.",
      rows: [row])
    let text = Self.words(world.file("distribution/QT1/access-codes.html"))
    let overlap = ": 2 different codes for Digital Resource for Carers hold at once."
    #expect(text.contains("RX1 Trust, Digital Resource for Carers\(overlap)"))
    #expect(!text.contains("RX1 Trust, Employers for Carers\(overlap)"))
    #expect(text.contains("RX1 Trust, Employers for Carers: The code is given to two."))
  }

  // MARK: - Drafts

  private static func draft(
    lead: String = "Lee O'Dd", email: String = "lee@nhs.example"
  ) throws -> (headers: String, body: String) {
    var world = SmallWorld()
    world.employer("RX1", footprint: "QT1", name: "Trust", lead: lead, leadEmail: email)
    world.accessCode("C-1", .digitalResource, of: "QT1", until: "2027-03-31")
    let text = world.file("distribution/QT1/RX1.eml")
    let parts = text.split(separator: "\r\n\r\n", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return (text, "") }
    let body = Data(base64Encoded: parts[1].replacing("\r\n", with: ""))
    return (parts[0], String(decoding: body ?? Data(), as: UTF8.self))
  }

  @Test func `a draft has its headers, both codes and the lists to attach`() throws {
    let draft = try Self.draft()
    #expect(
      draft.headers.hasPrefix(
        "Date: Sat, 21 Nov 2026 00:00:00 +0000\r\n"
          + "From: Workforce lead <workforce-lead@example.invalid>\r\n"
          + "To: =?utf-8?B?TGVlIE8nRGQ=?=\r\n <lee@nhs.example>\r\nSubject: =?utf-8?B?"))
    #expect(draft.headers.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 76 })
    for text in [
      "Dear Lee O'Dd,", "There is no code at present", "Code: C-1, valid until 31 March 2027",
      "recipients/QT1/RX1/managers.csv", "recipients/QT1/RX1/carers.csv",
    ] {
      #expect(draft.body.contains(text), "\(text)")
    }
  }

  @Test(arguments: [
    "Lee\r\nBcc: all@nhs.example", "Lee\nX", "\u{202E}Lee", "=?utf-8?Q?x?=", "Lee <x@y.example>,",
  ])
  func `a lead's name adds no header and no recipient`(lead: String) throws {
    let headers = try Self.draft(lead: lead).headers
    let names = headers.split(separator: "\r\n").filter { !$0.hasPrefix(" ") }
      .map { $0.prefix { $0 != ":" } }
    #expect(
      names == [
        "Date", "From", "To", "Subject", "X-Unsent", "MIME-Version", "Content-Type",
        "Content-Transfer-Encoding",
      ])
    #expect(headers.ranges(of: "<").count == 2)
  }

  @Test(arguments: [
    "", "a,b@nhs.example", "a@nhs.example>", "\"a b\"@nhs.example", "ä@nhs.example",
  ])
  func `an address that might be read as several is not written to`(email: String) throws {
    #expect(try Self.draft(email: email).headers == "")
  }

  // MARK: - The nights

  @Test func `the nights are a page, the newest first in its table`() {
    var page = HistoryPage()
    page.nights = [("2026-11-20", 4), ("2026-11-21", 6)].map { day, open in
      HistoryPage.Night(
        run: "\(day)-01", asOf: SmallWorld.day(day), recordedAt: "at night", staffRows: 1_234,
        counts: [.open: open, .resolved: 1])
    }
    page.events = ["a list was <sent>"]
    let text = Self.words(String(decoding: page.bytes(), as: UTF8.self))
    #expect(text.contains("2 runs, from 20 November 2026 to 21 November 2026"))
    #expect(
      text.contains(
        "2026-11-21-01 at night 1,234 0 6 0 0 1 2026-11-20-01 at night 1,234 0 4 0 0 1"))
    #expect(text.contains("a list was &lt;sent&gt;"))
  }
}
