import Testing

/// Short forms that the staff's own known-as names tell.
@Suite
struct KnownFormTests {
  /// Four who go by Zaza, one who does not, and thirty who go by something else.
  private static func staff(named name: String, withForm form: String) -> String {
    let known = (1...4).map { "RA2 1000000\($0) \(name) Known\(letter($0)) \(form)" }
    let others = (1...30).map {
      "RA2 200000\(10 + $0) Some\(letter($0)) Person\(letter($0)) Alias\(letter($0))"
    }
    let rows = ["RA2 10000009 \(name) Quickfall -"] + known + others
    return rows.map { "\($0) - 1970-01-01 -" }.joined(separator: "\n")
  }

  private static func letter(_ number: Int) -> String {
    String(decoding: [UInt8(0x61 + number / 6), UInt8(0x61 + number % 6)], as: UTF8.self)
  }

  private static func level(_ staff: String, _ entry: String) throws -> String? {
    let small = SmallStaff(staff: staff, passports: entry)
    let employee = try #require(small.employee("RA2", "10000009"))
    return small.levels(of: employee)["first name"]
  }

  @Test func `what several of a name go by is a form of it`() throws {
    let staff = Self.staff(named: "Ysolde", withForm: "Zaza")
    #expect(
      try Self.level(staff, "RA2 - Zaza Quickfall 1970-01-01 -") == "a short or other form")
    #expect(try Self.level(staff, "RA2 - Wawa Quickfall 1970-01-01 -") == "different")
  }

  @Test func `what fewer go by is none`() throws {
    let staff = Self.staff(named: "Ysolde", withForm: "Zaza").split(separator: "\n")
      .filter { !$0.contains("10000004") }.joined(separator: "\n")
    #expect(try Self.level(staff, "RA2 - Zaza Quickfall 1970-01-01 -") == "different")
  }

  @Test func `what is rather a first name of others is none`() throws {
    let others = (1...5).map { "RA2 3000000\($0) Zaza Else\(Self.letter($0)) - - 1970-01-01 -" }
    let staff = Self.staff(named: "Ysolde", withForm: "Zaza")
    let both = ([staff] + others).joined(separator: "\n")
    #expect(try Self.level(both, "RA2 - Zaza Quickfall 1970-01-01 -") == "different")
  }

  @Test func `what is gone by whatever the name is none`() throws {
    // As many go by it as there are others who go by anything: no more than chance would give.
    let staff = Self.staff(named: "Ysolde", withForm: "Zaza").split(separator: "\n").enumerated()
      .map { $0.offset > 4 ? $0.element.replacing(#/Alias\w+/#, with: "Zaza") : $0.element[...] }
      .joined(separator: "\n")
    #expect(try Self.level(staff, "RA2 - Zaza Quickfall 1970-01-01 -") == "different")
  }
}
