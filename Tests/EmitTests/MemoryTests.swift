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

  private func deliveries(_ world: SmallWorld, _ file: String) throws -> [Substring] {
    try world.rows("recipients/no-footprint/RX1/\(file)").compactMap {
      $0.split(separator: ",").last
    }
  }

  @Test func `a list says what became of earlier ones`() throws {
    #expect(
      try deliveries(world(), "carers.csv") == ["new", "listed", "sent", "code-changed"])
  }

  @Test func `without a code there is nothing to deliver whatever was sent before`() throws {
    #expect(try deliveries(world(), "managers.csv") == ["no-code"])
  }

  @Test func `a list of what is outstanding leaves out what was sent`() throws {
    var world = world()
    world.settings.deliveryScope = .outstanding
    #expect(try deliveries(world, "carers.csv") == ["new", "listed", "code-changed"])
    #expect(try deliveries(world, "managers.csv") == ["no-code"])
  }

  @Test func `a discrepancy has the life that the ledger knows`() throws {
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
    world.memory.resolvedCount = 3
    #expect(
      try world.rows("discrepancies.csv").map { $0.split(separator: ",").suffix(3) } == [
        ["open", "2026-11-20", "1"], ["reopened", "2026-11-01", "20"],
      ])
    #expect(try world.file("summary.json").contains("\"resolved\": 3"))
  }
}
