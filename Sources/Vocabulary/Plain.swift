/// Counts in plain words, as pages and the terminal show them.
package enum Plain {
  /// A count with its thousands apart: `1,700,000`.
  package static func count(_ value: Int) -> String {
    var text = ""
    for (place, digit) in String(value.magnitude).reversed().enumerated() {
      if place > 0, place % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return (value < 0 ? "-" : "") + String(text.reversed())
  }

  /// A count with the word for it: `1 row`, `2 rows`.
  package static func count(_ value: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(count(value)) \(value == 1 ? singular : plural ?? singular + "s")"
  }

  /// A figure of digits as ``count(_:)`` writes it; anything else, such as `*`, as it is.
  package static func figure(_ text: String) -> String { Int(text).map(count(_:)) ?? text }
}
