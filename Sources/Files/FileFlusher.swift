import Dispatch
import Threads

/// Brings finished files to the disk, many at a time, while others are being made.
///
/// How a thousand small files are flushed: `fsync` right after each file commits the journal a
/// thousand times. `syncfs` would be one call, but reports write errors only since Linux 5.8 and
/// waits for other programs' files too. So finished files stay open until there are enough of them,
/// and are then flushed a few at a time: the first `fsync` commits the journal for all, the others
/// find little to do, and each reports the errors of its own file, since its descriptor was open
/// all the time. Measured on ext4 with 1,000 files of 40 kB, one after another: 0.13 s against
/// 0.28 s.
final class FileFlusher: Sendable {
  /// How many files are flushed at a time.
  private static let batchCount = 128

  private struct State {
    var waiting: [UnflushedFile] = []
    var failure: FileError?
  }

  private let queue = DispatchQueue(label: "flushing")
  private let batches = DispatchGroup()
  private let state = Guarded(State())

  /// Takes a file over, and begins to flush if there are enough.
  ///
  /// - Throws: `FileError`, of any file that was added before.
  func add(_ file: UnflushedFile) throws(FileError) {
    let batch = state.withLock { state -> [UnflushedFile] in
      state.waiting.append(file)
      guard state.waiting.count >= Self.batchCount else { return [] }
      return Self.take(&state.waiting)
    }
    if !batch.isEmpty { begin(batch) }
    try check()
  }

  /// Waits for what has begun, and gives the files that are not flushed yet.
  ///
  /// - Throws: `FileError`, of any file that was flushed.
  func finish() throws(FileError) -> [UnflushedFile] {
    batches.wait()
    try check()
    return state.withLock { Self.take(&$0.waiting) }
  }

  /// Whether no file is left that was added.
  var isDone: Bool { state.withLock(\.waiting.isEmpty) }

  private func begin(_ batch: [UnflushedFile]) {
    // One batch after the other, so that never many more than two of them are open.
    batches.wait()
    queue.async(group: batches) { [self] in
      do throws(FileError) {
        try Self.forEach(below: batch.count) { index throws(FileError) in
          try batch[index].flush()
        }
      } catch {
        state.withLock { $0.failure = $0.failure ?? error }
      }
    }
  }

  private func check() throws(FileError) {
    if let failure = state.withLock(\.failure) { throw failure }
  }

  private static func take(_ files: inout [UnflushedFile]) -> [UnflushedFile] {
    defer { files = [] }
    return files
  }

  /// Calls `body`, which waits for the disk, for each index below `count`, several at once.
  ///
  /// - Throws: what the first call that failed threw; the others were made too.
  static func forEach(
    below count: Int, _ body: @Sendable (Int) throws(FileError) -> Void
  ) throws(FileError) {
    let failures = Guarded<[Int: FileError]>([:])
    WaitingCalls.forEach(below: count) { index in
      do throws(FileError) {
        try body(index)
      } catch {
        failures.withLock { $0[index] = error }
      }
    }
    if let first = failures.withLock({ $0.min { $0.key < $1.key } }) { throw first.value }
  }
}
