/// The bytes of a file with room behind them, so that a scanner may read whole blocks.
package struct PaddedBytes: Sendable {
  /// What is passed over, the bytes, and ``padding`` zeros.
  private var storage: [UInt8]

  /// How many bytes stand before the first that counts.
  private let skipped: Int

  /// How many bytes there are without the padding.
  package let count: Int

  /// How many zeros stand behind the bytes: one block of the scanner.
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

  /// Takes over `bytes`, of which the last ``padding`` are zeros already.
  package init(padded bytes: consuming [UInt8]) {
    skipped = 0
    count = bytes.count - Self.padding
    storage = bytes
  }

  /// The bytes without the padding.
  package var span: Span<UInt8> {
    @_lifetime(borrow self)
    get { storage.span.extracting(skipped..<skipped + count) }
  }

  /// The bytes with the padding.
  var paddedSpan: Span<UInt8> {
    @_lifetime(borrow self)
    get { storage.span.extracting(skipped..<storage.count) }
  }
}
