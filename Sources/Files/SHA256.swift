import CCrypto

/// A SHA-256 that is fed piece by piece; OpenSSL does the work.
///
/// OpenSSL fails here only when the library is broken, which no caller can mend: such a failure is
/// a precondition, not an error. Safe: the state is a value of this one, which C fills in place.
package struct SHA256: ~Copyable {
  private var context = SHA256_CTX()

  /// Starts an empty digest.
  package init() {
    reset()
  }

  /// Goes on from a state, such as that behind a key's block.
  init(from state: borrowing SHA256) {
    context = state.context
  }

  /// Forgets what was fed so far.
  private mutating func reset() {
    let result = unsafe SHA256_Init(&context)
    precondition(result == 1, "OpenSSL did not start a SHA-256")
  }

  /// Feeds the bytes of a span.
  package mutating func update(_ bytes: borrowing Span<UInt8>) {
    // Safe: the pointer is used inside the closure only, with the span's own count.
    let result = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe SHA256_Update(&context, buffer.baseAddress, buffer.count)
    }
    precondition(result == 1, "OpenSSL did not take bytes into a SHA-256")
  }

  /// Feeds an array.
  package mutating func update(_ bytes: [UInt8]) {
    update(bytes.span)
  }

  /// Feeds the 32 bytes of another digest.
  package mutating func update(_ digest: SHA256Digest) {
    let words = digest.bigEndianWords
    // Safe: the words have no padding, and the pointer is used inside the closure only.
    let result = unsafe words.span.withUnsafeBytes { buffer in
      unsafe SHA256_Update(&context, buffer.baseAddress, buffer.count)
    }
    precondition(result == 1, "OpenSSL did not take bytes into a SHA-256")
  }

  /// The digest of all that was fed; the next bytes start a new one.
  package mutating func finish() -> SHA256Digest {
    let digest = finishForGood()
    reset()
    return digest
  }

  /// The digest of all that was fed; nothing more may be fed.
  mutating func finishForGood() -> SHA256Digest {
    var words = InlineArray<4, UInt64>(repeating: 0)
    var span = words.mutableSpan
    // Safe: the four words are the 32 bytes that a SHA-256 fills; they have no padding.
    let result = unsafe span.withUnsafeMutableBytes { buffer in
      unsafe SHA256_Final(
        buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), &context)
    }
    precondition(result == 1, "OpenSSL did not finish a SHA-256")
    return SHA256Digest(words)
  }

  /// The digest of `bytes` in one call.
  package static func digest(of bytes: [UInt8]) -> SHA256Digest {
    digest(of: bytes.span)
  }

  /// The digest of a span in one call.
  package static func digest(of bytes: borrowing Span<UInt8>) -> SHA256Digest {
    var digest = SHA256()
    digest.update(bytes)
    return digest.finish()
  }

  /// The digest of the UTF-8 of `text`.
  package static func digest(of text: String) -> SHA256Digest {
    digest(of: Array(text.utf8))
  }
}
