import Ingest
import Pipeline
import Testing
import TestSupport
import Vocabulary

/// Layout files: what they say, and each kind of fault with its whole message.
struct LayoutFileTests {
  @Test func `every key is read`() throws {
    let text = """
      // a comment
      { name: 'pay-roll-2', source: 'access-codes', description: 'Codes.',
        headings: { access_code: ['Licence', 'Licence No.'] },
        constants: { platform: 'efc' },
        values: { platform: { 'The Managers\\' One': 'efc', None: '' } },
        skipRows: ['Total*'], emptyReport: ['Nothing'] }
      """
    let layout = try SourceLayout.read(path: "own.json5", bytes: Array(text.utf8))
    #expect(layout.name == "pay-roll-2")
    #expect(layout.source == .accessCodes)
    #expect(layout.description == "Codes.")
    #expect(layout.headings == [.accessCode: ["Licence", "Licence No."]])
    #expect(layout.constants == [.platform: "efc"])
    #expect(layout.values == [.platform: ["The Managers' One": "efc", "None": ""]])
    #expect(layout.skipRows == ["Total*"])
    #expect(layout.emptyReport == ["Nothing"])
  }

  static let faults: [WrittenFault] = [
    WrittenFault("heading: {}", #"heading: unknown key, did you mean "headings"?"#),
    WrittenFault(
      "headings: { employe_number: ['x'] }",
      #"headings.employe_number: unknown column, did you mean "employee_number"?"#),
    WrittenFault(
      "headings: { review_date: ['x'] }",
      "headings.review_date: the source staff has no such column, "
        + #"take it away (the nearest column is "leaving_date")"#),
    WrittenFault(
      "headings: { title: 'x' }",
      #"headings.title: give a list of headings, not the text "x" (put it in [ ])"#),
    WrittenFault(
      "headings: { title: ['- .'] }", "headings.title[0]: give a heading with letters or digits"),
    WrittenFault(
      "headings: { first_name: ['Name 1'], last_name: ['name-1'] }",
      #"headings.last_name: "name-1" stands under first_name too, take one away"#),
    // Twice under one column is no fault.
    WrittenFault(
      "headings: { first_name: ['Name 1', 'name-1'] }, skipRows: 1",
      "skipRows: give a list of texts, not the number 1.0"),
    WrittenFault(
      "constants: { title: 1 }", "constants.title: give a text in quotes, not the number 1.0"),
    WrittenFault(
      "values: { title: ['x'] }", "values.title: give an object of texts, not a list"),
    WrittenFault(
      "values: { title: { a: 1 } }", "values.title.a: give a text in quotes, not the number 1.0"),
    WrittenFault("skipRows: ['*']", "skipRows[0]: this would be any row, say more"),
    WrittenFault(
      "skipRows: 'Total'",
      #"skipRows: give a list of texts, not the text "Total" (put it in [ ])"#),
    WrittenFault(
      "name: 'b'", "name: this key is given twice, first on line 1, take one away"),
  ]

  @Test(arguments: faults)
  func `a fault is named with its line, its key and what to do`(_ fault: WrittenFault) {
    let text = "{ name: 'a', source: 'staff',\n\(fault.written) }"
    let message = Self.message(text)
    #expect(message == "own.json5: line 2, \(fault.message)")
  }

  @Test func `all faults are named at once, missing keys too`() {
    #expect(
      Self.message("{\n source: 'staf',\n skipRows: 1 }") == """
        own.json5: 3 faults: line 1, name: this key is missing, give a name of letters, digits \
        and hyphens; line 2, source: no such value "staf", did you mean "staff"?; line 3, \
        skipRows: give a list of texts, not the number 1.0
        """)
    // Without a source, what its columns are is not guessed.
    #expect(
      Self.message("{ name: 'a', headings: { review_date: ['x'] } }")
        .hasPrefix("own.json5: line 1, source: this key is missing"))
    #expect(Self.message("[]") == "own.json5: line 1, column 1: give one object { … }, not a list")
  }

  private static func message(_ text: String) -> String {
    do {
      _ = try SourceLayout.read(path: "own.json5", bytes: Array(text.utf8))
      return "no fault"
    } catch {
      return error.message
    }
  }

  // MARK: - Those that come with the program

  @Test func `the layouts that come with the program can be read`() throws {
    let layouts = try LayoutSet()
    #expect(layouts.tables.map(\.name) == ["esr-bi-competences", "esr-bi-staff-in-post"])
    for layout in layouts.tables {
      #expect(!layout.description.isEmpty)
      #expect(layout.sha256.utf8.count == 64)
      // Who edited a record is never the person.
      let headings = layout.headings.values.flatMap(\.self).map(Headings.key)
      #expect(!headings.contains(Headings.key("Last Updated By")))
    }
  }

  // MARK: - Several beside one pipeline file

  private static let outbound = ShippedLayouts.files.first { $0.name.hasPrefix("esr-generic") }

  /// Two files, and the key and fault of the second one.
  @Test(arguments: [
    (
      "{ name: 'own', source: 'staff' }", "{ name: 'own', source: 'network' }",
      "name: layouts/a.json5 has this name too, give another one"
    ),
    (
      "", "", "records: layouts/a.json5 describes interface records too, take one away"
    ),
  ])
  func `two layouts that want one place are refused`(
    first: String, second: String, problem: String
  ) throws {
    let folder = TemporaryFolder()
    for (name, text) in [("a", first), ("b", second)] {
      let records = String(decoding: Self.outbound?.bytes ?? [], as: UTF8.self)
      // Another remark, so that it is no copy of what came with the program.
      folder.write("layouts/\(name).json5", text.isEmpty ? "// \(name)\n\(records)" : text)
    }
    #expect {
      try LayoutSet(patterns: nil, pipeline: folder.path("pipeline.json5"))
    } throws: { error in
      let message = (error as? RunFailure)?.message ?? ""
      return message.replacing(folder.path("layouts"), with: "layouts").hasSuffix(problem)
    }
  }

  /// What the key `layouts` says beside `own.json5`, and whether the layout in it is known; nil
  /// where the run is refused.
  @Test(
    arguments: [
      (["own.json5"], true), (["o*.json5"], true), ([], false), (nil, false),
      (["own.json5", "other/*.json5"], nil), (["other/*.json5"], nil),
    ] as [([String]?, Bool?)])
  func `what the key layouts names must be there, what it does not name is not looked for`(
    patterns: [String]?, isKnown: Bool?
  ) throws {
    let folder = TemporaryFolder()
    folder.write("own.json5", "{ name: 'own', source: 'staff' }")
    do throws(RunFailure) {
      let layouts = try LayoutSet(patterns: patterns, pipeline: folder.path("pipeline.json5"))
      #expect(layouts.tables.map(\.name).contains("own") == isKnown)
    } catch {
      #expect(isKnown == nil)
      #expect(error.exitStatus == .inputMissing)
      #expect(error.place.hasSuffix("other/*.json5"))
    }
  }

  @Test func `a layout of headings may have any name beside one of interface records`() throws {
    let folder = TemporaryFolder()
    let records = String(decoding: Self.outbound?.bytes ?? [], as: UTF8.self)
    folder.write("layouts/a.json5", "// own\n\(records)")
    folder.write("layouts/b.json5", "{ name: 'OutboundLayout', source: 'staff' }")
    let layouts = try LayoutSet(patterns: nil, pipeline: folder.path("pipeline.json5"))
    #expect(layouts.tables.map(\.name).contains("OutboundLayout"))
  }
}
