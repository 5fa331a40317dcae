import Pipeline

/// Reads made-up pipeline files.
enum PipelineFileHarness {
  static func read(_ bytes: [UInt8]) {
    do {
      _ = try PipelineFile.read(path: "nightly.json5", bytes: bytes, knownRules: ["a-rule"])
    } catch {
      Message.check(error.message)
    }
  }
}
