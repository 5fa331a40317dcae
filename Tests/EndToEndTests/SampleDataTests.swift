import Testing
import TestSupport

/// Holds the lists of `SampleData/README.md` against runs: every finding, every rejected row, no
/// more.
struct SampleDataTests {
  private static let document = Repository.text("SampleData/README.md") ?? ""

  /// One list of findings and the run that it is for.
  struct NightCase: Sendable, CustomTestStringConvertible {
    let pipeline: String
    let night: Int
    /// The sections of the document whose tables are all the findings.
    let sections: [String]
    var testDescription: String { "\(pipeline), night \(night)" }

    func run(_ output: TemporaryFolder) throws -> Night {
      try night == 1
        ? Night.first(pipeline, output: output) : Night.second(pipeline, output: output)
    }
  }

  static let cases = [1, 2].flatMap { night in
    [
      NightCase(
        pipeline: "nightly-reconciliation", night: night,
        sections: ["Night \(night): every finding"]),
      NightCase(
        pipeline: "discrepancy-audit", night: night,
        sections: [
          "Night \(night): every finding", "Night \(night): what the auditor sees besides",
        ]),
    ]
  }

  @Test(arguments: cases)
  func `the run finds what the document lists, each on a line it names`(_ night: NightCase) throws {
    let listed = try night.sections.flatMap {
      try #require(MarkdownTable(below: $0, in: Self.document)).rows
    }
    let found = try night.run(TemporaryFolder()).table("discrepancies.csv").rows
    #expect(
      difference(expected: listed.map(Self.finding), found: found.map(Self.finding)) == [])
    let sources = Dictionary(
      found.map { (Self.finding($0), Self.parts($0["sources"])) }
    ) { first, _ in first }
    let untraced = listed.compactMap { row -> String? in
      // What no file knows has no line: it is the absence that is found.
      if row["rule"] == "organisation-unknown" { return nil }
      let lines = Self.parts(row["where (file:line)"])
      let isTraced = !lines.isDisjoint(with: sources[Self.finding(row)] ?? [])
      return isTraced ? nil : "\(Self.finding(row)) names none of \(lines.sorted())"
    }
    #expect(untraced == [])
  }

  @Test(arguments: [1, 2])
  func `the run rejects what the document lists`(night: Int) throws {
    let section = "Night \(night): every rejected row"
    let listed = try #require(MarkdownTable(below: section, in: Self.document)).rows
    let output = TemporaryFolder()
    let run = try night == 1 ? Night.first(output: output) : Night.second(output: output)
    let found = run.table("rejects.csv").rows
    #expect(difference(expected: listed.map(Self.reject), found: found.map(Self.reject)) == [])
  }

  @Test(arguments: [1, 2])
  func `the run links by likeness and asks what the document lists`(night: Int) throws {
    let section = "Night \(night): what the probabilistic method says"
    let listed = try #require(MarkdownTable(below: section, in: Self.document)).rows
    let output = TemporaryFolder()
    let run = try night == 1 ? Night.first(output: output) : Night.second(output: output)
    let linked = run.table("links.csv").rows.filter { $0["method"] == "probabilistic" }.map {
      let employee = "\($0["organisation_code"] ?? "")/\($0["employee_number"] ?? "")"
      return "\($0["subject"] ?? "") \(employee) linked"
    }
    let asked = run.table("review.csv").rows.map {
      "\($0["subject"] ?? "") \($0["employee"] ?? "") review"
    }
    let expected = listed.map { row in
      ["entry", "employee", "outcome"].map { row[$0] ?? "" }.joined(separator: " ")
    }
    #expect(difference(expected: expected, found: linked + asked) == [])
  }

  @Test func `a row of the list that the run lacks, and one that it has besides, are told`() {
    #expect(difference(expected: ["a", "b", "b"], found: ["b", "a", "c"]) == ["- b", "+ c"])
  }

  private static func finding(_ row: [String: String]) -> String {
    "\(row["rule"] ?? "") \(row["subject"] ?? "")"
  }

  private static func reject(_ row: [String: String]) -> String {
    ["source", "file", "line", "reason"].map { row[$0] ?? "" }.joined(separator: " ")
  }

  private static func parts(_ text: String?) -> Set<String> {
    Set((text ?? "").split(separator: ";").map { $0.drop { $0 == " " }.description })
  }
}
