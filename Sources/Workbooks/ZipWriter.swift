/// Writes a zip archive whose bytes depend on nothing but what is put into it.
///
/// Every file bears the first moment that the format knows, 1 January 1980, and no other property.
struct ZipWriter {
  private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var entryCount = 0

  /// Adds a file that is packed already; names are ASCII.
  mutating func add(_ name: String, packed: [UInt8], unpackedCount: Int, checksum: UInt32) {
    precondition(
      packed.count <= Int(UInt32.max) && unpackedCount <= Int(UInt32.max),
      "a part of 4 GiB needs zip64")
    let offset = bytes.count
    var common: [UInt8] = []
    common.appendNumber(20, bytes: 2)  // version 2.0: deflate
    common.appendNumber(0, bytes: 2)  // no flags
    common.appendNumber(8, bytes: 2)  // deflate
    common.appendNumber(0, bytes: 2)  // midnight
    common.appendNumber(0x21, bytes: 2)  // 1 January 1980
    common.appendNumber(Int(checksum), bytes: 4)
    common.appendNumber(packed.count, bytes: 4)
    common.appendNumber(unpackedCount, bytes: 4)
    common.appendNumber(name.utf8.count, bytes: 2)
    common.appendNumber(0, bytes: 2)  // no extra field
    bytes.appendNumber(0x0403_4B50, bytes: 4)
    bytes += common
    bytes += name.utf8
    bytes += packed
    directory.appendNumber(0x0201_4B50, bytes: 4)
    directory.appendNumber(20, bytes: 2)
    directory += common
    directory.appendNumber(0, bytes: 10)  // comment, disk, attributes
    directory.appendNumber(offset, bytes: 4)
    directory += name.utf8
    entryCount += 1
  }

  /// Adds a file by its text.
  mutating func add(_ name: String, _ text: String) {
    var deflater = Deflater()
    deflater.write(Array(text.utf8))
    deflater.finish()
    add(
      name, packed: deflater.packed, unpackedCount: deflater.count, checksum: deflater.checksum)
  }

  /// Ends the archive.
  mutating func finish() {
    let start = bytes.count
    precondition(start + directory.count <= Int(UInt32.max), "an archive of 4 GiB needs zip64")
    bytes += directory
    bytes.appendNumber(0x0605_4B50, bytes: 4)
    bytes.appendNumber(0, bytes: 4)  // disks
    bytes.appendNumber(entryCount, bytes: 2)
    bytes.appendNumber(entryCount, bytes: 2)
    bytes.appendNumber(directory.count, bytes: 4)
    bytes.appendNumber(start, bytes: 4)
    bytes.appendNumber(0, bytes: 2)  // no comment
  }
}

extension Array where Element == UInt8 {
  /// Appends a number of so many bytes, the lowest first.
  fileprivate mutating func appendNumber(_ value: Int, bytes count: Int) {
    for index in 0..<count {
      append(UInt8(truncatingIfNeeded: index < 8 ? value >> (8 * index) : 0))
    }
  }
}
