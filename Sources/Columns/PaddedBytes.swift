/// The bytes of a file with room behind them, so that a scanner may read whole blocks.
package struct PaddedBytes: Sendable {
  /// The bytes and ``padding`` zeros.
  private var storage: [UInt8]

  /// How many bytes there are without the padding.
  package private(set) var count: Int

  /// How many zeros stand behind the bytes: one block of the scanner.
  package static let padding = 64

  /// Takes over `bytes`.
  package init(_ bytes: consuming [UInt8]) {
    count = bytes.count
    storage = bytes
    storage.append(contentsOf: [UInt8](repeating: 0, count: Self.padding))
  }

  /// Takes over `bytes`, of which the last ``padding`` are zeros already.
  package init(padded bytes: consuming [UInt8]) {
    count = bytes.count - Self.padding
    storage = bytes
  }

  /// The bytes without the padding.
  package var span: Span<UInt8> {
    @_lifetime(borrow self)
    get { storage.span.extracting(0..<count) }
  }

  /// The bytes with the padding.
  var paddedSpan: Span<UInt8> {
    @_lifetime(borrow self)
    get { storage.span }
  }
}
