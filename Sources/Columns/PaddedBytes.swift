import CMemory

/// The bytes of a file with room behind them, so that a scanner may read whole blocks.
@usableFromInline
package struct PaddedBytes: Sendable {
  /// What is passed over, the bytes, and at least ``padding`` more.
  @usableFromInline var storage: [UInt8]

  /// How many bytes stand before the first that counts.
  @usableFromInline let skipped: Int

  /// How many bytes there are without the padding.
  @usableFromInline package let count: Int

  /// How many bytes stand behind them at least: one block of the scanner.
  package static let padding = 64

  /// Takes over `bytes`, of which the first `skipped` do not count.
  ///
  /// Nothing is copied where the array has room for the padding.
  package init(_ bytes: consuming [UInt8], skipping skipped: Int = 0) {
    self.skipped = skipped
    count = bytes.count - skipped
    storage = bytes
    for _ in 0..<Self.padding { storage.append(0) }
  }

  /// The `count` bytes of `storage` behind the first `skipped`; what stands behind them is padding.
  ///
  /// - Precondition: at least ``padding`` bytes stand behind them; their values do not matter.
  package init(_ storage: [UInt8], skipping skipped: Int, count: Int) {
    precondition(skipped + count + Self.padding <= storage.count, "a scanner reads whole blocks")
    self.skipped = skipped
    self.count = count
    self.storage = storage
  }

  /// Takes over `bytes`, of which the last ``padding`` are zeros already.
  package init(padded bytes: consuming [UInt8]) {
    skipped = 0
    count = bytes.count - Self.padding
    storage = bytes
  }

  /// How many line ends there are among some of the bytes; CR LF is one.
  ///
  /// Of a range that ends between CR and LF, the CR counts.
  package func lineEndCount(_ range: Range<Int>) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "they are some of the bytes")
    // Safe: a block stands behind the bytes, so that the last one may be read whole.
    return unsafe storage.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      var total = 0
      for index in stride(from: range.lowerBound, to: range.upperBound, by: 64) {
        let block = unsafe base + skipped + index
        let left = range.upperBound - index
        let counting: UInt64 = left < 64 ? 1 << UInt64(left) - 1 : .max
        let lineFeeds = unsafe scan_byte(block, 0x0A) & counting
        let returns = unsafe scan_byte(block, 0x0D) & counting
        let isNextLineFeed = unsafe left > 64 && block[64] == 0x0A
        let pairs = returns & (lineFeeds >> 1 | (isNextLineFeed ? 1 << 63 : 0))
        total += (lineFeeds | returns).nonzeroBitCount - pairs.nonzeroBitCount
      }
      return total
    }
  }

  /// How many of the bytes are `byte`.
  package func count(of byte: UInt8) -> Int {
    // Safe: a block stands behind the bytes, so that the last one may be read whole.
    unsafe storage.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      var total = 0
      for index in stride(from: 0, to: count, by: 64) {
        let left = count - index
        let counting: UInt64 = left < 64 ? 1 << UInt64(left) - 1 : .max
        total += unsafe (scan_byte(base + skipped + index, byte) & counting).nonzeroBitCount
      }
      return total
    }
  }

  /// The bytes without the padding.
  @inlinable
  package var span: Span<UInt8> {
    @_lifetime(borrow self)
    get { storage.span.extracting(skipped..<skipped + count) }
  }

  /// Some of the bytes.
  @inlinable
  @inline(__always)
  package subscript(range: Range<Int>) -> Span<UInt8> {
    @_lifetime(borrow self)
    get { storage.span.extracting(skipped + range.lowerBound..<skipped + range.upperBound) }
  }

  /// The bytes with the padding.
  var paddedSpan: Span<UInt8> {
    @_lifetime(borrow self)
    @inline(__always)
    get { storage.span.extracting(skipped..<storage.count) }
  }
}
