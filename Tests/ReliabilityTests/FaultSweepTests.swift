import Foundation
import TestSupport
import Testing

/// Night 2 with one system call that fails, for every call, one after another.
///
/// Whatever fails: one line on standard error and 73 or 74, last night as it was, and the next start
/// publishes what an undisturbed night would have, once. Reduced to a drawn sample of calls unless
/// `CARER_RECONCILE_RELIABILITY=full`.
@Suite(.enabled(if: FaultShim.isAvailable, FaultShim.whyNot)) struct FaultSweepTests {
  /// A way to fail.
  struct Mode: Sendable, CustomTestStringConvertible {
    let kind: FaultShim.Kind
    var isSticky = false
    var countsReads = false
    /// How many calls are drawn in the reduced form.
    let sample: Int

    var testDescription: String {
      kind.rawValue + (isSticky ? ", and all calls after it" : "") + (countsReads ? ", reads" : "")
    }

    var isKill: Bool { kind == .kill || kind == .killAfter }
  }

  static let modes = [
    Mode(kind: .ioError, sample: 8),
    Mode(kind: .noSpace, isSticky: true, sample: 6),
    Mode(kind: .ioError, isSticky: true, sample: 3),
    Mode(kind: .noSpace, sample: 3),
    Mode(kind: .readOnly, isSticky: true, sample: 2),
    Mode(kind: .short, sample: 2),
    Mode(kind: .short, isSticky: true, sample: 3),
    Mode(kind: .ioError, countsReads: true, sample: 3),
    Mode(kind: .kill, sample: 5),
    Mode(kind: .killAfter, sample: 3),
  ]

  /// An output folder after night 1, and what night 2 makes of it undisturbed.
  private struct Ground {
    let night = SmallNight()
    let first: [String: Data]
    let second: [String: Data]

    init() throws {
      let template = night.temporary.path("template")
      try #require(try night.run(1, output: template).status == 0)
      let undisturbed = night.temporary.path("undisturbed")
      try OutputState.copy(template, to: undisturbed)
      try #require(try night.run(2, output: undisturbed).status == 0)
      first = OutputState.run(SmallNight.firstRun, in: template)
      second = OutputState.run(SmallNight.secondRun, in: undisturbed)
      try #require(first.count > 15 && second.count > 15 && first != second)
    }

    /// Makes the output folder after night 1 anew.
    func reset() throws -> String {
      let output = night.temporary.path("output")
      if night.temporary.exists("output") {
        try FileManager.default.removeItem(atPath: output)
      }
      try OutputState.copy(night.temporary.path("template"), to: output)
      night.temporary.remove("log")
      return output
    }

    /// The lines that the shim wrote: `<number> <call> <path below the output folder>`.
    func log() -> [String] {
      let text = String(decoding: night.temporary.read("log") ?? [], as: UTF8.self)
      return text.split(separator: "\n").map {
        $0.replacingOccurrences(of: night.temporary.path("output"), with: "")
      }
    }
  }

  @Test(arguments: modes)
  func `a call that fails costs a night at most`(mode: Mode) throws {
    let ground = try Ground()
    let count = try callCount(mode, ground)
    try #require(count > 20)
    var numbers = Array(1...count)
    if !Effort.isFull {
      var generator = SplitMix64(seed: UInt64(mode.sample + mode.kind.rawValue.utf8.count))
      numbers = Array(numbers.shuffled(using: &generator).prefix(mode.sample))
    }
    for number in numbers { try check(mode, number, ground) }
  }

  private func callCount(_ mode: Mode, _ ground: Ground) throws -> Int {
    let output = try ground.reset()
    let environment = try FaultShim.environment(
      mode.kind, at: 0, below: output, log: ground.night.temporary.path("log"),
      countsReads: mode.countsReads)
    try #require(try ground.night.run(2, output: output, environment: environment).status == 0)
    return ground.log().count
  }

  private func check(_ mode: Mode, _ number: Int, _ ground: Ground) throws {
    let output = try ground.reset()
    let environment = try FaultShim.environment(
      mode.kind, at: number, below: output, log: ground.night.temporary.path("log"),
      isSticky: mode.isSticky, countsReads: mode.countsReads)
    let result = try ground.night.run(2, output: output, environment: environment)
    let hit = try #require(ground.log().first, "call \(number) was never reached")
    let place: Comment = "\(mode.testDescription): \(hit), status \(result.status) \(result.errors)"
    if mode.isKill {
      #expect(result.status == -SIGKILL, place)
    } else {
      checkWords(mode, hit, result, place)
    }
    // Last night whole, and `latest` on a whole run.
    #expect(OutputState.run(SmallNight.firstRun, in: output) == ground.first, place)
    switch OutputState.latest(in: output) {
    case "runs/" + SmallNight.firstRun: #expect(result.status != 0, place)
    case "runs/" + SmallNight.secondRun:
      #expect(OutputState.run(SmallNight.secondRun, in: output) == ground.second, place)
    case let other: Issue.record("latest leads to \(other ?? "nothing"); \(place)")
    }
    #expect(try OutputState.ledgerFaults(in: output) == [], place)
    // What was written is cleared away where the system still lets us.
    if !mode.isSticky, !mode.isKill, result.status != 0, hit.contains("/.staging-") {
      let left = OutputState.names(in: output).filter { $0.hasPrefix(".staging-") }
      #expect(left == [], place)
    }
    // The next start.
    let again = try ground.night.run(2, output: output)
    #expect(again.status == 0, "\(place); again: \(again.errors)")
    #expect(OutputState.run(SmallNight.secondRun, in: output) == ground.second, place)
    let runs = [SmallNight.firstRun, SmallNight.secondRun]
    #expect(try OutputState.faults(in: output, runs: runs) == [], place)
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
      return isOfLedger || !path.contains(".") || path.hasSuffix(".key")
        || path == "/.lock" || path.split(separator: "/").last?.contains(".csv") == false
    // The folder is there already.
    case "mkdirat": return true
    // SQLite flushes the folder when it has made its log, and keeps a failure to itself; the
    // program does it again before the entry that counts.
    case "open", "fdatasync": return path.isEmpty
    // SQLite shortens or removes what it needs no more; what stays does no harm.
    case "ftruncate", "unlink": return isOfLedger
    default: return false
    }
  }
}
