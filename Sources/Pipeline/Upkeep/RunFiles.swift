import Emit
import Files

/// The files below a run's folder.
enum RunFiles {
  /// Paths relative to `folder`, in byte order; links and other things that are no file too.
  static func paths(below folder: Folder) throws(FileError) -> [String] {
    var paths: [String] = []
    try collect(folder, prefix: "", into: &paths)
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func collect(
    _ folder: Folder, prefix: String, into paths: inout [String]
  ) throws(FileError) {
    for name in try folder.names() {
      if try folder.kind(of: name) == .folder {
        try collect(try folder.folder(name), prefix: prefix + name + "/", into: &paths)
      } else {
        paths.append(prefix + name)
      }
    }
  }

  /// Whether a file of a run tells of persons, so that `purge` removes it.
  ///
  /// What stays has counts under disclosure control, or hashes: manifest, evidence, distribution.
  static func isPersonLevel(_ path: String) -> Bool {
    let kept = [OutputPaths.manifest, OutputPaths.evidence, OutputPaths.evidencePage]
    return !(kept.contains(path) || path.hasPrefix(OutputPaths.distribution))
  }
}
