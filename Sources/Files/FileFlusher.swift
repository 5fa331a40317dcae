import Dispatch
import Threads

/// Brings finished files to the disk, many at a time, while others are being made.
///
/// How a thousand small files are flushed: `fsync` right after each file commits the journal a
/// thousand times. `syncfs` would be one call, but reports write errors only since Linux 5.8 and
/// waits for other programs' files too. So finished files stay open, while the system is already
/// writing out their last bytes, until there are enough of them: the first `fsync` then commits the
/// journal for all, the others find little to do, and each reports the errors of its own file,
/// since its descriptor was open all the time.
final class FileFlusher: Sendable {
  /// How many files are flushed at a time.
  private static let batchCount = 128
  /// How many files may wait for their last bytes.
  private static let unwrittenLimit = 64

  private struct State {
    var waiting: [OpenOutput] = []
    var failure: FileError?
  }

  private let queue = WaitingQueue("flushing", limit: unwrittenLimit)
  private let begun = DispatchGroup()
  private let state = Guarded(State())

  /// Takes a file over, and begins to flush where there are enough.
  ///
  /// - Throws: `FileError`, of any file that was flushed by then.
  func add(_ finished: FinishedFile) throws(FileError) {
    if finished.isWhole {
      // Nothing of it is being written: soon done, and no other thread need wake up for it.
      finished.writeRest()
      let batch = batch(with: finished.file)
      if !batch.isEmpty { queue.add(to: begun) { [self] in flush(batch) } }
    } else {
      queue.add(to: begun) { [self] in
        finished.writeRest()
        flush(batch(with: finished.file))
      }
    }
    try check()
  }

  /// Waits for what has begun, and gives the files that are not flushed yet.
  ///
  /// - Throws: `FileError`, of any file that was flushed.
  func finish() throws(FileError) -> [OpenOutput] {
    begun.wait()
    try check()
    return state.withLock { Self.take(&$0.waiting) }
  }

  /// Has a file wait, and gives all that do where they are enough.
  private func batch(with file: OpenOutput) -> [OpenOutput] {
    state.withLock { state in
      state.waiting.append(file)
      return state.waiting.count < Self.batchCount ? [] : Self.take(&state.waiting)
    }
  }

  private func flush(_ files: [OpenOutput]) {
    do throws(FileError) {
      for file in files { try file.flush() }
    } catch {
      state.withLock { $0.failure = $0.failure ?? error }
    }
  }

  private func check() throws(FileError) {
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }

  private static func take(_ files: inout [OpenOutput]) -> [OpenOutput] {
    defer { files = [] }
    return files
  }
}
