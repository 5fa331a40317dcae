/// HMAC-SHA-256 (RFC 2104) with one key, for many messages.
///
/// The two states after the key's blocks are made once and copied for each message, so a million
/// short messages cost about two compressions each.
package struct KeyedHasher: ~Copyable {
  private static let blockBytes = 64

  private let inner: SHA256
  private let outer: SHA256

  /// Prepares hashes with `key`; keys longer than 64 bytes are hashed first, as the RFC says.
  package init(key: [UInt8]) {
    var block = key.count > KeyedHasher.blockBytes ? SHA256.digest(of: key).bytes : key
    block += [UInt8](repeating: 0, count: KeyedHasher.blockBytes - block.count)
    var innerState = SHA256()
    innerState.update(block.map { $0 ^ 0x36 })
    var outerState = SHA256()
    outerState.update(block.map { $0 ^ 0x5C })
    inner = innerState
    outer = outerState
  }

  /// The HMAC of the bytes of a span.
  package mutating func hash(_ message: borrowing Span<UInt8>) -> SHA256Digest {
    var first = SHA256(from: inner)
    first.update(message)
    var second = SHA256(from: outer)
    second.update(first.finishForGood())
    return second.finishForGood()
  }

  /// The HMAC of an array.
  package mutating func hash(_ message: [UInt8]) -> SHA256Digest {
    hash(message.span)
  }
}
