import CZlib

/// The unpacked bytes of one part of an archive, piece by piece.
///
/// What it gives is held against the table of contents: size, checksum, and no more than the
/// bounds allow.
@safe
struct PartStream: ~Copyable {
  private let archive: ZipArchive
  private let entry: ZipArchive.Entry
  /// The packed bytes that are not taken yet.
  private var rest: Range<Int>
  /// zlib keeps the address, so it must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private var checksum: uLong = 0
  private var unpackedCount = 0
  private var isAtEnd = false

  init(_ archive: ZipArchive, _ entry: ZipArchive.Entry) throws(WorkbookError) {
    guard !entry.isEncrypted else { throw entry.error(.passwordProtected) }
    guard entry.method == 0 || entry.method == 8 else {
      throw entry.error(.damaged("a part is packed in an unknown way"))
    }
    let bound = max(WorkbookLimits.freeBytes, entry.packedCount * WorkbookLimits.ratio)
    guard entry.unpackedCount <= min(bound, WorkbookLimits.unpackedBytes) else {
      throw entry.error(.tooLarge("a part grows too much when it is unpacked"))
    }
    rest = try archive.data(of: entry)
    self.archive = archive
    self.entry = entry
    unsafe stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // Cannot fail but for want of memory, which then shows itself at the first piece.
    _ = unsafe zlib_inflate_init_raw(stream)
  }

  deinit {
    // Safe: nothing but this value knows the stream.
    _ = unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Puts the next bytes into `buffer`; 0 at the end of the part.
  mutating func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(WorkbookError) -> Int {
    guard !isAtEnd else { return 0 }
    let count =
      entry.method == 0 ? unsafe copy(into: buffer) : try unsafe inflate(into: buffer)
    unpackedCount += count
    guard unpackedCount <= entry.unpackedCount else { throw damaged("a part is longer than said") }
    // Safe: `count` bytes of the buffer are filled.
    checksum = unsafe crc32(checksum, buffer.baseAddress, uInt(count))
    if isAtEnd {
      guard unpackedCount == entry.unpackedCount else {
        throw damaged("a part is shorter than said")
      }
      guard checksum == uLong(entry.checksum) else {
        throw damaged("the checksum of a part is wrong")
      }
    }
    return count
  }

  private func damaged(_ what: String) -> WorkbookError {
    entry.error(.damaged(what))
  }

  private mutating func copy(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let count = min(buffer.count, rest.count)
    for index in 0..<count { unsafe buffer[index] = archive.bytes[rest.lowerBound + index] }
    rest = (rest.lowerBound + count)..<rest.upperBound
    isAtEnd = rest.isEmpty
    return count
  }

  private mutating func inflate(
    into buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(WorkbookError) -> Int {
    // zlib counts in 32 bits.
    let inCount = min(rest.count, 1 << 30)
    var result = Z_OK
    // Safe: the array lives through the call, the stream is used by it alone, and the input is
    // forgotten before the pointer ends.
    unsafe archive.bytes.withUnsafeBufferPointer { all in
      let start = unsafe all.baseAddress.map { unsafe $0 + rest.lowerBound }
      unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: start)
      unsafe stream.pointee.avail_in = uInt(inCount)
      unsafe stream.pointee.next_out = buffer.baseAddress
      unsafe stream.pointee.avail_out = uInt(buffer.count)
      result = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
      unsafe stream.pointee.next_in = nil
    }
    let taken = unsafe inCount - Int(stream.pointee.avail_in)
    let given = unsafe buffer.count - Int(stream.pointee.avail_out)
    rest = (rest.lowerBound + taken)..<rest.upperBound
    if result == Z_STREAM_END {
      isAtEnd = true
      return given
    }
    guard result == Z_OK, taken > 0 || given > 0 else {
      throw damaged(
        rest.isEmpty ? "a part is cut off" : "a part cannot be unpacked")
    }
    return given
  }
}
