/// The bytes of a file with room behind them, so that a scanner may read whole blocks.
package struct PaddedBytes: Sendable {
  /// What is passed over, the bytes, and at least ``padding`` more.
  @usableFromInline var storage: [UInt8]

  /// How many bytes stand before the first that counts.
  @usableFromInline let skipped: Int

  /// How many bytes there are without the padding.
  package let count: Int

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

  /// Some of the bytes by themselves; nothing is copied.
  package func part(_ range: Range<Int>) -> PaddedBytes {
    PaddedBytes(storage, skipping: skipped + range.lowerBound, count: range.count)
  }

  /// How many line ends there are among some of the bytes; CR LF is one.
  ///
  /// - Precondition: the range does not end between CR and LF.
  package func lineEndCount(_ range: Range<Int>) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "they are some of the bytes")
    // Safe: behind the bytes there is more than one block, and nothing is read behind that.
    return unsafe storage.withUnsafeBytes { bytes in
      var total = 0
      var index = range.lowerBound
      while index < range.upperBound {
        // Of each lane at most 255 line ends, so that a byte can count them.
        let end = min(range.upperBound, index + 255 * 64)
        var counts = SIMD64<UInt8>(repeating: 0)
        while index < end {
          let place = skipped + index
          let block = unsafe bytes.loadUnaligned(fromByteOffset: place, as: SIMD64<UInt8>.self)
          let next = unsafe bytes.loadUnaligned(fromByteOffset: place + 1, as: SIMD64<UInt8>.self)
          var ends = (block .== 0x0A) .| ((block .== 0x0D) .& (next .!= 0x0A))
          if end - index < 64 {
            for lane in end - index..<64 { ends[lane] = false }
            // The next byte may be one that does not count.
            if end == count, block[end - index - 1] == 0x0D { ends[end - index - 1] = true }
          }
          counts &+= SIMD64<UInt8>(repeating: 0).replacing(with: 1, where: ends)
          index += 64
        }
        for lane in 0..<64 { total += Int(counts[lane]) }
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
    get { storage.span.extracting(skipped..<storage.count) }
  }
}
