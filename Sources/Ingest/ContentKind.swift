import Columns

/// What a file holds, by its first bytes: its name is not believed.
package enum ContentKind: Sendable, Equatable {
  /// Text with columns.
  case delimited
  /// A zip archive, which a workbook (.xlsx) is.
  case workbook
  /// An OLE container: a workbook of Excel 97 to 2003, or one with a password.
  case container
  /// An ESR Generic Outbound file: its first line is `HDR~…`.
  case outbound

  /// How many bytes of the front of a file must be looked at.
  static let byteCount = 8

  /// The kind of a file that begins with `front`, its first ``byteCount`` bytes or all it has.
  package init(front: Span<UInt8>) {
    func begins(_ bytes: [UInt8]) -> Bool {
      front.count >= bytes.count && bytes.indices.allSatisfy { front[$0] == bytes[$0] }
    }
    self =
      if begins([0x50, 0x4B, 0x03, 0x04]) || begins([0x50, 0x4B, 0x05, 0x06]) {
        .workbook
      } else if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        .container
      } else if begins(Array("HDR~".utf8)) || begins(Array("\u{FEFF}HDR~".utf8)) {
        .outbound
      } else {
        .delimited
      }
  }
}
