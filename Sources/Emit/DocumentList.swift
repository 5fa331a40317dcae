import Vocabulary

/// The files of a run by its products, in the order of writing, while they are listed.
///
/// First what takes longest: the other workers go on with the rest meanwhile. The files of an
/// employer stand together, as they are written from the same employees, which are still in the
/// processor's caches then; and large files alternate with small ones, which keep the disk busy.
struct DocumentList {
  private(set) var all: [OutputDocument] = []
  private let contents: RunContents
  /// Nil where no workbooks are written.
  private let workbooks: WorkbookFiles?

  init(_ contents: RunContents) {
    self.contents = contents
    workbooks = contents.settings.writesWorkbooks ? WorkbookFiles(contents: contents) : nil
  }

  /// Adds a file.
  mutating func add(
    _ path: String, _ render: @escaping @Sendable (consuming OutputBuffer) -> OutputBuffer
  ) {
    all.append(OutputDocument(path: path, render: render))
  }

  /// The files about all employers: the longest of the run.
  mutating func addOverall(_ totals: RunTotals) {
    let products = contents.settings.products
    let contents = contents
    if products.contains(.report) {
      let report = ReportPage(contents: contents, totals: totals)
      add(OutputPaths.report) { report.write(to: $0) }
    }
    let lists = ListFiles(contents: contents)
    add(OutputPaths.links) { lists.links(to: $0) }
    add(OutputPaths.review) { lists.review(to: $0) }
    add(OutputPaths.rejects) { lists.rejects(to: $0) }
    if products.contains(.discrepancies) {
      let files = DiscrepancyFiles(contents: contents)
      add(OutputPaths.discrepancies) { files.all(to: $0) }
      if let changes = contents.memory.changes {
        let file = ChangesFile(contents: contents, changes: changes)
        add(OutputPaths.changes) { file.write(to: $0) }
      }
    }
    let summary = SummaryFile(contents: contents, totals: totals)
    add(OutputPaths.summary) { $0.appending(summary.bytes()) }
  }

  /// The figures of a self-assessment, as a table and as a page.
  mutating func addEvidence() {
    let products = contents.settings.products
    if products.contains(.evidence) {
      let file = EvidenceFile(contents: contents)
      add(OutputPaths.evidence) { file.write(to: $0) }
    }
    if products.contains(.evidence) || products.contains(.report) {
      let page = EvidencePage(contents: contents)
      add(OutputPaths.evidencePage) { page.write(to: $0) }
    }
  }

  /// The folder `distribution/`.
  mutating func addDistribution() {
    guard contents.settings.products.contains(.distribution) else { return }
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
      if let workbooks {
        add(OutputPaths.accessCodeWorkbook(footprint.folder)) {
          $0.appending(workbooks.accessCodes(ofFootprint: index))
        }
      }
    }
  }

  /// The files of each employer; `traces` where they are written at all.
  mutating func addEmployers(_ traces: TraceFiles?) {
    let products = contents.settings.products
    let discrepancies = DiscrepancyFiles(contents: contents)
    let reconciled = ReconciledFiles(contents: contents)
    let distribution = DistributionFiles(contents: contents)
    for (index, employer) in contents.employers.enumerated() {
      if products.contains(.reconciled) {
        add(OutputPaths.reconciled(employer.path)) { reconciled.employer(index, to: $0) }
      }
      if products.contains(.discrepancies) {
        add(OutputPaths.discrepancies(employer.path)) { discrepancies.employer(index, to: $0) }
      }
      if let traces {
        add(OutputPaths.trace(employer.path)) { traces.employer(index, to: $0) }
      }
      if products.contains(.distribution) {
        for platform in [Platform.digitalResource, .employersForCarers] {
          add(OutputPaths.recipients(platform, employer.path)) {
            distribution.recipients(ofEmployer: index, platform, to: $0)
          }
        }
      }
      if let workbooks, products.contains(.reconciled) || products.contains(.discrepancies) {
        add(OutputPaths.workbook(employer)) { $0.appending(workbooks.employer(index)) }
      }
    }
  }
}
