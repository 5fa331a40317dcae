import Glibc

/// A folder for one test, made with `mkdtemp` and removed with all it holds when the value goes.
package final class TemporaryFolder: Sendable {
  /// The folder's absolute path.
  package let path: String

  /// Makes the folder below `TMPDIR` or `/tmp`.
  package init() {
    var base = "/tmp"
    if let variable = unsafe getenv("TMPDIR") { base = unsafe String(cString: variable) }
    var template = Array("\(base)/carer-reconcile-test-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else {
      preconditionFailure("no temporary folder: error \(errno)")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    TemporaryFolder.removeTree(path)
  }

  /// The absolute path of something in the folder.
  package func path(_ relative: String) -> String { path + "/" + relative }

  /// Writes a file, and makes the folders it lies in.
  package func write(_ relative: String, _ text: String) {
    write(relative, bytes: Array(text.utf8))
  }

  /// Writes a file, and makes the folders it lies in.
  package func write(_ relative: String, bytes: [UInt8]) {
    var folder = path
    for part in relative.split(separator: "/").dropLast() {
      folder += "/" + part
      _ = unsafe mkdir(folder, 0o700)
    }
    guard let file = unsafe fopen(path(relative), "w") else {
      preconditionFailure("cannot write \(relative): error \(errno)")
    }
    let count = unsafe fwrite(bytes, 1, bytes.count, file)
    let closed = unsafe fclose(file)
    precondition(count == bytes.count && closed == 0, "cannot write \(relative)")
  }

  /// The bytes of a file, or nil where it cannot be opened.
  package func read(_ relative: String) -> [UInt8]? {
    guard let file = unsafe fopen(path(relative), "r") else { return nil }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe fread(&piece, 1, piece.count, file)
      guard count > 0 else { break }
      bytes += piece.prefix(count)
    }
    _ = unsafe fclose(file)
    return bytes
  }

  /// The permission bits of a path, links not followed; nil where nothing is there.
  package func mode(_ relative: String) -> UInt32? {
    var status = stat()
    guard unsafe lstat(path(relative), &status) == 0 else { return nil }
    return status.st_mode & 0o7777
  }

  /// Whether anything, be it a dangling link, is at a path.
  package func exists(_ relative: String) -> Bool { mode(relative) != nil }

  /// Takes all rights on files from all but their owner.
  package func makePrivate(_ names: [String]) {
    for name in names { _ = unsafe chmod(path(name), 0o600) }
  }

  /// Removes a file, if it is there.
  package func remove(_ relative: String) {
    _ = unsafe unlink(path(relative))
  }

  private static func removeTree(_ path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      _ = unsafe unlink(path)
      return
    }
    _ = unsafe chmod(path, 0o700)
    guard let stream = unsafe opendir(path) else { return }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
        unsafe String(
          cString: UnsafeRawPointer(field).assumingMemoryBound(to: CChar.self))
      }
      if name != ".", name != ".." { names.append(name) }
    }
    _ = unsafe closedir(stream)
    for name in names { removeTree(path + "/" + name) }
    _ = unsafe rmdir(path)
  }
}
