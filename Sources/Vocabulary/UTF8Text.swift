/// The way between UTF-8 bytes in columns and `String` at the edges of the program.
package enum UTF8Text {
  /// The string that valid UTF-8 bytes are.
  package static func string(_ bytes: Span<UInt8>) -> String {
    var copy: [UInt8] = []
    copy.reserveCapacity(bytes.count)
    for index in bytes.indices { copy.append(bytes[index]) }
    return String(decoding: copy, as: UTF8.self)
  }
}
