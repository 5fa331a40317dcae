import Columns
import Vocabulary

/// All texts of a dictionary as fields of a CSV file: with quotes and guard where they must be,
/// each with its comma.
///
/// The same names and job titles come again and again: a row copies them, sixteen bytes at a time,
/// without another look. Names are many all the same, and the memory is slow for what is read here
/// and there: most stand in the table itself, one place for each, and can be fetched ahead.
struct FieldTexts: Sendable {
  /// How many rows before it is copied a field is best fetched, so that no row waits for it.
  static let rowsAhead = 8

  /// The texts as they are, for other formats.
  let texts: TextDictionary
  /// By the code of its text.
  private let fields: [Field]
  /// The longer fields one behind the other, and sixteen bytes more.
  private let longer: [UInt8]

  /// A field of up to fifteen bytes, or where a longer one stands.
  private struct Field: Sendable {
    /// The first eight bytes; of a longer field the place where it begins.
    let low: UInt64
    /// The other seven, and highest how many there are; of a longer field its length and 255.
    let high: UInt64

    /// A short field.
    init(_ text: ShortText) {
      low = text.low
      high = text.high & (1 << 56 - 1) | UInt64(text.count) << 56
    }

    /// A field that stands elsewhere.
    init(at place: Int, count: Int) {
      low = UInt64(place)
      high = UInt64(count) | 255 << 56
    }
  }

  /// Renders the texts.
  init(_ texts: TextDictionary) {
    self.texts = texts
    var fields: [Field] = []
    fields.reserveCapacity(texts.count)
    var writer = CSVWriter(OutputBuffer())
    for raw in 0..<UInt32(texts.count) {
      let start = writer.byteCount
      writer.text(texts[TextCode(raw: raw)])
      if let short = writer.takeShort(from: start) {
        fields.append(Field(short))
      } else {
        fields.append(Field(at: start, count: writer.byteCount - start))
      }
    }
    self.fields = fields
    longer = writer.end().appending([UInt8](repeating: 0, count: 16)).bytes
  }

  /// Adds the field of a text to a row.
  @inline(__always)
  func append(_ code: TextCode, to output: inout OutputBuffer) {
    let field = fields[Int(code.raw)]
    let count = Int(field.high >> 56)
    if count < ShortText.capacity {
      output.append(ShortText(low: field.low, high: field.high, count: count))
    } else {
      let start = Int(field.low)
      output.append(
        padded: longer.span, from: start, to: start + Int(field.high & 0xFFFF_FFFF))
    }
  }

  /// Has the processor fetch the field of a text, which a row will copy soon.
  @inline(__always)
  func prefetch(_ code: TextCode) { fields.span.prefetch(Int(code.raw)) }
}
