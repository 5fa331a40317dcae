import Columns
import Files
import Threads

/// The records of a large text file, handed out in parts of whole ones, each to one worker.
///
/// Who takes a part reads it, feeds the hash of the file and counts the lines, while the others
/// parse what they took before: so each part is in the nearer caches, the lines of its rows are
/// known, and no more of the file is in memory than each worker's part.
///
/// Where a record ends can be guessed only: behind a line end which an even number of quotes stands
/// before. A wrong guess shows itself, as the part that it ends is one that ends in an open quote.
struct PartQueue: ~Copyable, Sendable {
  /// Some records, at the front of the buffer they were read into.
  struct Part: Sendable {
    /// Its place among the parts.
    let index: Int
    /// How many bytes it has.
    let byteCount: Int
    /// The physical line that begins with its first byte, from 1.
    let line: Int
  }

  /// How far the file is handed out.
  ///
  /// Not private: the compiler fails on it then (Swift 6.3).
  struct State: ~Copyable, Sendable {
    var digest: SHA256
    /// Where the next part begins in the file.
    var offset: Int
    var line: Int
    var index = 0
    var isStopped = false
  }

  private let file: InputFile
  private let partBytes: Int
  private let state: Guarded<State>

  /// Hands out what stands behind `head`, the front of the file, in parts of about `partBytes`.
  ///
  /// `line` is the physical line that begins there, from 1.
  init(_ file: consuming InputFile, behind head: Span<UInt8>, line: Int, partBytes: Int) {
    var digest = SHA256()
    digest.update(head)
    self.file = file
    self.partBytes = partBytes
    state = Guarded(State(digest: digest, offset: head.count, line: line))
  }

  /// Reads the next part to the front of `buffer`; nil at the end, or where it was stopped.
  func next(into buffer: inout [UInt8]) -> Part? {
    state.withLock { state in
      guard !state.isStopped, state.offset < file.size else { return nil }
      guard let byteCount = read(at: state.offset, into: &buffer) else {
        state.isStopped = true
        return nil
      }
      let part = Part(index: state.index, byteCount: byteCount, line: state.line)
      state.digest.update(buffer.span.extracting(0..<byteCount))
      state.offset += byteCount
      let text = PaddedBytes(buffer, skipping: 0, count: byteCount)
      state.line += text.lineEndCount(0..<byteCount)
      state.index += 1
      return part
    }
  }

  /// Hands out no more: a part cannot be read.
  func stop() { state.withLock { $0.isStopped = true } }

  /// The hash of the file, once all of it was handed out; nil where it was not, or has changed.
  func digest() -> SHA256Digest? {
    let digest = state.withLock { state -> SHA256Digest? in
      state.isStopped || state.offset < file.size ? nil : state.digest.finish()
    }
    do throws(FileError) {
      try file.checkUnchanged()
      return digest
    } catch {
      return nil
    }
  }

  /// Reads records that begin at `offset`, and gives how many bytes they have; nil where the file
  /// is not what it was, or has a record that is no smaller than a gibibyte.
  private func read(at offset: Int, into buffer: inout [UInt8]) -> Int? {
    var wanted = min(partBytes, file.size - offset)
    while true {
      do throws(FileError) {
        let count = try file.read(wanted, at: offset, into: &buffer, room: PaddedBytes.padding)
        guard count == wanted else { return nil }
      } catch {
        return nil
      }
      if offset + wanted == file.size { return wanted }
      if let end = Self.recordEnd(PaddedBytes(buffer, skipping: 0, count: wanted)) { return end }
      guard wanted < 1 << 30 else { return nil }
      wanted = min(2 * wanted, file.size - offset)
    }
  }

  /// Where the last record probably ends that ends with a line feed; nil where there is none.
  static func recordEnd(_ text: PaddedBytes) -> Int? {
    let bytes = text.span
    var isQuoted = text.count(of: 0x22) % 2 == 1
    var lastLineEnd: Int?
    for index in bytes.indices.reversed() {
      if bytes[index] == 0x22 { isQuoted.toggle() }
      guard bytes[index] == 0x0A else { continue }
      if !isQuoted { return index + 1 }
      lastLineEnd = lastLineEnd ?? index + 1
    }
    return lastLineEnd
  }
}
