import Columns

/// All texts of a dictionary as fields of a CSV file: with quotes and guard where they must be,
/// each with its comma.
///
/// The same few thousand names and job titles come again and again: a row copies them, sixteen
/// bytes at a time, without another look.
struct FieldTexts: Sendable {
  /// The texts as they are, for other formats.
  let texts: TextDictionary
  /// The fields one behind the other, and sixteen bytes more.
  private let fields: [UInt8]
  /// Where each field begins, by the code of its text; one element more than texts.
  private let starts: [UInt32]

  /// Renders the texts.
  init(_ texts: TextDictionary) {
    self.texts = texts
    var writer = CSVWriter(OutputBuffer())
    var starts: [UInt32] = []
    starts.reserveCapacity(texts.count + 1)
    for raw in 0..<UInt32(texts.count) {
      starts.append(UInt32(writer.byteCount))
      writer.text(texts[TextCode(raw: raw)])
    }
    starts.append(UInt32(writer.byteCount))
    self.starts = starts
    fields = writer.end().appending([UInt8](repeating: 0, count: 16)).bytes
  }

  /// Adds the field of a text to a row.
  @inline(__always)
  func append(_ code: TextCode, to output: inout OutputBuffer) {
    let place = Int(code.raw)
    output.append(padded: fields.span, from: Int(starts[place]), to: Int(starts[place + 1]))
  }
}
