import Glibc

/// Reads the names in a folder as bytes.
enum FolderReader {
  /// All names but `.` and `..`, in no order, of the folder behind an open descriptor.
  static func names(of descriptor: Int32, path: String) throws(FileError) -> [[UInt8]] {
    // A descriptor of its own: the stream takes it over, and its position is its own.
    let own = SystemCalls.repeating {
      unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    try SystemCalls.check(own, .list, path)
    guard let stream = unsafe fdopendir(own) else {
      let code = errno
      SystemCalls.discard(own)
      throw FileError(.list, path, .system(code))
    }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else { break }
      let name = unsafe bytes(of: entry)
      guard name != [UInt8(ascii: ".")], name != [UInt8(ascii: "."), UInt8(ascii: ".")] else {
        continue
      }
      names.append(name)
    }
    let code = errno
    let closed = unsafe closedir(stream)
    guard code == 0 else { throw FileError(.list, path, .system(code)) }
    try SystemCalls.check(closed, .list, path)
    return names
  }

  /// The name as text; nil for one that could not stand in an output file.
  static func usableName(_ name: [UInt8]) -> String? {
    guard let text = String(validating: name, as: UTF8.self), PathRules.isUsable(text) else {
      return nil
    }
    return text
  }

  private static func bytes(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    // Safe: d_name ends with a zero byte inside the record that readdir returned, which stays
    // valid until the next call on the stream.
    unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
      let start = unsafe UnsafeRawPointer(field).assumingMemoryBound(to: UInt8.self)
      let count = unsafe strlen(UnsafeRawPointer(field).assumingMemoryBound(to: CChar.self))
      return unsafe Array(UnsafeBufferPointer(start: start, count: count))
    }
  }
}
