import Pipeline
import Testing

/// Each kind of fault, with the whole message it must give.
@Suite struct PipelineFileFaultTests {
  @Test(arguments: [(59, ""), (60, ""), (61, "…"), (500, "…")])
  func `a text in a message is cut behind sixty characters`(count: Int, end: String) {
    let text = String(repeating: "x", count: count)
    #expect(Display.plain(text) == text.prefix(60) + end)
    #expect(Display.plainPath(text) == text)
  }

  /// Faults of line 4 of a file whose lines 1 to 3 are sound.
  static let faults: [WrittenFault] = [
    WrittenFault(
      "gaurds: {},", #"line 4, gaurds: unknown key, did you mean "guards"?"#),
    WrittenFault(
      "vpd: { '43': 'RA2' },",
      #"line 4, vpd.43: "43" is no VPD number, give three digits in quotes"#),
    WrittenFault(
      "vpd: { '431': 'R-A2' },",
      #"line 4, vpd.431: "R-A2" is no ODS code, give 1 to 10 letters and digits"#),
    WrittenFault(
      "vpd: ['431'],",
      "line 4, vpd: give an object of three-digit VPD numbers, each with an ODS code, not a list"),
    WrittenFault(
      "emit: { reconciledscope: 'all' },",
      #"line 4, emit.reconciledscope: unknown key, did you mean "reconciledScope"?"#),
    WrittenFault(
      "emit: { csv: { bom: true } },",
      #"line 4, emit.csv.bom: unknown key, take it away (the nearest key is "byteOrderMark")"#),
    WrittenFault(
      "emit: { disclosure: 'none' },",
      #"line 4, emit.disclosure: unknown key, it stands at "disclosure""#),
    WrittenFault(
      "'join.accept': 0.9,",
      #"line 4, ["join.accept"]: unknown key, take it away (the nearest key is "join")"#),
    WrittenFault(
      "normalise: { carerFlag: { unreadable: ['x'] } },",
      "line 4, normalise.carerFlag.unreadable: unknown key, "
        + #"take it away (the nearest key is "carer")"#),
    WrittenFault(
      "input: 'a', input: 'b',",
      "line 4, input: this key is given twice, first on line 4, take one away"),
    WrittenFault(
      "detect: { rules: { 'manager-unknown': 'off', 'manager-unknown': 'low' } },",
      "line 4, detect.rules.manager-unknown: this key is given twice, first on line 4, "
        + "take one away"),
    WrittenFault(
      "detect: { rules: { 'flag-witout-passport': 'low' } },",
      "line 4, detect.rules.flag-witout-passport: no such rule, "
        + #"did you mean "flag-without-passport"?"#),
    WrittenFault(
      "detect: { rules: { 'manager-unknown': 'hihg' } },",
      #"line 4, detect.rules.manager-unknown: no such value "hihg", did you mean "high"?"#),
    WrittenFault(
      "detect: { rules: { 'manager-unknown': false } },",
      "line 4, detect.rules.manager-unknown: "
        + #"give one of "high", "medium", "low" or "off", not false"#),
    WrittenFault(
      "join: { methods: ['employee-number', 'work-emial'] },",
      #"line 4, join.methods[1]: no such value "work-emial", did you mean "work-email"?"#),
    WrittenFault(
      "join: { methods: ['work-email', 'work-email'] },",
      #"line 4, join.methods[1]: "work-email" is given twice, take one away"#),
    WrittenFault(
      "join: { methods: ['decision'] },",
      #"line 4, join.methods[0]: no such value "decision", give one of "employee-number", "#
        + #""ni-number", "work-email", "name-and-birth-date" or "probabilistic""#),
    WrittenFault(
      "join: { methods: 'work-email' },",
      #"line 4, join.methods: give a list of methods, not the text "work-email" (put it in [ ])"#),
    WrittenFault("join: [],", "line 4, join: give an object { … }, not a list"),
    WrittenFault(
      "join: { accept: 1.5 },",
      "line 4, join.accept: give a number from 0 to 1, not the number 1.5"),
    WrittenFault(
      "join: { accept: NaN },",
      "line 4, join.accept: give a number from 0 to 1, not the number nan"),
    WrittenFault(
      "join: { margin: '0.1' },",
      #"line 4, join.margin: give a number from 0 to 1, not the text "0.1""#),
    WrittenFault(
      "join: { accept: 0.4 },",
      "line 4, join.accept: join.review (0.5) is above join.accept (0.4), "
        + "nothing would go to review, lower it"),
    WrittenFault(
      "join: { review: 0.96 },",
      "line 4, join.review: join.review (0.96) is above join.accept (0.95), "
        + "nothing would go to review, lower it"),
    WrittenFault(
      "guards: { maximumShrink: -0.1 },",
      "line 4, guards.maximumShrink: give a number from 0 to 1, not the number -0.1"),
    WrittenFault(
      "emit: { evidence: { surveyRate: 32 } },",
      "line 4, emit.evidence.surveyRate: give a number from 0 to 1, not the number 32.0"),
    WrittenFault(
      "emit: { csv: { byteOrderMark: 1 } },",
      "line 4, emit.csv.byteOrderMark: give true or false, not the number 1.0"),
    WrittenFault("input: '',", "line 4, input: give the path of a folder, not an empty one"),
    WrittenFault(
      "output: 'a\\0b',",
      "line 4, output: give the path of a folder without control characters and line ends"),
    WrittenFault(
      "output: null,", "line 4, output: give the path of a folder in quotes, not null"),
    WrittenFault(
      "disclosure: 'nhs-engalnd',",
      #"line 4, disclosure: no such value "nhs-engalnd", did you mean "nhs-england"?"#),
    WrittenFault(
      "normalise: { carerFlag: { carer: ['Former  carer'], declined: ['former carer'] } },",
      #"line 4, normalise.carerFlag.declined[0]: "former carer" stands under carer too, "#
        + "take one away"),
  ]

  @Test(arguments: faults)
  func `a fault is named with its line, its key and the remedy`(_ fault: WrittenFault) {
    let text = """
      {
        pipeline: "p", stages: ["ingest", "normalise"],
        sources: { staff: { files: ["staff/*.csv"] } },
        \(fault.written)
      }
      """
    #expect(message(of: text) == "pipeline.json5: \(fault.message)")
  }

  /// Faults of a source on line 2.
  static let sourceFaults: [WrittenFault] = [
    WrittenFault(
      "staff: {}", "sources.staff.files: this key is missing, give a list of patterns of files"),
    WrittenFault(
      "staff: { files: [] }",
      "sources.staff.files: give a list of patterns of files that is not empty"),
    WrittenFault("staff: []", "sources.staff: give a list of blocks that is not empty"),
    WrittenFault(
      "staff: 'staff.csv'",
      #"sources.staff: give a block { files: […] }, not the text "staff.csv""#),
    WrittenFault("staff: [1]", "sources.staff[0]: give a block { files: […] }, not the number 1.0"),
    WrittenFault(
      "staff: { files: 'a.csv' }",
      "sources.staff.files: give a list of patterns of files, "
        + #"not the text "a.csv" (put it in [ ])"#),
    WrittenFault(
      "staff: [{ files: ['a'] }, { files: ['a', '../b'] }]",
      "sources.staff[1].files[1]: the files must lie in the input folder, "
        + #"take ".." out or move "input""#),
    WrittenFault(
      "staff: { files: ['/a'] }",
      "sources.staff.files[0]: give a path relative to the input folder, "
        + #"without the "/" at its start"#),
    WrittenFault(
      "staff: { files: ['a\\0'] }",
      "sources.staff.files[0]: give a pattern of files in the input folder "
        + "without control characters and line ends"),
    WrittenFault(
      "staff: { files: ['staff/'] }",
      #"sources.staff.files[0]: this names a folder, put "*.csv" behind it"#),
    WrittenFault(
      "staff: { files: ['staff\\\\a.csv'] }",
      #"sources.staff.files[0]: put "/" between folders, not "\""#),
    WrittenFault(
      "staff: { files: ['a'], organisation: 'R-A2' }",
      #"sources.staff.organisation: "R-A2" is no ODS code, give 1 to 10 letters and digits"#),
    WrittenFault(
      "staff: { files: ['a'], organisation: 'ABCDEFGHIJK' }",
      #"sources.staff.organisation: "ABCDEFGHIJK" is no ODS code, "#
        + "give 1 to 10 letters and digits"),
    WrittenFault(
      "staff: { files: ['a'], optinal: true }",
      #"sources.staff.optinal: unknown key, did you mean "optional"?"#),
    WrittenFault(
      "staff: { files: ['a'] }, pasports: { files: ['a'] }",
      #"sources.pasports: unknown key, did you mean "passports"?"#),
    WrittenFault(
      "network: { files: ['a'] }",
      "sources.staff: this key is missing, give a block { files: […] }, "
        + "or a list of such blocks"),
  ]

  @Test(arguments: sourceFaults)
  func `a fault of a source is named with its line, its key and the remedy`(_ fault: WrittenFault) {
    let text = "{ pipeline: 'p', stages: ['ingest'],\n sources: { \(fault.written) } }"
    #expect(message(of: text) == "pipeline.json5: line 2, \(fault.message)")
  }

  static let order = #""ingest, normalise, join, detect, emit""#

  @Test(arguments: [
    "['normalise']", "['ingest', 'join']", "['normalise', 'ingest']", "['ingest', 'ingest']",
  ])
  func `stages are a prefix of the five in their order`(stages: String) {
    let text = "{ pipeline: 'p', sources: { staff: { files: ['a'] } },\n stages: \(stages) }"
    #expect(
      message(of: text)
        == "pipeline.json5: line 2, stages: give the stages in the order \(Self.order), "
        + "from the first to where the run shall stop")
  }

  @Test func `no stage at all is a fault`() {
    let text = "{ pipeline: 'p', sources: { staff: { files: ['a'] } }, stages: [] }"
    #expect(
      message(of: text)
        == "pipeline.json5: line 1, stages: give a list of stages that is not empty")
  }

  @Test func `an empty file misses all that is required`() {
    #expect(
      message(of: "{}") == """
        pipeline.json5: 3 faults: line 1, pipeline: this key is missing, give a text; line 1, \
        stages: this key is missing, give a list of stages, the first or more of \(Self.order); \
        line 1, sources.staff: this key is missing, give a block { files: […] }, or a list of such \
        blocks
        """)
  }

  @Test func `all faults stand in one line in the order of the file`() {
    let text = """
      {
        pipeline: "p", stages: ["ingest"], sources: { staff: { files: ["a"] } },
        disclosure: "none",
        detect: { rules: { "flag-witout-passport": "low" } },
        disclosure: "nhs-engalnd",
      }
      """
    #expect(
      message(of: text) == """
        pipeline.json5: 3 faults: line 4, detect.rules.flag-witout-passport: no such rule, \
        did you mean "flag-without-passport"?; line 5, disclosure: this key is given twice, first \
        on line 3, take one away; line 5, disclosure: no such value "nhs-engalnd", did you mean \
        "nhs-england"?
        """)
  }

  @Test func `what is no JSON5 is named with its line`() {
    let text = "{\n  pipeline: 'p',\n  join { accept: 1 },\n}"
    #expect(
      message(of: text)
        == #"pipeline.json5: line 3, column 8: expected ":" after the key "join", found "{""#)
    #expect(
      message(of: "[]") == "pipeline.json5: line 1, column 1: give one object { … }, not a list")
  }

  @Test func `a fault becomes a failure with status 78 and the same line`() {
    #expect(throws: PipelineFileFaults.self) { try readPipeline("{}") }
    do {
      _ = try readPipeline("{ a")
    } catch {
      let failure = RunFailure(error)
      #expect(failure.exitStatus == .wrongPipeline)
      #expect(failure.exitStatus.rawValue == 78)
      #expect(failure.message == error.message)
    }
  }

  @Test func `a message stays on one line whatever a key holds`() {
    let text = "{ 'a\\nb\\u2028c': 1 }"
    #expect(message(of: text).contains(#"line 1, ["a\u{A}b\u{2028}c"]: unknown key"#))
  }

  private func message(of text: String) -> String {
    do {
      _ = try readPipeline(text)
      return "no fault"
    } catch {
      return error.message
    }
  }
}
