/// What a run tells while it works; the terminal, a log, or nobody listens.
package protocol ProgressListener: AnyObject, Sendable {
  /// A stage begins; `total` is how much there is to do, in the stage's own measure.
  func begin(_ stage: StageName, total: Int)
  /// So much more of the stage is done. Called from several threads.
  func advance(_ stage: StageName, by amount: Int)
  /// A stage is done; `detail` says in a few words what came of it, counts only.
  func end(_ stage: StageName, detail: String)
  /// Something that whoever runs it should know, in one line, such as what a run before left.
  func note(_ text: String)
}

/// How long a stage took and how much it did, for `run --timings`.
package struct StageTiming: Sendable {
  /// The stage.
  package let stage: StageName
  /// Wall seconds.
  package let seconds: Double
  /// Rows that went in, or findings, or employees: what the stage counts.
  package let rows: Int
  /// Bytes read or written; 0 for the stages in between.
  package let bytes: Int
}
