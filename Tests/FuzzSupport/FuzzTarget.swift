import TestSupport

/// A reader that is given any bytes: it must give a result or one line that says what is wrong.
///
/// The raw value names the target for `scripts/fuzz` and its folder of seeds.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// A delimited file of one of the eight sources.
  case delimited
  /// Several delimited files, taken through all five stages.
  case night
  /// An Excel workbook.
  case workbook
  /// The XML of a sheet, in a workbook that is whole around it.
  case sheet
  /// A series of ESR interface files.
  case outbound
  /// A layout file.
  case layout
  /// A pipeline file.
  case pipelineFile = "pipeline-file"

  /// Reads `bytes` as the target's reader does.
  ///
  /// - Precondition: the reader keeps its promises: a broken one ends the process, which is what
  ///   the fuzzer looks for.
  package func run(_ bytes: [UInt8]) {
    switch self {
    case .delimited: IngestHarness.readDelimited(bytes)
    case .night: NightHarness.run(bytes)
    case .workbook: IngestHarness.readWorkbook(bytes)
    case .sheet: IngestHarness.readWorkbook(SheetHarness.workbook(around: bytes))
    case .outbound: OutboundHarness.read(bytes)
    case .layout: LayoutHarness.read(bytes)
    case .pipelineFile: PipelineFileHarness.read(bytes)
    }
  }
}

/// What every harness asks of a message.
enum Message {
  /// Ends the process unless `text` is one line that says something.
  static func check(_ text: String) {
    precondition(!text.isEmpty, "a refusal without a word")
    let isOneLine = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    precondition(isOneLine, "a refusal of more than one line: \(text)")
  }
}
