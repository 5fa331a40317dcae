/// A piece of a file on its way to the disk, at an address from which the disk can take it.
struct FileBlock: Sendable {
  /// How many bytes fit.
  static let byteCount = 1 << 20
  /// What memory, place in the file and length must be multiples of to go past the cache.
  static let pageBytes = 1 << 12

  // Room for a page more, as the first multiple of a page may lie anywhere in the first page.
  // Safe: left as it comes, since most blocks stay nearly empty; only what was filled is read.
  private var storage = unsafe [UInt8](
    unsafeUninitializedCapacity: byteCount + pageBytes
  ) { _, count in count = byteCount + pageBytes }
  /// Where in `storage` the bytes begin.
  ///
  /// Were the array ever copied to another address, they would still be found; only the disk could
  /// not take them from there.
  private var start = 0
  /// How many bytes are in it.
  private(set) var count = 0

  /// How many of the bytes make whole pages.
  var wholePages: Int { count / Self.pageBytes * Self.pageBytes }

  /// Whether nothing more fits.
  var isFull: Bool { count == Self.byteCount }

  mutating func removeAll() { count = 0 }

  /// Adds what fits of the bytes from `place` on, and gives how many they are.
  mutating func append(_ bytes: borrowing Span<UInt8>, from place: Int) -> Int {
    let fitting = min(Self.byteCount - count, bytes.count - place)
    // Safe: both sides have so many bytes, and the pointers are used inside only.
    unsafe storage.withUnsafeMutableBytes { memory in
      if count == 0 { start = unsafe Self.firstPage(of: UnsafeRawBufferPointer(memory)) }
      let target = unsafe UnsafeMutableRawBufferPointer(rebasing: memory[(start + count)...])
      unsafe bytes.withUnsafeBytes { source in
        unsafe target.copyMemory(
          from: UnsafeRawBufferPointer(rebasing: source[place..<place + fitting]))
      }
    }
    count += fitting
    return fitting
  }

  /// Calls `body` with some of the bytes that are in it.
  func withBytes<Result>(
    _ range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    precondition(range.upperBound <= count, "so much is not in the block")
    // Safe: they were filled, and the pointer is used inside only.
    return unsafe storage.withUnsafeBytes { memory in
      let bytes = unsafe memory[start + range.lowerBound..<start + range.upperBound]
      return unsafe body(UnsafeRawBufferPointer(rebasing: bytes))
    }
  }

  private static func firstPage(of memory: UnsafeRawBufferPointer) -> Int {
    let address = Int(bitPattern: memory.baseAddress)
    return (pageBytes - address % pageBytes) % pageBytes
  }
}
