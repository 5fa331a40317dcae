import TestSupport

/// Ten nights of one made-up region, drawn from a seed: who works where, who is a carer, who holds
/// a passport, which code is handed out, what was waived and which lists were sent.
///
/// Three employers in two footprints: RA2 and RXX in QXU, RWY in QWO. Everybody has an email and an
/// NI number of the test range; who moves keeps the NI number, and the row of the old employer
/// stays with a leaving date, as in a real extract.
struct TenNights {
  static let nightCount = 10
  static let employers = ["RA2", "RXX", "RWY"]

  /// The footprint of an employer.
  static func footprint(_ employer: String) -> String { employer == "RWY" ? "QWO" : "QXU" }

  /// The date of a night: every third day from 1 November 2026.
  static func date(_ night: Int) -> String {
    let day = 1 + 3 * night
    return "2026-11-\(day < 10 ? "0" : "")\(day)"
  }

  /// A person in one night.
  struct Person {
    /// The employers from first to present.
    var employers: [String]
    /// The night in which the person came to the present employer.
    var movedIn = 0
    /// The cell of the flag column: `yes`, `no` or empty.
    var flag: String
    var hasPassport: Bool
  }

  /// Until which date a discrepancy is waived, by `rule|subject`.
  typealias Waivers = [String: String]

  /// One night as drawn.
  struct Night {
    var persons: [Person]
    /// The code of the digital resource by footprint; nil for none.
    var codes: [String: String]
    var waivers: Waivers
    /// After this night: the footprints whose lists were sent; nil for all of them.
    var sent: [String]?
  }

  let nights: [Night]

  /// Draws the nights.
  init(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var night = Night(
      persons: (0..<24).map { _ in
        Person(
          employers: [Self.employers.randomElement(using: &generator) ?? "RA2"],
          flag: ["yes", "no", ""].randomElement(using: &generator) ?? "",
          hasPassport: Bool.random(using: &generator))
      },
      codes: ["QXU": "DRC-0", "QWO": "DRC-0-WEST"], waivers: [:], sent: [])
    var nights: [Night] = []
    for number in 0..<Self.nightCount {
      if number > 0 { Self.change(&night, number, &generator) }
      nights.append(night)
    }
    self.nights = nights
  }

  private static func change(_ night: inout Night, _ number: Int, _ generator: inout SplitMix64) {
    for index in night.persons.indices {
      switch Int.random(in: 0..<12, using: &generator) {
      case 0, 1: night.persons[index].hasPassport.toggle()
      case 2, 3:
        night.persons[index].flag = ["yes", "no", ""].randomElement(using: &generator) ?? ""
      case 4 where night.persons[index].employers.count < 3:
        let employer = employers.randomElement(using: &generator) ?? "RA2"
        guard !night.persons[index].employers.contains(employer) else { continue }
        night.persons[index].employers.append(employer)
        night.persons[index].movedIn = number
      case 5, 6:
        let person = night.persons[index]
        guard person.hasPassport, person.flag != "yes" else { continue }
        let rule = ["passport-without-flag", "flag-withdrawn-while-passport-active"]
          .randomElement(using: &generator)
        let until = min(nightCount - 1, number + Int.random(in: 0..<4, using: &generator))
        night.waivers["\(rule ?? "")|\(subject(person, index))"] = date(until)
      default: continue
      }
    }
    if number % 3 == 0 {
      night.codes["QXU"] = ["DRC-0", "DRC-\(number)", nil].randomElement(using: &generator) ?? nil
    }
    if number % 4 == 0 { night.codes["QWO"] = "DRC-\(number)-WEST" }
    night.sent = [[], ["QXU"], ["QWO"], nil].randomElement(using: &generator) ?? []
  }

  /// The employee of a person at the present employer.
  static func subject(_ person: Person, _ index: Int) -> String {
    "\(person.employers.last ?? "")/\(number(index, person.employers.count - 1))"
  }

  /// The employee number of a person at the employer with an index in its employers.
  static func number(_ person: Int, _ employer: Int) -> String {
    "\(10_000_000 + 10 * person + employer)"
  }

  /// Writes the inputs of a night.
  func write(_ number: Int, into folder: TemporaryFolder) {
    let night = nights[number]
    var staff =
      "organisation_code,employee_number,last_name,first_name,date_of_birth,ni_number,work_email,"
      + "leaving_date,carer_flag\n"
    var passports =
      "reference,organisation_code,employee_number,agreed_date,review_date,ended_date\n"
    for (index, person) in night.persons.enumerated() {
      let letters = [index / 26, index % 26].map { String(UnicodeScalar(UInt8(97 + $0))) }.joined()
      for (place, employer) in person.employers.enumerated() {
        let isPresent = place == person.employers.count - 1
        staff +=
          "\(employer),\(Self.number(index, place)),Last\(letters),First\(letters),1980-01-01,"
          + "QQ\(200_000 + index)A,person\(index)@region.example,\(isPresent ? "" : "2026-10-01"),"
          + "\(isPresent ? person.flag : "")\n"
      }
      if person.hasPassport {
        let place = person.employers.count - 1
        passports +=
          "P\(index),\(person.employers[place]),\(Self.number(index, place)),"
          + "2026-01-01,2027-01-01,\n"
      }
    }
    // Never a list without a row: a passport of nobody's that says nothing new each night.
    passports += "P-LAST,RA2,99999999,2026-01-01,2027-01-01,2026-02-01\n"
    var codes = "footprint_code,organisation_code,platform,access_code\n"
    for (footprint, code) in night.codes.sorted(by: { $0.key < $1.key }) {
      codes += "\(footprint),,digital-resource,\(code)\n"
    }
    codes += "QXU,,efc,EFC-ALWAYS\n"
    var decisions = "kind,subject,decision,until\n"
    for (subject, until) in night.waivers.sorted(by: { $0.key < $1.key }) {
      decisions += "discrepancy,\(subject),waive,\(until)\n"
    }
    let inputs = "night-\(number)/"
    folder.write(inputs + "staff.csv", staff)
    folder.write(inputs + "passports.csv", passports)
    folder.write(inputs + "codes.csv", codes)
    folder.write(inputs + "decisions.csv", decisions)
    folder.write(
      inputs + "organisations.csv",
      "organisation_code,organisation_name,footprint_code\n"
        + Self.employers.map { "\($0),Employer \($0),\(Self.footprint($0))\n" }.joined())
  }

  /// The pipeline that reads these files.
  static let pipeline = """
    {
      pipeline: "ten-nights", stages: ["ingest", "normalise", "join", "detect", "emit"],
      sources: {
        staff: [{ files: ["staff.csv"] }], passports: { files: ["passports.csv"] },
        organisations: { files: ["organisations.csv"] }, "access-codes": { files: ["codes.csv"] },
        decisions: { files: ["decisions.csv"] },
      },
      normalise: { syntheticNINumbers: true },
      guards: { maximumShrink: 1.0 },
    }
    """
}
