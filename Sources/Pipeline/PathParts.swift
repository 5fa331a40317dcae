/// A path cut behind its last slash.
struct PathParts {
  /// The folder with its slash; empty where the path is a name alone.
  let prefix: String
  /// What stands behind the last slash.
  let name: String

  init(_ path: String) {
    let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    prefix = String(path[..<start])
    name = String(path[start...])
  }

  /// The folder, to be opened.
  var folder: String { prefix.isEmpty ? "." : prefix }
}
