import Vocabulary

/// Who works where: everything that can be worked out for any employee without the others.
///
/// A *serial* is an employee's place among all employees, employer by employer, from 0. A mover is
/// an employee who is the same person as one of another employer; the one there is the *origin*.
///
/// A class, as is the stock of names, because all workers hold it and nothing in it changes.
final class SamplePlan: Sendable {
  /// One in so many employees of each employer is someone whom movers come from.
  static let originPeriod = 25
  /// The least employee number there is, and how many there are from it on.
  private static let firstNumber = 1_000_000
  private static let numberCount = 29_000_000

  let seed: UInt64
  let employers: [Employer]
  /// The first serial of each employer; one more at the end: the number of employees.
  let starts: [Int]
  let stock = NameStock.shared
  private let cultures: [WeightedTable]
  /// The employers of the same region, by employer.
  private let neighbours: [[Int]]

  init(employees: Int, seed: UInt64) {
    let employers = Employer.all(seed: seed)
    let total = employers.reduce(0) { $0 + $1.weight }
    var starts = [0]
    var weight = 0
    for employer in employers {
      weight += employer.weight
      starts.append(employees * weight / total)
    }
    self.seed = seed
    self.employers = employers
    self.starts = starts
    cultures = employers.map { Person.cultures(region: $0.region) }
    neighbours = employers.map { one in
      employers.indices.filter { employers[$0].region == one.region }
    }
  }

  var employeeCount: Int { starts[employers.count] }

  /// The serials of an employer's employees.
  func serials(of employer: Int) -> Range<Int> { starts[employer]..<starts[employer + 1] }

  /// The employer that has an employee with this serial.
  func employer(of serial: Int) -> Int {
    var low = 0
    var high = employers.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= serial { low = middle } else { high = middle }
    }
    return low
  }

  func random(_ purpose: SampleRandom.Purpose, _ serial: Int) -> SampleRandom {
    SampleRandom(seed: seed, purpose, serial)
  }

  /// Whether movers may come from this employee.
  func isOrigin(_ serial: Int, of employer: Int) -> Bool {
    (serial - starts[employer]) % Self.originPeriod == employers[employer].originPhase
  }

  /// The serial of the same person elsewhere, if this employee is a mover.
  func origin(of serial: Int, at employer: Int) -> Int? {
    var random = random(.move, serial)
    guard random.chance(280), !isOrigin(serial, of: employer) else { return nil }
    let near = neighbours[employer]
    let other = random.chance(7_500) ? random.pick(near) : random.below(employers.count)
    guard other != employer else { return nil }
    let phase = employers[other].originPhase
    let count =
      (serials(of: other).count - phase + Self.originPeriod - 1) / Self.originPeriod
    guard count > 0 else { return nil }
    return starts[other] + phase + Self.originPeriod * random.below(count)
  }

  /// The employee number, eight digits at most; numbers grow with the serial.
  func number(_ serial: Int, of employer: Int) -> Int {
    let serials = serials(of: employer)
    let step = Self.numberCount / serials.count
    var random = random(.number, serial)
    return Self.firstNumber + (serial - serials.lowerBound) * step + random.below(max(1, step))
  }

  /// An employee number as anyone may have, whosever it is.
  static func anyNumber(_ random: inout SampleRandom) -> Int {
    firstNumber + random.below(numberCount)
  }

  /// An employee as `ORG/NUMBER`.
  func key(_ serial: Int, of employer: Int) -> [UInt8] {
    Array(employers[employer].code.utf8) + [UInt8(ascii: "/")]
      + SampleText.digits(number(serial, of: employer), 8)
  }

  /// The person made at a serial; for a mover see `origin`.
  func person(madeAt serial: Int, regionOf employer: Int) -> Person {
    var random = random(.person, serial)
    return Person(
      serial: serial, cultures: cultures[employer], stock: stock, random: &random)
  }

  /// Whether an employee is on the passport log, and on the network list.
  func lists(_ serial: Int) -> (passport: Bool, network: Bool) {
    var passport = random(.passport, serial)
    var network = random(.network, serial)
    let isOnLog = passport.chance(500)
    return (isOnLog, network.chance(isOnLog ? 1_200 : 147))
  }

  /// The lists on which an outsider stands in an employee's place.
  func outsiderLists(at serial: Int) -> [HandKeptList] {
    let lists = lists(serial)
    guard lists.passport || lists.network else { return [] }
    var random = random(.outsider, serial)
    let isOutsider = (random.chance(MistakeRates.outsiders), random.chance(MistakeRates.outsiders))
    return (lists.passport && isOutsider.0 ? [.passports] : [])
      + (lists.network && isOutsider.1 ? [.network] : [])
  }

  /// The number of the outsider who stands in an employee's place on a list.
  func outsiderNumber(at serial: Int, on list: HandKeptList) -> Int { serial * 2 + list.rawValue }

  /// Someone on a list who is in no staff extract, by ``outsiderNumber(at:on:)``.
  func outsider(_ number: Int, regionOf employer: Int) -> Person {
    var random = random(.outsider, -1 - number)
    return Person(
      serial: employeeCount + number, cultures: cultures[employer], stock: stock, random: &random)
  }

  /// The person behind an employee, as this employer knows them, and the origin of a mover.
  func employee(_ serial: Int, of employer: Int) -> (person: Person, origin: Int?) {
    guard let origin = origin(of: serial, at: employer) else {
      return (person(madeAt: serial, regionOf: employer), nil)
    }
    let home = self.employer(of: origin)
    var person = person(madeAt: origin, regionOf: home)
    // A new name since the move: the new employer knows it, the old one does not.
    var random = random(.move, -1 - serial)
    if person.isWoman, random.chance(800) {
      person.previous = person.last
      person.last = Surname(stock.surname(.english, isWoman: true, &random))
      if employers[employer].hasOwnMailDomain { person.mailLast = person.last }
    }
    return (person, origin)
  }

  /// Where an employee's address belongs: whose number among namesakes it has, and whether it is at
  /// the employer's own domain.
  ///
  /// One at the national domain goes with the person; one at an employer's own does not.
  func mailbox(_ serial: Int, of employer: Int, origin: Int?) -> (serial: Int, isOwn: Bool) {
    if employers[employer].hasOwnMailDomain { return (serial, true) }
    if let origin, !employers[self.employer(of: origin)].hasOwnMailDomain { return (origin, false) }
    return (serial, false)
  }

  /// The NI number's serial digits: `QA000000` to `QZ999999` in a shuffled order, each once.
  ///
  /// There are 26 million of them; people made later have none, so that no two share one.
  static func niNumber(ofPerson serial: Int, seed: UInt64) -> (letter: UInt8, digits: Int)? {
    let all = 26_000_000
    guard serial < all else { return nil }
    // 7,368,787 is prime and does not divide 26 million, so this is a permutation.
    let shift = Int(SampleRandom.mixed(seed) % UInt64(all))
    let value = (serial * 7_368_787 + shift) % all
    return (UInt8(ascii: "A") + UInt8(value / 1_000_000), value % 1_000_000)
  }
}
