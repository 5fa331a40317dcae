import Files

/// One self-contained page: head, policy, band, contents, main part, foot.
///
/// The page loads nothing and sends nothing: its policy allows one style and at most one script,
/// each by its SHA-256, and nothing else. Scripts may not write markup (`trusted-types 'none'`).
struct HTMLPage: Sendable {
  /// The heading and the page's title, not escaped yet.
  let title: String
  /// A line below the heading, not escaped yet.
  let subtitle: String
  /// The foot, not escaped yet.
  let foot: String
  /// The parts of the main area, in order; the headings of those with an id are the contents.
  private(set) var sections: [Section] = []
  /// The script that runs behind the page; empty for none.
  var script = ""
  /// Blocks of data that the script reads.
  private(set) var blocks: [Block] = []

  /// A part of the page.
  struct Section: Sendable {
    let id: String
    /// Not escaped yet; empty for none.
    let heading: String
    let markup: String
  }

  /// A block of data, and what writes it.
  struct Block: Sendable {
    let id: String
    let write: @Sendable (consuming OutputBuffer) -> OutputBuffer
  }

  init(title: String, subtitle: String, foot: String) {
    self.title = title
    self.subtitle = subtitle
    self.foot = foot
  }

  /// Adds a part; `markup` must be escaped already.
  mutating func add(_ id: String, _ heading: String, _ markup: String) {
    sections.append(Section(id: id, heading: heading, markup: markup))
  }

  /// Adds data, as ``ScriptData`` writes it.
  mutating func add(
    id: String, _ write: @escaping @Sendable (consuming OutputBuffer) -> OutputBuffer
  ) {
    blocks.append(Block(id: id, write: write))
  }

  /// The page in memory.
  func bytes() -> [UInt8] { write(to: OutputBuffer()).bytes }

  /// Writes the page.
  func write(to output: consuming OutputBuffer) -> OutputBuffer {
    var output = output
    output.append(head)
    for section in sections {
      let heading = section.heading.isEmpty ? "" : "<h2>\(HTMLText.escaped(section.heading))</h2>\n"
      output.append("<section id=\"\(section.id)\">\n\(heading)" as String)
      output.append(section.markup)
      output.append("</section>\n" as StaticString)
    }
    output.append("</main>\n<footer><div class=\"wide\"><p class=\"note\">" as StaticString)
    output.append("\(HTMLText.escaped(foot))</p></div></footer>\n" as String)
    for block in blocks {
      output.append("<script type=\"application/json\" id=\"\(block.id)\">" as String)
      output = block.write(output)
      output.append("</script>\n" as StaticString)
    }
    if !script.isEmpty { output.append("<script>\(script)</script>\n" as String) }
    output.append("</body>\n</html>\n" as StaticString)
    return output
  }

  /// The Content-Security-Policy of the page.
  var policy: String {
    let scripts = script.isEmpty ? "" : "script-src '\(Self.hash(script))'; "
    return "default-src 'none'; \(scripts)style-src '\(Self.hash(PageStyle.text))'; "
      + "img-src data:; base-uri 'none'; form-action 'none'; "
      + "require-trusted-types-for 'script'; trusted-types 'none'"
  }

  private static func hash(_ text: String) -> String {
    "sha256-\(Base64.text(SHA256.digest(of: text).bytes))"
  }

  private var head: String {
    let links = sections.filter { !$0.heading.isEmpty }.map {
      "<li><a href=\"#\($0.id)\">\(HTMLText.escaped($0.heading))</a></li>"
    }
    // The icon is empty, so that no browser asks for one.
    return """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta name="robots" content="noindex">
      <link rel="icon" href="data:,">
      <title>\(HTMLText.escaped(title))</title>
      <style>\(PageStyle.text)</style>
      </head>
      <body>
      <a class="skip" href="#main">Skip to the main part</a>
      <header class="band"><div class="wide">
      <h1>\(HTMLText.escaped(title))</h1>
      <p>\(HTMLText.escaped(subtitle))</p>
      </div></header>
      <nav class="contents" aria-label="Parts of this page"><div class="wide"><ul>
      \(links.joined(separator: "\n"))
      </ul></div></nav>
      <main id="main" class="wide" tabindex="-1">

      """
  }
}

/// Pieces of pages: escaped text in the elements that all pages use.
enum Markup {
  /// An element with text in it.
  static func element(_ name: String, _ text: String) -> String {
    "<\(name)>\(HTMLText.escaped(text))</\(name)>\n"
  }

  /// A paragraph.
  static func paragraph(_ text: String) -> String { element("p", text) }

  /// A quiet remark.
  static func note(_ text: String) -> String {
    "<p class=\"note\">\(HTMLText.escaped(text))</p>\n"
  }

  /// A list of sentences.
  static func list(_ items: [String]) -> String {
    items.isEmpty ? "" : "<ul>\n\(items.map { element("li", $0) }.joined())</ul>\n"
  }

  /// A box that scrolls by itself, with its name for those who do not see it.
  static func scrolling(_ name: String, _ markup: String) -> String {
    "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"\(HTMLText.escaped(name))\">"
      + "\n\(markup)</div>\n"
  }

  /// A box on the page's ground.
  static func card(_ markup: String) -> String { "<div class=\"card\">\n\(markup)</div>\n" }

  /// A table of texts; the first cell of each row heads it, `numbers` are columns of figures.
  static func table(
    _ caption: String, _ columns: [String], _ rows: [[String]], numbers: Set<Int> = [],
    hashes: Set<Int> = []
  ) -> String {
    func style(_ place: Int) -> String {
      numbers.contains(place) ? " class=\"n\"" : hashes.contains(place) ? " class=\"hash\"" : ""
    }
    let heads = columns.enumerated().map { place, text in
      "<th scope=\"col\"\(style(place))>\(HTMLText.escaped(text))</th>"
    }
    let body = rows.map { cells in
      let written = cells.enumerated().map { place, text in
        let cell = HTMLText.escaped(text)
        return place == 0
          ? "<th scope=\"row\"\(style(0))>\(cell)</th>" : "<td\(style(place))>\(cell)</td>"
      }
      return "<tr>\(written.joined())</tr>\n"
    }
    return "<table>\n<caption>\(HTMLText.escaped(caption))</caption>\n<thead>\n"
      + "<tr>\(heads.joined())</tr>\n</thead>\n<tbody>\n\(body.joined())</tbody>\n</table>\n"
  }
}
