import Records
import Vocabulary
import Workbooks

/// Writes `reconciled/<footprint>/reconciliation-<organisation>.xlsx`, one employer's files as the
/// sheets of a workbook, and `distribution/<footprint>/access-codes-<footprint>.xlsx`.
///
/// The sheets have the columns and rows of the CSV files. What is filled into the decision columns
/// can be given back as decisions. The review sheet tells an employer of its own people only: the
/// candidate is its employee, and the entry says that it is, or says no organisation.
struct WorkbookFiles: Sendable {
  private let contents: RunContents
  private let reconciled: ReconciledFiles
  private let discrepancies: DiscrepancyFiles
  private let lists: ListFiles
  private let distribution: DistributionFiles
  /// By employer: the reviews that its sheet shows, as indices into ``Links/reviews``.
  private let reviews: [[Int]]

  init(contents: RunContents) {
    self.contents = contents
    reconciled = ReconciledFiles(contents: contents)
    discrepancies = DiscrepancyFiles(contents: contents)
    lists = ListFiles(contents: contents)
    distribution = DistributionFiles(contents: contents)
    let links = contents.reconciliation.links
    let organisations = contents.reconciliation.workforce.employees.organisation
    var reviews = [[Int]](repeating: [], count: contents.employers.count)
    for place in lists.reviewOrder() {
      let review = links.reviews[place]
      let employer = Int(organisations[review.employee])
      let said = links.list(review.kind).entries[review.entry].organisation
      if said.isMissing || said == contents.employers[employer].code {
        reviews[employer].append(place)
      }
    }
    self.reviews = reviews
  }

  /// Columns behind a table's own, in which who decides says more.
  private static let toFillIn = ["until", "decided_by", "decided_on", "note"]

  /// The workbook of one employer.
  func employer(_ index: Int) -> [UInt8] {
    var workbook = WorkbookWriter()
    if contents.settings.products.contains(.reconciled) {
      var sheet = SheetRowWriter(name: "reconciled", columns: ReconciledFiles.columns)
      reconciled.appendRows(ofEmployer: index, to: &sheet)
      workbook.add(sheet.finish())
    }
    if contents.settings.products.contains(.discrepancies) {
      var sheet = SheetRowWriter(
        name: "discrepancies", columns: DiscrepancyFiles.columns, toFillIn: Self.toFillIn,
        decisions: ["waive"])
      discrepancies.appendRows(ofEmployer: index, to: &sheet)
      workbook.add(sheet.finish())
    }
    var sheet = SheetRowWriter(
      name: "review", columns: ListFiles.reviewColumns, toFillIn: Self.toFillIn,
      decisions: ["accept", "reject"])
    lists.append(reviews: reviews[index], to: &sheet)
    workbook.add(sheet.finish())
    return workbook.finish()
  }

  /// The access codes of one footprint, no person in it.
  func accessCodes(ofFootprint index: Int) -> [UInt8] {
    var sheet = SheetRowWriter(name: "access codes", columns: DistributionFiles.organisationColumns)
    distribution.appendOrganisations(ofFootprint: index, to: &sheet)
    var workbook = WorkbookWriter()
    workbook.add(sheet.finish())
    return workbook.finish()
  }
}
