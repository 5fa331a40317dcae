import Foundation
import TestSupport
import Testing

/// What the output folder holds when the run starts in which a call fails.
enum FaultScene: String, Sendable {
  /// Nothing: folder, key and ledger are yet to be made.
  case firstNight = "first night"
  /// A published run.
  case secondNight = "second night"
  /// A published run, and one that was killed before it was entered.
  case droppedRun = "after a run that is dropped"
  /// A published run, and one that was killed after it was entered, before it was renamed.
  case enteredRun = "after a run that is completed"
}

/// An output folder to start from again and again, and what an undisturbed run makes of it.
struct FaultGround {
  let night = SmallNight()
  /// The runs there are in the end.
  let runs: [String]
  private let scene: FaultScene
  /// The files of each run, undisturbed.
  private let wanted: [String: [String: Data]]

  /// Makes the folder.
  init(_ scene: FaultScene) throws {
    self.scene = scene
    let all = [SmallNight.firstRun, SmallNight.secondRun]
    runs = scene == .firstNight ? [all[0]] : all
    let undisturbed = night.temporary.path("undisturbed")
    try #require(try night.run(1, output: undisturbed).status == 0)
    if scene != .firstNight {
      let template = night.temporary.path("template")
      try OutputState.copy(undisturbed, to: template)
      try Self.kill(night, scene, template)
      try #require(try night.run(2, output: undisturbed).status == 0)
    }
    wanted = Dictionary(
      uniqueKeysWithValues: runs.map { ($0, OutputState.run($0, in: undisturbed)) })
    try #require(
      wanted.values.allSatisfy { $0.count > 15 } && Set(wanted.values).count == runs.count)
  }

  /// Kills night 2 at the call that makes the scene.
  private static func kill(_ night: SmallNight, _ scene: FaultScene, _ template: String) throws {
    let call: String
    switch scene {
    case .firstNight, .secondNight: return
    case .droppedRun: call = "fsync /.staging-2026-11-22-01/manifest.json"
    case .enteredRun: call = "renameat /runs/2026-11-22-01"
    }
    let killing = try FaultShim.environment(
      .kill, at: 1, below: template, log: night.temporary.path("log"), only: call)
    let killed = try night.run(2, output: template, environment: killing)
    try #require(killed.status == -SIGKILL)
  }

  /// Makes the output folder anew, as it is at the start.
  func reset() throws -> String {
    let output = night.temporary.path("output")
    if night.temporary.exists("output") { try FileManager.default.removeItem(atPath: output) }
    if scene != .firstNight {
      try OutputState.copy(night.temporary.path("template"), to: output)
    }
    night.temporary.remove("log")
    return output
  }

  /// Runs the night that the scene is about.
  func run(_ output: String, environment: [String: String] = [:]) throws -> ProgramResult {
    try night.run(scene == .firstNight ? 1 : 2, output: output, environment: environment)
  }

  /// Whether there is a ledger from the start.
  var hasLedger: Bool { scene != .firstNight }

  /// Where `latest` leads to in the end.
  var target: String { "runs/" + (runs.last ?? "") }

  /// What is wrong with the published runs; a run that is not there yet is not.
  func faults(in output: String) -> [String] {
    var faults: [String] = []
    let latest = OutputState.latest(in: output)
    let published = OutputState.names(in: output + "/runs")
    for run in runs where published.contains(run) {
      if OutputState.run(run, in: output) != wanted[run] { faults.append("\(run) is not whole") }
    }
    if hasLedger, !published.contains(SmallNight.firstRun) { faults.append("night 1 is gone") }
    if hasLedger || latest != nil, !published.contains(where: { latest == "runs/" + $0 }) {
      faults.append("latest leads to \(latest ?? "nothing")")
    }
    return faults
  }

  /// The lines that the shim wrote: `<number> <call> <path below the output folder>`.
  func log() -> [String] {
    Self.lines(night).map {
      $0.replacingOccurrences(of: night.temporary.path("output"), with: "")
    }
  }

  private static func lines(_ night: SmallNight) -> [String] {
    String(decoding: night.temporary.read("log") ?? [], as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }
}
