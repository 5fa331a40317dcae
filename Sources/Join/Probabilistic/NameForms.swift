import Columns
import Records
import Vocabulary

/// The name keys of the run with what comparing needs besides: words, halves, families of
/// nicknames.
///
/// Codes are those of ``keys``, which begins with the codes of ``NameKeys/keys`` and goes on with
/// words of names of several words. A class, so that every comparison holds it by one reference.
final class NameForms: Sendable {
  let keys: TextDictionary
  private let names: NameKeys
  /// By text code: the keys of the words of a first name of several words.
  private let words: [UInt32: [UInt32]]
  /// By text code: the keys of both halves (or more) of a double-barrelled last name.
  private let halves: [UInt32: [UInt32]]
  /// By text code: whether ``words`` or ``halves`` has it.
  private let compound: [Bool]
  /// By key code.
  let facts: [NameFacts]
  private let nicknames: NicknameGroups

  /// Works out the forms of the names of staff and lists.
  init(
    _ names: NameKeys, _ extracts: Extracts, _ employees: EmployeeTable, _ workers: Workers
  ) {
    self.names = names
    let uses = NameUses(extracts, employees)
    let texts = extracts.texts
    let chunks = workers.mapRanges(of: texts.count, size: 1 << 13) { range in
      var found: [(raw: Int, parts: [[UInt8]])] = []
      for raw in range where uses.isFirst[raw] || uses.isLast[raw] {
        let text = texts[TextCode(raw: UInt32(raw))]
        guard Self.hasSeparator(text) else { continue }
        let parts = Self.parts(text)
        if parts.count > 1 { found.append((raw, parts)) }
      }
      return found
    }
    var keys = names.keys
    var words: [UInt32: [UInt32]] = [:]
    var halves = words
    var compound = [Bool](repeating: false, count: texts.count)
    for (raw, parts) in chunks.joined() {
      let codes = parts.map { keys.code(of: $0.span).raw }
      compound[raw] = true
      if uses.isFirst[raw] { words[UInt32(raw)] = codes }
      if uses.isLast[raw] { halves[UInt32(raw)] = codes }
    }
    nicknames = NicknameGroups(keys)
    var facts: [NameFacts] = []
    facts.reserveCapacity(keys.count)
    for raw in 0..<UInt32(keys.count) {
      var fact = NameFacts(keys[TextCode(raw: raw)])
      for family in nicknames.families(of: raw) { fact.families |= 1 << UInt64(family & 63) }
      facts.append(fact)
    }
    self.facts = facts
    self.keys = keys
    self.words = words
    self.halves = halves
    self.compound = compound
  }

  /// The key code of a text as a first name, 0 = none.
  func first(_ text: TextCode) -> UInt32 { names.first[Int(text.raw)].raw }

  /// The key code of a first name's first word, 0 = none.
  func firstWord(_ text: TextCode) -> UInt32 { names.firstWord[Int(text.raw)].raw }

  /// The key code of a text as a last name, 0 = none.
  func last(_ text: TextCode) -> UInt32 { names.last[Int(text.raw)].raw }

  /// Whether a name has several words or halves.
  func isCompound(_ text: TextCode) -> Bool { compound[Int(text.raw)] }

  /// The keys of the words of a first name of several words; else none.
  func words(_ text: TextCode) -> [UInt32] {
    isCompound(text) ? words[text.raw] ?? [] : []
  }

  /// The keys of the parts of a double-barrelled last name; else none.
  func halves(_ text: TextCode) -> [UInt32] {
    isCompound(text) ? halves[text.raw] ?? [] : []
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

/// Which texts of the run are first or last names.
private struct NameUses: Sendable {
  /// By text code.
  var isFirst: [Bool]
  var isLast: [Bool]

  init(_ extracts: Extracts, _ employees: EmployeeTable) {
    isFirst = [Bool](repeating: false, count: extracts.texts.count)
    isLast = isFirst
    for code in employees.firstName { isFirst[Int(code.raw)] = true }
    for code in employees.knownAs { isFirst[Int(code.raw)] = true }
    for code in employees.lastName { isLast[Int(code.raw)] = true }
    for code in employees.previousLastName { isLast[Int(code.raw)] = true }
    for kind in ListKind.allCases {
      for entry in extracts.entries(kind) {
        isFirst[Int(entry.firstName.raw)] = true
        isLast[Int(entry.lastName.raw)] = true
      }
    }
  }
}
