/// What a JSON5 text may hold at most, so that no file can exhaust memory or the stack.
package enum JSON5Limits {
  /// 1 MiB: a pipeline file is written by hand; the longest in use has some hundred lines.
  package static let maximumByteCount = 1 << 20
  /// A pipeline file is five levels deep; the parser recurses once a level.
  static let maximumDepth = 64

  /// The largest manifest that is read back, in bytes: about 250,000 files of a run.
  static let manifestByteCount = 64 << 20
}
