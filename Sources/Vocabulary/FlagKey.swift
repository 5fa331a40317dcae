/// The form in which flag spellings are compared (contract section 3).
package enum FlagKey {
  /// Lower case, white space collapsed, one pair of quotes out, trimmed again, one full stop out.
  package static func key(_ text: Span<UInt8>) -> [UInt8] {
    var key = FixedWord.key(text)
    for (open, close) in quotePairs
    where key.count >= open.count + close.count && key.starts(with: open)
      && key.suffix(close.count).elementsEqual(close)
    {
      key = Array(key.dropFirst(open.count).dropLast(close.count))
      let range = WhiteSpace.trimmedRange(of: key.span)
      key = Array(key[range])
      break
    }
    if key.last == .stop { key.removeLast() }
    return key
  }

  /// The key of a spelling given as a string, as pipeline files do.
  package static func key(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    return key(bytes.span)
  }

  private static let quotePairs: [([UInt8], [UInt8])] = [
    ("\"", "\""), ("'", "'"), ("“", "”"), ("‘", "’"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
}
