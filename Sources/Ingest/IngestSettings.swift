package import Vocabulary

/// One block of a source in a pipeline file: patterns read in one way (contract section 9).
package struct SourceBlock: Sendable, Equatable {
  /// Patterns of paths relative to the input folder, in the order written, at least one.
  ///
  /// `/` between folders, no `.`, `..` or empty part; `*` matches neither `/` nor a leading dot.
  package var files: [String]
  /// Fills empty, missing and unreadable organisation cells: 1 to 10 upper-case letters and digits.
  package var organisation: String?
  /// Whether a pattern may match no file.
  package var isOptional: Bool
  /// The layout that reads the files; nil = the contract's headings, then the source's layouts.
  package var layout: String?
  /// The sheet to read of workbooks; nil = the first visible one with the required columns.
  package var sheet: String?

  /// Makes a block; without further arguments its files must be there and fill no cells.
  package init(
    files: [String] = [], organisation: String? = nil, isOptional: Bool = false,
    layout: String? = nil, sheet: String? = nil
  ) {
    self.files = files
    self.organisation = organisation
    self.isOptional = isOptional
    self.layout = layout
    self.sheet = sheet
  }
}

/// What a pipeline file says about reading the inputs.
package struct IngestSettings: Sendable, Equatable {
  /// The blocks of each source in the order written; a source that is not named has none.
  package var sources: [Source: [SourceBlock]] = [:]
  /// Whether NI numbers that begin with Q count as valid (contract section 1).
  package var syntheticNINumbers = false
  /// Whether the probabilistic method will run, which asks for the birth dates of network lists
  /// too.
  package var readsLinkageColumns = false
  /// The ODS code of an employer by its VPD, three digits; goes before what its files say.
  package var organisationsByVPD: [String: String] = [:]
  /// The record types and widths of ESR interface files.
  package var outbound = OutboundLayout()
  /// The layouts that files may have beside the contract's own, by name.
  package var layouts: [SourceLayout] = []

  /// Makes the settings of a pipeline file that says nothing.
  package init() {}

  /// The blocks of `source` in the order written; none if the pipeline file does not name it.
  package func blocks(of source: Source) -> [SourceBlock] { sources[source] ?? [] }
}
