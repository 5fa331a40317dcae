import Detect
import Ingest
import Pipeline
import TestSupport
import Vocabulary

/// The tables of `README.md` that are made from the code, so that they cannot go stale.
///
/// Each stands between two remarks that a reader does not see: `<!-- made from the code: NAME -->`
/// and
/// `<!-- end: NAME -->`.
struct GeneratedSections {
  /// The sections by name: what must stand between the remarks.
  let texts: [String: String]

  /// Makes them; the commands are asked of the built program.
  init() throws {
    texts = [
      "headings": Self.headings,
      "layouts": try Self.layouts(),
      "layout keys": LayoutFileSchema.markdownTable,
      "pipeline keys": PipelineFileSchema.markdownTable,
      "exit statuses": Self.exitStatuses,
      "rules": Self.rules,
      "commands": try Self.commands(),
    ]
  }

  /// What stands in a document in the place of a section; nil where it has no such place.
  static func text(_ name: String, in document: String) -> String? {
    guard let start = document.firstRange(of: start(name)),
      let end = document[start.upperBound...].firstRange(of: end(name))
    else { return nil }
    return String(document[start.upperBound..<end.lowerBound])
  }

  /// The document with all its sections made anew.
  func renewed(_ document: String) -> String {
    var renewed = document
    for (name, text) in texts {
      guard let old = Self.text(name, in: renewed) else { continue }
      renewed = renewed.replacing(
        Self.start(name) + old + Self.end(name), with: Self.start(name) + text + Self.end(name))
    }
    return renewed
  }

  private static func start(_ name: String) -> String { "<!-- made from the code: \(name) -->\n" }
  private static func end(_ name: String) -> String { "<!-- end: \(name) -->" }

  // MARK: - Tables

  private static func table(_ headings: [String], _ rows: [[String]]) -> String {
    ([headings, headings.map { _ in "---" }] + rows)
      .map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  private static let contract = Source.allCases.map(Layouts.layout(of:))

  private static var headings: String {
    var columns: [ColumnName] = []
    for column in contract.flatMap(\.columns) where !columns.contains(column) {
      columns.append(column)
    }
    let rows = columns.map { column in
      let sources = contract.filter { $0.columns.contains(column) }.map { layout in
        layout.required.allSatisfy { $0.contains(column) }
          ? "**\(layout.source.rawValue)**" : layout.source.rawValue
      }
      return [
        "`\(column.rawValue)`", (Headings.accepted[column] ?? []).joined(separator: ", "),
        sources.joined(separator: ", "),
      ]
    }
    let choices = contract.filter { $0.required.count > 1 }.map { layout in
      let sets = layout.required.map { set in
        set.map { "`\($0.rawValue)`" }.joined(separator: " and ")
      }
      return "- \(layout.source.rawValue): at least \(sets.joined(separator: ", or ")).\n"
    }
    return table(["column", "also accepted", "in the files of"], rows) + "\n" + choices.joined()
  }

  private static func layouts() throws -> String {
    let shipped = try LayoutSet()
    let rows =
      shipped.tables.map { ["`\($0.name)`", $0.source.rawValue, $0.description] }
      + [["`\(shipped.outbound.name)`", "staff, competences", shipped.outbound.description]]
    return table(["layout", "source", "what it reads"], rows.sorted { $0[0] < $1[0] })
  }

  private static var exitStatuses: String {
    table(
      ["status", "what it means"],
      ExitStatus.allCases.map { ["\($0.rawValue)", $0.summary] })
  }

  private static var rules: String {
    table(
      ["rule", "severity", "what is wrong", "what to do"],
      RuleCatalogue.all.map {
        ["`\($0.id)`", $0.severity?.rawValue ?? "off", $0.problem, $0.action]
      })
  }

  private static func commands() throws -> String {
    let lines = try BuiltProgram.run(["--help"]).output.split(separator: "\n")
    let names = lines.drop { $0 != "COMMANDS:" }.dropFirst().compactMap { line in
      line.hasPrefix("  ") && !line.hasPrefix("   ") ? line.split(separator: " ").first : nil
    }
    var text = "```\n"
    for name in names {
      let help = try BuiltProgram.run(["help", String(name)]).output
      let usage = help.split(separator: "\n", omittingEmptySubsequences: false)
        .drop { !$0.hasPrefix("USAGE:") }.prefix { !$0.isEmpty }
      for line in usage {
        text +=
          line.replacing("USAGE: ", with: "").replacing("                ", with: "         ")
          + "\n"
      }
    }
    return text + "```\n"
  }
}
