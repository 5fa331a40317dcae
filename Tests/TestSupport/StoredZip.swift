/// A zip archive made by hand, its files not packed.
///
/// Its table of contents and checksums are right around content that is not.
package struct StoredZip {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// An archive without files.
  package init() {}

  /// Adds a file.
  package mutating func add(_ name: String, _ content: [UInt8]) {
    let offset = bytes.count
    var common: [UInt8] = []
    Self.append(20, 2, to: &common)  // version needed
    Self.append(0x0800, 2, to: &common)  // names are UTF-8
    Self.append(0, 2, to: &common)  // stored
    Self.append(0x0021_0000, 4, to: &common)  // 1 January 1980
    Self.append(Self.checksum(content), 4, to: &common)
    Self.append(content.count, 4, to: &common)
    Self.append(content.count, 4, to: &common)
    Self.append(name.utf8.count, 2, to: &common)
    Self.append(0, 2, to: &common)  // no extra field
    Self.append(0x0403_4B50, 4, to: &bytes)
    bytes += common + Array(name.utf8) + content
    Self.append(0x0201_4B50, 4, to: &directory)
    Self.append(20, 2, to: &directory)  // version made by
    directory += common
    Self.append(0, 10, to: &directory)  // comment, disk, attributes
    Self.append(offset, 4, to: &directory)
    directory += Array(name.utf8)
    count += 1
  }

  /// The archive.
  package func finished() -> [UInt8] {
    var end: [UInt8] = []
    Self.append(0x0605_4B50, 4, to: &end)
    Self.append(0, 4, to: &end)  // disks
    Self.append(count, 2, to: &end)
    Self.append(count, 2, to: &end)
    Self.append(directory.count, 4, to: &end)
    Self.append(bytes.count, 4, to: &end)
    Self.append(0, 2, to: &end)  // comment
    return bytes + directory + end
  }

  private static func append(_ value: Int, _ byteCount: Int, to bytes: inout [UInt8]) {
    for place in 0..<byteCount {
      bytes.append(UInt8(truncatingIfNeeded: place < 8 ? value >> (8 * place) : 0))
    }
  }

  /// The CRC-32 of a zip, bit by bit.
  private static func checksum(_ content: [UInt8]) -> Int {
    var state: UInt32 = .max
    for byte in content {
      state ^= UInt32(byte)
      for _ in 0..<8 { state = state & 1 == 1 ? state >> 1 ^ 0xEDB8_8320 : state >> 1 }
    }
    return Int(~state)
  }
}
