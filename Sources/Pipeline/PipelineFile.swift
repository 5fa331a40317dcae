package import Detect
package import Emit
package import Ingest
package import Join
package import Normalise

/// The five stages by the names a pipeline file gives them, in the order they run.
package enum StageName: String, CaseIterable, Sendable {
  case ingest
  case normalise
  case join
  case detect
  case emit
}

/// What a pipeline file says, checked, with the default of every key it leaves out.
package struct PipelineFile: Sendable, Equatable {
  /// The pipeline's name.
  package var name = ""
  /// The stages to run: a prefix of all five, at least one; without `emit` nothing is published.
  package var stages: [StageName] = []
  /// The input folder as written, absolute or relative to the pipeline file; nil if not given.
  package var input: String?
  /// The output folder as written, absolute or relative to the pipeline file; nil if not given.
  package var output: String?
  /// Patterns of layout files relative to the pipeline file; nil if not given.
  package var layoutPatterns: [String]?
  /// Where each block's `layout:` stands, by its path.
  var layoutPositions: [String: JSON5Position] = [:]
  /// What stage one is told.
  package var ingest = IngestSettings()
  /// What stage two is told.
  package var normalise = NormaliseSettings()
  /// What stage three is told.
  package var join = JoinSettings()
  /// What stage four is told.
  package var detect = DetectSettings()
  /// What stage five is told.
  package var emit = EmitSettings()
  /// When the run must refuse to publish.
  package var guards = Guards()

  /// Makes a pipeline file in which every key has its default.
  package init() {}
}
