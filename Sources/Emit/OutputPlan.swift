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
    documents = Self.documents(contents, totals, traces)
    manifestFile = ManifestFile(contents: contents, totals: totals)
  }

  /// The bytes of `manifest.json`, once all other files are written.
  package func manifest(of written: [WrittenDocument]) -> [UInt8] { manifestFile.bytes(written) }

  /// The files of a run, by its products; five are always written.
  private static func documents(
    _ contents: RunContents, _ totals: RunTotals, _ traces: TraceFiles?
  ) -> [OutputDocument] {
    let products = contents.settings.products
    let lists = ListFiles(contents: contents)
    var documents = DocumentList()
    // First what takes longest: the other workers go on with the rest meanwhile.
    if products.contains(.report) {
      let report = ReportPage(contents: contents, totals: totals)
      documents.add(OutputPaths.report) { report.write(to: $0) }
    }
    documents.add(OutputPaths.links) { lists.links(to: $0) }
    documents.add(OutputPaths.review) { lists.review(to: $0) }
    if products.contains(.discrepancies) { documents.addDiscrepancies(contents) }
    if products.contains(.reconciled) { documents.addReconciled(contents) }
    if let traces { documents.addTraces(traces, contents) }
    if products.contains(.distribution) { documents.addDistribution(contents) }
    if contents.settings.writesWorkbooks { documents.addWorkbooks(contents) }
    documents.add(OutputPaths.rejects) { lists.rejects(to: $0) }
    if products.contains(.evidence) {
      let file = EvidenceFile(contents: contents)
      documents.add(OutputPaths.evidence) { file.write(to: $0) }
    }
    if products.contains(.evidence) || products.contains(.report) {
      let page = EvidencePage(contents: contents)
      documents.add(OutputPaths.evidencePage) { page.write(to: $0) }
    }
    let summary = SummaryFile(contents: contents, totals: totals)
    documents.add(OutputPaths.summary) { $0.appending(summary.bytes()) }
    return documents.all
  }
}
