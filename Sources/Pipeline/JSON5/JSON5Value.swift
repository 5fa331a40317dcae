/// A place in a JSON5 text, as an editor shows it.
///
/// Lines and columns start at 1. A column counts Unicode scalars; LF, CR LF and CR each end a line.
package struct JSON5Position: Sendable, Equatable {
  /// The line, starting at 1.
  package var line: Int
  /// The column in Unicode scalars, starting at 1.
  package var column: Int

  /// Makes a position from a line and a column, both starting at 1.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// A value of a JSON5 text, with the place where it begins.
package struct JSON5Value: Sendable, Equatable {
  /// What the value is.
  package var content: Content
  /// Where its first character stands.
  package var position: JSON5Position

  /// Makes a value that begins at `position`.
  package init(_ content: Content, at position: JSON5Position) {
    self.content = content
    self.position = position
  }

  /// The seven kinds of value.
  ///
  /// An object keeps its members in the order written and keeps a key that is given twice: to call
  /// that a fault, and to name its path, is the reader's business.
  package indirect enum Content: Sendable, Equatable {
    case null
    case boolean(Bool)
    /// Infinity and NaN are numbers in JSON5.
    case number(Double)
    case text(String)
    case list([JSON5Value])
    case object([JSON5Member])
  }
}

/// One key of an object with its value.
package struct JSON5Member: Sendable, Equatable {
  /// The key without quotes, escapes resolved.
  package var key: String
  /// Where the key (or its opening quote) stands.
  package var keyPosition: JSON5Position
  /// What the key is given.
  package var value: JSON5Value

  /// Makes a member from its key, the key's place and its value.
  package init(key: String, keyPosition: JSON5Position, value: JSON5Value) {
    self.key = key
    self.keyPosition = keyPosition
    self.value = value
  }
}

/// Why a text is not JSON5, and where.
package struct JSON5Error: Error, Sendable, Equatable {
  /// The place of the first character that does not fit.
  package var position: JSON5Position
  /// What was expected and what stands there, in one line.
  package var problem: String

  /// Makes an error at `position`.
  package init(_ problem: String, at position: JSON5Position) {
    self.problem = problem
    self.position = position
  }
}
