import Testing

/// Something wrong that stands in a pipeline or layout file, and what is told of it.
struct WrittenFault: CustomTestStringConvertible, Sendable {
  /// What stands in the file besides what every sound one has.
  let written: String
  /// The message, without the file's name.
  let message: String

  init(_ written: String, _ message: String) {
    self.written = written
    self.message = message
  }

  var testDescription: String { written }
}
