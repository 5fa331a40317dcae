import Threads

/// Writes blocks of files on threads of its own, past the system's cache where it lets them.
///
/// What a run publishes is flushed before it is seen, and hardly read again on this machine. In the
/// cache it would take the place of what is, and each of its pages would have to be found, filled
/// and written out. Measured with the outputs of 1.7 million employees, 470 MB in 1,000 files: 0.15
/// to 0.2 s of processor time instead of 0.7 to 1.2 s in a virtual machine that gets each new page
/// from its host; and the disk writes while the next blocks are made.
final class BlockWriter: Sendable {
  /// How many blocks may wait for their turn, those that are being written among them.
  private static let waitingLimit = 8

  private let queue = WaitingQueue("writing", limit: waitingLimit)
  private let free = Guarded<[FileBlock]>([])

  /// An empty block, to be given to `write` or back.
  func takeBlock() -> FileBlock {
    free.withLock { $0.popLast() } ?? FileBlock()
  }

  /// Takes back a block that `takeBlock` gave.
  func giveBack(_ block: FileBlock) {
    free.withLock { free in
      free.append(block)
      free[free.count - 1].removeAll()
    }
  }

  /// Writes the first bytes of a block to a place in a file, in its turn.
  ///
  /// It returns at once, unless too many wait; the file knows when all of its blocks are written.
  func write(_ block: FileBlock, count: Int, to file: OpenOutput, at offset: Int) {
    queue.add(to: file.writes) { [self] in
      unsafe block.withBytes(0..<count) { unsafe file.write($0, at: offset) }
      giveBack(block)
    }
  }
}
