import CZlib

/// Puts a zip archive together, plainly and with the faults that a test wants.
struct ZipBuilder {
  var isPacked = true
  var hasDescriptors = false
  var isZip64 = false
  /// Added to every checksum.
  var checksumFault: UInt32 = 0
  /// Stands before the archive.
  var front: [UInt8] = []
  /// What the table of contents says of unpacked sizes, beside the truth.
  var sizeFault = 0

  func archive(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var archive = front
    var directory: [UInt8] = []
    for file in files {
      let data = isPacked ? Self.packed(file.bytes) : file.bytes
      let checksum = Self.checksum(file.bytes) &+ checksumFault
      let offset = archive.count - front.count
      let size = file.bytes.count + sizeFault
      let method = isPacked ? 8 : 0
      let flags = hasDescriptors ? 8 : 0
      archive += number(0x0403_4B50, 4) + number(45, 2) + number(flags, 2) + number(method, 2)
      archive += number(0, 4)
      archive += hasDescriptors ? number(0, 12) : sizes(checksum, data.count, size)
      archive += number(file.name.utf8.count, 2) + number(0, 2) + Array(file.name.utf8) + data
      if hasDescriptors {
        archive += number(0x0807_4B50, 4) + sizes(checksum, data.count, size)
      }
      let large = number(1, 2) + number(24, 2) + number(size, 8) + number(data.count, 8)
      let extra = isZip64 ? large + number(offset, 8) : []
      directory += number(0x0201_4B50, 4) + number(45, 2) + number(45, 2) + number(flags, 2)
      directory += number(method, 2) + number(0, 4)
      directory +=
        isZip64
        ? number(Int(checksum), 4) + number(0xFFFF_FFFF, 4) + number(0xFFFF_FFFF, 4)
        : sizes(checksum, data.count, size)
      directory += number(file.name.utf8.count, 2) + number(extra.count, 2) + number(0, 10)
      directory += number(isZip64 ? 0xFFFF_FFFF : offset, 4) + Array(file.name.utf8) + extra
    }
    let start = archive.count - front.count
    archive += directory
    if isZip64 {
      let record = archive.count
      archive += number(0x0606_4B50, 4) + number(44, 8) + number(45, 2) + number(45, 2)
      archive += number(0, 8) + number(files.count, 8) + number(files.count, 8)
      archive += number(directory.count, 8) + number(start, 8)
      archive += number(0x0706_4B50, 4) + number(0, 4) + number(record, 8) + number(1, 4)
    }
    archive += number(0x0605_4B50, 4) + number(0, 4)
    archive += isZip64 ? number(0xFFFF_FFFF, 4) : number(files.count, 2) + number(files.count, 2)
    archive += isZip64 ? number(-1, 8) : number(directory.count, 4) + number(start, 4)
    return archive + number(0, 2)
  }

  private func sizes(_ checksum: UInt32, _ packed: Int, _ unpacked: Int) -> [UInt8] {
    number(Int(checksum), 4) + number(packed, 4) + number(unpacked, 4)
  }

  private func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 < 8 ? value >> (8 * $0) : 0) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    let sum = unsafe bytes.withUnsafeBufferPointer { all in
      unsafe crc32(0, all.baseAddress, uInt(all.count))
    }
    return UInt32(sum)
  }

  private static func packed(_ bytes: [UInt8]) -> [UInt8] {
    var stream = unsafe z_stream()
    guard unsafe zlib_deflate_init_raw(&stream, 6) == Z_OK else { return [] }
    var bytes = bytes
    var output = [UInt8](repeating: 0, count: bytes.count + bytes.count / 100 + 1_024)
    let count = unsafe bytes.withUnsafeMutableBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { space in
        unsafe stream.next_in = input.baseAddress
        unsafe stream.avail_in = uInt(input.count)
        unsafe stream.next_out = space.baseAddress
        unsafe stream.avail_out = uInt(space.count)
        _ = unsafe deflate(&stream, Z_FINISH)
        return unsafe space.count - Int(stream.avail_out)
      }
    }
    _ = unsafe deflateEnd(&stream)
    return Array(output[..<count])
  }
}
