package import Files
package import Records
package import Threads

/// A file of the run that can be made at any time, on any thread, always with the same bytes.
package struct OutputDocument: Sendable {
  /// The path relative to the run's folder, with `/`.
  package let path: String
  /// Writes the file's bytes into a buffer that is empty, and gives the buffer back.
  package let render: @Sendable (consuming OutputBuffer) -> OutputBuffer

  /// The file's bytes in memory.
  package var bytes: [UInt8] { render(OutputBuffer()).bytes }
}

/// What became of a file of the run.
package struct WrittenDocument: Sendable, Equatable {
  /// The path relative to the run's folder, with `/`.
  package let path: String
  /// Its size in bytes.
  package let byteCount: Int
  /// The SHA-256 of its bytes.
  package let digest: SHA256Digest

  /// Makes a record of a file that is written.
  package init(path: String, byteCount: Int, digest: SHA256Digest) {
    self.path = path
    self.byteCount = byteCount
    self.digest = digest
  }
}

/// The files that a run writes (contract section 8), in the order of writing.
///
/// Emit opens nothing: whoever publishes renders ``documents``, puts the bytes into the staging
/// folder and then asks for the manifest, which is last.
package struct OutputPlan: Sendable {
  /// All files but the manifest; each path once.
  package let documents: [OutputDocument]
  private let manifestFile: ManifestFile

  /// Works out everything that the files are written from: orders, names, counts.
  package init(
    reconciliation: Reconciliation, findings: Findings, memory: RunMemory = RunMemory(),
    settings: EmitSettings, identity: RunIdentity, workers: Workers
  ) {
    let contents = RunContents(
      reconciliation: reconciliation, findings: findings, memory: memory, settings: settings,
      identity: identity, workers: workers)
    let (totals, traces) = workers.both {
      RunTotals(contents)
    } _: {
      settings.products.contains(.reconciled) ? TraceFiles(contents: contents) : nil
    }
    var documents = DocumentList(contents)
    documents.addOverall(totals)
    documents.addEvidence()
    documents.addDistribution()
    documents.addEmployers(traces)
    self.documents = documents.all
    manifestFile = ManifestFile(contents: contents, totals: totals)
  }

  /// The bytes of `manifest.json`, once all other files are written.
  package func manifest(of written: [WrittenDocument]) -> [UInt8] { manifestFile.bytes(written) }
}
