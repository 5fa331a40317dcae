/// Where the published runs lie in an output folder.
enum RunFolder {
  /// The folder of all runs.
  static let parent = "runs"
  /// The link to the run published last.
  static let latest = "latest"

  /// The folder of a run, relative to the output folder.
  static func path(of id: String) -> String { "\(parent)/\(id)" }

  /// The id of the run whose folder is at a path; nil where that is not in ``parent``.
  static func id(at path: String) -> String? {
    path.hasPrefix("\(parent)/") ? String(path.dropFirst(parent.count + 1)) : nil
  }

  /// Whether a name is a run's id, `YYYY-MM-DD-nn`: digits and hyphens in their places.
  static func isID(_ name: String) -> Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      (2...9).contains(parts[3].count)
    else { return false }
    return parts.allSatisfy { $0.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
