import Columns

/// What is known of a name key without a look at its bytes.
package struct NameFacts: Sendable {
  /// For each letter one bit where the key has it, and another where it has it more than once.
  private let letters: UInt64
  /// One bit for each family of nicknames, which some share.
  var families: UInt64 = 0
  /// The first bytes of the key.
  let beginning: InlineArray<16, UInt8>
  let initial: UInt8
  let length: UInt8

  /// A hash as of a word of an address, see ``EmailParts``.
  let hash: UInt32

  /// How many bytes ``beginning`` holds: most keys are no longer.
  static let beginningLength = 16

  /// The facts of no key.
  init() {
    letters = 0
    beginning = InlineArray(repeating: 0)
    initial = 0
    length = 0
    hash = 0
  }

  /// The facts of a key.
  package init(_ key: Span<UInt8>) {
    var letters: UInt64 = 0
    for index in 0..<min(key.count, BytePattern.limit) {
      let bit = UInt64(1) << UInt64(key[index] & 31)
      letters |= letters & bit == 0 ? bit : bit << 32
    }
    self.letters = letters
    var beginning: InlineArray<16, UInt8> = InlineArray(repeating: 0)
    for index in 0..<min(key.count, Self.beginningLength) { beginning[index] = key[index] }
    self.beginning = beginning
    initial = key.isEmpty ? 0 : key[0]
    length = UInt8(clamping: key.count)
    var hash: UInt64 = 0
    for index in key.indices { hash = EmailParts.step(hash, key[index]) }
    self.hash = UInt32(truncatingIfNeeded: hash) | 1
  }

  /// Whether another key may be at most `edits` edits away; false is certain.
  ///
  /// An edit changes at most one letter into another: two bits.
  @inline(__always)
  package func mayBe(within edits: Int, of other: NameFacts) -> Bool {
    (letters ^ other.letters).nonzeroBitCount <= 2 * edits
      && abs(Int(length) - Int(other.length)) <= edits
  }

  /// What the similarity to another key is at most.
  ///
  /// Letters that only one of both has match nothing.
  package func similarityBound(_ other: NameFacts) -> Double {
    let own = Double(min(Int(length), BytePattern.limit))
    let others = Double(min(Int(other.length), BytePattern.limit))
    let matches = min(
      own - Double((letters & ~other.letters).nonzeroBitCount),
      others - Double((other.letters & ~letters).nonzeroBitCount))
    let jaro = (matches / own + matches / others + 1) / 3
    return jaro + 0.4 * (1 - jaro)
  }

  /// Whether the key may be the beginning of another; false is certain.
  package func mayBegin(_ other: NameFacts) -> Bool { letters & ~other.letters == 0 }

  /// Whether the key may stand in a text with these letters, see ``EmailParts/letterSet``; false is
  /// certain.
  func mayStand(in letterSet: UInt32) -> Bool {
    UInt32(truncatingIfNeeded: letters) & ~letterSet == 0
  }
}

/// The families of ``NicknameTable``, and of ``KnownForms``, that names of the run are in.
struct NicknameGroups: Sendable {
  /// Where the families of each key code begin in `families`; one element more than codes.
  private let starts: [Int32]
  private let families: [UInt16]
  /// By family, up to the last one that names of the run are in: the names in it, ascending.
  let members: [[UInt32]]
  /// By first byte: the names in some family, ascending.
  let byInitial: [[UInt32]]

  /// Looks the names of the table up, and adds each name with the forms that are not there.
  init(_ keys: TextDictionary, _ known: KnownForms) {
    var found = NicknameTable.families(in: keys)
    var familyCount = 1 + Int(found.values.joined().max() ?? 0)
    var last: UInt32 = 0
    for (name, form) in known.pairs {
      let own = found[name, default: []]
      if found[form, default: []].contains(where: own.contains) { continue }
      if name != last {
        found[name, default: []].append(UInt16(familyCount))
        familyCount += 1
        last = name
      }
      found[form, default: []].append(UInt16(familyCount - 1))
    }
    var starts: [Int32] = [0]
    starts.reserveCapacity(keys.count + 1)
    var families: [UInt16] = []
    var members = [[UInt32]](repeating: [], count: familyCount)
    var byInitial = [[UInt32]](repeating: [], count: 256)
    for code in 0..<UInt32(keys.count) {
      if let own = found[code] {
        families += own
        for family in own { members[Int(family)].append(code) }
        byInitial[Int(keys[TextCode(raw: code)][0])].append(code)
      }
      starts.append(Int32(families.count))
    }
    self.starts = starts
    self.families = families
    self.members = members
    self.byInitial = byInitial
  }

  /// The families of a name, ascending.
  func families(of code: UInt32) -> ArraySlice<UInt16> {
    families[Int(starts[Int(code)])..<Int(starts[Int(code) + 1])]
  }
}
