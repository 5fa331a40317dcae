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
    let tree = try SettingsText.object(path: path, bytes: bytes)
    var context = ReadingContext(knownRules: knownRules)
    var file = PipelineFile()
    context.noteKeysGivenTwice(in: tree, path: "")
    PipelineFileSchema.keys.read(tree, into: &file, path: "", &context)
    file.noteContradictions(&context)
    guard context.faults.isEmpty else {
      throw PipelineFileFaults(file: path, faults: context.faults)
    }
    file.layoutPositions = context.positions.filter { $0.key.hasSuffix(".layout") }
    file.ingest.readsLinkageColumns = file.join.methods.contains(.probabilistic)
    return file
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
