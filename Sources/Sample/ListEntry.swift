import Vocabulary

/// One row of a hand-kept list as someone wrote it, with what is wrong in it.
struct ListEntry {
  var first: [UInt8] = []
  var last: [UInt8] = []
  var born = CalendarDay.missing
  var number: [UInt8] = []
  var niNumber: [UInt8] = []
  var mail: [UInt8] = []
  var organisation: [UInt8] = []

  private static let privateDomains = [
    "mail.example", "hotpost.example", "cloud.example", "outbox.example", "home.example",
  ].map { Array($0.utf8) }

  /// Writes down a person as an employee of `employer`.
  ///
  /// `number` is that of the staff extract; nil for someone who is in none. `address` is the one
  /// at work; it may be empty.
  init(
    _ person: Person, number: Int?, address: [UInt8], employer: Int, rates: MistakeRates,
    plan: SamplePlan, random: inout SampleRandom
  ) {
    var place = employer
    var known = number
    if random.chance(rates.moved) {
      place = random.below(plan.employers.count)
      known = SamplePlan.anyNumber(&random)
    }
    if !random.chance(rates.organisationBlank) {
      organisation = plan.employers[place].codeBytes
      if random.chance(150) { organisation = Mistakes.lower(organisation) }
    }
    writeNames(person, rates, plan.stock, &random)
    writeNumbers(person, known, rates, plan, &random)
    writeBirth(person, rates, &random)
    writeMail(person, address, rates, plan.stock, &random)
  }

  private mutating func writeNames(
    _ person: Person, _ rates: MistakeRates, _ stock: NameStock, _ random: inout SampleRandom
  ) {
    var name = person.first
    let short = stock.shortForms[Int(person.first)]
    if !short.isEmpty, random.chance(rates.shortForm) {
      name = random.pick(short)
    } else if let knownAs = person.knownAs, random.chance(4_500) {
      name = knownAs
    }
    let former = random.chance(rates.formerName) ? person.previous : nil
    first = stock.texts.copy(of: name)
    last = (former ?? person.last).bytes(stock.texts)
    if random.chance(5_500) {
      first = Mistakes.unaccented(first)
      last = Mistakes.unaccented(last)
    }
    bendSurname(&random)
    if random.chance(rates.firstWrong) { first = Mistakes.mistyped(first, &random) }
    if random.chance(rates.lastWrong) { last = Mistakes.mistyped(last, &random) }
    if random.chance(rates.initialOnly), let letter = first.first, letter < 0x80 {
      first = [letter]
    } else if random.chance(rates.middleInitial) {
      first += [UInt8(ascii: " "), person.middle]
    }
    if random.chance(rates.swappedNames) { swap(&first, &last) }
    switch random.below(1_000) {
    case ..<45: (first, last) = (Mistakes.lower(first), Mistakes.lower(last))
    case ..<75: last = Mistakes.upper(last)
    case ..<100: (first, last) = (Mistakes.upper(first), Mistakes.upper(last))
    case ..<115: last.append(UInt8(ascii: " "))
    default: break
    }
  }

  /// Apostrophes and hyphens as people write them, or half of a double name.
  private mutating func bendSurname(_ random: inout SampleRandom) {
    if last.contains(UInt8(ascii: "'")), random.chance(3_500) {
      last.removeAll { $0 == UInt8(ascii: "'") }
    }
    if let hyphen = last.firstIndex(of: UInt8(ascii: "-")) {
      switch random.below(10) {
      case 0: last = Array(last[..<hyphen])
      case 1: last = Array(last[(hyphen + 1)...])
      case 2, 3: last[hyphen] = UInt8(ascii: " ")
      default: break
      }
    }
  }

  private mutating func writeNumbers(
    _ person: Person, _ known: Int?, _ rates: MistakeRates, _ plan: SamplePlan,
    _ random: inout SampleRandom
  ) {
    if !random.chance(rates.numberBlank) {
      number = SampleText.digits(known ?? SamplePlan.anyNumber(&random), 8)
      if random.chance(rates.numberWrong) { number = Mistakes.digitWrong(number, &random) }
      if random.chance(rates.zerosLost), let start = number.firstIndex(where: { $0 != 0x30 }) {
        number = Array(number[start...])
      }
      switch random.below(100) {
      case 0: number += Array(".0".utf8)
      case 1: number += Array("-2".utf8)
      case 2: number.insert(UInt8(ascii: " "), at: min(4, number.count))
      default: break
      }
    }
    guard !random.chance(rates.niNumberBlank) else { return }
    person.appendNINumber(seed: plan.seed, to: &niNumber)
    guard niNumber.count == 9 else { return }
    if random.chance(rates.niNumberWrong) { niNumber = Mistakes.digitWrong(niNumber, &random) }
    if random.chance(800) { niNumber.removeLast() }
    if random.chance(500) { niNumber = Mistakes.lower(niNumber) }
    if random.chance(2_500) {
      for place in [8, 6, 4, 2] where place < niNumber.count {
        niNumber.insert(UInt8(ascii: " "), at: place)
      }
    }
  }

  private mutating func writeBirth(
    _ person: Person, _ rates: MistakeRates, _ random: inout SampleRandom
  ) {
    guard !random.chance(rates.birthBlank) else { return }
    born = person.born
    if random.chance(rates.birthSwapped) {
      born = Mistakes.swapped(born)
    } else if random.chance(rates.birthWrong) {
      born = Mistakes.dateWrong(born, &random)
    }
  }

  private mutating func writeMail(
    _ person: Person, _ address: [UInt8], _ rates: MistakeRates, _ stock: NameStock,
    _ random: inout SampleRandom
  ) {
    guard !random.chance(rates.mailBlank) else { return }
    if random.chance(rates.mailPrivate) {
      writePrivateMail(person, stock, &random)
    } else {
      mail = address
      if random.chance(rates.mailWrong) { misspellMail(&random) }
    }
    switch random.below(100) {
    case ..<6:
      if let letter = mail.first, (0x61...0x7A).contains(letter) { mail[0] = letter - 0x20 }
    case ..<9: mail = Mistakes.upper(mail)
    default: break
    }
  }

  /// A slip before or behind the `@`.
  private mutating func misspellMail(_ random: inout SampleRandom) {
    guard let sign = mail.firstIndex(of: UInt8(ascii: "@")) else { return }
    if random.chance(7_500) {
      mail = Mistakes.mistyped(Array(mail[..<sign]), &random) + mail[sign...]
    } else if let stop = mail[sign...].firstIndex(of: UInt8(ascii: ".")) {
      mail.remove(at: stop - 1)
    }
  }

  /// An address of one's own.
  private mutating func writePrivateMail(
    _ person: Person, _ stock: NameStock, _ random: inout SampleRandom
  ) {
    let first = stock.letters.copy(of: person.mailFirst)
    let last = person.mailLast.bytes(stock.letters)
    switch random.below(4) {
    case 0: mail = first + [UInt8(ascii: ".")] + last
    case 1: mail = first + last
    case 2: mail = first.prefix(1) + last
    default: mail = last + [UInt8(ascii: "_")] + first
    }
    if random.chance(6_000) { mail += SampleText.digits(person.born.civil.year % 100, 2) }
    mail.append(UInt8(ascii: "@"))
    mail += random.pick(Self.privateDomains)
  }
}
