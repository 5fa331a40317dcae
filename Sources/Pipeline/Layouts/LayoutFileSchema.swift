package import Ingest
import Vocabulary

/// Every key of a layout file, declared once.
///
/// To add a key: give ``SourceLayout`` a property, and add one line here.
package enum LayoutFileSchema {
  /// The keys of the file, in the order the documentation shows them.
  package static let keys = SettingKeys<SourceLayout>(all: [
    SettingKey(
      "name", .layoutName, \.name, required: true,
      "What a block's layout and the manifest call it; a shipped layout of that name is replaced."),
    SettingKey("source", .choice(Source.allCases), \.source, required: true, "What it reads."),
    SettingKey("description", .text, \.description, "What it is for, one sentence."),
    SettingKey(
      "headings", .columns(of: .list(of: .heading, "headings"), "a list of headings"), \.headings,
      "Further headings of a column; they win over the table of headings."),
    SettingKey(
      "constants", .columns(of: .text, "a text"), \.constants,
      "What stands in a column's empty cells, or in all where the column is not there."),
    SettingKey(
      "values", .columns(of: .texts, "an object of texts"), \.values,
      "Texts as they come, each with the text that is known instead."),
    SettingKey(
      "skipRows", .list(of: .cellText, "texts"), \.skipRows,
      "Rows whose first filled cell says this are no rows: totals; a * at the end is anything."),
    SettingKey(
      "emptyReport", .list(of: .cellText, "texts"), \.emptyReport,
      "What a report says that has no rows."),
  ])

  /// The keys as a table in Markdown.
  package static var markdownTable: String {
    let rows = keys.all.map {
      "| `\($0.path)` | \($0.expectation) | \($0.isRequired ? "required" : "nothing") "
        + "| \($0.summary) |\n"
    }
    return "| key | give | without it | what it is for |\n| --- | --- | --- | --- |\n"
      + rows.joined()
  }
}

// MARK: - Reading

extension SourceLayout {
  /// The layout that `bytes` hold; `path` is the file as it was named, for the message.
  ///
  /// - Throws: all faults at once; of a file that is no JSON5 the first one.
  package static func read(
    path: String, bytes: [UInt8]
  ) throws(PipelineFileFaults) -> SourceLayout {
    try read(path: path, tree: SettingsText.object(path: path, bytes: bytes))
  }

  static func read(path: String, tree: JSON5Value) throws(PipelineFileFaults) -> SourceLayout {
    var context = ReadingContext(knownRules: [])
    var layout = SourceLayout()
    context.noteKeysGivenTwice(in: tree, path: "")
    LayoutFileSchema.keys.read(tree, into: &layout, path: "", &context)
    if context.positions["source"] != nil { layout.noteContradictions(&context) }
    guard context.faults.isEmpty else {
      throw PipelineFileFaults(file: path, faults: context.faults)
    }
    return layout
  }

  /// Notes what no key can see alone.
  private func noteContradictions(_ context: inout ReadingContext) {
    let columns = Layouts.layout(of: source).columns
    let named: [(key: String, columns: [ColumnName])] = [
      ("headings", Array(headings.keys)), ("constants", Array(constants.keys)),
      ("values", Array(values.keys)),
    ]
    for (key, found) in named {
      for column in found where !columns.contains(column) {
        let path = "\(key).\(column.rawValue)"
        guard let position = context.positions[path] else { continue }
        context.note(
          "the source \(source.rawValue) has no such column, "
            + Display.suggestion(
              for: column.rawValue, among: columns.map(\.rawValue), noun: "column"),
          at: position, path: path)
      }
    }
    var owners: [[UInt8]: ColumnName] = [:]
    for column in columns {
      for heading in headings[column] ?? [] {
        let path = "headings.\(column.rawValue)"
        guard let position = context.positions[path] else { continue }
        let owner = owners.updateValue(column, forKey: Headings.key(heading))
        if let owner, owner != column {
          context.note(
            "\(Display.quoted(heading)) stands under \(owner.rawValue) too, take one away",
            at: position, path: path)
        }
      }
    }
  }
}

extension ValueReader {
  /// An object of columns, each with a value that `item` reads; `noun` says what that is.
  fileprivate static func columns<Item>(
    of item: ValueReader<Item>, _ noun: String
  ) -> Self where Value == [ColumnName: Item] {
    let expectation = "an object of columns, each with \(noun)"
    return Self(
      expectation: expectation, show: { "\($0.count) columns" },
      read: { value, path, context in
        guard case .object(let members) = value.content else {
          context.noteKind(value, path: path, expected: expectation)
          return nil
        }
        var result: [ColumnName: Item] = [:]
        for member in members {
          let memberPath = Display.path(path, member.key)
          context.positions[memberPath] = member.keyPosition
          let read = item.read(member.value, memberPath, &context)
          guard let column = ColumnName(rawValue: member.key) else {
            let names = ColumnName.allCases.map(\.rawValue)
            context.note(
              "unknown column, "
                + Display.suggestion(for: member.key, among: names, noun: "column"),
              at: member.keyPosition, path: memberPath)
            continue
          }
          result[column] = read
        }
        return result
      })
  }
}

extension ValueReader<String> {
  /// A heading, which is known by its letters and digits.
  fileprivate static var heading: Self {
    text("a heading") { Headings.key($0).isEmpty ? "give a heading with letters or digits" : nil }
  }

  /// What the first filled cell of a row says.
  fileprivate static var cellText: Self {
    text("a text") { text in
      text.allSatisfy { $0 == "*" || $0.isWhitespace } ? "this would be any row, say more" : nil
    }
  }
}

extension ValueReader<[String: String]> {
  /// An object of texts, each with a text, which may be empty.
  fileprivate static var texts: Self {
    Self(
      expectation: "an object of texts", show: { "\($0.count) texts" },
      read: { value, path, context in
        guard case .object(let members) = value.content else {
          context.noteKind(value, path: path, expected: "an object of texts")
          return nil
        }
        var result: [String: String] = [:]
        for member in members {
          guard case .text(let text) = member.value.content else {
            context.noteKind(
              member.value, path: Display.path(path, member.key), expected: "a text in quotes")
            continue
          }
          result[member.key] = text
        }
        return result
      })
  }
}
