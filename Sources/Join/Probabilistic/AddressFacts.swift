import Threads
import Columns

/// What is known of an email address without a look at its bytes.
struct AddressFacts: Sendable {
  /// A hash of the letters of the local part.
  var lettersHash: UInt64 = 0
  /// A hash of the mail domain.
  var domain: UInt64 = 0
  /// One bit for each letter of the local part.
  var letters: UInt32 = 0
  /// A hash of the last of several words of the letters, as ``NameFacts/hash``; 0 = one word.
  var lastWordHash: UInt32 = 0
  var letterCount: UInt8 = 0

  /// No address.
  init() {}

  /// What is known of an address taken apart.
  init(_ parts: EmailParts) {
    lettersHash = parts.lettersHash
    domain = parts.domain
    letters = parts.letterSet
    lastWordHash = parts.lastWordStart > 0 ? UInt32(truncatingIfNeeded: parts.lastWordHash) | 1 : 0
    letterCount = UInt8(parts.letterCount)
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
