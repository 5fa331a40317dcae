import Glibc
import Pipeline
import TestSupport
import Testing
import Vocabulary

/// What `verify`, `purge` and `confirm` do to published runs, and what they say of them.
@Suite struct UpkeepTests {
  private let folder = TemporaryFolder()
  private var output: String { folder.path("out") }
  private static let last = "2026-11-21-01"
  private static let lastRun = "out/runs/2026-11-21-01"

  /// Publishes the five employees' run on days of November 2026.
  private func publish(_ days: Int...) throws {
    FiveEmployees.write(to: folder)
    for day in days { try QuietRun.run(in: folder, day: day) }
  }

  private func verify(_ run: String? = nil) throws -> VerificationReport {
    try Verification.verify(output: output, run: run, keptHead: nil)
  }

  private func files(_ run: String) -> [String] {
    FolderContents.files(below: folder.path("out/runs/\(run)"))
  }

  // MARK: - Verify

  @Test func `runs as they were published have no fault`() throws {
    try publish(20, 21)
    let all = try verify()
    #expect(all.faults == [])
    #expect(all.runs == ["2026-11-20-01", Self.last])
    #expect(all.purgedRuns == [])
    #expect(all.fileCount == files("2026-11-20-01").count + files(Self.last).count)
    #expect(
      all.head == folder.read("out/ledger-head.txt").map { String(decoding: $0, as: UTF8.self) })
    let one = try verify(Self.last)
    #expect(one.runs == [Self.last])
    #expect(one.fileCount == files(Self.last).count)
    let failure = try #require(throws: RunFailure.self) { try verify("2026-11-19-01") }
    #expect(failure.exitStatus == .inputMissing)
  }

  /// What somebody does to the run published last, and what is said then.
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (TemporaryFolder) -> Void
    /// Relative to the output folder.
    let faults: [String]
    /// Whether it is a fault of the one run, or of the places of all.
    var isOfRun = true
  }

  private static func append(_ text: String, to file: String, _ folder: TemporaryFolder) {
    folder.write(file, bytes: (folder.read(file) ?? []) + Array(text.utf8))
  }

  static let cases = [
    Case(
      testDescription: "a file is changed",
      change: { append("x", to: "\(lastRun)/discrepancies.csv", $0) },
      faults: ["runs/\(last)/discrepancies.csv: changed since it was published"]),
    Case(
      testDescription: "a file has another's bytes",
      change: { folder in
        folder.write("\(lastRun)/rejects.csv", bytes: folder.read("\(lastRun)/links.csv") ?? [])
      },
      faults: [
        "runs/\(last)/rejects.csv: changed since it was published; it has the bytes of links.csv"
      ]),
    Case(
      testDescription: "a file is taken away",
      change: { $0.remove("\(lastRun)/evidence.csv") },
      faults: ["runs/\(last)/evidence.csv: missing"]),
    Case(
      testDescription: "a file that tells of persons is taken away, and nothing was purged",
      change: { $0.remove("\(lastRun)/discrepancies.csv") },
      faults: ["runs/\(last)/discrepancies.csv: missing"]),
    Case(
      testDescription: "files are added",
      change: { folder in
        folder.write("\(lastRun)/a.csv", "")
        folder.write("\(lastRun)/distribution/b.csv", "")
      },
      faults: [
        "runs/\(last)/a.csv: added, the manifest has no such file",
        "runs/\(last)/distribution/b.csv: added, the manifest has no such file",
      ]),
    Case(
      testDescription: "files are added whose names are no text of one line",
      change: { folder in
        folder.write("\(lastRun)/a\u{1B}[2J.csv", "")
        folder.write("\(lastRun)/distribution/b\n.csv", "")
      },
      faults: [
        "runs/\(last)/a?[2J.csv: added, the manifest has no such file",
        "runs/\(last)/distribution/b?.csv: added, the manifest has no such file",
      ]),
    Case(
      testDescription: "a link stands in for a file, another leads nowhere",
      change: { folder in
        folder.remove("\(lastRun)/links.csv")
        _ = unsafe symlink("rejects.csv", folder.path("\(lastRun)/links.csv"))
        _ = unsafe symlink("nowhere", folder.path("\(lastRun)/z.csv"))
      },
      faults: [
        "runs/\(last)/links.csv: cannot open it: it is a symbolic link; put what it leads to in its"
          + " place",
        "runs/\(last)/z.csv: added, the manifest has no such file",
      ]),
    Case(
      testDescription: "the manifest is changed",
      change: { append("\n", to: "\(lastRun)/manifest.json", $0) },
      faults: ["runs/\(last)/manifest.json: changed since the ledger entered it"]),
    Case(
      testDescription: "the manifest is replaced",
      change: { $0.write("\(lastRun)/manifest.json", "{}") },
      faults: [
        "runs/\(last)/manifest.json: changed since the ledger entered it",
        "runs/\(last)/manifest.json: is no manifest any more",
      ]),
    Case(
      testDescription: "the manifest is taken away",
      change: { $0.remove("\(lastRun)/manifest.json") },
      faults: ["runs/\(last)/manifest.json: missing"]),
    Case(
      testDescription: "the run is taken away",
      change: { folder in
        _ = unsafe rename(folder.path(lastRun), folder.path("elsewhere"))
      },
      faults: ["runs/\(last): missing, though the ledger has the run"]),
    Case(
      testDescription: "a run is added",
      change: { $0.write("out/runs/2026-11-22-01/manifest.json", "{}") },
      faults: ["runs/2026-11-22-01: added, the ledger has no such run"], isOfRun: false),
    Case(
      testDescription: "something is added whose name is no text of one line",
      change: { $0.write("out/runs/2026-11-22-01\u{7}", "") },
      faults: ["runs/2026-11-22-01?: added, the ledger has no such run"], isOfRun: false),
    Case(
      testDescription: "latest leads to an older run",
      change: { folder in
        folder.remove("out/latest")
        _ = unsafe symlink("runs/2026-11-20-01", folder.path("out/latest"))
      },
      faults: ["latest: does not lead to runs/\(last), the run published last"], isOfRun: false),
    Case(
      testDescription: "latest is a file",
      change: { folder in
        folder.remove("out/latest")
        folder.write("out/latest", "runs/\(last)")
      },
      faults: ["latest: does not lead to runs/\(last), the run published last"], isOfRun: false),
    Case(
      testDescription: "latest is taken away",
      change: { $0.remove("out/latest") },
      faults: ["latest: does not lead to runs/\(last), the run published last"], isOfRun: false),
  ]

  @Test(arguments: cases)
  func `what was done to a run is told, and the run is not called verified`(row: Case) throws {
    try publish(20, 21)
    row.change(folder)
    let all = try verify()
    #expect(all.faults == row.faults)
    #expect(all.runs == ["2026-11-20-01"] + (row.isOfRun ? [] : [Self.last]))
    // Asked of one run, only that one's folder is looked at.
    #expect(try verify("2026-11-20-01").faults == [])
    #expect(try verify(Self.last).faults == (row.isOfRun ? row.faults : []))
  }

  @Test func `a damaged ledger is told among the faults, whatever of it can be read`() throws {
    try publish(21)
    let bytes = try #require(folder.read("out/ledger.sqlite"))
    let pageBytes = 16_384
    for page in 1..<(bytes.count / pageBytes) {
      var damaged = bytes
      for index in 0..<200 { damaged[page * pageBytes + index] = 0xA5 }
      folder.write("out/ledger.sqlite", bytes: damaged)
      let report = try verify()
      #expect(report.faults.contains { $0.hasPrefix("ledger, table ledger.sqlite: ") })
    }
  }

  // MARK: - Purge

  private func purge(olderThan days: Int, today: Int) throws -> Purge.Outcome {
    try Purge.purge(
      output: output, olderThan: days,
      today: CalendarDay(year: 2026, month: 11, day: today) ?? .missing, QuietRun.Silence())
  }

  /// What the ledger entered besides publishing, without its moment.
  private func events() throws -> [String] {
    try RunHistory(output: output).entries.compactMap(\.event)
      .map { event in event.split(separator: ": ").dropFirst().joined(separator: ": ") }
  }

  @Test func `runs older than so many days lose the files that tell of persons`() throws {
    try publish(19, 20, 21)
    let before = files("2026-11-19-01")
    let (second, third) = (files("2026-11-20-01"), files(Self.last))
    // The run of the 20th is one day old on the 21st, that of the 19th two.
    let outcome = try purge(olderThan: 1, today: 21)
    let kept = files("2026-11-19-01")
    #expect(outcome.runs == ["2026-11-19-01"])
    #expect(outcome.fileCount == before.count - kept.count)
    #expect(try events() == ["run 2026-11-19-01 purged"])
    #expect(
      kept
        == before.filter { path in
          ["manifest.json", "evidence.csv", "evidence.html"].contains(path)
            || path.hasPrefix("distribution/")
        })
    #expect(kept.contains("distribution/QT1/organisations.csv"))
    for path in kept {
      let text = String(
        decoding: folder.read("out/runs/2026-11-19-01/\(path)") ?? [], as: UTF8.self)
      for word in ["Alder", "ada@rx1.example", "00000001"] {
        #expect(!text.contains(word), "\(path)")
      }
    }
    #expect(files("2026-11-20-01") == second)
    #expect(files(Self.last) == third)
    let report = try verify()
    #expect(report.faults == [])
    #expect(report.purgedRuns == ["2026-11-19-01"])
    #expect(report.runs == ["2026-11-20-01", Self.last])

    // There is nothing more to remove, and nothing to enter.
    #expect(try purge(olderThan: 1, today: 21).runs == [])
    #expect(try events() == ["run 2026-11-19-01 purged"])
    // What was cut off is completed without a second entry.
    folder.write("out/runs/2026-11-19-01/discrepancies.csv", "left over")
    #expect(try purge(olderThan: 1, today: 21).fileCount == 1)
    #expect(files("2026-11-19-01") == kept)
    #expect(try events() == ["run 2026-11-19-01 purged"])
    // What stays of a purged run is held against its manifest as ever.
    folder.remove("out/runs/2026-11-19-01/evidence.csv")
    #expect(try verify().faults == ["runs/2026-11-19-01/evidence.csv: missing"])
    #expect(try verify().purgedRuns == [])
  }

  @Test func `the run published last is never purged, a run that is gone is passed over`() throws {
    try publish(19, 20, 21)
    _ = unsafe rename(folder.path("out/runs/2026-11-19-01"), folder.path("elsewhere"))
    let third = files(Self.last)
    #expect(try purge(olderThan: 0, today: 30).runs == ["2026-11-20-01"])
    #expect(files(Self.last) == third)
    #expect(try events() == ["run 2026-11-20-01 purged"])
  }

  // MARK: - Confirm

  private func confirm(_ footprint: String?) throws {
    _ = try ListConfirmation.confirm(
      output: output, run: Self.last, footprint: footprint, QuietRun.Silence())
  }

  @Test func `lists with somebody on them are confirmed once, others are refused`() throws {
    try publish(21)
    for (footprint, kind) in [("QT2", ExitStatus.inputMissing), ("Q-1", .usage), ("", .usage)] {
      let failure = try #require(throws: RunFailure.self) { try confirm(footprint) }
      #expect(failure.exitStatus == kind)
    }
    let nobody = try #require(throws: RunFailure.self) { try confirm("no-footprint") }
    #expect(nobody.what == "its lists name nobody with a code")
    #expect(nobody.place == "run \(Self.last), footprint no-footprint")
    #expect(try events() == [])
    // Two carers and a manager of QT1 have a code; nobody else has.
    for footprint in ["qt1", "QT1", nil] { try confirm(footprint) }
    #expect(try events() == ["lists of run \(Self.last) confirmed as sent, footprint QT1"])
    #expect(try verify().faults == [])
  }
}
