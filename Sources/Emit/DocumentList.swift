import Vocabulary

/// The files of a run in the order of writing, while they are listed.
struct DocumentList {
  private(set) var all: [OutputDocument] = []

  /// Adds a file.
  mutating func add(
    _ path: String, _ render: @escaping @Sendable (consuming OutputBuffer) -> OutputBuffer
  ) {
    all.append(OutputDocument(path: path, render: render))
  }

  /// All discrepancies, those of each employer, and what changed since the run before.
  mutating func addDiscrepancies(_ contents: RunContents) {
    let files = DiscrepancyFiles(contents: contents)
    add(OutputPaths.discrepancies) { files.all(to: $0) }
    for (index, employer) in contents.employers.enumerated() {
      add(OutputPaths.discrepancies(employer.path)) { files.employer(index, to: $0) }
    }
    if let changes = contents.memory.changes {
      let file = ChangesFile(contents: contents, changes: changes)
      add(OutputPaths.changes) { file.write(to: $0) }
    }
  }

  /// The folder `reconciled/`.
  mutating func addReconciled(_ contents: RunContents) {
    let files = ReconciledFiles(contents: contents)
    for (index, employer) in contents.employers.enumerated() {
      add(OutputPaths.reconciled(employer.path)) { files.employer(index, to: $0) }
    }
  }

  /// The folder `trace/`.
  mutating func addTraces(_ traces: TraceFiles, _ contents: RunContents) {
    for (index, employer) in contents.employers.enumerated() {
      add(OutputPaths.trace(employer.path)) { traces.employer(index, to: $0) }
    }
  }

  /// The folders `distribution/` and `recipients/`.
  mutating func addDistribution(_ contents: RunContents) {
    let files = DistributionFiles(contents: contents)
    for (index, footprint) in contents.footprints.enumerated() {
      add(OutputPaths.organisations(footprint.folder)) {
        files.organisations(ofFootprint: index, to: $0)
      }
      let page = AccessCodePage(contents: contents, footprint: index)
      add(OutputPaths.accessCodePage(footprint.folder)) { page.write(to: $0) }
      for employer in footprint.employers {
        let message = HRLeadMessage(contents: contents, employer: employer)
        if message.recipient == nil { continue }
        add(OutputPaths.message(footprint.folder, message.fileName)) {
          $0.appending(message.bytes())
        }
      }
    }
    for (index, employer) in contents.employers.enumerated() {
      for platform in [Platform.digitalResource, .employersForCarers] {
        add(OutputPaths.recipients(platform, employer.path)) {
          files.recipients(ofEmployer: index, platform, to: $0)
        }
      }
    }
  }

  /// What is written as workbooks besides, where it is written at all.
  mutating func addWorkbooks(_ contents: RunContents) {
    let products = contents.settings.products
    let files = WorkbookFiles(contents: contents)
    if products.contains(.reconciled) || products.contains(.discrepancies) {
      for (index, employer) in contents.employers.enumerated() {
        add(OutputPaths.workbook(employer)) { $0.appending(files.employer(index)) }
      }
    }
    if products.contains(.distribution) {
      for (index, footprint) in contents.footprints.enumerated() {
        add(OutputPaths.accessCodeWorkbook(footprint.folder)) {
          $0.appending(files.accessCodes(ofFootprint: index))
        }
      }
    }
  }
}
