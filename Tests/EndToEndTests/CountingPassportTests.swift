import Testing
import TestSupport

/// Which passports can count for an employee's status (contract section 5) is decided in three
/// places: where statuses are derived, where rules cite rows, and where the trace is written.
struct CountingPassportTests {
  /// An employee's passports as its trace tells of them.
  private struct Traced {
    /// `file:line` of those of its own employer.
    var places: Set<String> = []
    /// How many there are, those of other employers too.
    var count = 0
    var states: Set<String> = []
    /// Empty where it has none.
    var status = ""
  }

  private static func cells(_ line: Substring) -> [String] {
    line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }

  /// By `ORG/NUMBER`, what a trace file tells.
  private static func traced(_ organisation: String, _ text: String) throws -> [String: Traced] {
    var files: [String: String] = [:]
    var columns: [String] = []
    var found: [String: Traced] = [:]
    for line in text.split(separator: "\n") {
      let cells = cells(line)
      if line.hasPrefix("# file\t") { files[cells[1]] = cells[2] }
      if line.hasPrefix("#") { continue }
      if columns.isEmpty {
        columns = cells
        continue
      }
      let row = Dictionary(zip(columns, cells)) { first, _ in first }
      var employee = Traced(status: row["passport_status"] ?? "")
      for item in (row["passports"] ?? "").split(separator: ";") {
        let words = item.split(separator: " ")
        employee.count += 1
        employee.states.insert(String(words[1]))
        let place = words[0].split(separator: ":")
        if place.count == 2 {
          employee.places.insert("\(try #require(files[String(place[0])])):\(place[1])")
        }
      }
      found["\(organisation)/\(row["employee_number"] ?? "")"] = employee
    }
    return found
  }

  private func traces(_ night: Night) throws -> [String: Traced] {
    var all: [String: Traced] = [:]
    for path in night.files where path.hasPrefix("trace/") {
      let text = try #require(FolderContents.text(of: "\(night.folder)/\(path)"))
      let name = try #require(path.split(separator: "/").last?.split(separator: ".").first)
      all.merge(try Self.traced(String(name), text)) { first, _ in first }
    }
    return all
  }

  @Test(arguments: [1, 2])
  func `statuses, findings and traces rest on the same passports`(number: Int) throws {
    let output = TemporaryFolder()
    let night = try number == 1 ? Night.first(output: output) : Night.second(output: output)
    let traces = try traces(night)
    #expect(traces.values.count { $0.count > 0 } > 20)
    let wrong = traces.filter { _, employee in
      employee.count == 0 ? employee.status != "" : !employee.states.contains(employee.status)
    }
    #expect(wrong.keys.sorted() == [])
    let citing = night.table("discrepancies.csv").rows.filter {
      ["passport-not-on-esr", "passport-without-flag"].contains($0["rule"])
    }
    #expect(citing.count > 4)
    for row in citing {
      let employee = try #require(traces[row["subject"] ?? ""])
      let cited = (row["sources"] ?? "").split(separator: ";").map(String.init)
        .filter { $0.hasPrefix("passports/") }
      #expect(cited.count == employee.count, "\(row["subject"] ?? "")")
      #expect(employee.places.isSubset(of: cited), "\(row["subject"] ?? "")")
    }
  }
}
