package import Ingest

/// Every key of a layout file that describes interface records, declared once.
package enum OutboundLayoutSchema {
  /// The keys of the file, in the order the documentation shows them.
  package static let keys = SettingKeys<OutboundLayout>(
    all: [
      SettingKey(
        "name", .layoutName, \.name, required: true, "What the manifest calls it."),
      SettingKey("description", .text, \.description, "What it is for, one sentence."),
    ] + OutboundSubject.allCases.flatMap(keys(of:)) + [
      SettingKey(
        "skipped", .list(of: .recordCode, "codes of records"), \.skipped,
        "Records that are known and not needed.")
    ])

  private static func keys(of subject: OutboundSubject) -> [SettingKey<OutboundLayout>] {
    let path = "records.\(subject.rawValue)"
    return [
      SettingKey(
        "\(path).update", .recordCode, \.[subject].update, required: true,
        "The code of a record that is new or changed."),
      SettingKey(
        "\(path).delete", .recordCode, \.[subject].delete, required: true,
        "The code of a record that deletes by key."),
      SettingKey(
        "\(path).versions", .list(of: .fieldNames, "versions", minimumCount: 1),
        \.[subject].versions, required: true,
        "The names of the fields in their order, one list for each width."),
    ]
  }
}

// MARK: - Reading

extension OutboundLayout {
  /// The layout that `bytes` hold; `path` is the file as it was named, for the message.
  ///
  /// - Throws: all faults at once; of a file that is no JSON5 the first one.
  package static func read(
    path: String, bytes: [UInt8]
  ) throws(PipelineFileFaults) -> OutboundLayout {
    try read(path: path, tree: SettingsText.object(path: path, bytes: bytes))
  }

  static func read(path: String, tree: JSON5Value) throws(PipelineFileFaults) -> OutboundLayout {
    var context = ReadingContext(knownRules: [])
    var layout = OutboundLayout()
    context.noteKeysGivenTwice(in: tree, path: "")
    OutboundLayoutSchema.keys.read(tree, into: &layout, path: "", &context)
    if context.faults.isEmpty { layout.noteContradictions(&context) }
    guard context.faults.isEmpty else {
      throw PipelineFileFaults(file: path, faults: context.faults)
    }
    return layout
  }

  /// Whether a file describes interface records.
  static func isDescribed(by tree: JSON5Value) -> Bool {
    guard case .object(let members) = tree.content else { return false }
    return members.contains { $0.key == "records" }
  }

  /// Notes what no key can see alone.
  private func noteContradictions(_ context: inout ReadingContext) {
    var owners = Set(skipped + ["HDR", "TRL"])
    for type in records {
      let path = "records.\(type.subject.rawValue)"
      for (key, code) in [("update", type.update), ("delete", type.delete)]
      where !owners.insert(code).inserted {
        note("\(Display.quoted(code)) is the code of other records too", "\(path).\(key)", &context)
      }
      var widths: Set<Int> = []
      for version in type.versions {
        let names = version.map { $0.lowercased() }
        if !widths.insert(names.count).inserted {
          note("two versions have \(names.count) fields", "\(path).versions", &context)
        }
        for field in type.subject.requiredFields where !names.contains(field.name) {
          note(
            "the version of \(names.count) fields lacks \(Display.quoted(field.name))",
            "\(path).versions", &context)
        }
      }
    }
  }

  private func note(_ problem: String, _ path: String, _ context: inout ReadingContext) {
    let position = context.positions[path] ?? JSON5Position(line: 1, column: 1)
    context.note(problem, at: position, path: path)
  }
}

extension OutboundSubject {
  /// The fields without which a record cannot be applied.
  fileprivate var requiredFields: [OutboundField] {
    isDateTracked ? [key, .effectiveStart, .effectiveEnd] : [key]
  }
}

extension ValueReader<String> {
  /// The code of a record.
  fileprivate static var recordCode: Self {
    text("a code of three capital letters") { code in
      let isCode =
        code.utf8.count == 3 && code.utf8.allSatisfy { (0x41...0x5A).contains($0) }
      return isCode ? nil : "\(Display.quoted(code)) is no code, give three capital letters"
    }
  }
}

extension ValueReader<[String]> {
  /// The names of a record's fields.
  fileprivate static var fieldNames: Self {
    list(of: .text, "names of fields", minimumCount: 2)
  }
}
