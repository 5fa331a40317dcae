import Threads

/// A new file of a staged folder: hashed on the way, and written while the rest of it is made.
///
/// Blocks of whole pages go to the disk past the system's cache, see `BlockWriter`; what is left is
/// written when the folder flushes the file, which also tells what has failed.
package final class StagedFile {
  /// From how many bytes on a last block is worth handing over.
  private static let handedBytes = 1 << 15

  /// What is known of a file that is complete.
  package struct Written: Equatable, Sendable {
    /// The number of bytes.
    package let byteCount: Int
    /// The SHA-256 over all bytes.
    package let digest: SHA256Digest
  }

  private let file: OpenOutput
  private let writer: BlockWriter
  private var block: FileBlock?
  private var digest = SHA256()
  /// How many bytes of the file are handed over.
  private var offset = 0

  init(_ file: OpenOutput, _ writer: BlockWriter) {
    self.file = file
    self.writer = writer
  }

  /// Appends the bytes of a span.
  package func write(_ bytes: borrowing Span<UInt8>) {
    digest.update(bytes)
    var place = 0
    while place < bytes.count {
      // Taken out, so that nothing else holds its memory while it is filled.
      var block = block.take() ?? writer.takeBlock()
      place += block.append(bytes, from: place)
      if block.isFull { handOver(block, block.count) } else { self.block = block }
    }
  }

  /// Hands over the last block, and gives what is left to do.
  ///
  /// - Precondition: nothing is written afterwards.
  func finish() -> (Written, FinishedFile) {
    var rest: [UInt8] = []
    if let block = block.take() {
      let pages = block.count < Self.handedBytes ? 0 : block.wholePages
      rest = unsafe block.withBytes(pages..<block.count) { unsafe [UInt8]($0) }
      if pages > 0 { handOver(block, pages) } else { writer.giveBack(block) }
    }
    let written = Written(byteCount: offset + rest.count, digest: digest.finish())
    return (written, FinishedFile(file: file, rest: rest, offset: offset))
  }

  private func handOver(_ block: FileBlock, _ count: Int) {
    if offset == 0 { file.goPastCache(true) }
    writer.write(block, count: count, to: file, at: offset)
    offset += count
  }
}

/// A file of which all but the last bytes is handed over, and nothing need be on the disk yet.
struct FinishedFile: Sendable {
  let file: OpenOutput
  fileprivate let rest: [UInt8]
  fileprivate let offset: Int

  /// Whether the last bytes are all there are.
  var isWhole: Bool { offset == 0 }

  /// Writes the last bytes; what fails is told when the file is flushed.
  func writeRest() { file.writeRest(rest, at: offset) }
}
