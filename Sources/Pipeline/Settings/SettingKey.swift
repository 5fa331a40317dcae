/// The declaration of one key: from it come the reading, the faults and the documentation.
package struct SettingKey<Root>: Sendable {
  /// The key with those above it, `join.accept`.
  package let path: String
  /// What the key is for, one sentence.
  package let summary: String
  /// Whether the file is wrong without it.
  package let isRequired: Bool
  /// What to give: "a number from 0 to 1".
  package let expectation: String
  /// The value of the key in `root` as a pipeline file would have it.
  package let show: @Sendable (Root) -> String
  /// The parts of the path.
  let components: [String]
  /// Reads the key's value into `root`, or notes its faults.
  let read: @Sendable (JSON5Value, _ path: String, inout Root, inout ReadingContext) -> Void

  /// Declares that `path` is read by `reader` and kept at `keyPath`.
  init<Value>(
    _ path: String, _ reader: ValueReader<Value>,
    _ keyPath: any WritableKeyPath<Root, Value> & Sendable, required: Bool = false,
    _ summary: String
  ) {
    self.path = path
    self.summary = summary
    isRequired = required
    expectation = reader.expectation
    components = path.split(separator: ".").map(String.init)
    show = { root in reader.show(root[keyPath: keyPath]) }
    read = { value, path, root, context in
      guard let read = reader.read(value, path, &context) else { return }
      root[keyPath: keyPath] = read
    }
  }
}

/// The keys that one object and those inside it may hold.
package struct SettingKeys<Root>: Sendable {
  /// The declarations in the order the documentation shows them.
  package let all: [SettingKey<Root>]

  /// Reads `value`, which must be an object, into `root`; `path` is the path of the object.
  func read(
    _ value: JSON5Value, into root: inout Root, path: String, _ context: inout ReadingContext
  ) {
    readSection(value, [], path: path, into: &root, &context)
  }

  private func readSection(
    _ value: JSON5Value, _ section: [String], path: String, into root: inout Root,
    _ context: inout ReadingContext
  ) {
    guard case .object(let members) = value.content else {
      context.noteKind(value, path: path, expected: "an object { … }")
      return
    }
    for member in members {
      let components = section + [member.key]
      let memberPath = Display.path(path, member.key)
      context.positions[memberPath] = member.value.position
      if let key = all.first(where: { $0.components == components }) {
        key.read(member.value, memberPath, &root, &context)
      } else if all.contains(where: { $0.components.starts(with: components) }) {
        readSection(member.value, components, path: memberPath, into: &root, &context)
      } else {
        context.note(
          "unknown key, " + remedy(for: member.key, in: section), at: member.keyPosition,
          path: memberPath)
      }
    }
    noteMissing(in: value, members, section, path: path, &context)
  }

  private func noteMissing(
    in value: JSON5Value, _ members: [JSON5Member], _ section: [String], path: String,
    _ context: inout ReadingContext
  ) {
    for key in all where key.isRequired && key.components.starts(with: section) {
      let next = key.components[section.count]
      guard !members.contains(where: { $0.key == next }) else { continue }
      let rest = key.components[section.count...]
      context.note(
        "this key is missing, give \(key.expectation)", at: value.position,
        path: rest.reduce(path) { Display.path($0, $1) })
    }
  }

  /// What to write instead of the unknown key.
  private func remedy(for unknown: String, in section: [String]) -> String {
    var siblings: [String] = []
    for key in all where key.components.starts(with: section) {
      let sibling = key.components[section.count]
      if !siblings.contains(sibling) { siblings.append(sibling) }
    }
    if NearestWord.likely(for: unknown, among: siblings) == nil,
      let elsewhere = all.first(where: { $0.components.last == unknown })
    {
      return "it stands at \(Display.quoted(elsewhere.path))"
    }
    return Display.suggestion(for: unknown, among: siblings, noun: "key")
  }
}
