import Foundation
import TestSupport
import Testing

/// Modes of what is made, and things that were put in its way.
struct PlantingTests {
  @Test(arguments: ["000", "022", "077", "277", "777"])
  func `files are 0600 and folders 0700 whatever the umask`(_ umask: String) throws {
    let night = SmallNight()
    let output = night.temporary.path("output")
    for number in [1, 2] {
      let words = [BuiltProgram.path] + night.arguments(number, output: output)
      let result = try BuiltProgram.run(
        "/bin/sh", ["-c", "umask \(umask); exec \"$@\"", "sh"] + words, in: night.temporary.path)
      #expect(result.status == 0, "\(result.errors)")
    }
    try checkModes(output)
  }

  @Test(.enabled(if: FaultShim.isAvailable, FaultShim.whyNot), arguments: [200, 220, 240])
  func `files are 0600 also while the run is at work`(_ call: Int) throws {
    let night = SmallNight()
    let output = night.temporary.path("output")
    let stopping = try FaultShim.environment(
      .stop, at: call, below: output, log: night.temporary.path("log"))
    let run = try RunningProgram(
      night.arguments(1, output: output), in: night.temporary.path, environment: stopping)
    try #require(run.waitUntilStopped())
    let names = OutputState.names(in: output)
    #expect(names.contains("ledger.sqlite-journal"))
    #expect(names.contains(".staging-2026-11-21-01"))
    try checkModes(output)
    run.signal(SIGKILL)
    _ = run.wait()
  }

  @Test(.enabled(if: FaultShim.isAvailable, FaultShim.whyNot))
  func `the ledger's log and its index are 0600 while a later run is at work`() throws {
    let night = SmallNight()
    let output = night.temporary.path("output")
    try #require(try night.run(1, output: output).status == 0)
    let stopping = try FaultShim.environment(
      .stop, at: 1, below: output, log: night.temporary.path("log"),
      only: "fsync /.staging-2026-11-22-01/manifest.json")
    let run = try RunningProgram(
      night.arguments(2, output: output), in: night.temporary.path, environment: stopping)
    try #require(run.waitUntilStopped())
    let names = OutputState.names(in: output)
    #expect(names.contains("ledger.sqlite-wal") && names.contains("ledger.sqlite-shm"))
    try checkModes(output)
    run.signal(SIGKILL)
    _ = run.wait()
  }

  private func checkModes(_ output: String) throws {
    let paths = FolderContents.paths(below: output)
    #expect(paths.count > 20)
    for path in [""] + paths {
      var status = stat()
      try #require(unsafe lstat(output + "/" + path, &status) == 0)
      switch status.st_mode & S_IFMT {
      case S_IFLNK: #expect(path == "latest")
      case S_IFDIR: #expect(status.st_mode & 0o7777 == 0o700, "\(path)")
      default: #expect(status.st_mode & 0o7777 == 0o600, "\(path)")
      }
    }
  }

  /// A name at which a link was planted, and how a run ends that does not follow it.
  struct Plant: Sendable, CustomTestStringConvertible {
    let name: String
    /// The exit status of the run.
    let status: Int32
    var testDescription: String { name }
  }

  @Test(arguments: [
    Plant(name: ".lock", status: 74), Plant(name: "ledger.sqlite", status: 73),
    Plant(name: "ledger.sqlite-wal", status: 73), Plant(name: "ledger.sqlite-shm", status: 73),
    Plant(name: "ledger.sqlite-journal", status: 73), Plant(name: "ledger.key", status: 73),
    Plant(name: "runs", status: 73), Plant(name: "latest", status: 0),
    Plant(name: ".latest.new", status: 0), Plant(name: "ledger-head.txt", status: 74),
    Plant(name: ".ledger-head.txt.new", status: 0), Plant(name: ".ledger.key.new", status: 0),
    Plant(name: ".staging-2026-11-21-01", status: 0), Plant(name: ".staging-x", status: 0),
  ])
  func `a planted link is never followed`(_ plant: Plant) throws {
    for target in ["victim", "victim-folder"] {
      let night = SmallNight()
      night.temporary.write("victim", "as it was")
      night.temporary.write("victim-folder/kept", "as it was")
      let output = night.temporary.path("output")
      try FileManager.default.createDirectory(
        atPath: output, withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o700])
      try FileManager.default.createSymbolicLink(
        atPath: "\(output)/\(plant.name)", withDestinationPath: night.temporary.path(target))
      let result = try night.run(1, output: output)
      #expect(result.status == plant.status, "\(target): \(result.errors)")
      if result.status != 0 { #expect(result.errors.split(separator: "\n").count == 1) }
      #expect(night.temporary.read("victim") == Array("as it was".utf8))
      #expect(OutputState.names(in: night.temporary.path("victim-folder")) == ["kept"])
      #expect(night.temporary.read("victim-folder/kept") == Array("as it was".utf8))
      if plant.status == 0 {
        #expect(try OutputState.faults(in: output, runs: [SmallNight.firstRun]) == [])
      }
    }
  }

  @Test(arguments: ["latest", "ledger-head.txt", "runs", ".lock", "ledger.key", "ledger.sqlite"])
  func `something else under a name of ours is refused in one line`(_ name: String) throws {
    let night = SmallNight()
    let isFile = name == "runs" || name == "latest"
    night.temporary.write("output/keep", "")
    if isFile {
      night.temporary.write("output/" + name, "someone's")
    } else {
      night.temporary.write("output/\(name)/someones", "someone's")
    }
    let result = try night.run(1, output: night.temporary.path("output"))
    #expect([73, 74].contains(result.status), "\(result.status) \(result.errors)")
    #expect(result.errors.contains(isFile ? "it is a file" : "it is a folder"))
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(night.temporary.exists("output/" + (isFile ? name : name + "/someones")))
  }

  @Test(arguments: ["ledger.sqlite", "ledger.key"])
  func `a ledger or key that others may read is refused`(_ name: String) throws {
    let night = SmallNight()
    let output = night.temporary.path("output")
    try #require(try night.run(1, output: output).status == 0)
    #expect(unsafe chmod("\(output)/\(name)", 0o644) == 0)
    let result = try night.run(2, output: output)
    #expect(result.status == 73)
    #expect(result.errors.contains("\(output)/\(name): others can read or change it"))
  }
}
