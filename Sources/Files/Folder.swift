import Glibc

/// An open folder; all paths given to it are relative and stay below it.
///
/// Held as a descriptor, so that a folder moved or replaced meanwhile cannot lead a later call
/// elsewhere. Links inside it are never followed in the last part of a path.
package final class Folder: Sendable {
  /// The permissions of every folder: its owner's only.
  static let mode: mode_t = 0o700

  /// The path as the caller gave it, for messages.
  package let path: String
  let descriptor: Int32

  /// Opens an existing folder.
  ///
  /// Throws `FileError` with `wrongKind` for anything that is not a folder, and for a symbolic link
  /// to one unless `followingLink` allows it.
  package convenience init(opening path: String, followingLink: Bool = false) throws(FileError) {
    try self.init(
      folder: AT_FDCWD, name: path, shownAs: path, followingLink: followingLink)
  }

  /// Opens a folder, making it and those above it (0700) where they are missing.
  ///
  /// Folders that exist keep their mode.
  package convenience init(
    makingAll path: String, followingLink: Bool = false
  ) throws(FileError) {
    guard PathRules.isUsable(path) else { throw FileError(.create, path, .unusableName) }
    try Folder.make(path, below: AT_FDCWD, shownAs: path)
    try self.init(opening: path, followingLink: followingLink)
  }

  private init(
    folder: Int32, name: String, shownAs path: String, followingLink: Bool
  ) throws(FileError) {
    guard PathRules.isUsable(name) else { throw FileError(.open, path, .unusableName) }
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followingLink ? 0 : O_NOFOLLOW)
    let descriptor = SystemCalls.repeating { unsafe openat(folder, name, flags) }
    if descriptor == -1, errno == ELOOP || errno == ENOTDIR {
      let code = errno
      var status = stat()
      // Safe: `status` lives through the call.
      if unsafe fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
        FileKind(status.st_mode) != .folder
      {
        throw FileError(.open, path, .wrongKind(found: FileKind(status.st_mode).phrase))
      }
      throw FileError(.open, path, .system(code))
    }
    try SystemCalls.check(descriptor, .open, path)
    self.path = path
    self.descriptor = descriptor
  }

  deinit {
    SystemCalls.discard(descriptor)
  }

  /// The path of `relative` for messages and for programs that want a path (SQLite).
  package func path(of relative: String) -> String {
    path.hasSuffix("/") ? path + relative : path + "/" + relative
  }

  /// Opens a folder below this one; links are refused.
  package func folder(_ relative: String) throws(FileError) -> Folder {
    try SystemCalls.checkRelative(relative, .open)
    return try Folder(
      folder: descriptor, name: relative, shownAs: path(of: relative), followingLink: false)
  }

  /// Makes a folder below this one, and those between, all 0700; existing ones are fine.
  ///
  /// - Throws: `FileError`; `wrongKind` where a link or file stands in the way.
  package func makeFolder(_ relative: String) throws(FileError) {
    try SystemCalls.checkRelative(relative, .create)
    try Folder.make(relative, below: descriptor, shownAs: path(of: relative))
  }

  /// Makes one new folder directly below this one; it must not exist.
  func makeNewFolder(_ relative: String) throws(FileError) {
    try SystemCalls.checkRelative(relative, .create)
    let shown = path(of: relative)
    try SystemCalls.check(unsafe mkdirat(descriptor, relative, Folder.mode), .create, shown)
    try Folder.setMode(relative, below: descriptor, shownAs: shown)
  }

  /// Creates a new file below this folder; see `OutputFile`.
  package func createFile(_ relative: String) throws(FileError) -> OutputFile {
    try SystemCalls.checkRelative(relative, .create)
    return try OutputFile(folder: descriptor, name: relative, shownAs: path(of: relative))
  }

  /// Opens a plain file below this folder for reading; links are refused.
  ///
  /// The folder must outlive the file.
  package func openFile(_ relative: String) throws(FileError) -> InputFile {
    try SystemCalls.checkRelative(relative, .open)
    return try InputFile(
      folder: descriptor, name: relative, shownAs: path(of: relative), followingLinks: false)
  }

  /// Flushes the folder's list of names to the disk; a failure is final.
  package func synchronise() throws(FileError) {
    try SystemCalls.synchronise(descriptor, path)
  }

  /// The names in this folder in byte order, without `.` and `..`.
  ///
  /// - Throws: `FileError`; `unusableName` for a name that is not UTF-8 or has control characters.
  package func names() throws(FileError) -> [String] {
    let (names, unusable) = try listing()
    if let name = unusable.first { throw FileError(.list, path + "/" + name, .unusableName) }
    return names
  }

  /// The names in this folder, without `.` and `..`, and apart from them those of no use.
  ///
  /// The former in byte order; the latter, which are not UTF-8 or have control characters, in no
  /// order and only fit to be shown.
  package func listing() throws(FileError) -> (names: [String], unusable: [String]) {
    var (names, unusable): ([String], [String]) = ([], [])
    for bytes in try FolderReader.names(of: descriptor, path: path) {
      if let name = FolderReader.usableName(bytes) {
        names.append(name)
      } else {
        unusable.append(OneLine.printable(String(decoding: bytes, as: UTF8.self)))
      }
    }
    return (names.sorted(by: PathRules.precedes), unusable)
  }

  private static func make(
    _ relative: String, below folder: Int32, shownAs path: String
  ) throws(FileError) {
    var name = relative.utf8.first == UInt8(ascii: "/") ? "/" : ""
    for part in relative.split(separator: "/") {
      name += name.isEmpty || name == "/" ? String(part) : "/" + part
      if unsafe mkdirat(folder, name, mode) == 0 {
        try setMode(name, below: folder, shownAs: path)
        continue
      }
      // EROFS and EACCES come before EEXIST on some file systems, so look before complaining.
      let code = errno
      guard let kind = try kind(of: name, below: folder, shownAs: path, followingLink: true)
      else { throw FileError(.create, path, .system(code)) }
      guard kind == .folder else {
        throw FileError(.create, path, .wrongKind(found: kind.phrase))
      }
    }
  }

  /// Sets 0700 on a folder just made, whatever the umask took away.
  private static func setMode(
    _ name: String, below folder: Int32, shownAs path: String
  ) throws(FileError) {
    let made = SystemCalls.repeating {
      unsafe openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }
    // A umask that took the owner's right to read is mended by name: nobody else can have put a
    // link there, the name was free a moment ago and the folder above is the owner's.
    if made == -1, errno == EACCES {
      return try SystemCalls.check(unsafe fchmodat(folder, name, mode, 0), .create, path)
    }
    try SystemCalls.check(made, .create, path)
    defer { SystemCalls.discard(made) }
    try SystemCalls.check(fchmod(made, mode), .create, path)
  }

  static func kind(
    of name: String, below folder: Int32, shownAs path: String, followingLink: Bool
  ) throws(FileError) -> FileKind? {
    var status = stat()
    // Safe: `status` lives through the call.
    let result = unsafe fstatat(
      folder, name, &status, followingLink ? 0 : AT_SYMLINK_NOFOLLOW)
    if result == -1, errno == ENOENT || errno == ENOTDIR { return nil }
    try SystemCalls.check(result, .open, path)
    return FileKind(status.st_mode)
  }
}
