import Pipeline
import TestSupport
import Testing

/// What a run warns of that the inputs are unlike the last night's, though no guard refuses them.
@Suite struct NightWarningTests {
  private let folder = TemporaryFolder()

  /// The files of a night that has nothing to warn of.
  private static let usual = [
    "staff.csv": "ods code,emp no,forename,surname,carer\n"
      + (1...30).map { "RA2,\($0),Ann,Lee,Yes\n" }.joined(),
    "passports/one.csv": "ods code,emp no,review date\nRA2,1,2027-01-01\nRA2,2,2027-01-01\n",
    "passports/two.csv": "ods code,emp no,review date\n"
      + (3...20).map { "RA2,\($0),2027-01-01\n" }.joined(),
  ]

  /// Runs the usual night as of 20 November, then one with other files (nil = none).
  ///
  /// The second is for `day`, both have the stages up to `last`. Gives what the second one told.
  private func warnings(
    _ changed: [String: String?], day: Int = 21, upTo last: StageName = .emit
  ) throws -> [String] {
    let stages = (StageName.allCases.prefix { $0 != last } + [last]).map { "'\($0.rawValue)'" }
    folder.write(
      "pipeline.json5",
      """
      {
        pipeline: "warnings", stages: [\(stages.joined(separator: ", "))],
        sources: {
          staff: { files: ["staff.csv"] }, passports: { files: ["passports/*.csv"] },
          network: { files: ["network.csv"], optional: true },
        },
      }
      """)
    for (path, text) in Self.usual { folder.write(path, text) }
    try QuietRun.run(in: folder, day: 20)
    for (path, text) in changed {
      if let text { folder.write(path, text) } else { folder.remove(path) }
    }
    let notes = QuietRun.Notes()
    let outcome = try QuietRun.run(in: folder, day: day, notes)
    #expect(outcome.warnings == notes.texts.count)
    #expect(
      String(decoding: outcome.json, as: UTF8.self)
        .contains("\"warnings\": \(notes.texts.count)"))
    return notes.texts
  }

  @Test func `a night like the last one has no warning`() throws {
    #expect(try warnings([:]) == [])
  }

  @Test func `a file that was forgotten is told, and stands in the report`() throws {
    let warning =
      "source passports: 2 accepted rows where run 2026-11-20-01 had 20; not there, or without "
      + "a row: passports/two.csv"
    #expect(try warnings(["passports/two.csv": nil]) == ["warning: \(warning)"])
    let report = folder.read("out/runs/2026-11-21-01/report.html") ?? []
    #expect(String(decoding: report, as: UTF8.self).contains("Warning: \(warning)."))
  }

  @Test func `a small file that was forgotten is told too`() throws {
    #expect(
      try warnings(["passports/one.csv": nil]) == [
        "warning: source passports: 18 accepted rows where run 2026-11-20-01 had 20; not there, "
          + "or without a row: passports/one.csv"
      ])
    let renamed = [
      "passports/one.csv": nil, "passports/three.csv": Self.usual["passports/one.csv"],
    ]
    #expect(try warnings(renamed) == [])
  }

  /// How many passports are left of the twenty, and whether that is told.
  @Test(arguments: [(17, false), (16, false), (15, true), (3, true)])
  func `a list that has shrunk by more than the share is told`(left: Int, isTold: Bool) throws {
    let rows = (3..<(left + 1)).map { "RA2,\($0),2027-01-01\n" }.joined()
    let told = try warnings(["passports/two.csv": "ods code,emp no,review date\n" + rows])
    #expect(
      told
        == (isTold
          ? ["warning: source passports: \(left) accepted rows where run 2026-11-20-01 had 20"]
          : []))
  }

  @Test func `a column that a file has no more is told`() throws {
    let staff = try #require(Self.usual["staff.csv"]).replacing("surname,carer", with: "surname,x")
    #expect(
      try warnings(["staff.csv": staff]) == [
        "warning: staff.csv: without the column carer_flag, which run 2026-11-20-01 read from it"
      ])
  }

  @Test func `a column that no file of a source has any more is told where names are new`() throws {
    let log = "ods code,emp no,due\n" + (1...20).map { "RA2,\($0),2027-01-01\n" }.joined()
    let renamed: [String: String?] = [
      "passports/one.csv": nil, "passports/two.csv": nil, "passports/a.csv": log,
      "passports/b.csv": log + "RA2,21,\n",
    ]
    #expect(
      try warnings(renamed) == [
        "warning: source passports: no file has the column review_date, which run 2026-11-20-01 "
          + "read"
      ])
  }

  @Test func `a file that was put among those of another source is told`() throws {
    #expect(
      try warnings(["network.csv": Self.usual["passports/one.csv"]]) == [
        "warning: network.csv: it has the same bytes as passports/one.csv, which is read for the "
          + "source passports; look whether it is in the right folder"
      ])
  }

  @Test(arguments: [StageName.ingest, .detect, .emit])
  func `a file that no pattern fits is told and counted, whatever stages there are`(
    last: StageName
  ) throws {
    #expect(
      try warnings(["passports/old.txt": "a,b\n"], upTo: last) == [
        "warning: passports/old.txt: not read, as no pattern in the pipeline file fits it"
      ])
  }

  @Test func `a file that no pattern fits is told and counted where nothing has changed`() throws {
    #expect(
      try warnings(["passports/old.txt": "a,b\n"], day: 20) == [
        "warning: passports/old.txt: not read, as no pattern in the pipeline file fits it"
      ])
  }

  @Test func `a run for a day before the last one is told`() throws {
    #expect(
      try warnings([:], day: 19) == [
        "warning: this run is for a day before that of run 2026-11-20-01, the last one "
          + "published, and latest points to it now"
      ])
  }
}
