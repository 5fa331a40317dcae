import Glibc

/// A file opened once for reading: what is hashed, measured and parsed is the same bytes.
///
/// Only plain files are opened; a FIFO, socket, device or folder is refused at once, without
/// waiting for a writer at its other end. Symbolic links are followed unless the caller forbids it.
package struct InputFile: ~Copyable {
  /// What tells whether a file is still the one that was opened.
  package struct Identity: Equatable, Sendable {
    let device: UInt64
    let number: UInt64
    /// The size in bytes.
    package let size: Int
    /// Seconds since 1970-01-01 UTC of the last change of its bytes.
    package let modifiedSeconds: Int
    /// Nanoseconds within that second.
    let modifiedNanoseconds: Int

    init(_ status: stat) {
      device = UInt64(status.st_dev)
      number = UInt64(status.st_ino)
      size = Int(status.st_size)
      modifiedSeconds = status.st_mtim.tv_sec
      modifiedNanoseconds = status.st_mtim.tv_nsec
    }
  }

  /// The path as the caller gave it, for messages.
  package let path: String
  /// The state of the file when it was opened.
  package let identity: Identity
  private let descriptor: Int32
  private let folder: Int32
  private let name: String

  /// Opens `path`, relative to the current folder or absolute.
  ///
  /// - Throws: `FileError` with `system` for what the system refuses, `wrongKind` for anything that
  ///   is not a plain file, `unusableName` for control characters.
  package init(opening path: String, followingLinks: Bool = true) throws(FileError) {
    try self.init(
      folder: AT_FDCWD, name: path, shownAs: path, followingLinks: followingLinks)
  }

  /// Opens `name` below a folder given by its descriptor, which must stay open.
  init(
    folder: Int32, name: String, shownAs path: String, followingLinks: Bool
  ) throws(FileError) {
    guard PathRules.isUsable(name) else { throw FileError(.open, path, .unusableName) }
    // O_NONBLOCK: opening a FIFO must not wait for a writer. It has no effect on plain files.
    let flags =
      O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | (followingLinks ? 0 : O_NOFOLLOW)
    let descriptor = SystemCalls.repeating { unsafe openat(folder, name, flags) }
    try SystemCalls.check(descriptor, .open, path)
    let status: stat
    do throws(FileError) {
      status = try SystemCalls.status(of: descriptor, .open, path)
      guard FileKind(status.st_mode) == .file else {
        throw FileError(.open, path, .wrongKind(found: FileKind(status.st_mode).phrase))
      }
    } catch {
      SystemCalls.discard(descriptor)
      throw error
    }
    self.path = path
    self.descriptor = descriptor
    self.folder = folder
    self.name = name
    identity = Identity(status)
  }

  deinit {
    SystemCalls.discard(descriptor)
  }

  /// Refuses a file that others may read or change, or that is another user's.
  ///
  /// Root may use everyone's: it can read them anyway, and an auditor may be root.
  ///
  /// - Throws: `FileError` with `notPrivate`.
  package func checkPrivate() throws(FileError) {
    let status = try SystemCalls.status(of: descriptor, .open, path)
    guard status.st_uid == geteuid() || geteuid() == 0, status.st_mode & 0o077 == 0 else {
      throw FileError(.open, path, .notPrivate)
    }
  }

  /// The size in bytes when the file was opened.
  package var size: Int { identity.size }

  /// Reads up to `buffer.count` bytes that begin at byte `offset`; returns fewer at the end only.
  package func read(
    into buffer: inout MutableSpan<UInt8>, at offset: Int
  ) throws(FileError) -> Int {
    let path = path
    // Safe: the pointer is used inside the closure only, with the span's own count.
    return try unsafe buffer.withUnsafeMutableBufferPointer { raw throws(FileError) in
      try unsafe fill(UnsafeMutableRawBufferPointer(raw), at: offset, path: path)
    }
  }

  /// All bytes of the file, read in one go.
  ///
  /// More bytes than `limit` are refused before any is read. The array has room for `room` bytes
  /// more, so that a caller can append them without a copy. Throws `FileError` with `tooLarge`,
  /// `changedWhileRead` or `system`.
  package func readAll(limit: Int = .max, room: Int = 0) throws(FileError) -> [UInt8] {
    let size = size
    guard size <= limit else { throw FileError(.read, path, .tooLarge(limit: limit)) }
    var failure: FileError?
    var filled = 0
    // One byte more than the size: a file that grew, or a file of the kernel that claims to be
    // empty, shows itself.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size + 1 + room) { buffer, count in
      do throws(FileError) {
        // Safe: `fill` writes only within the buffer and says how much.
        let raw = UnsafeMutableRawBufferPointer(buffer)
        let whole = unsafe UnsafeMutableRawBufferPointer(rebasing: raw[..<(size + 1)])
        filled = try unsafe fill(whole, at: 0, path: path)
      } catch {
        failure = error
      }
      count = min(filled, size)
    }
    if let failure { throw failure }
    guard filled == size else { throw FileError(.read, path, .changedWhileRead) }
    try checkUnchanged()
    return bytes
  }

  /// Reads all bytes of the file into the front of `buffer`, which is made larger where it must be.
  ///
  /// For who reads many files one after another: fresh memory for each would cost more than the
  /// reading. `room` bytes more are there behind them. Throws as ``readAll(limit:room:)`` does.
  ///
  /// - Returns: how many bytes the file has.
  package func readAll(
    into buffer: inout [UInt8], limit: Int = .max, room: Int = 0
  ) throws(FileError) -> Int {
    let size = size
    guard size <= limit else { throw FileError(.read, path, .tooLarge(limit: limit)) }
    // By one byte more a file that grew shows itself.
    let filled = try read(size + 1, at: 0, into: &buffer, room: room)
    guard filled == size else { throw FileError(.read, path, .changedWhileRead) }
    try checkUnchanged()
    return size
  }

  /// Reads up to `count` bytes from byte `offset` on into the front of `buffer`.
  ///
  /// It is made larger where it must be: `room` bytes more are there behind them. Returns how many
  /// were read: fewer at the end only.
  package func read(
    _ count: Int, at offset: Int, into buffer: inout [UInt8], room: Int
  ) throws(FileError) -> Int {
    if buffer.count < count + room { buffer = [UInt8](repeating: 0, count: count + room) }
    let path = path
    var span = buffer.mutableSpan
    // Safe: the buffer has as many bytes, and the pointer is used inside the closure only.
    return try unsafe span.withUnsafeMutableBufferPointer { raw throws(FileError) in
      let front = unsafe UnsafeMutableBufferPointer(rebasing: raw[..<count])
      return try unsafe fill(UnsafeMutableRawBufferPointer(front), at: offset, path: path)
    }
  }

  /// Holds size, time of change and identity against those of the moment of opening.
  ///
  /// The path is looked at too: a file put in its place meanwhile is another file.
  ///
  /// - Throws: `FileError` with `changedWhileRead`, or `system` where the file cannot be looked at.
  package func checkUnchanged() throws(FileError) {
    let now = try SystemCalls.status(of: descriptor, .read, path)
    var named = stat()
    // Safe: `named` lives through the call.
    let result = unsafe fstatat(folder, name, &named, 0)
    let isGone = result == -1 && (errno == ENOENT || errno == ENOTDIR)
    guard !isGone else { throw FileError(.read, path, .changedWhileRead) }
    try SystemCalls.check(result, .read, path)
    guard Identity(now) == identity, Identity(named) == identity else {
      throw FileError(.read, path, .changedWhileRead)
    }
  }

  /// Has the system begin to read the file, so that its bytes are there when they are asked for.
  ///
  /// It does not wait for the disk. Whether the system does it shows only in the time of reading.
  package func prefetch() {
    // As much as the system takes of one call, where it is set up as usual.
    let piece = 128 << 10
    for offset in stride(from: 0, to: size, by: piece) {
      _ = posix_fadvise(descriptor, offset, piece, Int32(POSIX_FADV_WILLNEED))
    }
  }

  /// The SHA-256 of the whole file, read in pieces.
  package func digest() throws(FileError) -> SHA256Digest {
    var digest = SHA256()
    var piece = [UInt8](repeating: 0, count: min(size + 1, 1 << 20))
    var offset = 0
    while true {
      var span = piece.mutableSpan
      let count = try read(into: &span, at: offset)
      guard count > 0 else { break }
      digest.update(piece.span.extracting(0..<count))
      offset += count
    }
    guard offset == size else { throw FileError(.read, path, .changedWhileRead) }
    try checkUnchanged()
    return digest.finish()
  }

  /// Fills `buffer` as far as the file goes, over short reads and interruptions.
  private func fill(
    _ buffer: UnsafeMutableRawBufferPointer, at offset: Int, path: String
  ) throws(FileError) -> Int {
    var filled = 0
    while filled < buffer.count {
      // Safe: filled < count, so the rest is not empty and lies inside the buffer.
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count = SystemCalls.repeating {
        unsafe pread(descriptor, rest.baseAddress, rest.count, offset + filled)
      }
      guard count >= 0 else { throw FileError(.read, path, .system(errno)) }
      guard count > 0 else { break }
      filled += count
    }
    return filled
  }
}
