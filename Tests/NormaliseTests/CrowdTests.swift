import Records
import StageSupport
import TestSupport
import Testing
import Vocabulary

/// Very many employees with one NI number (contract section 4).
struct CrowdTests {
  /// An employee of a drawn group; names of letters only, so that they are their own keys.
  private struct Member {
    var first: String
    var knownAs: String
    var last: String
    var previous: String
    var isDated: Bool

    /// The rule as the contract words it, for two members of which a date is one and the same.
    func fits(_ other: Member) -> Bool {
      if isDated, other.isDated { return true }
      let words = [first, first.split(separator: " ").first.map(String.init) ?? "", knownAs]
      let others = [
        other.first, other.first.split(separator: " ").first.map(String.init) ?? "", other.knownAs,
      ]
      return !Set(words).subtracting([""]).isDisjoint(with: others)
        || !Set([last, previous]).subtracting([""]).isDisjoint(with: [other.last, other.previous])
    }
  }

  private static let pool = ["Ann", "Bea", "Cat", "Ann Marie"]

  /// Members that mostly fit each other, though no key is common to all, and now and then one that
  /// may not.
  private static func members(_ random: inout SplitMix64) -> [Member] {
    let style = Int.random(in: 0..<3, using: &random)
    return (0..<Int.random(in: 12...40, using: &random)).map { number in
      let own = "Own" + letters(number)
      let left = Int.random(in: 0..<3, using: &random)
      let isOdd = Int.random(in: 0..<60, using: &random) == 0
      var member = Member(
        first: pool[left], knownAs: pool[(left + 1) % 3], last: own, previous: "",
        isDated: Int.random(in: 0..<4, using: &random) == 0)
      if style == 1 { (member.last, member.previous) = isOdd ? ("Roe", "") : (own, "Lee") }
      if style == 2, Bool.random(using: &random) { member.first = "Ann Marie" }
      if isOdd { (member.first, member.knownAs) = (Bool.random(using: &random) ? own : "Bea", "") }
      return member
    }
  }

  private static func letters(_ number: Int) -> String {
    String(String(number).compactMap { $0.wholeNumberValue.map { "abcdefghij".map(\.self)[$0] } })
  }

  @Test(arguments: 0..<UInt64(40))
  func `they are one person just where every two fit, as held each against each`(
    seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    let groups = (0..<8).map { _ in Self.members(&random) }
    var staff = "| emp no | ods code | forename | known as | surname | maiden name | dob | nino |\n"
    for (group, members) in groups.enumerated() {
      for (number, member) in members.enumerated() {
        staff += "| \(group)\(100 + number) | RA2 | \(member.first) | \(member.knownAs) "
        staff += "| \(member.last) | \(member.previous) "
        staff += "| \(member.isDated ? "01/02/1980" : "") | AB00000\(group)A |\n"
      }
    }
    let persons = try DrawnNight(staff: staff).workforce.persons
    var start: Int32 = 0
    for members in groups {
      let fits = members.indices.allSatisfy { left in
        members.indices.allSatisfy { left == $0 || members[left].fits(members[$0]) }
      }
      let employees = start..<start + Int32(members.count)
      #expect(
        persons.key[Int(start)..<Int(employees.upperBound)].allSatisfy { $0 == start } == fits)
      #expect(Set(employees).isSubset(of: persons.withSharedNINumber) == !fits)
      start = employees.upperBound
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `ten thousand take no longer to hold together than to read`() throws {
    var staff = "| emp no | ods code | forename | surname | known as | nino |\n"
    for number in 0..<10_000 {
      staff += "| \(number) | RA2 | Own\(Self.letters(number)) | Lee | Kay | AB000001A |\n"
    }
    let persons = try DrawnNight(staff: staff).workforce.persons
    #expect(persons.count == 1)
    #expect(persons.withSharedNINumber.isEmpty)
  }
}
