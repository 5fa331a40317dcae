import Ingest
import Pipeline
import StageSupport
import Testing

/// The layout of interface records as a file.
struct OutboundLayoutTests {
  @Test func `the shipped layout says what the tests draw`() throws {
    let layout = try LayoutSet().outbound
    #expect(layout.name == "esr-generic-outbound")
    #expect(layout.sha256.count == 64)
    #expect(layout.skipped == OutboundLayout.drawn.skipped)
    for subject in OutboundSubject.allCases {
      #expect(layout[subject] == OutboundLayout.drawn[subject])
    }
  }

  /// Widths that each record type of the interface has.
  @Test func `the versions have the widths that are known`() throws {
    let layout = try LayoutSet().outbound
    let widths = OutboundSubject.allCases.map { layout[$0].versions.map(\.count) }
    #expect(widths == [[44, 40], [50, 52], [23, 28], [15]])
  }

  /// A change of the layout's text, and the fault.
  @Test(arguments: [
    ("update: \"PRA\"", "update: \"ASA\"", "\"ASA\" is the code of other records too"),
    ("update: \"PRA\"", "update: \"TRL\"", "\"TRL\" is the code of other records too"),
    ("update: \"PRA\"", "update: \"pra\"", "\"pra\" is no code, give three capital letters"),
    ("\"person id\", \"assignment id\"", "\"person id\", \"spare\"", "lacks \"assignment id\""),
    ("\"cost centre description\"", "[\"x\"]", "give a text in quotes"),
    ("delete: \"ORD\",", "", "this key is missing"), ("skipped:", "skiped:", "unknown key"),
  ])
  func `a layout that cannot be right is refused`(
    text: String, changed: String, problem: String
  ) throws {
    let file = try #require(ShippedLayouts.files.first { $0.name.hasPrefix("esr-generic") })
    let shipped = String(decoding: file.bytes, as: UTF8.self)
    let broken = shipped.replacing(text, with: changed, maxReplacements: 1)
    #expect(broken != shipped)
    #expect {
      try OutboundLayout.read(path: "own.json5", bytes: Array(broken.utf8))
    } throws: { error in
      let faults = error as? PipelineFileFaults
      return faults?.faults.contains { $0.problem.contains(problem) } ?? false
    }
  }
}
