import Files
import Foundation
import Ledger
import TestSupport
import Testing

/// Output folders that do not fit, and inputs that do not hold still.
struct WrongFolderTests {
  private static func published(_ night: SmallNight) throws -> String {
    let output = night.temporary.path("output")
    try #require(try night.run(1, output: output).status == 0)
    return output
  }

  @Test(arguments: ["gone", "empty"])
  func `runs whose ledger is lost are not begun anew`(_ loss: String) throws {
    let night = SmallNight()
    let output = try Self.published(night)
    night.temporary.remove("output/ledger.sqlite")
    if loss == "empty" {
      night.temporary.write("output/ledger.sqlite", "")
      night.temporary.makePrivate(["output/ledger.sqlite"])
    }
    let result = try night.run(2, output: output)
    #expect(result.status == 65)
    #expect(
      result.errors
        == "carer-reconcile: \(output)/ledger.sqlite: the ledger is gone or empty, but there are "
        + "runs up to 2026-11-21-01; restore ledger.sqlite and ledger.key from the backup, or name "
        + "another folder with --output to begin anew\n")
    #expect(OutputState.latest(in: output) == "runs/2026-11-21-01")
    #expect(night.temporary.exists("output/ledger.sqlite") == (loss == "empty"))
  }

  @Test func `a ledger restored from before a run is refused`() throws {
    let night = SmallNight()
    let output = try Self.published(night)
    let older = night.temporary.path("older")
    try OutputState.copy(output, to: older)
    try #require(try night.run(2, output: output).status == 0)
    night.temporary.remove("output/ledger.sqlite")
    try OutputState.copy(older + "/ledger.sqlite", to: output + "/ledger.sqlite")
    let result = try night.run(2, output: output)
    #expect(result.status == 65)
    #expect(result.errors.contains("the ledger does not know run 2026-11-22-01"))
    #expect(result.errors.split(separator: "\n").count == 1)
  }

  @Test(.enabled(if: FaultShim.isAvailable, FaultShim.whyNot))
  func `a run that was entered is published only as it was entered`() throws {
    let night = SmallNight()
    let output = try Self.published(night)
    // Killed when the new run is about to be renamed into its place.
    let killing = try FaultShim.environment(
      .kill, at: 1, below: output, log: night.temporary.path("log"),
      only: "renameat /runs/2026-11-22-01")
    #expect(try night.run(2, output: output, environment: killing).status == -SIGKILL)
    #expect(OutputState.names(in: output).contains(".staging-2026-11-22-01"))

    let manifest = "output/.staging-2026-11-22-01/manifest.json"
    let bytes = try #require(night.temporary.read(manifest))
    night.temporary.write(manifest, bytes: bytes + [0x0A])
    let refused = try night.run(2, output: output)
    #expect(refused.status == 74)
    #expect(
      refused.errors
        == "carer-reconcile: \(output)/.staging-2026-11-22-01: run 2026-11-22-01 was entered, but "
        + "its manifest is not the one entered; move that folder away and run again; verify then "
        + "names the run as missing\n")
    #expect(OutputState.names(in: output + "/runs") == ["2026-11-21-01"])

    night.temporary.write(manifest, bytes: bytes)
    let completed = try night.run(2, output: output)
    #expect(completed.status == 0)
    #expect(completed.output.contains("was cut off after it was entered; it is published now."))
    let runs = [SmallNight.firstRun, SmallNight.secondRun]
    #expect(try OutputState.faults(in: output, runs: runs) == [])
  }

  @Test(arguments: ["file", "file/below", "/proc/output", "bad\u{1}name"])
  func `an output folder that cannot be made is named`(_ place: String) throws {
    let night = SmallNight()
    night.temporary.write("file", "")
    let output = place.hasPrefix("/") ? place : night.temporary.path(place)
    let result = try night.run(1, output: output)
    #expect(result.status == 73, "\(result.errors)")
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(result.errors.contains("--output"))
  }

  @Test func `relative output folders and one inside the input folder work`() throws {
    let night = SmallNight()
    for (output, path) in [
      ("deep/er/output", "deep/er/output"), ("./again", "again"),
      ("night-1/staff/output", "night-1/staff/output"),
    ] {
      #expect(try night.run(1, output: output).status == 0)
      let whole = night.temporary.path(path)
      #expect(try OutputState.faults(in: whole, runs: [SmallNight.firstRun]) == [])
    }
  }

  @Test(
    .enabled(if: FaultShim.isAvailable, FaultShim.whyNot),
    arguments: ["staff/staff.csv", "passports/log.csv", "reference/access-codes.csv"])
  func `an input that grows while it is read is named`(_ file: String) throws {
    let night = SmallNight()
    let output = try Self.published(night)
    // The first read only tells what kind of file it is; the second takes it in.
    let growing = try FaultShim.environment(
      .grow, at: 2, below: night.temporary.path("night-2/" + file),
      log: night.temporary.path("log"))
    let result = try night.run(2, output: output, environment: growing)
    #expect(result.status == 65, "\(result.errors)")
    #expect(result.errors.contains(file))
    #expect(result.errors.contains("it changed while it was being read"))
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(try OutputState.faults(in: output, runs: [SmallNight.firstRun]) == [])
  }

  @Test func `a limit on the size of files is an error and no sudden end`() throws {
    let night = SmallNight()
    let output = try Self.published(night)
    let words = [BuiltProgram.path] + night.arguments(2, output: output)
    let result = try BuiltProgram.run(
      "/bin/bash", ["-c", "ulimit -f 4; exec \"$@\"", "bash"] + words, in: night.temporary.path)
    #expect([73, 74].contains(result.status), "\(result.errors)")
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(OutputState.latest(in: output) == "runs/2026-11-21-01")
    #expect(try night.run(2, output: output).status == 0)
    let runs = [SmallNight.firstRun, SmallNight.secondRun]
    #expect(try OutputState.faults(in: output, runs: runs) == [])
  }

  /// The first run commits three times: the ledger's beginning, that it started, what it publishes.
  @Test(.enabled(if: FaultShim.isAvailable, FaultShim.whyNot), arguments: 1...3)
  func `what a first run that was cut off has left can be read, and goes on`(
    commit: Int
  ) throws {
    let ground = try FaultGround(.firstNight)
    let output = try ground.reset()
    let killing = try FaultShim.environment(
      .kill, at: commit, below: output, log: ground.night.temporary.path("log"),
      only: "unlink /ledger.sqlite-journal")
    try #require(try ground.run(output, environment: killing).status == -SIGKILL)
    try #require(OutputState.names(in: output).contains("ledger.sqlite-journal"))
    if commit > 1 {
      let history = try BuiltProgram.run(
        ["history", "--output", output], in: ground.night.temporary.path)
      #expect(history.status == 0, "\(history.errors)")
      #expect(!history.output.contains(SmallNight.firstRun))
    }
    #expect(try ground.run(output).status == 0)
    #expect(ground.faults(in: output) == [])
  }
}
