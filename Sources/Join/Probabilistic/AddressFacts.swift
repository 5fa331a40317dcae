import Columns
import Threads

/// What is known of an email address without a look at its bytes.
struct AddressFacts: Sendable {
  /// The hash of the letters of the local part, and below it how many they are.
  private let hashAndCount: UInt64
  /// A hash of the mail domain.
  let domain: UInt64
  /// One bit for each letter of the local part.
  let letters: UInt32
  /// A hash of the last of several words of the letters, as ``NameFacts/hash``; 0 = one word.
  let lastWordHash: UInt32

  /// As ``EmailParts/lettersHash``.
  var lettersHash: UInt64 { hashAndCount >> 8 }
  var letterCount: Int { Int(truncatingIfNeeded: hashAndCount & 255) }

  /// No address.
  init() {
    hashAndCount = 0
    domain = 0
    letters = 0
    lastWordHash = 0
  }

  /// What is known of an address taken apart.
  init(_ parts: EmailParts) {
    hashAndCount = parts.lettersHash << 8 | UInt64(parts.letterCount)
    domain = parts.domain
    letters = parts.letterSet
    lastWordHash = parts.lastWordStart > 0 ? UInt32(truncatingIfNeeded: parts.lastWordHash) | 1 : 0
  }
}

/// The facts of all email addresses, by their codes.
///
/// Worked out in the order of the dictionary, where the texts stand one behind the other; employees
/// come in another order, and each text would be a wait for memory.
struct AddressTable: Sendable {
  private let runs: [[AddressFacts]]

  /// Takes all addresses apart.
  init(_ emails: TextDictionary, _ workers: Workers) {
    let codes = emails.codeRuns
    runs = workers.map(codes.indices) { run in Self.facts(codes[run], emails) }
  }

  private static func facts(_ codes: Range<UInt32>, _ emails: TextDictionary) -> [AddressFacts] {
    var facts: [AddressFacts] = []
    facts.reserveCapacity(codes.count)
    var parts = EmailParts()
    for raw in codes {
      parts.set(emails[TextCode(raw: raw)])
      facts.append(AddressFacts(parts))
    }
    return facts
  }

  /// The facts of an address.
  @inline(__always)
  subscript(email: TextCode) -> AddressFacts {
    if email.isEmpty { return AddressFacts() }
    let (run, place) = (email.raw &- 1).quotientAndRemainder(
      dividingBy: TextDictionary.runLength)
    return runs[Int(run)][Int(place)]
  }
}
