import Emit
import Records
import Testing
import Vocabulary

/// What earlier nights change in the files of this one.
@Suite struct MemoryTests {
  private func world() -> SmallWorld {
    var world = SmallWorld()
    world.employer("RX1")
    world.accessCode("CODE", .digitalResource, of: "RX1", isOrganisations: true)
    for number in 1...4 { world.employee("\(number)", email: "\(number)@nhs.net") }
    world.entitlements.carers = [0, 1, 2, 3]
    world.entitlements.managers = [0]
    world.memory.carerDeliveries = [.new, .listed, .sent, .codeChanged]
    world.memory.managerDeliveries = [.sent]
    return world
  }

  private func deliveries(_ world: SmallWorld, _ file: String) -> [Substring] {
    world.rows("recipients/no-footprint/RX1/\(file)").compactMap {
      $0.split(separator: ",").last
    }
  }

  @Test func `a list says what became of earlier ones`() {
    #expect(
      deliveries(world(), "carers.csv") == ["new", "listed", "sent", "code-changed"])
  }

  @Test func `without a code there is nothing to deliver whatever was sent before`() {
    #expect(deliveries(world(), "managers.csv") == ["no-code"])
  }

  @Test func `a list of what is outstanding leaves out what was sent`() {
    var world = world()
    world.settings.deliveryScope = .outstanding
    #expect(deliveries(world, "carers.csv") == ["new", "listed", "code-changed"])
    #expect(deliveries(world, "managers.csv") == ["no-code"])
  }

  @Test func `a discrepancy has the life that the ledger knows`() {
    var world = SmallWorld()
    world.employer("RX1")
    world.employee("1")
    world.employee("2")
    world.rule("manager-unknown", .low)
    world.finding("manager-unknown", .employee(1))
    world.finding("manager-unknown", .employee(0))
    world.memory.lives = [
      DiscrepancyLife(status: .reopened, firstSeen: SmallWorld.day("2026-11-01"), ageDays: 20),
      DiscrepancyLife(status: .open, firstSeen: SmallWorld.day("2026-11-20"), ageDays: 1),
    ]
    world.memory.changes = Changes(words: [.reopened, nil], resolved: Self.gone)
    #expect(
      world.rows("discrepancies.csv").map { $0.split(separator: ",").suffix(3) } == [
        ["open", "2026-11-20", "1"], ["reopened", "2026-11-01", "20"],
      ])
    // By status and among the changes.
    #expect(world.file("summary.json").ranges(of: "\"resolved\": 2").count == 2)
    #expect(
      world.rows("changes.csv") == [
        "reopened,34c2cb849c01f779,manager-unknown,low,,RX1,RX1/00000002,00000002,,,2026-11-01,20,"
          + "reopened",
        "resolved,0123456789abcdef,flag-conflict,high,QWO,RX1,RX1/00000009,00000009,,,2026-11-14,7,"
          + "resolved",
        "resolved,,manager-unknown,low,,RX1,,,,,2026-11-20,1,resolved",
      ])
  }

  @Test func `what is gone stands by severity, then rule, then subject`() {
    var world = SmallWorld()
    world.employer("RX1")
    // Drawn so that the next key alone would give another order each time.
    let inOrder = [
      ("high", "ni-number-shared", "RX1/9"), ("medium", "email-shared", "RX1/8"),
      ("medium", "passport-foreign", "RX1/10"), ("medium", "passport-foreign", "RX1/2"),
      ("low", "duplicate-membership", "RX1/1"),
    ]
    world.memory.changes = Changes(
      words: [],
      resolved: [4, 3, 0, 2, 1].map { place in
        var row = ResolvedRow()
        (row.severity, row.rule, row.subject) = inOrder[place]
        return row
      })
    #expect(world.column(6, of: "changes.csv") == inOrder.map(\.2))
  }

  @Test func `a first run writes no changes`() {
    var world = SmallWorld()
    world.employer("RX1")
    #expect(!world.files().contains { $0.path == "changes.csv" })
  }

  /// One discrepancy that the last run's files still tell of, and one that only the ledger knows.
  private static let gone: [ResolvedRow] = {
    var ledgerOnly = ResolvedRow()
    ledgerOnly.rule = "manager-unknown"
    ledgerOnly.severity = "low"
    ledgerOnly.organisation = "RX1"
    ledgerOnly.firstSeen = SmallWorld.day("2026-11-20")
    var known = ResolvedRow()
    known.id = "0123456789abcdef"
    known.rule = "flag-conflict"
    known.severity = "high"
    known.footprint = "QWO"
    known.organisation = "RX1"
    known.subject = "RX1/00000009"
    known.number = "00000009"
    known.firstSeen = SmallWorld.day("2026-11-14")
    return [ledgerOnly, known]
  }()
}
