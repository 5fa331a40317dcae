import Columns

/// An email address taken apart: the letters and the number of its local part, and its domain.
///
/// `jane.smith12@nhs.net` has the letters `janesmith`, the number 12 and the domain `nhs.net`.
package struct EmailParts: Sendable {
  private var letterBytes: InlineArray<64, UInt8> = InlineArray(repeating: 0)
  /// How many letters the local part has; those behind the 64th do not count.
  package private(set) var letterCount = 0
  /// Where the last of the letters' words begins: behind a dot, hyphen or underscore; 0 = one word.
  package private(set) var lastWordStart = 0
  /// Where the second word begins; 0 = there is none.
  package private(set) var secondWordStart = 0
  /// The digits of the local part as one number, wrapping; ``noNumber`` where it has none.
  package private(set) var number: UInt64 = EmailParts.noNumber
  /// How many digits the local part has.
  private(set) var digitCount = 0
  private var lettersState: UInt64 = 0
  /// The same of the last word.
  private(set) var lastWordHash: UInt64 = 0
  /// One bit for each of the letters.
  private(set) var letterSet: UInt32 = 0
  /// Where the domain begins.
  private(set) var domainStart = 0
  /// A hash of the domain.
  package private(set) var domain: UInt64 = 0

  /// Stands where the local part has no digit.
  package static let noNumber = UInt64.max

  /// The parts of no address.
  package init() {}

  /// The letters of the local part, without what stands between them.
  package var letters: Span<UInt8> {
    @_lifetime(borrow self)
    get { letterBytes.span.extracting(0..<letterCount) }
  }

  /// A hash of the letters, of 56 bits; 0 where there are none.
  var lettersHash: UInt64 { lettersState >> 8 }

  /// Takes another address apart; without its domain where no one will ask for it.
  package mutating func set(_ address: Span<UInt8>, readsDomain: Bool = true) {
    // What changes with each byte stays out of memory until the end.
    var letterCount = 0
    var wordStarts = (second: 0, last: 0)
    var digits = (count: 0, number: UInt64(0))
    var hashes = (letters: UInt64(0), lastWord: UInt64(0))
    var letterSet: UInt32 = 0
    var isWordStart = true
    var index = 0
    while index < address.count {
      let byte = address[index]
      index += 1
      if byte == 0x40 { break }
      if (0x61...0x7A).contains(byte) || byte >= 0x80 {
        if isWordStart {
          if wordStarts.second == 0 { wordStarts.second = letterCount }
          wordStarts.last = letterCount
          hashes.lastWord = 0
          isWordStart = false
        }
        if letterCount == letterBytes.count { continue }
        letterBytes[letterCount] = byte
        letterCount += 1
        letterSet |= 1 << UInt32(byte & 31)
        hashes.letters = Self.step(hashes.letters, byte)
        hashes.lastWord = Self.step(hashes.lastWord, byte)
      } else if (0x30...0x39).contains(byte) {
        digits.count += 1
        digits.number = digits.number &* 10 &+ UInt64(byte - 0x30)
      } else {
        isWordStart = true
      }
    }
    self.letterCount = letterCount
    secondWordStart = wordStarts.second
    lastWordStart = wordStarts.last
    number = digits.count == 0 ? Self.noNumber : digits.number
    digitCount = digits.count
    lettersState = hashes.letters
    lastWordHash = hashes.lastWord
    self.letterSet = letterSet
    domainStart = index
    domain = readsDomain ? Self.hash(address, from: index) : 0
  }

  /// A hash of some bytes and one more.
  @inline(__always)
  static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    let product = (hash ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
  }

  /// Takes an address of a dictionary apart.
  mutating func set(_ code: TextCode, in emails: TextDictionary, readsDomain: Bool = true) {
    set(emails[code], readsDomain: readsDomain)
  }

  /// A hash of an address's bytes from `start`; the domain's where `start` is behind the `@`.
  static func hash(_ address: Span<UInt8>, from start: Int) -> UInt64 {
    var hash = ByteHash()
    var index = start
    while index < address.count {
      hash.add(address[index])
      index += 1
    }
    return hash.value
  }

  /// A hash of the bytes behind the last `@` of an address; of all where it has none.
  static func domainHash(_ address: Span<UInt8>) -> UInt64 {
    var start = address.count
    while start > 0, address[start - 1] != 0x40 { start -= 1 }
    return hash(address, from: start)
  }

  /// A hash of the domain of an address of a dictionary.
  static func domainHash(_ code: TextCode, in emails: TextDictionary) -> UInt64 {
    domainHash(emails[code])
  }

  /// How many letters it takes to look someone up by them.
  static let askedLetters = 6

  /// How well the letters fit a name.
  ///
  /// 2 if they hold the last name and the first name or its initial beside it, 1 if they hold one
  /// of both, else 0.
  package func fit(first: Span<UInt8>, last: Span<UInt8>) -> Int {
    let text = letters
    if last.count >= 2, let place = Self.place(of: last, in: text) {
      let end = place + last.count
      if !first.isEmpty {
        if place > 0, text[0] == first[0] { return 2 }
        if place == 0, end < text.count, text[end] == first[0] { return 2 }
      }
      if last.count >= 3 { return 1 }
    }
    return first.count >= 3 && Self.place(of: first, in: text) != nil ? 1 : 0
  }

  /// Whether the letters end or begin with `name`, and something else stands beside it.
  package func carries(lastName name: Span<UInt8>) -> Bool {
    let text = letters
    guard name.count >= 3, text.count > name.count else { return false }
    return SpanMatch.matches(text, at: text.count - name.count, name)
      || SpanMatch.matches(text, at: 0, name)
  }

  private static func place(of part: Span<UInt8>, in text: Span<UInt8>) -> Int? {
    var place = 0
    while place + part.count <= text.count {
      if SpanMatch.matches(text, at: place, part) { return place }
      place += 1
    }
    return nil
  }
}

/// Comparing parts of texts.
enum SpanMatch {
  /// Whether `part` stands in `text` from `place` on.
  static func matches(_ text: Span<UInt8>, at place: Int, _ part: Span<UInt8>) -> Bool {
    guard place >= 0, place + part.count <= text.count else { return false }
    for index in part.indices where text[place + index] != part[index] { return false }
    return true
  }
}
