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
  private let isCompound: [Bool]
  /// By key code: the first byte and the length of the key.
  let initial: [UInt8]
  let length: [UInt8]
  /// By key code: the families of ``NicknameTable``.
  private let families: [UInt32: [UInt16]]
  /// By family: the names of the run in it, ascending.
  private let familyMembers: [UInt16: [UInt32]]
  /// By key code: whether ``families`` has it.
  private let hasFamily: [Bool]

  /// Works out the forms of the names of staff and lists.
  init(_ names: NameKeys, _ extracts: Extracts, _ employees: EmployeeTable) {
    self.names = names
    var keys = names.keys
    var words: [UInt32: [UInt32]] = [:]
    var halves = words
    var isCompound = [Bool](repeating: false, count: extracts.texts.count)
    var isFirst = isCompound
    var isLast = isCompound
    for code in employees.firstName { isFirst[Int(code.raw)] = true }
    for code in employees.knownAs { isFirst[Int(code.raw)] = true }
    for code in employees.lastName { isLast[Int(code.raw)] = true }
    for code in employees.previousLastName { isLast[Int(code.raw)] = true }
    for entry in extracts.passports + extracts.memberships {
      isFirst[Int(entry.firstName.raw)] = true
      isLast[Int(entry.lastName.raw)] = true
    }
    for raw in 1..<max(1, extracts.texts.count) where isFirst[raw] || isLast[raw] {
      let text = extracts.texts[TextCode(raw: UInt32(raw))]
      guard Self.hasSeparator(text) else { continue }
      let parts = Self.parts(text)
      guard parts.count > 1 else { continue }
      let codes = parts.map { keys.code(of: $0.span).raw }
      isCompound[raw] = true
      if isFirst[raw] { words[UInt32(raw)] = codes }
      if isLast[raw] { halves[UInt32(raw)] = codes }
    }
    let families = NicknameTable.families(in: keys)
    var hasFamily = [Bool](repeating: false, count: keys.count)
    for code in families.keys { hasFamily[Int(code)] = true }
    var members: [UInt16: [UInt32]] = [:]
    for (code, numbers) in families {
      for number in numbers { members[number, default: []].append(code) }
    }
    familyMembers = members.mapValues { $0.sorted() }
    var initials: [UInt8] = []
    var lengths: [UInt8] = []
    initials.reserveCapacity(keys.count)
    lengths.reserveCapacity(keys.count)
    for raw in 0..<UInt32(keys.count) {
      let key = keys[TextCode(raw: raw)]
      initials.append(key.isEmpty ? 0 : key[0])
      lengths.append(UInt8(clamping: key.count))
    }
    self.keys = keys
    self.words = words
    self.halves = halves
    self.isCompound = isCompound
    self.families = families
    self.hasFamily = hasFamily
    initial = initials
    length = lengths
  }

  /// The key code of a text as a first name, 0 = none.
  func first(_ text: TextCode) -> UInt32 { names.first[Int(text.raw)].raw }

  /// The key code of a first name's first word, 0 = none.
  func firstWord(_ text: TextCode) -> UInt32 { names.firstWord[Int(text.raw)].raw }

  /// The key code of a text as a last name, 0 = none.
  func last(_ text: TextCode) -> UInt32 { names.last[Int(text.raw)].raw }

  /// The keys of the words of a first name of several words; else none.
  func words(_ text: TextCode) -> [UInt32] {
    isCompound[Int(text.raw)] ? words[text.raw] ?? [] : []
  }

  /// The keys of the parts of a double-barrelled last name; else none.
  func halves(_ text: TextCode) -> [UInt32] {
    isCompound[Int(text.raw)] ? halves[text.raw] ?? [] : []
  }

  /// The code of a key, or 0 where no name has it.
  func find(_ key: Span<UInt8>) -> UInt32 { keys.find(key)?.raw ?? 0 }

  /// Whether two different names are forms of one name.
  func areForms(_ left: UInt32, _ right: UInt32) -> Bool {
    guard hasFamily[Int(left)], hasFamily[Int(right)], let leftFamilies = families[left],
      let rightFamilies = families[right]
    else { return false }
    return leftFamilies.contains { rightFamilies.contains($0) }
  }

  /// The families of a name, ascending.
  func families(of code: UInt32) -> [UInt16] { hasFamily[Int(code)] ? families[code] ?? [] : [] }

  /// The names of the run in a family of nicknames, ascending.
  func members(of family: UInt16) -> [UInt32] { familyMembers[family] ?? [] }

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
