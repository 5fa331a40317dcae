import Columns
import Vocabulary

/// Chooses what a file's headings are read by: the contract's own, or a layout file.
///
/// A block's `layout:` decides alone. Otherwise the contract's headings come first, so that a file
/// they fit reads the same whatever layouts there are; then the layouts of the source by name.
struct LayoutChoice: Sendable {
  private let source: Source
  /// The layout files to try, in this order; nil = the contract's own headings.
  private let files: [SourceLayout?]
  /// Whether the pipeline file's `organisation:` stands in for the column.
  let organisationGiven: Bool
  /// Whether columns are read that only the probabilistic method asks for.
  let readsLinkageColumns: Bool

  /// The choice for an item of the plan.
  init(_ item: InputPlan.Item, _ settings: IngestSettings) {
    organisationGiven = !item.organisation.isMissing
    readsLinkageColumns = settings.readsLinkageColumns
    let ofSource = settings.layouts.filter {
      $0.source == item.source && (item.layout == nil || item.layout == $0.name)
    }
    source = item.source
    files = item.layout == nil ? [nil] + ofSource : ofSource
  }

  /// The layouts to try, in this order; made as they are tried, since the first fits most files.
  var candidates: some Collection<Layout> {
    files.lazy.map { file in
      file.map { Layout($0, organisationGiven: organisationGiven) } ?? Layouts.layout(of: source)
    }
  }

  /// The first layout under which `find` finds a header; throws what the first one says.
  func choose<Found>(
    _ find: (Layout) throws(UnusableHeader) -> Found
  ) throws(UnusableHeader) -> Found {
    var first: UnusableHeader?
    for layout in candidates {
      do {
        return try find(layout)
      } catch {
        first = first ?? error
      }
    }
    throw first ?? UnusableHeader()
  }

  /// The layout by which a file without a header is a report without rows, or nil.
  ///
  /// `firstCells` are the first filled cells of the rows that were looked at.
  func emptyReport(among firstCells: [[UInt8]]) -> SourceLayout? {
    for layout in files.compactMap(\.self) {
      let texts = FirstCellTexts(layout.emptyReport)
      if firstCells.contains(where: { texts.contains($0.span) }) { return layout }
    }
    return nil
  }
}
