import Columns
import Threads

/// The names of the staff that are one edit away from names of the lists.
///
/// Deletion neighbourhood: two texts at most one edit apart (a swap of neighbours is one) share a
/// text that is either with at most one byte out. Distinct names are few, so rows are never
/// touched.
struct NearNames: Sendable {
  private var near: [UInt32: [UInt32]] = [:]

  /// Finds the neighbours of `asked` among the names that `isKnown` says the staff has.
  init(_ asked: [UInt32], among forms: NameForms, isKnown: [Bool], _ workers: Workers) {
    let holders = VariantHolders(asked, forms.keys)
    let pairs = workers.mapRanges(of: isKnown.count, size: 1 << 12) { range in
      var pairs: Set<UInt64> = []
      for place in range where isKnown[place] {
        let code = UInt32(place)
        Self.forEachVariant(code, forms.keys) { variant in
          holders.forEach(variant) { name in
            if name != code { pairs.insert(UInt64(name) << 32 | UInt64(code)) }
          }
        }
      }
      return pairs
    }
    var pattern = BytePattern()
    var last: UInt32 = 0
    for pair in pairs.joined().sorted() {
      let name = UInt32(pair >> 32)
      let other = UInt32(truncatingIfNeeded: pair)
      guard forms.facts[Int(name)].mayBe(within: 1, of: forms.facts[Int(other)]) else { continue }
      if name != last { forms.withKey(name) { pattern.set($0) } }
      last = name
      if forms.withKey(other, { pattern.distance(to: $0) }) == 1 {
        near[name, default: []].append(other)
      }
    }
  }

  /// The staff's names one edit from `name`, ascending by code.
  func neighbours(of name: UInt32) -> [UInt32] { near[name] ?? [] }

  /// Calls `body` with a hash of the text and of each text with one byte out; short ones have none.
  fileprivate static func forEachVariant(
    _ code: UInt32, _ keys: TextDictionary, _ body: (UInt64) -> Void
  ) {
    let text = keys[TextCode(raw: code)]
    guard text.count >= 3 else { return }
    for gap in -1..<text.count {
      if gap > 0, text[gap] == text[gap - 1] { continue }
      var hash = ByteHash()
      for index in text.indices where index != gap { hash.add(text[index]) }
      body(hash.value)
    }
  }
}

/// The names that have each variant.
private struct VariantHolders: Sendable {
  private var keys: AskedKeys
  /// By variant: the place of its last holder in `holders`, -1 = none.
  private var last: [Int32] = []
  private var holders: [(name: UInt32, before: Int32)] = []

  init(_ names: [UInt32], _ texts: TextDictionary) {
    var count = 0
    for name in names { count += texts[TextCode(raw: name)].count + 1 }
    keys = AskedKeys(room: count)
    for name in names {
      NearNames.forEachVariant(name, texts) { add(name, IndexKeyKind.variant.key($0)) }
    }
  }

  private mutating func add(_ name: UInt32, _ key: UInt64) {
    let number = Int(keys.ask(key))
    if number == last.count { last.append(-1) }
    holders.append((name, last[number]))
    last[number] = Int32(holders.count - 1)
  }

  func forEach(_ variant: UInt64, _ body: (UInt32) -> Void) {
    let number = keys.find(IndexKeyKind.variant.key(variant))
    if number < 0 { return }
    var place = last[number]
    while place >= 0 {
      body(holders[Int(place)].name)
      place = holders[Int(place)].before
    }
  }
}
