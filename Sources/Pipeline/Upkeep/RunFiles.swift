import Emit
import Files

/// The files below a run's folder.
enum RunFiles {
  /// Paths relative to `folder`, in byte order; links and other things that are no file too.
  ///
  /// - Throws: `FileError`; `unusableName` for a name that is not UTF-8 or has control characters.
  static func paths(below folder: Folder) throws(FileError) -> [String] {
    let (paths, unusable) = try listing(below: folder)
    if let path = unusable.first { throw FileError(.list, folder.path(of: path), .unusableName) }
    return paths
  }

  /// The same, and apart from them the paths that cannot be used, only fit to be shown.
  static func listing(
    below folder: Folder
  ) throws(FileError) -> (paths: [String], unusable: [String]) {
    var found: (paths: [String], unusable: [String]) = ([], [])
    try collect(folder, prefix: "", into: &found)
    found.paths.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    found.unusable.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return found
  }

  private static func collect(
    _ folder: Folder, prefix: String, into found: inout (paths: [String], unusable: [String])
  ) throws(FileError) {
    let (names, unusable) = try folder.listing()
    found.unusable += unusable.map { prefix + $0 }
    for name in names {
      if try folder.kind(of: name) == .folder {
        try collect(try folder.folder(name), prefix: prefix + name + "/", into: &found)
      } else {
        found.paths.append(prefix + name)
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
