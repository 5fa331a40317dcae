/// The text of a pipeline file or layout, before any key is looked at.
enum SettingsText {
  /// The object that `bytes` hold; `path` is the file as it was named, for the message.
  ///
  /// - Throws: the first place that is not JSON5, or that it is no object.
  static func object(path: String, bytes: [UInt8]) throws(PipelineFileFaults) -> JSON5Value {
    let tree: JSON5Value
    do {
      tree = try JSON5Parser.parse(bytes)
    } catch {
      let fault = PipelineFileFault(at: error.position, path: "", problem: error.problem)
      throw PipelineFileFaults(file: path, faults: [fault])
    }
    guard case .object = tree.content else {
      let problem = "give one object { … }, not \(Display.kind(of: tree))"
      let fault = PipelineFileFault(at: tree.position, path: "", problem: problem)
      throw PipelineFileFaults(file: path, faults: [fault])
    }
    return tree
  }
}

extension ReadingContext {
  /// Notes each key that an object holds twice, however deep it lies.
  mutating func noteKeysGivenTwice(in value: JSON5Value, path: String) {
    switch value.content {
    case .object(let members):
      var lines: [String: Int] = [:]
      for member in members {
        let memberPath = Display.path(path, member.key)
        if let line = lines[member.key] {
          note(
            "this key is given twice, first on line \(line), take one away",
            at: member.keyPosition, path: memberPath)
        } else {
          lines[member.key] = member.keyPosition.line
        }
        noteKeysGivenTwice(in: member.value, path: memberPath)
      }
    case .list(let items):
      for (index, item) in items.enumerated() {
        noteKeysGivenTwice(in: item, path: "\(path)[\(index)]")
      }
    case .null, .boolean, .number, .text: break
    }
  }
}
