import Emit
import Files
import Records
import TestSupport
import Testing
import Vocabulary

/// The pages as text: what may stand in them, and what their policy allows.
@Suite struct ReportTests {
  private static let injection = "<script>alert('x')</script>&\"><img src=x onerror=y>\u{2028}"
  static let pages = ["report.html", "evidence.html", "distribution/QT1/access-codes.html"]

  /// One employer, one employee, one finding; `text` is every name there is.
  private static func world(_ text: String) -> SmallWorld {
    var world = SmallWorld()
    world.extracts.inputs = [InputAccount(source: .staff, path: text)]
    world.footprint("QT1", name: text)
    world.employer("RX1", footprint: "QT1", name: text, lead: text, leadEmail: "lee@nhs.example")
    world.accessCode(text, .digitalResource, of: "QT1")
    world.employee("1", last: text, first: text)
    world.rule(text, .low, action: text)
    world.finding(text, .employee(0), detail: text, rows: [SourceRow(file: 0, line: 2)])
    return world
  }

  @Test(arguments: [
    ("a & b", "a &amp; b"), ("<b>", "&lt;b&gt;"), ("\"'", "&quot;&#39;"), ("&lt;", "&amp;lt;"),
    ("Ødegård", "Ødegård"), ("", ""),
  ])
  func `text never becomes markup`(text: String, escaped: String) {
    #expect(HTMLText.escaped(text) == escaped)
  }

  @Test(arguments: [
    ("a", "\"a\""), ("</script>", #""\u003c/script\u003e""#), ("&", #""\u0026""#),
    ("\u{2028}\u{2029}\u{2027}", "\"\\u2028\\u2029\u{2027}\""), ("\"\\", #""\"\\""#),
    ("\n\u{1}\u{7F}", #""\u000a\u0001\u007f""#), ("Ødegård €", "\"Ødegård €\""),
  ])
  func `data in a page can neither end its element nor break the script`(
    text: String, written: String
  ) {
    var data = ScriptData()
    data.text(text)
    let bytes = data.end().bytes
    #expect(String(decoding: bytes, as: UTF8.self) == written)
  }

  @Test func `data has commas where they belong`() {
    var data = ScriptData()
    data.open("{")
    data.key("a")
    data.open("[")
    data.integer(-1)
    data.text("b")
    data.open("[")
    data.close("]")
    data.close("]")
    data.key("c")
    data.integer(0)
    data.close("}")
    let bytes = data.end().bytes
    #expect(String(decoding: bytes, as: UTF8.self) == #"{"a":[-1,"b",[]],"c":0}"#)
  }

  @Test(arguments: pages)
  func `an injection in any name does nothing`(page: String) {
    let text = Self.world(Self.injection).file(page)
    let plain = Self.world("Name").file(page)
    #expect(!text.contains("<img"))
    for word in ["<script", "</script", "<a ", "<svg"] {
      #expect(text.ranges(of: word).count == plain.ranges(of: word).count, "\(word)")
    }
    #expect(text.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;&gt;&lt;img"))
  }

  @Test(arguments: pages)
  func `a page loads nothing, and its policy allows only its own style and script`(
    page: String
  ) throws {
    let text = Self.world("Name").file(page)
    let policy = try #require(Self.between(#"Policy" content=""#, "\">", in: text))
    let style = try #require(Self.between("<style>", "</style>", in: text))
    #expect(policy.contains("style-src '\(Self.hash(style))';"))
    if page == "report.html" {
      let script = try #require(Self.between("<script>", "</script>", in: text))
      #expect(policy.contains("script-src '\(Self.hash(script))';"))
    } else {
      #expect(!policy.contains("script-src"))
      #expect(!text.contains("<script"))
    }
    #expect(policy.hasPrefix("default-src 'none'; "))
    for word in ["unsafe", "http", "*"] { #expect(!policy.contains(word), "\(word)") }
    for word in ["http:", "https:", "url(", "@import", " style=", " onclick=", " src="] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  private static func between(_ start: String, _ end: String, in text: String) -> String? {
    guard let from = text.firstRange(of: start)?.upperBound else { return nil }
    return text[from...].firstRange(of: end).map { String(text[from..<$0.lowerBound]) }
  }

  private static func hash(_ text: String) -> String {
    "sha256-\(Base64.text(SHA256.digest(of: text).bytes))"
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `Base64 is that of RFC 4648`(text: String, encoded: String) {
    #expect(Base64.text(Array(text.utf8)) == encoded)
  }

  @Test(arguments: [
    ("report.html", ["SECRETCODE", "mail@", "Leadname"]),
    ("evidence.html", ["SECRETCODE", "12345678", "Lastname", "Firstname", "mail@", "Leadname"]),
    (
      "distribution/QT1/access-codes.html", ["12345678", "Lastname", "Firstname", "mail@"]
    ),
    ("distribution/QT1/RX1.eml", ["12345678", "Lastname", "Firstname", "mail@"]),
    ("summary.json", ["SECRETCODE", "12345678", "Lastname", "Firstname", "mail@", "Leadname"]),
    ("manifest.json", ["SECRETCODE", "12345678", "Lastname", "Firstname", "mail@", "Leadname"]),
  ])
  func `what has no place in a file does not stand there`(path: String, words: [String]) {
    var world = SmallWorld()
    world.extracts.inputs = [InputAccount(source: .staff, path: "staff.csv")]
    world.employer("RX1", footprint: "QT1", name: "Trust", lead: "Leadname", leadEmail: "a@b.uk")
    world.accessCode("SECRETCODE", .digitalResource, of: "RX1", isOrganisations: true)
    world.employee("12345678", last: "Lastname", first: "Firstname", email: "mail@nhs.net")
    world.rule("manager-unknown", .low)
    world.finding("manager-unknown", .employee(0))
    let text = world.file(path)
    #expect(!text.isEmpty)
    for word in words { #expect(!text.contains(word), "\(word)") }
  }

  @Test func `any number of workers writes the same pages`() {
    let one = Self.world("Name").files(workers: 1).map(\.text)
    #expect(Self.world("Name").files(workers: 3).map(\.text) == one)
  }

  @Test func `JSON has sorted keys and escapes what it must`() {
    let value = JSONValue.object([
      "b": .list([]), "a": .text("\"\\\n\u{1}é"), "Z": .object([:]), "c": .truth(false),
      "d": .list([.integer(-1), .integer(0)]),
    ])
    #expect(
      String(decoding: value.file, as: UTF8.self) == """
        {
          "Z": {},
          "a": "\\"\\\\\\u000a\\u0001é",
          "b": [],
          "c": false,
          "d": [
            -1,
            0
          ]
        }

        """)
  }
}
