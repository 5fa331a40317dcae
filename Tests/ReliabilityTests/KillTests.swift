import Foundation
import TestSupport
import Testing

/// A run is killed at drawn moments, then started again.
///
/// 12 moments, or 200 where `CARER_RECONCILE_RELIABILITY=full`; half of them in the first run ever,
/// where folder, key and ledger are being made.
struct KillTests {
  private static let moments = Effort.isFull ? 200 : 12

  @Test func `a run that was killed is completed or dropped, and tonight published once`() throws {
    let night = SmallNight()
    let template = night.temporary.path("template")
    let started = ContinuousClock.now
    try #require(try night.run(1, output: template).status == 0)
    let duration = ContinuousClock.now - started
    let undisturbed = night.temporary.path("undisturbed")
    try OutputState.copy(template, to: undisturbed)
    try #require(try night.run(2, output: undisturbed).status == 0)
    let wanted = [
      1: OutputState.run(SmallNight.firstRun, in: template),
      2: OutputState.run(SmallNight.secondRun, in: undisturbed),
    ]
    var generator = SplitMix64(seed: 20_261_121)
    for moment in 0..<Self.moments {
      let number = moment % 2 + 1
      let delay = duration * Double.random(in: 0..<1.1, using: &generator)
      let output = night.temporary.path("output-\(moment)")
      if number == 2 { try OutputState.copy(template, to: output) }
      let run = try RunningProgram(
        night.arguments(number, output: output), in: night.temporary.path)
      usleep(UInt32(delay / .microseconds(1)))
      run.signal(SIGKILL)
      let killed = run.wait()
      let place: Comment = "moment \(moment): \(delay), status \(killed.status)"
      #expect(killed.status == -SIGKILL || killed.status == 0, place)
      if number == 2 {
        #expect(OutputState.run(SmallNight.firstRun, in: output) == wanted[1], place)
        #expect(try OutputState.ledgerFaults(in: output) == [], place)
      }
      let again = try night.run(number, output: output)
      #expect(again.status == 0, "\(place); again: \(again.errors)")
      let runs = Array([SmallNight.firstRun, SmallNight.secondRun].prefix(number))
      #expect(OutputState.run(runs[number - 1], in: output) == wanted[number], place)
      #expect(try OutputState.faults(in: output, runs: runs) == [], place)
      try FileManager.default.removeItem(atPath: output)
    }
  }
}
