/// One fault of a pipeline file.
package struct PipelineFileFault: Sendable, Equatable {
  /// Where it stands.
  package var position: JSON5Position
  /// The key it is about, `join.methods[1]`; empty where the file is no JSON5 at all.
  package var path: String
  /// What is wrong and what to do, in one line; without a semicolon where there may be others.
  package var problem: String

  /// Makes a fault of the key `path`.
  package init(at position: JSON5Position, path: String, problem: String) {
    self.position = position
    self.path = path
    self.problem = problem
  }

  /// The fault with its place: `line 17, disclosure: …`.
  package var text: String {
    path.isEmpty
      ? "line \(position.line), column \(position.column): \(problem)"
      : "line \(position.line), \(path): \(problem)"
  }
}

/// All faults of a pipeline file, in the order they stand in it.
package struct PipelineFileFaults: Error, Sendable, Equatable {
  /// A message names this many faults at most; a file with more has one cause for all of them.
  private static let maximumInMessage = 50

  /// The pipeline file as it was named.
  package var file: String
  /// At least one fault.
  package var faults: [PipelineFileFault]

  /// Makes the faults of `file`, which are put in the order of their places.
  package init(file: String, faults: [PipelineFileFault]) {
    self.file = file
    // Sorted by place, then as found, so that the message is the same every time.
    self.faults = faults.enumerated().sorted { left, right in
      let (first, second) = (left.element.position, right.element.position)
      return (first.line, first.column, left.offset) < (second.line, second.column, right.offset)
    }.map(\.element)
  }

  /// All faults in one line, without the file's name.
  var problems: String {
    let texts = faults.prefix(Self.maximumInMessage).map(\.text).joined(separator: "; ")
    let more = faults.count - Self.maximumInMessage
    let end = more > 0 ? "; and \(more) more" : ""
    return (faults.count == 1 ? "" : "\(faults.count) faults: ") + texts + end
  }

  /// All faults in one line: `pipeline.json5: 2 faults: line 15, …; line 17, …`.
  package var message: String { "\(Display.plainPath(file)): \(problems)" }
}
