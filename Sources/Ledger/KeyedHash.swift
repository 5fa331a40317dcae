import Files

/// The first 16 bytes of an HMAC-SHA-256: how the ledger knows a subject or person again.
///
/// Without the key nobody can tell whom it means, nor try out employee numbers. Of a million
/// subjects two share 128 bits with a chance below 10 to the power of -26.
package struct KeyedHash: Hashable, Comparable, Sendable {
  /// The number of bytes.
  static let byteCount = 16

  let high: UInt64
  let low: UInt64

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  init(_ digest: SHA256Digest) {
    high = digest.word0
    low = digest.word1
  }

  /// The first eight digits, enough to name a row in a message.
  var prefix: String {
    let digits = String(high >> 32, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// Whether `left` comes first in the order of the bytes.
  package static func < (left: KeyedHash, right: KeyedHash) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }
}

/// Makes the hashers of one ledger, on any thread.
package struct LedgerHashing: Sendable {
  private let key: [UInt8]

  init(key: [UInt8]) { self.key = key }

  /// Makes a hasher for one task.
  package func makeHasher() -> LedgerHasher { LedgerHasher(key: key) }
}

/// Makes the keyed hashes of one ledger; each task takes its own.
///
/// Every kind of hash begins with a word of its own, so that a subject can never be taken for an
/// employee.
package struct LedgerHasher: ~Copyable {
  private var hasher: KeyedHasher
  private var message: [UInt8] = []

  init(key: [UInt8]) {
    hasher = KeyedHasher(key: key)
    message.reserveCapacity(256)
  }

  /// The hash of a discrepancy: `rule|subject`, as discrepancies.csv has them.
  package mutating func discrepancy(rule: String, subject: String) -> KeyedHash {
    var subject = subject
    // Safe: the buffer is only read while the string lives.
    return subject.withUTF8 { discrepancy(rule: rule, subject: unsafe $0.span) }
  }

  /// The hash of a discrepancy whose subject is the UTF-8 of a text.
  package mutating func discrepancy(rule: String, subject: Span<UInt8>) -> KeyedHash {
    begin("discrepancy")
    append(rule)
    append(subject)
    return finish()
  }

  /// The hash of one employee (`ORG/NUMBER`) as a recipient in a footprint for a platform.
  ///
  /// `footprint` is empty for those listed under `no-footprint`.
  package mutating func recipient(
    platform: String, footprint: String, employee: Span<UInt8>
  ) -> KeyedHash {
    begin("recipient")
    append(platform)
    append(footprint)
    append(employee)
    return finish()
  }

  /// The hash under which an employee (`ORG/NUMBER`) whose flag is carer is remembered.
  package mutating func carer(employee: Span<UInt8>) -> KeyedHash {
    begin("flag")
    append(employee)
    append("carer")
    return finish()
  }

  private mutating func begin(_ kind: StaticString) {
    message.removeAll(keepingCapacity: true)
    kind.withUTF8Buffer { unsafe message.append(contentsOf: $0) }
  }

  private mutating func append(_ text: String) {
    message.append(UInt8(ascii: "|"))
    message.append(contentsOf: text.utf8)
  }

  private mutating func append(_ text: Span<UInt8>) {
    message.append(UInt8(ascii: "|"))
    // Safe: the buffer is only read while the span lives.
    unsafe text.withUnsafeBufferPointer { unsafe message.append(contentsOf: $0) }
  }

  private mutating func finish() -> KeyedHash { KeyedHash(hasher.hash(message)) }
}
