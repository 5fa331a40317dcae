/// Puts text into HTML so that it can never become markup.
package enum HTMLText {
  /// The text with the five characters escaped that could end it, fit for content and attributes.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// Bytes as Base64 (RFC 4648), for the hash of a style in a Content-Security-Policy.
package enum Base64 {
  /// The text of some bytes, padded.
  package static func text(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var result = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = 0
      for place in 0..<3 {
        bits = bits << 8 | (place < group.count ? Int(group[start + place]) : 0)
      }
      for place in 0..<4 {
        result.append(place <= group.count ? letters[(bits >> (18 - 6 * place)) & 63] : "=")
      }
    }
    return result
  }
}
