import Glibc

/// A new file that is no part of a run, written through one buffer; for those see ``StagedFile``.
///
/// It is made with `O_EXCL` and `O_NOFOLLOW`, so neither an old file nor a planted link is ever
/// written to, and its mode is set on the descriptor to 0600, whatever the umask. A value that ends
/// without `close` closes the descriptor and leaves what was written so far.
package struct OutputFile: ~Copyable, Sendable {
  /// The permissions of every file: its owner's only.
  static let mode: mode_t = 0o600
  /// How many bytes are gathered before they are written.
  private static let bufferBytes = 1 << 20
  /// From how many bytes on a piece is written as it is, without being gathered.
  private static let straightBytes = 1 << 15

  /// The path as the caller gave it, for messages.
  package let path: String
  /// The number of bytes given so far.
  package private(set) var byteCount = 0
  private var descriptor: Int32
  private var buffer: [UInt8] = []

  /// Creates the file `path`; nothing may be there.
  ///
  /// - Throws: `FileError`; `system(EEXIST)` where something is there, be it a link.
  package init(creating path: String) throws(FileError) {
    try self.init(folder: AT_FDCWD, name: path, shownAs: path)
  }

  init(folder: Int32, name: String, shownAs path: String) throws(FileError) {
    descriptor = try OutputFile.create(folder: folder, name: name, shownAs: path)
    self.path = path
  }

  /// Creates a file, and gives its descriptor, which is the caller's to close.
  static func create(
    folder: Int32, name: String, shownAs path: String
  ) throws(FileError) -> Int32 {
    guard PathRules.isUsable(name) else { throw FileError(.create, path, .unusableName) }
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    // Safe: the name lives through the call, here and wherever a text is handed to the system.
    let descriptor = SystemCalls.repeating { unsafe openat(folder, name, flags, OutputFile.mode) }
    try SystemCalls.check(descriptor, .create, path)
    guard fchmod(descriptor, OutputFile.mode) == 0 else {
      let code = errno
      SystemCalls.discard(descriptor)
      throw FileError(.create, path, .system(code))
    }
    return descriptor
  }

  deinit {
    if descriptor >= 0 { SystemCalls.discard(descriptor) }
  }

  /// Appends the bytes of an array.
  package mutating func write(_ bytes: [UInt8]) throws(FileError) {
    try write(bytes.span)
  }

  /// Appends the UTF-8 of `text`.
  package mutating func write(_ text: String) throws(FileError) {
    try write(Array(text.utf8))
  }

  /// Appends the bytes of a span; big ones are written straight, small ones gathered.
  package mutating func write(_ bytes: borrowing Span<UInt8>) throws(FileError) {
    let count = bytes.count
    byteCount += count
    if count >= OutputFile.straightBytes {
      try flush()
      try put(bytes)
      return
    }
    if buffer.count + count > OutputFile.bufferBytes { try flush() }
    // Safe: the pointer is used inside the closure only.
    unsafe bytes.withUnsafeBufferPointer { unsafe buffer.append(contentsOf: $0) }
  }

  /// Writes what is gathered, flushes to the disk if wanted, and closes.
  ///
  /// A failure is final: the file is not to be trusted, and nothing is tried again. `synchronise`
  /// is false for what can be made again, as made-up inputs are.
  ///
  /// - Returns: the number of bytes of the file.
  @discardableResult
  package consuming func close(synchronise: Bool) throws(FileError) -> Int {
    try flush()
    let (closing, path, count) = (descriptor, path, byteCount)
    descriptor = -1
    if synchronise {
      do throws(FileError) {
        try SystemCalls.synchronise(closing, path)
      } catch {
        SystemCalls.discard(closing)
        throw error
      }
    }
    try SystemCalls.check(Glibc.close(closing), .close, path)
    return count
  }

  private mutating func flush() throws(FileError) {
    guard !buffer.isEmpty else { return }
    try put(buffer.span)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes all bytes, over short writes and interruptions.
  private func put(_ bytes: borrowing Span<UInt8>) throws(FileError) {
    let path = path
    let descriptor = descriptor
    // Safe: the pointer is used inside the closure only, `done` never exceeds the count.
    try unsafe bytes.withUnsafeBufferPointer { raw throws(FileError) in
      var done = 0
      while done < raw.count {
        let rest = unsafe UnsafeBufferPointer(rebasing: raw[done...])
        let count = SystemCalls.repeating {
          unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
        }
        guard count >= 0 else { throw FileError(.write, path, .system(errno)) }
        // A write of nothing would loop for ever on a broken file system.
        guard count > 0 else { throw FileError(.write, path, .system(EIO)) }
        done += count
      }
    }
  }
}
