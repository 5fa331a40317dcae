import CZlib

/// Packs bytes as they come, and counts and sums what came.
///
/// A packed stream that was ended with ``finishPiece()`` may stand before another one: together
/// they are one stream again. So what stands at the head of a part can be packed last.
@safe
struct Deflater: ~Copyable {
  /// The packed bytes so far.
  private(set) var packed: [UInt8] = []
  /// How many bytes came.
  private(set) var count = 0
  /// The CRC-32 of the bytes that came.
  private(set) var checksum: UInt32 = 0
  /// zlib keeps the address, so it must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private var space = [UInt8](repeating: 0, count: 1 << 16)

  /// Between quick and small: a sheet of text is a tenth of its size, at 100 MB/s.
  private static let level: CInt = 4

  init() {
    unsafe stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let result = unsafe zlib_deflate_init_raw(stream, Self.level)
    precondition(result == Z_OK, "zlib could not be started")
  }

  deinit {
    // Safe: nothing but this value knows the stream.
    _ = unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Packs bytes.
  mutating func write(_ bytes: [UInt8]) {
    count += bytes.count
    // Safe: the array lives through the calls.
    unsafe bytes.withUnsafeBufferPointer { all in
      checksum = unsafe UInt32(crc32(uLong(checksum), all.baseAddress, uInt(all.count)))
    }
    run(bytes, Z_NO_FLUSH)
  }

  /// Ends the stream so that another one may stand behind it.
  mutating func finishPiece() { run([], Z_FULL_FLUSH) }

  /// Ends the stream.
  mutating func finish() { run([], Z_FINISH) }

  private mutating func run(_ bytes: [UInt8], _ flush: CInt) {
    // Safe: the arrays live through the calls, and the stream forgets the input before they end.
    unsafe bytes.withUnsafeBufferPointer { input in
      unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      unsafe stream.pointee.avail_in = uInt(input.count)
      var isFull = true
      while isFull {
        unsafe space.withUnsafeMutableBufferPointer { output in
          unsafe stream.pointee.next_out = output.baseAddress
          unsafe stream.pointee.avail_out = uInt(output.count)
          _ = unsafe deflate(stream, flush)
          unsafe packed.append(
            contentsOf: output[..<(output.count - Int(stream.pointee.avail_out))])
          isFull = unsafe stream.pointee.avail_out == 0
        }
      }
      unsafe stream.pointee.next_in = nil
    }
  }

  /// The checksum of `count` bytes with that of those before them.
  static func combined(_ first: UInt32, _ second: UInt32, count: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: crc32_combine(uLong(first), uLong(second), count))
  }
}
