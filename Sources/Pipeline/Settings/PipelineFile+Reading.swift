import Ingest
import Join
import Normalise
import Vocabulary

extension PipelineFile {
  /// The pipeline file that `bytes` hold.
  ///
  /// - Parameters:
  ///   - path: The file as it was named; stands in the message only.
  ///   - bytes: Its content.
  ///   - knownRules: The ids of all rules, which `detect.rules` may name.
  /// - Returns: The file with the defaults of the keys it leaves out.
  /// - Throws: All faults at once; of a file that is no JSON5 the first one.
  package static func read(
    path: String, bytes: [UInt8], knownRules: [String]
  ) throws(PipelineFileFaults) -> PipelineFile {
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

    var context = ReadingContext(knownRules: knownRules)
    var file = PipelineFile()
    noteKeysGivenTwice(in: tree, path: "", &context)
    PipelineFileSchema.keys.read(tree, into: &file, path: "", &context)
    file.noteContradictions(&context)
    guard context.faults.isEmpty else {
      throw PipelineFileFaults(file: path, faults: context.faults)
    }
    file.ingest.syntheticNINumbers = file.normalise.syntheticNINumbers
    file.ingest.readsLinkageColumns = file.join.methods.contains(.probabilistic)
    file.ingest.maximumRejectedShare = file.guards.maximumRejectedShare
    return file
  }

  private static func noteKeysGivenTwice(
    in value: JSON5Value, path: String, _ context: inout ReadingContext
  ) {
    switch value.content {
    case .object(let members):
      var lines: [String: Int] = [:]
      for member in members {
        let memberPath = Display.path(path, member.key)
        if let line = lines[member.key] {
          context.note(
            "this key is given twice, first on line \(line), take one away",
            at: member.keyPosition, path: memberPath)
        } else {
          lines[member.key] = member.keyPosition.line
        }
        noteKeysGivenTwice(in: member.value, path: memberPath, &context)
      }
    case .list(let items):
      for (index, item) in items.enumerated() {
        noteKeysGivenTwice(in: item, path: "\(path)[\(index)]", &context)
      }
    case .null, .boolean, .number, .text: break
    }
  }

  /// Notes what no key can see alone.
  private func noteContradictions(_ context: inout ReadingContext) {
    if join.review > join.accept,
      let key = ["join.review", "join.accept"].first(where: { context.positions[$0] != nil }),
      let position = context.positions[key]
    {
      context.note(
        "join.review (\(join.review)) is above join.accept (\(join.accept)), "
          + "nothing would go to review, lower it",
        at: position, path: key)
    }

    var flags: [String: CarerFlag] = [:]
    for flag in CarerFlag.allCases {
      let path = "normalise.carerFlag.\(flag.rawValue)"
      guard let texts = normalise.carerFlagKeys[flag], let position = context.positions[path]
      else { continue }
      for (index, text) in texts.enumerated() {
        let key = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if let other = flags.updateValue(flag, forKey: key), other != flag {
          context.note(
            "\(Display.quoted(text)) stands under \(other.rawValue) too, take one away",
            at: position, path: "\(path)[\(index)]")
        }
      }
    }
  }
}
