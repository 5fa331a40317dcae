import Ingest

extension PipelineFileSchema {
  /// A key as the documentation shows it.
  package struct Row: Sendable, Equatable {
    /// The key with those above it; the keys of a block stand under `sources.*`.
    package var path: String
    /// What to give: "a number from 0 to 1".
    package var expectation: String
    /// What holds without the key; "required" where it must be given.
    package var standard: String
    /// What the key is for, one sentence.
    package var summary: String
  }

  /// Every key in the order of the declarations.
  package static var rows: [Row] {
    let blocks = blockKeys.all.map { row($0, SourceBlock(), prefix: "sources.*.") }
    let file = keys.all.map { row($0, PipelineFile(), prefix: "") }
    guard let end = file.lastIndex(where: { $0.path.hasPrefix("sources.") }) else { return file }
    return file[...end] + blocks + file[(end + 1)...]
  }

  private static func row<Root>(_ key: SettingKey<Root>, _ root: Root, prefix: String) -> Row {
    Row(
      path: prefix + key.path, expectation: key.expectation,
      standard: key.isRequired ? "required" : key.show(root), summary: key.summary)
  }

  /// All keys as a table in Markdown.
  package static var markdownTable: String {
    let head = ["| key | give | without it | what it is for |", "| --- | --- | --- | --- |"]
    let body = rows.map {
      "| `\($0.path)` | \($0.expectation) | \($0.standard) | \($0.summary) |"
    }
    return (head + body).map { $0 + "\n" }.joined()
  }
}
