import Emit
import Files

extension StagedFile: OutputSink {
  /// Appends the next piece.
  package func take(_ piece: borrowing Span<UInt8>) { write(piece) }
}

extension WrittenDocument {
  /// What became of a file.
  init(_ path: String, _ written: StagedFile.Written) {
    self.init(path: path, byteCount: written.byteCount, digest: written.digest)
  }
}
