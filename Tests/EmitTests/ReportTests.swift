import Emit
import Files
import Records
import Testing
import Vocabulary

@Suite struct ReportTests {
  private static let injection = "<script>alert('x')</script>&\"><img src=x onerror=y>"

  @Test(arguments: [
    ("a & b", "a &amp; b"), ("<b>", "&lt;b&gt;"), ("\"'", "&quot;&#39;"), ("&lt;", "&amp;lt;"),
    ("Ødegård", "Ødegård"), ("", ""),
  ])
  func `text never becomes markup`(text: String, escaped: String) {
    #expect(HTMLText.escaped(text) == escaped)
  }

  @Test func `an injection in a file's name or a rule does nothing`() throws {
    var world = SmallWorld()
    world.extracts.inputs = [InputAccount(source: .staff, path: Self.injection)]
    world.employer("RX1")
    world.employee("1")
    world.rule(Self.injection, .low, action: Self.injection)
    world.finding(Self.injection, .employee(0))
    let page = try world.file("report.html")
    #expect(!page.contains("<script"))
    #expect(!page.contains("<img"))
    #expect(page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;&gt;&lt;img"))
  }

  @Test func `the page loads nothing and its policy allows only its own style`() throws {
    let page = try SmallWorld().file("report.html")
    let style = try #require(
      page.split(separator: "<style>").last?.split(separator: "</style>").first)
    let hash = Base64.text(SHA256.digest(of: String(style)).bytes)
    #expect(
      page.contains(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
          + "style-src 'sha256-\(hash)'; base-uri 'none'; form-action 'none'\">"))
    for word in ["http:", "https:", "<script", "<link", "url(", "@import"] {
      #expect(!page.contains(word), "\(word)")
    }
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `Base64 is that of RFC 4648`(text: String, encoded: String) {
    #expect(Base64.text(Array(text.utf8)) == encoded)
  }

  @Test func `no name, number or code stands in the page`() throws {
    var world = SmallWorld()
    world.employer("RX1", name: "Trust", lead: "Leadname")
    world.accessCode("SECRETCODE", .digitalResource, of: "RX1")
    world.employee("12345678", last: "Lastname", first: "Firstname", email: "mail@nhs.net")
    world.rule("manager-unknown", .low)
    world.finding("manager-unknown", .employee(0))
    for path in ["report.html", "summary.json", "manifest.json"] {
      let text = try world.file(path)
      for secret in ["SECRETCODE", "12345678", "Lastname", "Firstname", "mail@", "Leadname"] {
        #expect(!text.contains(secret), "\(path): \(secret)")
      }
    }
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
