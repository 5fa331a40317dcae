import Glibc

/// Finds the files that a pattern such as `staff/*.csv` means below a folder.
///
/// `*` stands for any bytes but `/`, and not for a leading dot (contract section 9). Every part of
/// the pattern takes one step down, so a loop of links cannot lead further than the pattern is
/// long.
package enum FolderListing {
  /// The relative paths below `root` that match `pattern`, in byte order.
  ///
  /// A pattern without `*` is a plain path; where nothing is there the result is empty. What
  /// matches is not looked at: opening a folder or pipe refuses it by name.
  ///
  /// - Throws: `FileError`; `unusableName` for a pattern that is absolute or has `..`, and for a
  ///   matching name that is not UTF-8 or has control characters.
  package static func files(matching pattern: String, below root: Folder) throws(FileError)
    -> [String]
  {
    try SystemCalls.checkRelative(pattern, .list)
    let parts = pattern.split(separator: "/").map { Array($0.utf8) }
    var found: [String] = []
    try descend(parts[...], into: "", root: root, found: &found)
    return found.sorted(by: PathRules.precedes)
  }

  private static func descend(
    _ parts: ArraySlice<[UInt8]>, into prefix: String, root: Folder, found: inout [String]
  ) throws(FileError) {
    guard let part = parts.first else {
      found.append(prefix)
      return
    }
    let rest = parts.dropFirst()
    for name in try candidates(for: part, in: prefix, root: root) {
      let path = prefix.isEmpty ? name : prefix + "/" + name
      // The last part may be a dangling link: it is named here, and opening it says so.
      let kind = try Folder.kind(
        of: path, below: root.descriptor, shownAs: root.path(of: path),
        followingLink: !rest.isEmpty)
      guard let kind, rest.isEmpty || kind == .folder else { continue }
      try descend(rest, into: path, root: root, found: &found)
    }
  }

  private static func candidates(
    for part: [UInt8], in prefix: String, root: Folder
  ) throws(FileError) -> [String] {
    let shown = prefix.isEmpty ? root.path : root.path(of: prefix)
    guard part.contains(UInt8(ascii: "*")) else {
      return [String(decoding: part, as: UTF8.self)]
    }
    let folder = SystemCalls.repeating {
      unsafe openat(
        root.descriptor, prefix.isEmpty ? "." : prefix, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    if folder == -1, errno == ENOENT || errno == ENOTDIR { return [] }
    try SystemCalls.check(folder, .list, shown)
    defer { SystemCalls.discard(folder) }
    return try FolderReader.names(of: folder, path: shown)
      .filter { matches($0, pattern: part) }
      .map { bytes throws(FileError) in
        if let name = FolderReader.usableName(bytes) { return name }
        let name = String(decoding: bytes, as: UTF8.self)
        throw FileError(.list, shown + "/" + name, .unusableName)
      }
  }

  /// Whether one name fits one part of a pattern, byte by byte.
  static func matches(_ name: [UInt8], pattern: [UInt8]) -> Bool {
    let star = UInt8(ascii: "*")
    if name.first == UInt8(ascii: "."), pattern.first != UInt8(ascii: ".") { return false }
    var nameIndex = 0
    var patternIndex = 0
    var retry: (name: Int, pattern: Int)?
    while nameIndex < name.count {
      if patternIndex < pattern.count, pattern[patternIndex] == star {
        patternIndex += 1
        retry = (nameIndex, patternIndex)
      } else if patternIndex < pattern.count, pattern[patternIndex] == name[nameIndex] {
        patternIndex += 1
        nameIndex += 1
      } else if let last = retry {
        // The latest star takes one byte more; earlier ones never need to.
        retry = (last.name + 1, last.pattern)
        nameIndex = last.name + 1
        patternIndex = last.pattern
      } else {
        return false
      }
    }
    return pattern[patternIndex...].allSatisfy { $0 == star }
  }
}
