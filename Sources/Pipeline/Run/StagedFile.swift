import Emit
import Files

/// A file of the staging folder that takes its bytes piece by piece.
///
/// Rendering does not stop where a write fails: the first failure is kept and told at the end.
final class StagedFile: OutputSink {
  private var file: OutputFile?
  private var failure: FileError?

  /// Takes over a file that was just created.
  init(_ file: consuming OutputFile) { self.file = consume file }

  func take(_ piece: borrowing Span<UInt8>) {
    guard failure == nil else { return }
    do throws(FileError) {
      try file?.write(piece)
    } catch {
      failure = error
    }
  }

  /// Hands the file over to its folder.
  ///
  /// - Throws: the first failure of a write, or that of the end.
  func finish(in staged: StagedFolder) throws(FileError) -> OutputFile.Written {
    if let failure { throw failure }
    guard let file = file.take() else { preconditionFailure("a file is finished once") }
    return try staged.finish(file)
  }
}

extension WrittenDocument {
  /// What became of a file.
  init(_ path: String, _ written: OutputFile.Written) {
    self.init(path: path, byteCount: written.byteCount, digest: written.digest)
  }
}
