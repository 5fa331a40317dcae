import Ingest
import Records
import StageSupport
import Testing
import Vocabulary

/// What is wrong with a series of ESR interface files is told in one line, and nothing is read.
struct OutboundRefusalTests {
  typealias File = DrawnOutbound

  /// Files, and the refusal: place, problem.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let files: [DrawnOutbound]
    let place: String
    let problem: String

    init(_ name: String, _ files: [DrawnOutbound], _ place: String, _ problem: String) {
      testDescription = name
      self.files = files
      self.place = place
      self.problem = problem
    }
  }

  private static let one = File.full(1, run: "20260601 000000", File.person("1"))
  private static let two = File.changes(2, run: "20260602 000000", after: "20260601 000000")
  private static let three = File.changes(3, run: "20260603 000000", after: "20260602 000000")
  private static let full = "esr/GO_431_EXP_GOF_20260601_00000001.DAT"
  private static let second = "esr/GO_431_EXP_GOC_20260602_00000002.DAT"
  private static let third = "esr/GO_431_EXP_GOC_20260603_00000003.DAT"

  private static func changed(
    _ file: DrawnOutbound, _ change: (inout DrawnOutbound) -> Void
  ) -> DrawnOutbound {
    var copy = file
    change(&copy)
    return copy
  }

  static let cases: [Case] = [
    Case(
      "a header of another file",
      [changed(one) { $0.headerName = "GO_431_EXP_GOF_20260601_00000002.DAT" }],
      "\(full), line 1", "the HDR record is of a file named GO_431_EXP_GOF_20260601_00000002.DAT"),
    Case(
      "a header without a file name", [changed(one) { $0.headerName = "" }],
      "\(full), line 1", "the HDR record is of a file named nothing"),
    Case(
      "a header of another employer", [changed(one) { $0.headerVPD = "432" }],
      "\(full), line 1", "the HDR record is of VPD 432, the name of 431"),
    Case(
      "a run that is no moment", [changed(one) { $0.run = "20260631 000000" }],
      "esr/GO_431_EXP_GOF_20260601_00000001.DAT, line 1",
      "the creation date in the HDR record is not YYYYMMDD HHMMSS"),
    Case(
      "a count that is one too high, which cut off files have",
      [changed(one) { $0.trailer = "TRL~2" }],
      "\(full), line 3",
      "the TRL record counts 2 records where the file has 1, or 3 with its header and trailer"),
    Case(
      "a count that is too low", [changed(one) { $0.trailer = "TRL~0" }],
      "\(full), line 3",
      "the TRL record counts 0 records where the file has 1, or 3 with its header and trailer"),
    Case(
      "a count that is no number", [changed(one) { $0.trailer = "TRL~one" }],
      "\(full), line 3", "the TRL record does not say how many records there are"),
    Case(
      "a count of more digits than a number has",
      [changed(one) { $0.trailer = "TRL~" + String(repeating: "9", count: 30) }],
      "\(full), line 3", "the TRL record does not say how many records there are"),
    Case(
      "a run of nine digits", [changed(one) { $0.run = "202606010" }],
      full + ", line 1", "the creation date in the HDR record is not YYYYMMDD HHMMSS"),
    Case(
      "a run with another sign between date and time",
      [changed(one) { $0.run = "20260601T000000" }],
      full + ", line 1", "the creation date in the HDR record is not YYYYMMDD HHMMSS"),
    Case(
      "no trailer", [changed(one) { $0.trailer = File.person("2") }],
      "\(full), line 3", "the file ends without a TRL record: it was cut off"),
    Case(
      "a record behind the trailer", [changed(one) { $0.trailer = "TRL~1\n" + File.person("2") }],
      "\(full), line 4", "a record stands behind the TRL record"),
    Case(
      "two files one behind the other",
      [changed(one) { $0.records.append("HDR~\($0.name)~~431~~20260601 000000~01") }],
      "\(full), line 3", "a second HDR record: two files stand one behind the other"),
    Case(
      "changes without a full file", [two, three],
      second, "changes of VPD 431 without a full file before them"),
    Case(
      "changes that a later full file is no base of",
      [two, changed(one) { $0.vpd = "432" }],
      second, "changes of VPD 431 without a full file before them"),
    Case(
      "a gap", [one, three],
      "\(third), line 1", "sequence 3 stands behind sequence 1: 1 file is missing between them"),
    Case(
      "a gap whose previous run fits all the same",
      [one, changed(three) { $0.previousRun = "20260601 000000" }],
      "\(third), line 1", "sequence 3 stands behind sequence 1: 1 file is missing between them"),
    Case(
      "a previous run that is not the one before",
      [one, changed(two) { $0.previousRun = "20260531 000000" }],
      "\(second), line 1",
      "it follows on the run 2026-05-31 00:00:00, but the file before it, \(full), is of the run "
        + "2026-06-01 00:00:00"),
    Case(
      "changes numbered apart that do not follow on the full file",
      [changed(one) { $0.sequence = 9 }, changed(two) { $0.previousRun = "20260531 000000" }],
      "\(second), line 1",
      "it follows on the run 2026-05-31 00:00:00, but the file before it, "
        + "esr/GO_431_EXP_GOF_20260601_00000009.DAT, is of the run 2026-06-01 00:00:00"),
    Case(
      "changes numbered apart that do not follow on the changes before the full file",
      [
        File.changes(80, run: "20260531 000000", after: "20260530 000000"),
        changed(one) { $0.sequence = 3 },
        File.changes(81, run: "20260602 000000", after: "20260530 000000"),
      ],
      "esr/GO_431_EXP_GOC_20260602_00000081.DAT, line 1",
      "sequence 81 stands behind sequence 3: 77 files are missing between them"),
    Case(
      "a previous run that is not said", [one, changed(two) { $0.previousRun = "" }],
      "\(second), line 1",
      "it follows on the run (none), but the file before it, \(full), is of the run "
        + "2026-06-01 00:00:00"),
    Case(
      "two different files of one number",
      [
        one, two,
        changed(two) {
          $0.day = "20260603"
          $0.records = [File.person("2")]
        },
      ],
      "esr/GO_431_EXP_GOC_20260603_00000002.DAT",
      "the same sequence 2 as \(second), with other content"),
    Case(
      "a later run with an earlier number",
      [
        one, changed(two) { $0.sequence = 3 }, changed(three) { $0.sequence = 2 },
      ],
      "esr/GO_431_EXP_GOC_20260602_00000003.DAT, line 1",
      "sequence 3 stands behind sequence 1: 1 file is missing between them"),
  ]

  @Test(arguments: cases)
  func `a series that cannot be used is refused`(_ test: Case) throws {
    #expect {
      try Extracts(reading: test.files, organisation: "RA2")
    } throws: { error in
      guard let failure = error as? IngestFailure else { return false }
      #expect(failure.place == test.place)
      #expect(failure.problem == test.problem)
      #expect(!failure.remedy.isEmpty && !failure.remedy.contains("\n"))
      return failure.kind == .unusable
    }
  }

  @Test func `a file with ESR's name and no header is refused as one of ESR's`() {
    let file = DrawnFile(.staff, "PRA~1\nTRL~1\n", path: Self.full)
    #expect {
      try Extracts(reading: [file])
    } throws: { error in
      let failure = error as? IngestFailure
      return failure?.problem == "an ESR interface file must begin with an HDR record"
        && failure?.place == "\(Self.full), line 1"
    }
  }

  @Test(arguments: ["HDR~", "\u{FEFF}HDR~"])
  func `a file of nothing but the beginning of a header is one of ESR's`(text: String) {
    #expect {
      try Extracts(reading: [DrawnFile(.staff, text, path: Self.full)])
    } throws: { error in
      let failure = error as? IngestFailure
      return failure?.place == "\(Self.full), line 1"
        && failure?.problem.hasPrefix("the HDR record has ") == true
    }
  }

  @Test(arguments: [
    "GO_431_EXP_GOF_20260601_1.DAT", "GO_431_EXP_GOX_20260601_00000001.DAT", "night.csv",
    "GO_43_EXP_GOF_20260601_00000001.DAT", "GO_431_EXP_GOF_20260601_00000001.DAT.csv",
  ])
  func `a file with a header under another name is refused`(name: String) {
    let file = DrawnFile(.staff, "HDR~\(name)~~431~~20260601 000000~01\nTRL~0\n", path: name)
    #expect {
      try Extracts(reading: [file])
    } throws: { error in
      (error as? IngestFailure)?.problem
        == "an ESR interface file whose name is not GO_<VPD>_EXP_GO<F|C>_<YYYYMMDD>_<8 digits>.DAT"
    }
  }

  @Test func `other sources than staff and competences are not in interface files`() {
    #expect {
      try Extracts(reading: [Self.one], for: .passports)
    } throws: { error in
      (error as? IngestFailure)?.problem
        == "an ESR interface file, which has no rows for the source passports"
    }
  }

  @Test func `files of one employer with two organisations are refused`() {
    #expect {
      try Extracts(reading: [
        Self.one.file(.staff, organisation: "RA2"), Self.two.file(.staff, organisation: "RA3"),
      ])
    } throws: { error in
      (error as? IngestFailure)?.problem
        == "organisation: RA3 for one file of an employer, RA2 for another"
    }
  }

  @Test func `one file of an employer may say the organisation for all`() throws {
    var one = Self.one
    one.records.append(File.assignment("1", of: "1"))
    for (first, second) in [("RBD", nil), (nil, "RBD")] {
      let extracts = try Extracts(reading: [
        one.file(.staff, organisation: first), Self.two.file(.staff, organisation: second),
      ])
      #expect(extracts.drawnStaff.map { $0.prefix(5) } == ["RBD; "])
    }
  }

  /// Organisation records, and what is said when they do not tell the employer.
  @Test(arguments: [
    (
      [File.organisation("1", "")],
      "no organisation record in force says which employer VPD 431 is (NACS code)"
    ),
    (
      [File.organisation("1", "not a code")],
      "no organisation record in force says which employer VPD 431 is (NACS code)"
    ),
    (
      [File.organisation("1", "RA2", ["effective to date": "20260101"])],
      "no organisation record in force says which employer VPD 431 is (NACS code)"
    ),
    (
      [File.organisation("1", "RA2"), "ORD~1"],
      "no organisation record in force says which employer VPD 431 is (NACS code)"
    ),
    (
      [File.organisation("1", "RA2"), File.organisation("2", "RA3")],
      "its organisation records have 2 different NACS codes, so none says which employer VPD 431 is"
    ),
  ])
  func `an employer that nothing names is refused`(records: [String], problem: String) {
    var file = Self.one
    file.records += records
    #expect {
      try Extracts(reading: [file])
    } throws: { error in
      let failure = error as? IngestFailure
      #expect(failure?.problem == problem)
      return failure?.remedy == "add vpd: { \"431\": \"<ODS code>\" } to the pipeline file"
    }
  }
}
