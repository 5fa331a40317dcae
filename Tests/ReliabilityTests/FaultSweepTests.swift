import Foundation
import TestSupport
import Testing

/// A run with one system call that fails, for every call, one after another.
///
/// Whatever fails: one line on standard error and 73 or 74, last night as it was, and the next
/// start publishes what an undisturbed night would have, once. Reduced to a drawn sample of calls
/// unless `CARER_RECONCILE_RELIABILITY=full`.
@Suite(.enabled(if: FaultShim.isAvailable, FaultShim.whyNot)) struct FaultSweepTests {
  /// A way to fail, and where.
  struct Mode: Sendable, CustomTestStringConvertible {
    let kind: FaultShim.Kind
    var isSticky = false
    var countsReads = false
    var scene = FaultScene.secondNight
    /// How many calls are drawn in the reduced form.
    let sample: Int

    var testDescription: String {
      "\(scene.rawValue): \(kind.rawValue)" + (isSticky ? ", and all calls after it" : "")
        + (countsReads ? ", reads" : "")
    }

    var isKill: Bool { kind == .kill || kind == .killAfter }
  }

  static let modes = [
    Mode(kind: .ioError, sample: 6),
    Mode(kind: .noSpace, isSticky: true, sample: 4),
    Mode(kind: .ioError, isSticky: true, sample: 2),
    Mode(kind: .noSpace, sample: 2),
    Mode(kind: .readOnly, isSticky: true, sample: 1),
    Mode(kind: .short, sample: 2),
    Mode(kind: .short, isSticky: true, sample: 2),
    Mode(kind: .ioError, countsReads: true, sample: 3),
    Mode(kind: .kill, sample: 4),
    Mode(kind: .killAfter, sample: 2),
    Mode(kind: .ioError, scene: .firstNight, sample: 3),
    Mode(kind: .noSpace, isSticky: true, scene: .firstNight, sample: 2),
    Mode(kind: .kill, scene: .firstNight, sample: 3),
    Mode(kind: .ioError, scene: .droppedRun, sample: 2),
    Mode(kind: .kill, scene: .droppedRun, sample: 2),
    Mode(kind: .ioError, scene: .enteredRun, sample: 3),
    Mode(kind: .noSpace, isSticky: true, scene: .enteredRun, sample: 2),
    Mode(kind: .kill, scene: .enteredRun, sample: 3),
  ]

  @Test(arguments: modes)
  func `a call that fails costs a night at most`(mode: Mode) throws {
    let ground = try FaultGround(mode.scene)
    let count = try callCount(mode, ground)
    try #require(count > 20)
    var numbers = Array(1...count)
    if !Effort.isFull {
      var generator = SplitMix64(seed: UInt64(mode.testDescription.utf8.count))
      numbers = Array(numbers.shuffled(using: &generator).prefix(mode.sample))
    }
    for number in numbers { try check(mode, number, ground) }
  }

  private func callCount(_ mode: Mode, _ ground: FaultGround) throws -> Int {
    let output = try ground.reset()
    let environment = try FaultShim.environment(
      mode.kind, at: 0, below: output, log: ground.night.temporary.path("log"),
      countsReads: mode.countsReads)
    try #require(try ground.run(output, environment: environment).status == 0)
    return ground.log().count
  }

  private func check(_ mode: Mode, _ number: Int, _ ground: FaultGround) throws {
    let output = try ground.reset()
    let environment = try FaultShim.environment(
      mode.kind, at: number, below: output, log: ground.night.temporary.path("log"),
      isSticky: mode.isSticky, countsReads: mode.countsReads)
    let result = try ground.run(output, environment: environment)
    let hit = try #require(
      ground.log().first, "\(number) was never reached, status \(result.status) \(result.errors)")
    let place: Comment = "\(mode.testDescription): \(hit), status \(result.status) \(result.errors)"
    if mode.isKill {
      #expect(result.status == -SIGKILL, place)
    } else {
      checkWords(mode, hit, result, place)
    }
    // Last night whole, and `latest` on a whole run.
    #expect(ground.faults(in: output) == [], place)
    if result.status == 0 { #expect(OutputState.latest(in: output) == ground.target, place) }
    if ground.hasLedger { #expect(try OutputState.ledgerFaults(in: output) == [], place) }
    // What was written is cleared away where the system still lets us.
    if !mode.isSticky, !mode.isKill, result.status != 0, hit.contains("/.staging-"),
      mode.scene == .firstNight || mode.scene == .secondNight
    {
      let left = OutputState.names(in: output).filter { $0.hasPrefix(".staging-") }
      #expect(left == [], place)
    }
    // The next start.
    let again = try ground.run(output)
    #expect(again.status == 0, "\(place); again: \(again.errors)")
    #expect(OutputState.latest(in: output) == ground.target, place)
    #expect(ground.faults(in: output) == [], place)
    #expect(try OutputState.faults(in: output, runs: ground.runs) == [], place)
  }

  private func checkWords(
    _ mode: Mode, _ hit: String, _ result: ProgramResult, _ place: Comment
  ) {
    let isLucky = result.status == 0 && Self.mayPass(hit, mode)
    #expect([73, 74].contains(result.status) || isLucky, place)
    if result.status != 0 {
      #expect(result.errors.hasPrefix("carer-reconcile: "), place)
      #expect(result.errors.split(separator: "\n").count == 1, place)
    }
    for secret in SmallNight.secrets {
      #expect(!result.errors.contains(secret) && !result.output.contains(secret), place)
    }
  }

  /// Whether a run may end well although this call failed, as nothing depends on it.
  private static func mayPass(_ hit: String, _ mode: Mode) -> Bool {
    let parts = hit.split(separator: " ", maxSplits: 2).map(String.init)
    let call = parts[1]
    let path = parts.count > 2 ? parts[2] : ""
    let isOfLedger = path.hasPrefix("/ledger.sqlite")
    switch call {
    // Half a write that is not the last: the rest is written by the next call.
    case "write", "pwrite": return mode.kind == .short && !mode.isSticky
    // Nothing is lost with a folder, the lock or a file that was only read.
    case "close":
      let isStagedAnew = path.contains("/.staging-") && mode.scene != .enteredRun
      let endings = isStagedAnew ? [".csv", ".json", ".html", ".eml"] : [".new"]
      return !endings.contains { path.hasSuffix($0) }
    // The folder is there already.
    case "mkdirat": return true
    // SQLite flushes the folder when it has made its log, and keeps a failure to itself; the
    // program does it again before the entry that counts.
    case "fdatasync": return path.isEmpty
    // SQLite opens for reading what it cannot open for writing. That is enough to complete a run
    // whose rows had come from the log into the ledger before it was killed.
    case "open": return path.isEmpty || path == "/ledger.sqlite" && mode.scene == .enteredRun
    // SQLite shortens or removes what it needs no more; what stays does no harm.
    case "ftruncate", "unlink": return isOfLedger
    default: return false
    }
  }
}
