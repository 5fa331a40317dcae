import Vocabulary

/// All names that the generator gives, with how common they are.
final class NameStock: Sendable {
  /// The names as they are written.
  let texts: TextTable
  /// Their letters as they stand in email addresses: lower case, accents and apostrophes out.
  let letters: TextTable
  /// A hash (FNV-1a) of each name's letters.
  let hashes: [UInt64]
  /// By the name's place: its short forms, which few have.
  let shortForms: [[UInt32]]
  private let firstNames: [[WeightedTable]]
  private let surnames: [[WeightedTable]]

  /// The stock; it does not depend on the seed.
  static let shared = NameStock()

  private init() {
    var shelf = NameShelf()
    firstNames = FirstNameLists.all.map { lists in
      lists.map { shelf.choice(common: $0.common, shift: 12, rare: $0.rare, rareShare: 80) }
    }
    surnames = SurnameLists.all.map { lists in
      lists.map { shelf.choice(common: $0.common, shift: 9, rare: $0.rare, rareShare: 300) }
    }
    var forms: [(name: UInt32, short: [UInt32])] = []
    for entry in Nicknames.forms.split(separator: " ") {
      let parts = entry.split(separator: ":")
      let name = shelf.place(of: String(parts[0]))
      forms.append((name, parts[1].split(separator: "/").map { shelf.place(of: String($0)) }))
    }
    var shortForms = [[UInt32]](repeating: [], count: shelf.texts.count)
    for form in forms { shortForms[Int(form.name)] = form.short }
    self.shortForms = shortForms
    texts = shelf.texts
    letters = shelf.letters
    hashes = (0..<UInt32(shelf.letters.count)).map { place in
      shelf.letters.copy(of: place).reduce(UInt64(14_695_981_039_346_656_037)) { hash, byte in
        (hash ^ UInt64(byte)) &* 1_099_511_628_211
      }
    }
  }

  /// A first name of a sex and of the years in which its bearer was born.
  func firstName(
    _ culture: Culture, isWoman: Bool, born year: Int, _ random: inout SampleRandom
  ) -> UInt32 {
    let group = culture.rawValue * 2 + (isWoman ? 0 : 1)
    let generation = firstNames[group].count == 1 || year < 1971 ? 0 : year < 1988 ? 1 : 2
    return firstNames[group][generation].pick(&random)
  }

  /// A surname that women, or men, of a culture bear.
  func surname(_ culture: Culture, isWoman: Bool, _ random: inout SampleRandom) -> UInt32 {
    surnames[culture.rawValue][isWoman ? 0 : 1].pick(&random)
  }
}

/// Takes names in while the stock is built: each text once.
private struct NameShelf {
  var texts = TextTable()
  var letters = TextTable()
  private var places: [String: UInt32] = [:]

  mutating func place(of name: String) -> UInt32 {
    if let place = places[name] { return place }
    let place = UInt32(texts.count)
    let shown = name.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }
    texts.add(shown)
    letters.add(NameKey.key(shown.span))
    places[name] = place
    return place
  }

  /// Common names by Zipf's law; rarer ones share `rareShare` thousandths, flatter.
  mutating func choice(
    common: [String], shift: Int, rare: [String], rareShare: Int
  ) -> WeightedTable {
    let known = Set(common)
    var seen: Set<String> = []
    let others = rare.filter { !known.contains($0) && seen.insert($0).inserted }
    let rareMass = others.isEmpty ? 0 : 1_000_000 * rareShare
    let weights =
      WeightedTable.zipf(count: common.count, shift: shift, mass: 1_000_000_000 - rareMass)
      + (others.isEmpty ? [] : WeightedTable.zipf(count: others.count, shift: 500, mass: rareMass))
    return WeightedTable((common + others).map { place(of: $0) }, weights: weights)
  }
}
