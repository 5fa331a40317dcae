import Files
import Glibc
import Ledger
import TestSupport
import Testing
import Vocabulary

/// A run's process is killed at many moments; what it leaves must be the night before or tonight.
@Suite struct KillTests {
  @Test(arguments: [20, 60, 110, 170, 240, 320])
  func `after a kill the ledger is whole and goes on`(milliseconds: Int) async throws {
    let nights = Nights()
    let path = nights.temporary.path
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = path as String, milliseconds = milliseconds as Int] in
      let folder = try Folder(opening: path)
      Task.detached {
        try await Task.sleep(for: .milliseconds(milliseconds))
        kill(getpid(), SIGKILL)
      }
      // Each night half of the discrepancies are others, so every entry writes many rows.
      for night in 0..<10_000 {
        let ledger = try Ledger.open(in: folder, now: Nights.now)
        let seen = (0..<2_000).map { index in
          Nights.seen("\(index % 2 == 0 ? index : index + night * 2_000)", in: ledger)
        }
        let (id, _) = try Nights.publish(ledger, asOf: Nights.day(night), seen: seen)
        let listed = Nights.listed(["RA2/\(night)"], in: ledger, code: "aaaaaaaaaaaa")
        _ = try Nights.publish(ledger, asOf: Nights.day(night), deliveries: [listed])
        _ = try ledger.confirm(run: id, footprint: nil, at: Nights.now)
      }
    }
    let ledger = try nights.open()
    #expect(try nights.faults() == [])
    let published = try ledger.history().filter { $0.kind == .published }
    // Runs are published in pairs for each date, so the next number says where it stood.
    let next = try ledger.nextRunID(asOf: Nights.day(published.count / 2))
    #expect(next.hasSuffix(published.count % 2 == 0 ? "-01" : "-02"))
    try Nights.publish(ledger, asOf: Nights.day(published.count / 2))
    #expect(try nights.faults() == [])
  }

  @Test func `a lock does not outlive its process`() async throws {
    let temporary = TemporaryFolder()
    let path = temporary.path
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let lock = try ProcessLock(in: Folder(opening: path), since: "long ago")
      kill(getpid(), SIGKILL)
      withExtendedLifetime(lock) {}
    }
    #expect(temporary.exists(".lock"))
    _ = try ProcessLock(in: Folder(opening: path), since: "now")
  }

  @Test func `an entry that fails half-way leaves nothing behind`() throws {
    let nights = Nights()
    let ledger = try nights.open()
    try Nights.publish(ledger, asOf: Nights.day(0), seen: [Nights.seen("A", in: ledger)])
    let head = try ledger.head()
    let memory = try ledger.memory()
    let night = memory.night(
      seen: [Nights.seen("B", in: ledger)], rules: Nights.rules, asOf: Nights.day(1))
    // Two inputs with one path: the second breaks the rule of its table, after other rows.
    let input = Nights.input("staff/a.csv", "x")
    #expect {
      _ = try ledger.recordPublished(
        RunRecord(
          id: "2026-11-22-01", asOf: Nights.day(1), startedAt: "", recordedAt: "", program: "",
          pipeline: head.hash, manifest: head.hash, inputs: [input, input], staffRows: [:],
          acceptedGuards: [], discrepancies: night, deliveries: RecipientRecords(), carers: []),
        memory: memory)
    } throws: {
      ($0 as? LedgerError)?.kind == .unusable
    }
    #expect(try ledger.head() == head)
    #expect(try nights.faults(against: head) == [])
    try Nights.publish(ledger, asOf: Nights.day(1), seen: [Nights.seen("A", in: ledger)])
    #expect(try ledger.history().last?.counts[.open] == 1)
  }
}
