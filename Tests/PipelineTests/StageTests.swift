import Pipeline
import Synchronization
import TestSupport
import Testing
import Vocabulary

/// Runs of all stages and of the first ones only, and what is said of them.
@Suite struct StageTests {
  private let folder = TemporaryFolder()

  /// A listener that keeps the notes.
  private final class Listener: ProgressListener {
    let notes = Mutex<[String]>([])

    func begin(_ stage: StageName, total: Int) {}
    func advance(_ stage: StageName, by amount: Int) {}
    func end(_ stage: StageName, detail: String) {}
    func note(_ text: String) { notes.withLock { $0.append(text) } }
  }

  /// Two employees, a passport of the first and one of nobody; runs so many stages of them.
  private func run(
    _ stages: [String], input: String = "in", listener: Listener = Listener()
  ) throws -> RunOutcome {
    let words = stages.map { "\"\($0)\"" }.joined(separator: ", ")
    folder.write(
      "pipelines/pipeline.json5",
      """
      {
        pipeline: "stages", stages: [\(words)], input: "\(input)", output: "../out",
        sources: { staff: { files: ["staff/*.csv"] }, passports: { files: ["passports.csv"] } },
      }
      """)
    folder.write(
      "pipelines/in/staff/a.csv", "ods code,emp no,forename,surname\nRX1,1,Ann,Ash\nRX1,2,Bo,Box\n")
    folder.write("pipelines/in/passports.csv", "ods code,emp no\nRX1,1\nRX1,3\n")
    var request = RunRequest(pipeline: folder.path("pipelines/pipeline.json5"))
    request.asOf = CalendarDay(year: 2026, month: 11, day: 21)
    return try Run.run(request, listener)
  }

  /// | stages | employees | entries: all, linked | discrepancies are counted |
  /// | --- | --- | --- | --- |
  @Test(
    arguments: [
      (["ingest"], nil, nil, false), (["ingest", "normalise"], 2, nil, false),
      (["ingest", "normalise", "join"], 2, [2, 1], false),
      (["ingest", "normalise", "join", "detect"], 2, [2, 1], true),
      (["ingest", "normalise", "join", "detect", "emit"], 2, [2, 1], true),
    ] as [([String], Int?, [Int]?, Bool)])
  func `the first stages alone say what they found and publish nothing`(
    stages: [String], employees: Int?, entries: [Int]?, hasDiscrepancies: Bool
  ) throws {
    let outcome = try run(stages)
    #expect(outcome.rejectedRows == 0)
    #expect(outcome.employees == employees)
    #expect(outcome.entries.map { [$0.all, $0.linked] } == entries)
    #expect(outcome.severities.isEmpty != hasDiscrepancies)
    #expect(folder.exists("out/latest") == stages.contains("emit"))
  }

  @Test func `what has not changed is not published again, and the outcome says so`() throws {
    let all = ["ingest", "normalise", "join", "detect", "emit"]
    func said(_ outcome: RunOutcome) -> [Bool] {
      let text = String(decoding: outcome.json, as: UTF8.self)
      return [#""published": true"#, #""unchanged": true"#].map { text.contains($0) }
    }
    #expect(try said(run(Array(all.dropLast()))) == [false, false])
    #expect(try said(run(all)) == [true, false])
    #expect(try said(run(all)) == [false, true])
    #expect(!folder.exists("out/runs/2026-11-21-02"))
  }

  @Test func `an input folder may be given from the root`() throws {
    #expect(try run(["ingest", "normalise"], input: folder.path("pipelines/in")).employees == 2)
  }

  /// How many files lie beside those that are read, and the notes on them.
  @Test(arguments: [(0, 0), (1, 1), (5, 5), (7, 6)])
  func `of files that no pattern fits five are named and the others counted`(
    count: Int, noteCount: Int
  ) throws {
    for number in 0..<count { folder.write("pipelines/in/staff/\(number).xlsx", "") }
    let listener = Listener()
    _ = try run(["ingest"], listener: listener)
    let notes = listener.notes.withLock { $0 }
    #expect(notes.count == noteCount)
    #expect(notes.prefix(5).allSatisfy { $0.contains(".xlsx: not read") })
    #expect(
      notes.dropFirst(5) == (count > 5 ? ["warning: 2 more files were not read either"] : []))
  }
}
