import Vocabulary

/// How often what goes wrong on a hand-kept list, in ten thousand entries.
struct MistakeRates: Sendable {
  var numberBlank = 4_000
  var niNumberBlank = 6_000
  var birthBlank = 1_500
  var mailBlank = 3_000
  var organisationBlank = 300
  var moved = 400
  var zerosLost = 4_500
  var numberWrong = 150
  var niNumberWrong = 150
  var birthSwapped = 220
  var birthWrong = 150
  var mailPrivate = 1_200
  var mailWrong = 250
  var shortForm = 1_700
  var initialOnly = 180
  var middleInitial = 300
  var firstWrong = 320
  var lastWrong = 380
  var formerName = 1_300
  var swappedNames = 160
  /// Entries made twice.
  var repeated = 200

  /// Entries of people whom no staff extract has.
  static let outsiders = 500

  /// The rates of a passport log.
  static func passports(_ lists: SampleGenerator.Lists) -> MistakeRates {
    var rates = MistakeRates()
    guard lists == .hard else { return rates }
    rates.numberBlank = 9_000
    rates.niNumberBlank = 9_300
    rates.birthBlank = 6_200
    rates.mailBlank = 6_500
    rates.organisationBlank = 1_200
    return rates
  }

  /// The rates of a network's list: no NI numbers, few birth dates, nearly always an address.
  static func network(_ lists: SampleGenerator.Lists) -> MistakeRates {
    var rates = MistakeRates()
    rates.numberBlank = 7_500
    rates.niNumberBlank = 10_000
    rates.birthBlank = 7_000
    rates.mailBlank = 900
    guard lists == .hard else { return rates }
    rates.numberBlank = 9_500
    rates.birthBlank = 9_000
    rates.mailBlank = 6_200
    rates.organisationBlank = 1_600
    return rates
  }
}

/// What people do to names, numbers and dates when they type them.
enum Mistakes {
  /// One slip: a letter wrong, left out, doubled, or two exchanged.
  ///
  /// The first letter mostly stays.
  static func mistyped(_ text: [UInt8], _ random: inout SampleRandom) -> [UInt8] {
    // Only between ASCII letters or digits, so that the text stays valid UTF-8.
    let places = text.indices.filter { place in
      place > 0 && isPlain(text[place]) && isPlain(text[place - 1])
    }
    guard places.count > 1 else { return text }
    var result = text
    let place = random.pick(places)
    switch random.below(4) {
    case 0: result[place] = other(than: text[place], &random)
    case 1: result.remove(at: place)
    case 2: result.insert(text[place], at: place)
    default:
      guard text[place - 1] | 0x20 != text[place] | 0x20 else {
        result.remove(at: place)
        return result
      }
      let isCapital = text[place - 1] < 0x61
      result[place - 1] = isCapital && text[place] >= 0x61 ? text[place] - 0x20 : text[place]
      result[place] = isCapital && text[place] >= 0x61 ? text[place - 1] | 0x20 : text[place - 1]
    }
    return result
  }

  /// One digit of the text replaced by another.
  static func digitWrong(_ text: [UInt8], _ random: inout SampleRandom) -> [UInt8] {
    let places = text.indices.filter { (0x30...0x39).contains(text[$0]) }
    guard !places.isEmpty else { return text }
    var result = text
    let place = random.pick(places)
    let digit = Int(text[place] - 0x30)
    result[place] = 0x30 + UInt8((digit + 1 + random.below(9)) % 10)
    return result
  }

  /// Day and month exchanged; the day itself where that is no date or the same.
  static func swapped(_ day: CalendarDay) -> CalendarDay {
    let civil = day.civil
    return CalendarDay(year: civil.year, month: civil.day, day: civil.month) ?? day
  }

  /// A year, month or day off.
  static func dateWrong(_ day: CalendarDay, _ random: inout SampleRandom) -> CalendarDay {
    let civil = day.civil
    let isUp = random.below(2) == 0
    switch random.below(3) {
    case 0:
      let years = random.below(3) == 0 ? 10 : 1
      let year = civil.year + (isUp ? years : -years)
      return CalendarDay(year: year, month: civil.month, day: min(civil.day, 28)) ?? day
    case 1:
      let month = civil.month + (isUp ? 1 : -1)
      return CalendarDay(year: civil.year, month: month, day: min(civil.day, 28)) ?? day
    default: return day.adding(days: isUp ? 1 : -1)
    }
  }

  /// Accents left out, as keyboards do; case is kept.
  static func unaccented(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(where: { $0 >= 0x80 }) else { return text }
    return String(decoding: text, as: UTF8.self).flatMap { character -> [UInt8] in
      guard !character.isASCII else { return Array(String(character).utf8) }
      let key = NameKey.key(String(character))
      guard character.isUppercase, let first = key.first, first >= 0x61 else { return key }
      return [first - 0x20] + key.dropFirst()
    }
  }

  static func upper(_ text: [UInt8]) -> [UInt8] {
    Array(String(decoding: text, as: UTF8.self).uppercased().utf8)
  }

  static func lower(_ text: [UInt8]) -> [UInt8] {
    Array(String(decoding: text, as: UTF8.self).lowercased().utf8)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) && byte < 0x80 || (0x30...0x39).contains(byte)
  }

  private static func other(than byte: UInt8, _ random: inout SampleRandom) -> UInt8 {
    if (0x30...0x39).contains(byte) {
      return 0x30 + (byte - 0x30 + 1 + UInt8(random.below(9))) % 10
    }
    let lower = byte | 0x20
    let letter = 0x61 + (lower - 0x61 + 1 + UInt8(random.below(25))) % 26
    return byte < 0x61 ? letter - 0x20 : letter
  }
}
