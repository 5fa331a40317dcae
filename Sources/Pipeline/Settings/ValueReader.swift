/// How one kind of value is read from a pipeline file, described and shown.
///
/// From these three the reading, the faults and the documentation of a key follow.
package struct ValueReader<Value>: Sendable {
  /// What to give, as it ends "give …": "a number from 0 to 1".
  package let expectation: String
  /// The value as a pipeline file would have it.
  package let show: @Sendable (Value) -> String
  /// Reads the value of the key `path`; nil after a fault was noted.
  let read: @Sendable (JSON5Value, _ path: String, inout ReadingContext) -> Value?
}

extension ValueReader {
  /// The same kind for a key that has no value when it is left out.
  static func optional<Wrapped>(_ reader: ValueReader<Wrapped>) -> Self where Value == Wrapped? {
    Self(
      expectation: reader.expectation, show: { $0.map(reader.show) ?? "none" },
      read: { value, path, context in
        reader.read(value, path, &context).map(Optional.some)
      })
  }
}

/// What reading a pipeline file needs to know and finds out on its way.
package struct ReadingContext {
  /// The ids of the rules that `detect.rules` may name.
  let knownRules: [String]
  /// Where the value of each key that was read stands.
  var positions: [String: JSON5Position] = [:]
  /// The faults so far.
  var faults: [PipelineFileFault] = []

  /// Starts without a fault.
  init(knownRules: [String]) { self.knownRules = knownRules }

  /// Notes a fault of the key `path`.
  mutating func note(_ problem: String, at position: JSON5Position, path: String) {
    faults.append(PipelineFileFault(at: position, path: path, problem: problem))
  }

  /// Notes that `value` is of the wrong kind.
  mutating func noteKind(_ value: JSON5Value, path: String, expected: String) {
    note("give \(expected), not \(Display.kind(of: value))", at: value.position, path: path)
  }
}

// MARK: - Single values

extension ValueReader<Bool> {
  /// true or false.
  static var flag: Self {
    Self(
      expectation: "true or false", show: { "\($0)" },
      read: { value, path, context in
        if case .boolean(let flag) = value.content { return flag }
        context.noteKind(value, path: path, expected: "true or false")
        return nil
      })
  }
}

extension ValueReader<Double> {
  /// A number from 0 to 1.
  static var share: Self {
    let expectation = "a number from 0 to 1"
    return Self(
      expectation: expectation, show: { "\($0)" },
      read: { value, path, context in
        if case .number(let number) = value.content, (0...1).contains(number) { return number }
        context.noteKind(value, path: path, expected: expectation)
        return nil
      })
  }
}

extension ValueReader<String> {
  /// A text that is not empty and stays on one line.
  static var text: Self { text("a text") { _ in nil } }

  /// A path that a file system can hold.
  static var folder: Self { text("the path of a folder") { _ in nil } }

  /// A text on one line, not empty, about which `problem` says nothing.
  static func text(
    _ expectation: String, problem: @escaping @Sendable (String) -> String?
  ) -> Self {
    Self(
      expectation: expectation, show: { Display.quoted($0) },
      read: { value, path, context in
        guard case .text(let text) = value.content else {
          context.noteKind(value, path: path, expected: "\(expectation) in quotes")
          return nil
        }
        let found: String? =
          if text.allSatisfy(\.isWhitespace) {
            "give \(expectation), not an empty one"
          } else if text.unicodeScalars.contains(where: { $0.properties.isControl }) {
            "give \(expectation) without control characters and line ends"
          } else {
            problem(text)
          }
        guard let found else { return text }
        context.note(found, at: value.position, path: path)
        return nil
      })
  }
}

extension ValueReader where Value: RawRepresentable & Sendable, Value.RawValue == String {
  /// One of the words that `allowed` stand for.
  static func choice(_ allowed: [Value]) -> Self {
    let words = allowed.map(\.rawValue)
    let expectation = words.count > 1 ? "one of \(Display.alternatives(words))" : "a known word"
    return Self(
      expectation: expectation, show: { Display.quoted($0.rawValue) },
      read: { value, path, context in
        guard case .text(let word) = value.content else {
          context.noteKind(value, path: path, expected: expectation)
          return nil
        }
        if let index = words.firstIndex(of: word) { return allowed[index] }
        let problem = "no such value \(Display.quoted(word))"
        let remedy =
          NearestWord.likely(for: word, among: words)
          .map { "did you mean \(Display.quoted($0))?" } ?? "give \(expectation)"
        context.note("\(problem), \(remedy)", at: value.position, path: path)
        return nil
      })
  }
}

// MARK: - Lists

extension ValueReader {
  /// A list of such values in the order written; `noun` names them in the plural.
  static func list<Item: Sendable>(
    of item: ValueReader<Item>, _ noun: String, minimumCount: Int = 0
  ) -> Self where Value == [Item] {
    let expectation = "a list of \(noun)"
    return Self(
      expectation: expectation,
      show: { "[\($0.map(item.show).joined(separator: ", "))]" },
      read: { value, path, context in
        guard case .list(let elements) = value.content else {
          let hint = if case .text = value.content { " (put it in [ ])" } else { "" }
          context.note(
            "give \(expectation), not \(Display.kind(of: value))\(hint)", at: value.position,
            path: path)
          return nil
        }
        guard elements.count >= minimumCount else {
          context.note(
            "give \(expectation) that is not empty", at: value.position, path: path)
          return nil
        }
        let items = elements.enumerated().map { index, element in
          item.read(element, "\(path)[\(index)]", &context)
        }
        return items.contains { $0 == nil } ? nil : items.compactMap { $0 }
      })
  }

  /// A list of different words whose order says nothing.
  static func words<Word>(_ allowed: [Word], _ noun: String) -> Self
  where
    Value == Set<Word>, Word: RawRepresentable & Hashable & Sendable, Word.RawValue == String
  {
    let list = ValueReader<[Word]>.list(of: .choice(allowed), noun)
    let words = Display.alternatives(allowed.map(\.rawValue))
    return Self(
      expectation: "\(list.expectation), each one of \(words)",
      show: { value in list.show(allowed.filter(value.contains)) },
      read: { value, path, context in
        guard let found = list.read(value, path, &context),
          case .list(let elements) = value.content
        else { return nil }
        for (index, word) in found.enumerated() where found[..<index].contains(word) {
          context.note(
            "\(Display.quoted(word.rawValue)) is given twice, take one away",
            at: elements[index].position, path: "\(path)[\(index)]")
        }
        return Set(found)
      })
  }
}

extension Unicode.Scalar.Properties {
  /// Whether the scalar is a control character or ends a line.
  var isControl: Bool {
    switch generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
