import Columns
import Records
import Threads
import Vocabulary

/// The name keys of the run with what comparing needs besides: words, halves, families of
/// nicknames.
///
/// Codes are those of ``keys``, which begins with the codes of ``NameKeys/keys`` and goes on with
/// words of names of several words. A class, so that every comparison holds it by one reference.
final class NameForms: Sendable {
  let keys: TextDictionary
  private let names: NameKeys
  /// The keys of the words or halves of names of several, one name behind the other.
  let parts: [UInt32]
  /// By text code: the number of a name of several words or halves, counted from 1; else 0.
  private let compoundNumber: [Int32]
  /// Where the parts of each such name begin in ``parts``; one element more than names.
  private let partStarts: [Int]
  /// By key code.
  let facts: [NameFacts]
  private let nicknames: NicknameGroups

  /// Works out the forms of the names of staff and lists.
  init(_ names: NameKeys, _ texts: TextDictionary, known: KnownForms, _ workers: Workers) {
    self.names = names
    let chunks = workers.mapRanges(of: texts.count, size: 1 << 13) { range in
      var found: [(raw: Int, parts: [[UInt8]])] = []
      for raw in range where !names.first[raw].isEmpty || !names.last[raw].isEmpty {
        let text = texts[TextCode(raw: UInt32(raw))]
        guard Self.hasSeparator(text) else { continue }
        let parts = Self.parts(text)
        if parts.count > 1 { found.append((raw, parts)) }
      }
      return found
    }
    var keys = names.keys
    var allParts: [UInt32] = []
    var partStarts = [0]
    var compoundNumber = [Int32](repeating: 0, count: texts.count)
    for (raw, parts) in chunks.joined() {
      allParts += parts.map { keys.code(of: $0.span).raw }
      compoundNumber[raw] = Int32(partStarts.count)
      partStarts.append(allParts.count)
    }
    nicknames = NicknameGroups(keys, known)
    var facts: [NameFacts] = []
    facts.reserveCapacity(keys.count)
    for raw in 0..<UInt32(keys.count) {
      var fact = NameFacts(keys[TextCode(raw: raw)])
      for family in nicknames.families(of: raw) { fact.families |= 1 << UInt64(family & 63) }
      facts.append(fact)
    }
    self.facts = facts
    self.keys = keys
    parts = allParts
    self.partStarts = partStarts
    self.compoundNumber = compoundNumber
  }

  /// The key code of a text as a first name, 0 = none.
  func first(_ text: TextCode) -> UInt32 { names.first[Int(text.raw)].raw }

  /// The key code of a first name's first word, 0 = none.
  func firstWord(_ text: TextCode) -> UInt32 { names.firstWord[Int(text.raw)].raw }

  /// The key code of a text as a last name, 0 = none.
  func last(_ text: TextCode) -> UInt32 { names.last[Int(text.raw)].raw }

  /// Whether a name has several words or halves.
  func isCompound(_ text: TextCode) -> Bool { compoundNumber[Int(text.raw)] != 0 }

  /// Where the keys of the words or halves of a name stand in ``parts``; nowhere where it has one.
  func partPlaces(of text: TextCode) -> Range<Int> {
    let number = Int(compoundNumber[Int(text.raw)])
    return number == 0 ? 0..<0 : partStarts[number - 1]..<partStarts[number]
  }

  /// The keys of the words or halves of a name of several; else none.
  func parts(of text: TextCode) -> [UInt32] { Array(parts[partPlaces(of: text)]) }

  /// Whether some word or half of a name of several is as `condition` says.
  func hasPart(_ text: TextCode, _ condition: (UInt32) -> Bool) -> Bool {
    partPlaces(of: text).contains { condition(parts[$0]) }
  }

  /// Calls `body` with the bytes of a key.
  @inline(__always)
  func withKey<Result>(_ code: UInt32, _ body: (Span<UInt8>) -> Result) -> Result {
    let facts = facts[Int(code)]
    // Texts of a dictionary are counted references to what all workers share: they would wait for
    // each other.
    if Int(facts.length) <= NameFacts.beginningLength {
      let beginning = facts.beginning
      return body(beginning.span.extracting(0..<Int(facts.length)))
    }
    let keys = keys
    return body(keys[TextCode(raw: code)])
  }

  /// The code of a key, or 0 where no name has it.
  func find(_ key: Span<UInt8>) -> UInt32 { keys.find(key)?.raw ?? 0 }

  /// Whether two different names are forms of one name.
  func areForms(_ left: UInt32, _ right: UInt32) -> Bool {
    guard facts[Int(left)].families & facts[Int(right)].families != 0 else { return false }
    let others = nicknames.families(of: right)
    return nicknames.families(of: left).contains { others.contains($0) }
  }

  /// The families of a name, ascending.
  func families(of code: UInt32) -> ArraySlice<UInt16> { nicknames.families(of: code) }

  /// The names of the run in a family of nicknames, ascending.
  func members(of family: UInt16) -> [UInt32] { nicknames.members[Int(family)] }

  /// The names of the run that are in some family and begin with a byte, ascending.
  func nicknames(beginningWith initial: UInt8) -> [UInt32] {
    nicknames.byInitial[Int(initial)]
  }

  private static func hasSeparator(_ text: Span<UInt8>) -> Bool {
    for index in text.indices
    where text[index] == 0x20 || text[index] == 0x2D || text[index] >= 0x80 {
      return true
    }
    return false
  }

  /// The keys of the words of a name; hyphens, dashes and spaces part them.
  private static func parts(_ text: Span<UInt8>) -> [[UInt8]] {
    var result: [[UInt8]] = []
    for word in PersonName.withoutTitles(text).split(whereSeparator: { $0 == 0x20 || $0 == 0x2D }) {
      let bytes = Array(word)
      let key = NameKey.key(bytes.span)
      if !key.isEmpty { result.append(key) }
    }
    return result
  }
}

extension EmailParts {
  /// How well the letters fit a name whose keys are given by their codes.
  func fit(first: UInt32, last: UInt32, _ forms: NameForms) -> Int {
    forms.withKey(first) { first in forms.withKey(last) { fit(first: first, last: $0) } }
  }

  /// Whether the letters hold a last name given by its key's code.
  func carries(lastName: UInt32, _ forms: NameForms) -> Bool {
    forms.withKey(lastName) { carries(lastName: $0) }
  }
}
