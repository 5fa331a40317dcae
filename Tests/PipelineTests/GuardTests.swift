import Glibc
import Pipeline
import TestSupport
import Testing

/// Where each guard begins to refuse (contract section 9).
@Suite struct GuardTests {
  private let folder = TemporaryFolder()

  /// Runs a night of staff by organisation and of passports; gives what refused it, or nil.
  private func refusal(
    day: Int, staff: [String: Int], rejectedStaff: Int = 0, passports: Int = 0,
    rejectedPassports: Int = 0, modified: Int? = nil, guards: String = "{}",
    accepting accepted: [GuardName] = []
  ) throws -> RunFailure? {
    folder.write(
      "pipeline.json5",
      """
      {
        pipeline: "guards", stages: ["ingest", "normalise", "join", "detect", "emit"],
        sources: { staff: { files: ["staff.csv"] }, passports: { files: ["passports.csv"] } },
        guards: \(guards),
      }
      """)
    var rows = ["ods code,emp no,forename,surname"]
    for (organisation, count) in staff.sorted(by: { $0.key < $1.key }) {
      rows += (0..<count).map { "\(organisation),\($0 + 1),Ann,Lee" }
    }
    rows += [String](repeating: "RA9,,Ann,Lee", count: rejectedStaff)
    folder.write("staff.csv", rows.joined(separator: "\n") + "\n")
    if let modified {
      let time = timespec(tv_sec: modified, tv_nsec: 0)
      #expect(unsafe utimensat(AT_FDCWD, folder.path("staff.csv"), [time, time], 0) == 0)
    }
    rows = ["ods code,emp no"]
    rows += (0..<passports).map { "RA2,\($0 + 1)" }
    rows += [String](repeating: ",", count: rejectedPassports)
    folder.write("passports.csv", rows.joined(separator: "\n") + "\n")
    do throws(RunFailure) {
      try QuietRun.run(in: folder, day: day, accepting: accepted)
      return nil
    } catch {
      return error
    }
  }

  /// Rows that can be read and rows that cannot, and whether the run is refused.
  @Test(arguments: [
    // Fewer than 20 rows are not looked at, from 20 on a share of more than 0.05 is too much.
    (9, 10, false), (18, 2, true), (19, 1, false), (19, 2, true), (38, 2, false), (37, 3, true),
    (95, 5, false), (94, 6, true),
  ])
  func `more rejected rows than the share refuse a source of at least twenty`(
    readable: Int, rejected: Int, isRefused: Bool
  ) throws {
    let staff = try refusal(day: 1, staff: ["RA2": readable], rejectedStaff: rejected)
    #expect(staff?.place == (isRefused ? "source staff" : nil))
    let list = try refusal(
      day: 1, staff: ["RA2": readable], passports: readable, rejectedPassports: rejected)
    #expect(list?.place == (isRefused ? "source passports" : nil))
    #expect([staff, list].allSatisfy { $0 == nil || $0?.exitStatus == .dataUnusable })
  }

  /// Staff rows of a second night after RA2: 10 and RA3: 5, and the place of the refusal.
  @Test(
    arguments: [
      (["RA2": 10, "RA3": 5], nil), (["RA2": 8, "RA3": 4], nil), (["RA2": 10, "RA3": 4], nil),
      (["RA2": 10, "RA3": 5, "RA4": 1], nil),
      // 12 of 15 are a fifth fewer, 11 are more than that.
      (["RA2": 7, "RA3": 4], "source staff"), (["RA2": 7, "RA3": 5], "organisation RA2"),
      (["RA2": 10, "RA3": 3], "organisation RA3"), (["RA2": 15], "organisation RA3"),
      (["RA3": 15], "organisation RA2"),
    ] as [([String: Int], String?)])
  func `fewer staff rows than last night by more than the share are refused`(
    rows: [String: Int], place: String?
  ) throws {
    #expect(try refusal(day: 1, staff: ["RA2": 10, "RA3": 5]) == nil)
    let refused = try refusal(day: 2, staff: rows)
    #expect(refused?.place == place)
    if place == "source staff" {
      // RA2 has lost three of its rows, RA3 one.
      #expect(
        refused?.what.contains("had 15, most missing at RA2 (7 where there were 10), ") == true)
    }
    #expect(refused == nil || refused?.exitStatus == .dataUnusable)
  }

  /// How much older the second night's file is, in seconds, whether its bytes are others, and
  /// whether that refuses it: clocks and copies may differ by an hour.
  @Test(arguments: [
    (3_601, true, true), (3_600, true, false), (0, true, false), (-9_999, true, false),
    (9_999, false, false),
  ])
  func `a changed file that is older than last night's is refused`(
    age: Int, isChanged: Bool, isRefused: Bool
  ) throws {
    #expect(try refusal(day: 1, staff: ["RA2": 10], modified: 1_790_000_000) == nil)
    let refused = try refusal(
      day: 2, staff: ["RA2": isChanged ? 9 : 10], modified: 1_790_000_000 - age)
    #expect(refused?.place == (isRefused ? "staff.csv" : nil))
    #expect(refused == nil || refused?.exitStatus == .dataUnusable)
  }

  @Test func `a file that is older is let pass where the pipeline file says so`() throws {
    #expect(try refusal(day: 1, staff: ["RA2": 10], modified: 1_790_000_000) == nil)
    let older = 1_790_000_000 - 9_999
    #expect(try refusal(day: 2, staff: ["RA2": 9], modified: older)?.place == "staff.csv")
    let allowing = #"{ olderInput: "allow" }"#
    #expect(try refusal(day: 2, staff: ["RA2": 9], modified: older, guards: allowing) == nil)
  }

  /// Each night trips one guard: half of the rows rejected, half of the rows gone, an older file.
  @Test(arguments: GuardName.allCases)
  func `an accepted guard lets its own night pass and no other`(accepted: GuardName) throws {
    let nights: [(GuardName, rows: Int, rejected: Int, modified: Int)] = [
      (.maximumRejectedShare, 20, 20, 1_790_000_000), (.maximumShrink, 10, 0, 1_790_000_000),
      (.olderInput, 19, 0, 1_789_000_000),
    ]
    #expect(try refusal(day: 1, staff: ["RA2": 20], modified: 1_790_000_000) == nil)
    // The night that is let pass is the last one, as it is published.
    for (name, rows, rejected, modified) in nights.sorted(by: { $1.0 == accepted && $0.0 != $1.0 })
    {
      let refused = try refusal(
        day: 2, staff: ["RA2": rows], rejectedStaff: rejected, modified: modified,
        accepting: [accepted])
      #expect((refused == nil) == (name == accepted), "\(name)")
    }
  }

  /// Staff rows of RA3, which had 5, and what is said of it.
  @Test(arguments: [
    (0, "no staff row where run 2026-11-01-01 had 5; the employer is missing"),
    (
      3, "3 staff rows where run 2026-11-01-01 had 5, fewer by more than the share 0.2",
    ),
  ])
  func `an employer that is missing is told apart from one that is small`(
    count: Int, problem: String
  ) throws {
    #expect(try refusal(day: 1, staff: ["RA2": 40, "RA3": 5]) == nil)
    let refused = try refusal(day: 2, staff: ["RA2": 40, "RA3": count])
    #expect(refused?.place == "organisation RA3")
    #expect(refused?.what == problem)
  }

  @Test func `a staff extract without any row is refused, however small it is`() throws {
    #expect(try refusal(day: 1, staff: [:])?.place == "source staff")
    #expect(try refusal(day: 1, staff: [:], rejectedStaff: 1)?.place == "source staff")
  }
}
