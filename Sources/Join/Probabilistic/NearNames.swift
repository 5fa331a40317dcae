import Columns

/// The names of the staff that are one edit away from names of the lists.
///
/// Deletion neighbourhood: two texts at most one edit apart (a swap of neighbours is one) share a
/// text that is either with at most one byte out. Distinct names are few, so rows are never
/// touched.
struct NearNames: Sendable {
  private var near: [UInt32: [UInt32]] = [:]

  /// Finds the neighbours of `asked` among the names that `isKnown` says the staff has.
  init(_ asked: [UInt32], among forms: NameForms, isKnown: [Bool]) {
    var holders: [UInt64: [UInt32]] = [:]
    for code in asked {
      Self.forEachVariant(code, forms.keys) { holders[$0, default: []].append(code) }
    }
    var pairs: Set<UInt64> = []
    for code in 0..<UInt32(isKnown.count) where isKnown[Int(code)] {
      Self.forEachVariant(code, forms.keys) { variant in
        for name in holders[variant] ?? [] where name != code {
          pairs.insert(UInt64(name) << 32 | UInt64(code))
        }
      }
    }
    var pattern = BytePattern()
    var last: UInt32 = 0
    for pair in pairs.sorted() {
      let name = UInt32(pair >> 32)
      let other = UInt32(truncatingIfNeeded: pair)
      if name != last { pattern.set(name, in: forms.keys) }
      last = name
      if pattern.distance(to: other, in: forms.keys) == 1 { near[name, default: []].append(other) }
    }
  }

  /// The staff's names one edit from `name`, ascending by code.
  func neighbours(of name: UInt32) -> [UInt32] { near[name] ?? [] }

  /// Calls `body` with a hash of the text and of each text with one byte out; short ones have none.
  private static func forEachVariant(
    _ code: UInt32, _ keys: TextDictionary, _ body: (UInt64) -> Void
  ) {
    let text = keys[TextCode(raw: code)]
    guard text.count >= 3 else { return }
    for gap in -1..<text.count {
      if gap > 0, text[gap] == text[gap - 1] { continue }
      var state: UInt64 = 0xCBF2_9CE4_8422_2325
      for index in text.indices where index != gap {
        state = (state ^ UInt64(text[index])) &* 0x0000_0100_0000_01B3
      }
      body(state)
    }
  }
}
