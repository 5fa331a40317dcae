/// A fixed word of the contract as it is compared: lower case, trimmed, white space collapsed.
package enum FixedWord {
  /// The comparison form of a cell; ASCII at once, other text scalar by scalar without a locale.
  package static func key(_ text: Span<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for word in WhiteSpace.words(of: text) {
      if !result.isEmpty { result.append(.space) }
      appendLowercased(text.extracting(word), to: &result)
    }
    return result
  }

  /// The comparison form as text.
  package static func text(_ cell: Span<UInt8>) -> String {
    String(decoding: key(cell), as: UTF8.self)
  }

  /// Appends `text` in lower case, each scalar by itself.
  static func appendLowercased(_ text: Span<UInt8>, to result: inout [UInt8]) {
    var isASCII = true
    for index in text.indices where text[index] >= 0x80 { isASCII = false }
    if isASCII {
      for index in text.indices { result.append(text[index].lowercased) }
      return
    }
    for scalar in UTF8Text.string(text).unicodeScalars {
      result.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    }
  }
}
