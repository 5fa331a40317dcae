import Emit
import Foundation
import Records
import TestSupport
import Testing
import Vocabulary

/// The pages in a real browser: what a reader sees, does and takes away.
@Suite(
  .enabled(if: Browser.path != nil, "\(Browser.absence)"), .serialized, .timeLimit(.minutes(10)))
struct BrowserTests {
  private static let injection = "</script><img src=x onerror=\"window.isBroken=1\">'&\u{2028}"

  /// Two employers, each with something to see in every list; `text` stands in every name.
  private static func world(_ text: String = "Name") -> SmallWorld {
    var world = SmallWorld()
    world.extracts.inputs = [InputAccount(source: .staff, path: "staff/\(text).csv")]
    world.footprint("QT1", name: text)
    world.rule("email-shared", .medium, action: text)
    world.rule("flag-conflict", .high, action: "Ask.")
    world.employer("RX1", footprint: "QT1", name: text, lead: text, leadEmail: "lee@nhs.example")
    world.accessCode(text, .digitalResource, of: "QT1")
    let ann = world.employee("1", last: text, first: "Ann", email: text, status: .carer)
    let bob = world.employee("2", last: "Alder", first: text, isActive: true)
    world.employer("RX2", name: "Second Trust")
    let cay = world.employee("3", last: "Birch", first: "Cay")
    world.finding(
      "flag-conflict", .employee(ann), detail: text, rows: [SourceRow(file: 0, line: 7)])
    world.finding("email-shared", .employee(bob), detail: "Shared.")
    world.finding("email-shared", .employee(cay), detail: "Shared too.")
    world.entry(
      .passports, subject: "passport:\(text)", row: SourceRow(file: 0, line: 3), last: text,
      outcome: .review)
    world.reviews = [
      Review(kind: .passports, entry: 0, employee: bob, probability: 0.75, levels: [text])
    ]
    return world
  }

  /// The pages of a world in a folder, opened in a browser by name.
  private static func open(
    _ page: String, of world: SmallWorld, in browser: Browser, _ folder: TemporaryFolder
  ) throws {
    folder.write("page.html", world.file(page))
    try browser.open(folder.path("page.html"))
  }

  private static let rows =
    "[...document.querySelectorAll('#discrepancy-list tr.row')]"
    + ".map((row) => row.cells[3].innerText)"

  @Test func `paper has the rows of all pages, the screen those of one`() throws {
    var world = SmallWorld()
    world.rule("email-shared", .medium, action: "Check.")
    world.employer("RX1", name: "Trust")
    let ann = world.employee("1", last: "Lee", first: "Ann")
    for number in 1...120 {
      world.finding("email-shared", .employee(ann), detail: "Shared \(number).")
    }
    let (browser, folder) = (try Browser(), TemporaryFolder())
    try Self.open("report.html", of: world, in: browser, folder)
    let list = "document.getElementById('discrepancy-list')"
    func shown() throws -> String {
      try browser.evaluate(
        "[\(list).querySelectorAll('tr.row').length, "
          + "\(list).querySelector('tr.row').cells[4].innerText, "
          + "\(list).querySelector('[role=status]').innerText]")
    }
    // The second of three pages, with its first row open.
    try browser.evaluate(
      "([...\(list).querySelectorAll('.pager button')].at(-1).click(), "
        + "\(list).querySelector('button.open').click())")
    let second = #"[50,"Shared 51.","51 to 100 of 120 discrepancies"]"#
    #expect(try shown() == second)
    try browser.evaluate("dispatchEvent(new Event('beforeprint'))")
    #expect(try shown() == #"[120,"Shared 1.","1 to 120 of 120 discrepancies"]"#)
    #expect(try browser.evaluate("\(list).querySelectorAll('tr.more').length") == "1")
    try browser.evaluate("dispatchEvent(new Event('afterprint'))")
    #expect(try shown() == second)
    #expect(browser.complaints == [])
  }

  @Test func `the list filters, sorts and opens by mouse and keyboard`() throws {
    let (browser, folder) = (try Browser(), TemporaryFolder())
    try Self.open("report.html", of: Self.world(), in: browser, folder)
    let all = #"["Ann Name, RX1/00000001","Name Alder, RX1/00000002","Cay Birch, RX2/00000003"]"#
    #expect(try browser.evaluate(Self.rows) == all)
    try browser.evaluate(
      "(document.querySelectorAll('#discrepancy-list th button')[3].click(), "
        + "document.querySelectorAll('#discrepancy-list th button')[3].click())")
    #expect(
      try browser.evaluate(Self.rows)
        == #"["Cay Birch, RX2/00000003","Name Alder, RX1/00000002","Ann Name, RX1/00000001"]"#)
    for (field, value, left) in [
      ("rule", "0", 2), ("severity", "high", 1), ("organisation", "RX2", 1), ("status", "0", 3),
    ] {
      try browser.evaluate(
        "(() => { const field = document.getElementById('filter-\(field)'); field.value = "
          + "'\(value)'; field.dispatchEvent(new Event('change')); })()")
      #expect(try browser.evaluate("\(Self.rows).length") == "\(left)", "\(field)")
      try browser.evaluate("document.getElementById('filter-clear').click()")
    }
    try browser.evaluate(
      "(() => { const field = document.getElementById('filter-text'); field.value = 'BIRCH too'; "
        + "field.dispatchEvent(new Event('input')); })()")
    try browser.wait("\(Self.rows).length === 1")
    try browser.evaluate("document.querySelector('button.open').focus()")
    try browser.press("Enter", code: 13)
    try browser.wait("document.querySelector('tr.more') !== null")
    #expect(
      try browser.evaluate("document.querySelector('tr.more').innerText").contains("Shared too"))
    try browser.evaluate("document.querySelector('tr.more input').focus()")
    try browser.press("Escape", code: 27)
    try browser.wait("document.querySelector('tr.more') === null")
    #expect(try browser.evaluate("document.activeElement.className") == #""open""#)
    #expect(browser.complaints == [])
  }

  @Test func `what is marked survives a reload and is downloaded as a file of decisions`() throws {
    let (browser, folder) = (try Browser(), TemporaryFolder())
    try Self.open("report.html", of: Self.world("=N,\"m\""), in: browser, folder)
    try browser.evaluate("document.querySelector('#discrepancy-list tr.row').click()")
    try browser.evaluate(
      "(() => { document.querySelector('tr.more input[type=text]').value = '=1, \"two\"'; "
        + "document.querySelector('tr.more button').click(); })()")
    #expect(try browser.evaluate("document.querySelector('tr.more .error').innerText") != #""""#)
    try browser.evaluate(
      "(() => { document.querySelector('tr.more input[type=date]').value = '2027-01-31'; "
        + "document.querySelector('tr.more button').click(); })()")
    try browser.evaluate("document.querySelector('#review-list tr.row').click()")
    try browser.evaluate("document.querySelector('#review-list tr.more button').click()")
    try browser.reload()
    let state = "document.getElementById('decision-state').innerText"
    #expect(try browser.evaluate(state) == #""2 decisions, not downloaded yet.""#)
    try browser.evaluate("document.getElementById('download').click()")
    #expect(
      try browser.evaluate("document.getElementById('decision-error').innerText")
        == #""Give the name that the file is to say.""#)
    try browser.evaluate(
      "(() => { const by = document.getElementById('decided-by'); by.value = 'A. Auditor'; "
        + "by.dispatchEvent(new Event('change')); document.getElementById('download').click(); })()"
    )
    let text = try browser.downloaded("decisions-2026-11-21.csv")
    let day = try browser.evaluate("new Date().toLocaleDateString('sv')").dropFirst().dropLast()
    #expect(
      text == "\u{FEFF}kind,subject,employee,decision,until,decided_by,decided_on,note\r\n"
        + "discrepancy,flag-conflict|RX1/00000001,,waive,2027-01-31,A. Auditor,\(day),"
        + "\"'=1, \"\"two\"\"\"\r\n"
        + "link,\"passport:=N,\"\"m\"\"\",RX1/00000002,accept,,A. Auditor,\(day),\r\n")
    #expect(try browser.evaluate(state) == #""2 decisions, downloaded.""#)
    #expect(browser.complaints == [])
  }

  @Test(arguments: ["report.html", "evidence.html", "distribution/QT1/access-codes.html"])
  func `injected markup does nothing, and nothing is asked for`(page: String) throws {
    let (browser, folder) = (try Browser(), TemporaryFolder())
    try Self.open(page, of: Self.world(Self.injection), in: browser, folder)
    try browser.evaluate("document.querySelectorAll('tr.row').forEach((row) => row.click())")
    #expect(try browser.evaluate("window.isBroken === undefined") == "true")
    #expect(try browser.evaluate("document.querySelectorAll('img').length") == "0")
    let scripts = page == "report.html" ? 2 : 0
    #expect(try browser.evaluate("document.scripts.length") == "\(scripts)")
    let asked = browser.requests.filter { !$0.hasPrefix("data:") }
    #expect(asked == [URL(fileURLWithPath: folder.path("page.html")).absoluteString])
    #expect(browser.complaints == [])
  }

  @Test(arguments: ["report.html", "evidence.html", "distribution/QT1/access-codes.html"])
  func `everyone can read the pages, wide and narrow, light and dark`(page: String) throws {
    let (browser, folder) = (try Browser(), TemporaryFolder())
    for (width, isDark) in [(1280, false), (390, false), (1280, true), (390, true)] {
      try browser.show(width: width, isDark: isDark)
      try Self.open(page, of: Self.world(), in: browser, folder)
      try browser.evaluate("document.querySelectorAll('tr.row').forEach((row) => row.click())")
      try browser.evaluate("document.querySelectorAll('details').forEach((d) => d.open = true)")
      #expect(try browser.evaluate(PageChecks.script) == "[]", "\(width) \(isDark)")
      if let axe = PageChecks.axe {
        #expect(try browser.evaluate(PageChecks.axeScript(axe)) == "[]", "\(width) \(isDark)")
      }
      Attachment.record(
        try browser.picture(width: width), named: "\(width)-\(isDark ? "dark" : "light").png")
    }
    #expect(browser.complaints == [])
  }

  @Test func `a hundred thousand discrepancies can be opened and searched`() throws {
    let (browser, folder) = (try Browser(), TemporaryFolder())
    var world = SmallWorld()
    world.extracts.inputs = [InputAccount(source: .staff, path: "staff/trust.csv")]
    world.rule("email-shared", .medium, action: "Ask the employee.")
    world.employer("RX1", footprint: "QT1", name: "Trust")
    for place in 0..<100_000 {
      world.employee("\(10_000_000 + place)", last: "Last\(place)", first: "First\(place)")
      world.finding(
        "email-shared", .employee(place), detail: "The employee's email stands in another record.",
        rows: [SourceRow(file: 0, line: place + 2), SourceRow(file: 0, line: place + 3)])
    }
    folder.write("page.html", world.file("report.html"))
    try browser.open(folder.path("page.html"))
    try browser.evaluate(
      "(() => { const field = document.getElementById('filter-text'); "
        + "field.value = 'last99999'; field.dispatchEvent(new Event('input')); })()")
    try browser.wait("\(Self.rows).length === 1")
    #expect(browser.complaints == [])
  }
}
