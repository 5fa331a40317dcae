import Dispatch
import Glibc
import Synchronization
import Threads

/// A new file that several threads write to, each its own places.
///
/// The first failure is kept and told by `flush`. Whoever lets the last hold of it go closes it.
final class OpenOutput: Sendable {
  /// The writes that are not done yet.
  let writes = DispatchGroup()
  private let path: String
  private let descriptor: Atomic<Int32>
  private let failure = Guarded<FileError?>(nil)

  /// Takes over the descriptor of a file that was just created; `path` is for messages.
  init(_ descriptor: Int32, path: String) {
    self.descriptor = Atomic(descriptor)
    self.path = path
  }

  deinit {
    let left = descriptor.load(ordering: .acquiring)
    if left >= 0 { SystemCalls.discard(left) }
  }

  /// Has whole pages written past the system's cache from now on, or no longer.
  ///
  /// Some file systems refuse: they get the bytes the usual way.
  func goPastCache(_ past: Bool) {
    _ = fcntl(descriptor.load(ordering: .relaxed), F_SETFL, past ? __O_DIRECT : 0)
  }

  /// Writes bytes to their place.
  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    do throws(FileError) {
      try unsafe put(bytes, at: offset)
    } catch {
      failure.withLock { $0 = $0 ?? error }
    }
  }

  /// Writes the last bytes once all others are written, and has the system begin to write them out.
  func writeRest(_ rest: [UInt8], at offset: Int) {
    writes.wait()
    goPastCache(false)
    // Safe: the pointer is used inside only.
    unsafe rest.withUnsafeBytes { unsafe write($0, at: offset) }
    // A hint only: whether it was taken shows in the time of fsync.
    _ = posix_fadvise(descriptor.load(ordering: .relaxed), 0, 0, Int32(POSIX_FADV_DONTNEED))
  }

  /// Brings all that was written to the disk and closes.
  ///
  /// - Throws: `FileError`, of an earlier write too. It is final: the file is not to be trusted.
  func flush() throws(FileError) {
    if let failure = failure.withLock({ $0 }) { throw failure }
    try SystemCalls.synchronise(descriptor.load(ordering: .relaxed), path)
    let closing = descriptor.exchange(-1, ordering: .releasing)
    try SystemCalls.check(close(closing), .close, path)
  }

  /// Writes all bytes, over short writes and interruptions.
  private func put(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(FileError) {
    let descriptor = descriptor.load(ordering: .relaxed)
    var isRefused = false
    var done = 0
    while done < bytes.count {
      // Safe: `done` never exceeds the count.
      let count = SystemCalls.repeating {
        unsafe pwrite(
          descriptor, bytes.baseAddress.map { unsafe $0 + done }, bytes.count - done,
          off_t(offset + done))
      }
      if count > 0 {
        done += count
      } else if count < 0, errno == EINVAL, !isRefused {
        // The disk wants larger pages than ours, or a short write left off within one.
        isRefused = true
        goPastCache(false)
      } else {
        // A write of nothing would loop for ever on a broken file system.
        throw FileError(.write, path, .system(count < 0 ? errno : EIO))
      }
    }
  }
}
