import Ledger
import TestSupport
import Testing
import Vocabulary

/// Random nights against a twin that looks at all marks from the first night on each time.
@Suite struct RandomNightsTests {
  private static let subjectCount = 30
  private static let nightCount = 12

  /// What the marks up to a night say: x found, w found and waived, dot not found.
  private static func twin(_ marks: ArraySlice<Character>) -> DiscrepancyStatus? {
    let before = marks.dropLast()
    let wasThere = before.last.map { $0 != "." } ?? false
    return switch marks.last {
    case "w": .waived
    case "x": !before.contains { $0 != "." } ? .new : wasThere ? .open : .reopened
    default: wasThere ? .resolved : nil
    }
  }

  @Test(arguments: 0..<UInt64(12))
  func `statuses and ages of random nights are those of the slow twin`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let marks = (0..<Self.subjectCount).map { _ in
      (0..<Self.nightCount).map { _ -> Character in
        Array("x.w.xx..x").randomElement(using: &generator) ?? "."
      }
    }
    let nights = Nights()
    let ledger = try nights.open()
    for index in 0..<Self.nightCount {
      let found = marks.indices.filter { marks[$0][index] != "." }.shuffled(using: &generator)
      let seen = found.map { subject in
        Nights.seen(
          "RA2/\(subject)", in: ledger,
          waivedUntil: marks[subject][index] == "w" ? Nights.day(99) : nil)
      }
      let (_, night) = try Nights.publish(ledger, asOf: Nights.day(3 * index), seen: seen)
      for (position, subject) in found.enumerated() {
        #expect(night.statuses[position] == Self.twin(marks[subject][...index]))
        let first = marks[subject].firstIndex { $0 != "." } ?? 0
        #expect(night.ageDays(position) == 3 * (index - first))
      }
      let all = marks.map { Self.twin($0[...index]) }
      for status in DiscrepancyStatus.allCases {
        #expect(night.count(status) == all.count { $0 == status }, "\(status) \(index)")
      }
    }
    #expect(try nights.faults() == [])
  }
}
