/// A JSON value that is always written in the same bytes: keys sorted, two spaces of indent.
package enum JSONValue: Sendable {
  case text(String)
  case integer(Int)
  case truth(Bool)
  case list([JSONValue])
  case object([String: JSONValue])

  /// The value as a UTF-8 file with LF at its end.
  package var file: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes, depth: 0)
    bytes.append(0x0A)
    return bytes
  }

  private func append(to bytes: inout [UInt8], depth: Int) {
    switch self {
    case .text(let text): Self.appendQuoted(text, to: &bytes)
    case .integer(let value): bytes.append(contentsOf: String(value).utf8)
    case .truth(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .list(let values):
      Self.appendGroup("[", "]", values, to: &bytes, depth) { value, bytes in
        value.append(to: &bytes, depth: depth + 1)
      }
    case .object(let members):
      // By byte, which is by code point: Swift compares strings otherwise.
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      Self.appendGroup("{", "}", sorted, to: &bytes, depth) { member, bytes in
        Self.appendQuoted(member.key, to: &bytes)
        bytes.append(contentsOf: ": ".utf8)
        member.value.append(to: &bytes, depth: depth + 1)
      }
    }
  }

  private static func appendGroup<Element>(
    _ open: String, _ close: String, _ elements: [Element], to bytes: inout [UInt8], _ depth: Int,
    _ body: (Element, inout [UInt8]) -> Void
  ) {
    bytes.append(contentsOf: open.utf8)
    for (place, element) in elements.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      appendLineEnd(to: &bytes, depth: depth + 1)
      body(element, &bytes)
    }
    if !elements.isEmpty { appendLineEnd(to: &bytes, depth: depth) }
    bytes.append(contentsOf: close.utf8)
  }

  private static func appendLineEnd(to bytes: inout [UInt8], depth: Int) {
    bytes.append(0x0A)
    bytes.append(contentsOf: [UInt8](repeating: 0x20, count: 2 * depth))
  }

  private static func appendQuoted(_ text: String, to bytes: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<0x20, 0x7F:
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
