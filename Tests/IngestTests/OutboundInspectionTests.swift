import Files
import Ingest
import StageSupport
import TestSupport
import Testing
import Vocabulary

/// How an interface file is described to whoever looks at it.
struct OutboundInspectionTests {
  typealias File = DrawnOutbound

  private func inspect(_ file: DrawnOutbound) throws -> OutboundInspection {
    let folder = TemporaryFolder()
    folder.write(file.name, file.lines.joined(separator: "\r\n"))
    var settings = IngestSettings()
    settings.outbound = .drawn
    settings.sources[.staff] = [SourceBlock(files: [file.name])]
    let plan = try InputPlan(settings, below: Folder(opening: folder.path))
    return try Ingest(plan, settings, asOf: .drawn).inspectOutbound()
  }

  @Test func `an inspection tells header, types, widths and how the trailer counts`() throws {
    var file = File.full(
      12, run: "20260601 231500", File.organisation("1", "RA2"), File.person("1"),
      File.person("2", width: 40), File.person("3"), File.person("4") + "~x", "PRD~9",
      File.assignment("1", of: "1", width: 52), "POA~1", "ZZZ~1~2", "~1")
    file.trailer = "TRL~12"
    let inspection = try inspect(file)
    #expect(inspection.header.name.vpd == "431")
    #expect(inspection.header.name.content == .full)
    #expect(inspection.header.name.sequence == 12)
    #expect(inspection.header.run.text == "2026-06-01 23:15:00")
    #expect(inspection.header.previousRun.isMissing)
    #expect(inspection.header.version == "01")
    #expect(inspection.recordCount == 10)
    #expect(inspection.trailerCounts == "records, header and trailer")
    let lines = inspection.records.map { type in
      let widths = type.widths.map { "\($0.count) of \($0.fieldCount)" }.joined(separator: ", ")
      let subject = type.subject?.rawValue ?? (type.isKnown ? "not needed" : "unknown")
      return "\(type.code) \(type.count) \(subject): \(widths); \(type.misfits)"
    }
    #expect(
      lines == [
        "? 1 unknown: ; 0", "ASA 1 assignment: 1 of 52; 0", "ORA 1 organisation: 1 of 15; 0",
        "POA 1 not needed: ; 0", "PRA 4 person: 1 of 40, 2 of 44; 1", "PRD 1 person: 1 of 2; 0",
        "ZZZ 1 unknown: ; 0",
      ])
  }

  @Test func `what a run refuses, an inspection refuses`() {
    var file = File.full(1, run: "20260601 000000", File.person("1"))
    file.trailer = "TRL~7"
    #expect(throws: IngestFailure.self) { try inspect(file) }
  }

  /// Names, and what they say: VPD, content, day, sequence.
  @Test(arguments: [
    ("GO_431_EXP_GOF_20121113_00000001.DAT", "431 full 20121113 1"),
    ("a/b/go_007_exp_goc_20260101_12345678.dat", "007 changes 20260101 12345678"),
    ("GO_431_EXP_GOF_20121113_0000001.DAT", ""), ("GO_4311_EXP_GOF_20121113_00000001.DAT", ""),
    ("XGO_431_EXP_GOF_20121113_00000001.DAT", ""), ("GO_431_EXP_GOD_20121113_00000001.DAT", ""),
    ("GO_431_EXP_GOF_20121113_00000001.TXT", ""), ("GO-431_EXP_GOF_20121113_00000001.DAT", ""),
    ("", ""), ("/", ""),
  ])
  func `a file's name says what it is`(path: String, expected: String) {
    let name = OutboundFileName(path: path)
    let text = name.map { "\($0.vpd) \($0.content) \($0.day) \($0.sequence)" } ?? ""
    #expect(text == expected)
  }
}
