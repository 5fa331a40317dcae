/// Comparing texts by byte.
package enum SpanOrder {
  /// Whether `left` comes before `right` in byte order.
  package static func precedes(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    let shared = min(left.count, right.count)
    for index in 0..<shared where left[index] != right[index] { return left[index] < right[index] }
    return left.count < right.count
  }

  /// Whether both hold the same bytes.
  package static func areEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    if left.count < 8 {
      for index in left.indices where left[index] != right[index] { return false }
      return true
    }
    let (left, right) = unsafe (left.bytes, right.bytes)
    var offset = 0
    while offset < left.byteCount {
      // Safe: eight bytes from here are within both; the last ones may have been compared before.
      let from = min(offset, left.byteCount - 8)
      let one = unsafe left.unsafeLoadUnaligned(fromByteOffset: from, as: UInt64.self)
      let other = unsafe right.unsafeLoadUnaligned(fromByteOffset: from, as: UInt64.self)
      if one != other { return false }
      offset += 8
    }
    return true
  }

  /// Whether a text holds exactly the bytes of a literal.
  package static func isEqual(_ left: Span<UInt8>, to literal: StaticString) -> Bool {
    guard left.count == literal.utf8CodeUnitCount else { return false }
    return literal.withUTF8Buffer { letters in
      // Safe: both have the same length.
      for index in left.indices where unsafe left[index] != letters[index] { return false }
      return true
    }
  }
}
