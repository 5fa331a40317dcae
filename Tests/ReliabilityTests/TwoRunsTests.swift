import Foundation
import TestSupport
import Testing

/// Runs that are started while another is at work.
@Suite(.enabled(if: FaultShim.isAvailable, FaultShim.whyNot)) struct TwoRunsTests {
  /// Night 1 into `output`, stopped in the middle of its work with the lock held.
  private static func stoppedRun(_ night: SmallNight, output: String) throws -> RunningProgram {
    let environment = try FaultShim.environment(
      .stop, at: 200, below: output, log: night.temporary.path("log"))
    let run = try RunningProgram(
      night.arguments(1, output: output), in: night.temporary.path, environment: environment)
    try #require(run.waitUntilStopped())
    return run
  }

  @Test func `the second run says who is at work since when, and the first goes on`() throws {
    let night = SmallNight()
    let output = night.temporary.path("output")
    let first = try Self.stoppedRun(night, output: output)
    let second = try night.run(1, output: output)
    #expect(second.status == 75)
    #expect(second.errors.contains("process \(first.number)"))
    let started = #/started \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/#
    #expect(second.errors.contains(started))
    #expect(second.errors.split(separator: "\n").count == 1)
    let confirmed = try BuiltProgram.run(
      ["confirm", SmallNight.firstRun, "--output", output], in: night.temporary.path)
    #expect(confirmed.status == 75)
    first.signal(SIGCONT)
    #expect(first.wait().status == 0)
    #expect(try OutputState.faults(in: output, runs: [SmallNight.firstRun]) == [])
  }

  @Test func `two runs started at the same time publish once`() throws {
    let night = SmallNight()
    let output = night.temporary.path("output")
    let runs = try (0..<2).map { _ in
      try RunningProgram(night.arguments(1, output: output), in: night.temporary.path)
    }
    let results = runs.map { $0.wait() }
    // One worked. The other was refused or, having come later, found nothing to do.
    #expect(results.contains { $0.status == 0 && !$0.output.contains("Nothing changed") })
    #expect(results.allSatisfy { [0, 75].contains($0.status) }, "\(results)")
    #expect(results.count { $0.output.contains("since last run") } == 1)
    #expect(try OutputState.faults(in: output, runs: [SmallNight.firstRun]) == [])
  }

  @Test func `a run killed with the lock held does not hold up the next`() throws {
    let night = SmallNight()
    let output = night.temporary.path("output")
    let first = try Self.stoppedRun(night, output: output)
    first.signal(SIGKILL)
    #expect(first.wait().status == -SIGKILL)
    let second = try night.run(1, output: output)
    #expect(second.status == 0, "\(second.errors)")
    #expect(second.output.contains("The run 2026-11-21-01, started 20"))
    #expect(second.output.contains("was cut off; what it had written is dropped."))
    #expect(try OutputState.faults(in: output, runs: [SmallNight.firstRun]) == [])
  }
}
