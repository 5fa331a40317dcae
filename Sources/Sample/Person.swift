import Vocabulary

/// A surname of one or two parts.
struct Surname: Equatable {
  let name: UInt32
  /// The part behind the hyphen.
  let second: UInt32?

  init(_ name: UInt32, _ second: UInt32? = nil) {
    self.name = name
    self.second = second
  }

  /// The surname as `table` has it: as it is written, or the letters of addresses.
  func bytes(_ table: TextTable) -> [UInt8] {
    guard let second else { return table.copy(of: name) }
    return table.copy(of: name) + [UInt8(ascii: "-")] + table.copy(of: second)
  }

  func append(_ table: TextTable, to bytes: inout [UInt8]) {
    bytes.append(table[name])
    guard let second else { return }
    bytes.append(UInt8(ascii: "-"))
    bytes.append(table[second])
  }
}

/// Who someone is, whatever the employer.
struct Person {
  enum Title {
    case mrs, miss, ms, mr, dr, prof, mx

    var text: StaticString {
      switch self {
      case .mrs: "Mrs"
      case .miss: "Miss"
      case .ms: "Ms"
      case .mr: "Mr"
      case .dr: "Dr"
      case .prof: "Prof"
      case .mx: "Mx"
      }
    }
  }

  /// The place among all employees where this person was made; NI numbers come from it.
  let serial: Int
  let isWoman: Bool
  let born: CalendarDay
  let title: Title
  let first: UInt32
  /// The initial of a middle name.
  let middle: UInt8
  var last: Surname
  /// A former surname, whether or not a staff file says so.
  var previous: Surname?
  let knownAs: UInt32?
  /// The names that the work address was made of: not always those of today.
  let mailFirst: UInt32
  var mailLast: Surname

  /// How likely the cultures are among the employees of a region.
  static func cultures(region: String) -> WeightedTable {
    WeightedTable(weights: Culture.shares(region: region))
  }

  /// Makes the person whose stream `random` is.
  init(
    serial: Int, cultures: WeightedTable, stock: NameStock, random: inout SampleRandom
  ) {
    let culture = Culture(rawValue: Int(cultures.pick(&random))) ?? .english
    let isWoman = random.chance(7_700)
    // Two draws make the middle of working life likelier than its ends: 18 to 68 years old.
    let days = 18 * 365 + 9 + random.below(25 * 365) + random.below(25 * 365)
    let born = SampleGenerator.asOf.adding(days: -days)
    let year = born.civil.year
    let first = stock.firstName(culture, isWoman: isWoman, born: year, &random)
    let maiden = Self.surname(culture, isWoman: isWoman, stock, &random)
    var last = maiden
    var previous: Surname?
    let isMarried = days > 26 * 365 && random.chance(isWoman ? 5_500 : 0)
    if isMarried, random.chance(6_500) {
      let other = random.chance(1_800) ? Culture.english : culture
      last = Self.surname(other, isWoman: isWoman, stock, &random)
      if random.chance(500) { last = Surname(maiden.name, last.name) }
      previous = maiden
    }
    let short = stock.shortForms[Int(first)]
    var knownAs: UInt32?
    if !short.isEmpty, random.chance(1_500) {
      knownAs = random.pick(short)
    } else if random.chance(200) {
      knownAs = stock.firstName(culture, isWoman: isWoman, born: year, &random)
    }
    self.serial = serial
    self.isWoman = isWoman
    self.born = born
    self.first = first
    self.last = last
    self.previous = previous
    self.knownAs = knownAs
    title = Self.title(isWoman: isWoman, isMarried: isMarried, &random)
    middle = UInt8(ascii: "A") + UInt8(random.below(23))
    mailFirst = knownAs.flatMap { random.chance(5_000) ? $0 : nil } ?? first
    mailLast = previous.flatMap { random.chance(1_500) ? $0 : nil } ?? last
  }

  private static func surname(
    _ culture: Culture, isWoman: Bool, _ stock: NameStock, _ random: inout SampleRandom
  ) -> Surname {
    // Some families have an English name whatever their first names, after a marriage long ago.
    let family = culture != .english && random.chance(700) ? Culture.english : culture
    let name = stock.surname(family, isWoman: isWoman, &random)
    guard random.chance(isWoman ? 250 : 80) else { return Surname(name) }
    let second = stock.surname(family, isWoman: isWoman, &random)
    return second == name ? Surname(name) : Surname(name, second)
  }

  private static func title(
    isWoman: Bool, isMarried: Bool, _ random: inout SampleRandom
  ) -> Title {
    let draw = random.below(1_000)
    if draw < 90 { return draw < 8 ? .prof : .dr }
    if draw < 93 { return .mx }
    guard isWoman else { return .mr }
    if isMarried { return draw < 800 ? .mrs : .ms }
    return draw < 550 ? .miss : .ms
  }

  /// Appends `QX123456A`; nothing where the person has none.
  func appendNINumber(seed: UInt64, to bytes: inout [UInt8]) {
    guard let number = SamplePlan.niNumber(ofPerson: serial, seed: seed) else { return }
    bytes.append(UInt8(ascii: "Q"))
    bytes.append(number.letter)
    SampleText.append(number.digits, digits: 6, to: &bytes)
    bytes.append(UInt8(ascii: "A") + UInt8(number.digits % 4))
  }

  /// Appends the work address at a domain; `letters` are those of the stock of names.
  ///
  /// `.example` is kept free of real addresses for ever (RFC 2606).
  func appendAddress(
    _ letters: TextTable, number: Int, domain: [UInt8], to bytes: inout [UInt8]
  ) {
    bytes.append(letters[mailFirst])
    bytes.append(UInt8(ascii: "."))
    mailLast.append(letters, to: &bytes)
    if number > 0 { bytes.append(contentsOf: String(number).utf8) }
    bytes.append(UInt8(ascii: "@"))
    bytes.append(domain.span)
  }

  /// The domain of addresses that people keep when they change the employer.
  static let nationalDomain = Array("nhs.net.example".utf8)
}
