import Glibc

/// Changes to what a folder holds: renaming, removing, links.
extension Folder {
  /// What stands at a path, links not followed; nil where nothing does.
  package func kind(of relative: String) throws(FileError) -> FileKind? {
    try SystemCalls.checkRelative(relative, .open)
    return try Folder.kind(
      of: relative, below: descriptor, shownAs: path(of: relative), followingLink: false)
  }

  /// Renames within this folder; refuses where the new name is taken.
  ///
  /// The caller holds the lock, so between look and rename nobody of ours takes the name. The
  /// kernel itself would replace no folder but an empty one.
  package func rename(_ old: String, to new: String) throws(FileError) {
    try SystemCalls.checkRelative(old, .rename)
    try SystemCalls.checkRelative(new, .rename)
    let shown = path(of: new)
    guard try kind(of: new) == nil else { throw FileError(.rename, shown, .system(EEXIST)) }
    try SystemCalls.check(unsafe renameat(descriptor, old, descriptor, new), .rename, shown)
  }

  /// Removes a file or link; that nothing is there is fine.
  ///
  /// - Returns: whether something was removed.
  @discardableResult
  package func removeFile(_ relative: String) throws(FileError) -> Bool {
    try SystemCalls.checkRelative(relative, .remove)
    let result = unsafe unlinkat(descriptor, relative, 0)
    if result == -1, errno == ENOENT { return false }
    try SystemCalls.check(result, .remove, path(of: relative))
    return true
  }

  /// Removes a folder with all it holds, or a file or link; links are removed, never followed.
  ///
  /// That nothing is there is fine.
  package func removeTree(_ relative: String) throws(FileError) {
    switch try kind(of: relative) {
    case nil: return
    case .folder: try Folder.removeFolder(relative, below: descriptor, path(of: relative))
    default: try removeFile(relative)
    }
  }

  private static func removeFolder(
    _ name: String, below parent: Int32, _ path: String
  ) throws(FileError) {
    let folder = SystemCalls.repeating {
      unsafe openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }
    try SystemCalls.check(folder, .remove, path)
    defer { SystemCalls.discard(folder) }
    for bytes in try FolderReader.names(of: folder, path: path) {
      let shown = path + "/" + String(decoding: bytes, as: UTF8.self)
      let cName = bytes.map { CChar(bitPattern: $0) } + [0]
      // A name of any bytes must go, so it is handed over as bytes. Safe: it ends with a zero.
      let result = unsafe unlinkat(folder, cName, 0)
      guard result == -1, errno == EISDIR || errno == EPERM else {
        try SystemCalls.check(result, .remove, shown)
        continue
      }
      guard let inner = String(validating: bytes, as: UTF8.self) else {
        throw FileError(.remove, shown, .unusableName)
      }
      try removeFolder(inner, below: folder, shown)
    }
    try SystemCalls.check(unsafe unlinkat(parent, name, AT_REMOVEDIR), .remove, path)
  }

  /// Where a symbolic link leads, as it stands; nil where nothing is there.
  ///
  /// - Throws: `FileError`; `wrongKind` where something else than a link is there.
  package func target(ofLink relative: String) throws(FileError) -> String? {
    guard let kind = try kind(of: relative) else { return nil }
    let shown = path(of: relative)
    guard kind == .link else { throw FileError(.link, shown, .wrongKind(found: kind.phrase)) }
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
    // Safe: at most the array's length is written, and the count says how much.
    let count = unsafe readlinkat(descriptor, relative, &bytes, bytes.count)
    guard count >= 0 else { throw FileError(.link, shown, .system(errno)) }
    return String(decoding: bytes.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Makes `name` a symbolic link to `target`, in one step over a link that is there already.
  ///
  /// A new link is made beside it and renamed over it, then the folder is flushed: at any moment
  /// the name leads to the old target or to the new one.
  ///
  /// - Throws: `FileError`; `wrongKind` where something else than a link has the name.
  package func replaceLink(_ name: String, target: String) throws(FileError) {
    let shown = path(of: name)
    if let kind = try kind(of: name), kind != .link {
      throw FileError(.link, shown, .wrongKind(found: kind.phrase))
    }
    let temporary = ".\(name).new"
    try removeFile(temporary)
    try SystemCalls.check(unsafe symlinkat(target, descriptor, temporary), .link, shown)
    try SystemCalls.check(
      unsafe renameat(descriptor, temporary, descriptor, name), .rename, shown)
    try synchronise()
  }

  /// Replaces a small file in one step: new file beside it, flushed, renamed over it, folder
  /// flushed.
  package func replaceFile(_ name: String, with bytes: [UInt8]) throws(FileError) {
    let temporary = ".\(name).new"
    if let kind = try kind(of: name), kind != .file {
      throw FileError(.write, path(of: name), .wrongKind(found: kind.phrase))
    }
    try removeFile(temporary)
    var file = try createFile(temporary)
    try file.write(bytes)
    try file.close(synchronise: true)
    try SystemCalls.check(
      unsafe renameat(descriptor, temporary, descriptor, name), .rename, path(of: name))
    try synchronise()
  }

  /// Flushes all folders below and including this one, links not followed.
  package func synchroniseFolders() throws(FileError) {
    for name in try names() where try kind(of: name) == .folder {
      try folder(name).synchroniseFolders()
    }
    try synchronise()
  }
}
