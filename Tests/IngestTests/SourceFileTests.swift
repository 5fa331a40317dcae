import Files
import Ingest
import Records
import StageSupport
import TestSupport
import Testing
import Threads
import Vocabulary

/// Files as a whole: which are read, in which order, and what each kind of file may look like.
struct SourceFileTests {
  /// What the failure of files says.
  private func failure(
    _ files: [DrawnFile], rowBytes: Int = 1 << 20, rowLimit: Int = 1 << 20
  ) -> String {
    do {
      _ = try Extracts(reading: files, rowBytes: rowBytes, rowLimit: rowLimit)
      return "no failure"
    } catch let failure as IngestFailure {
      return "\(failure.kind) \(failure.place): \(failure.problem); \(failure.remedy)"
    } catch {
      return "another error"
    }
  }

  // MARK: - Kinds of files

  /// One row of the ODS trusts file: 27 quoted fields, of which five mean something here.
  private static func odsRow(
    _ code: String, _ name: String, _ footprint: String, open: String, close: String
  ) -> String {
    var fields = [String](repeating: "", count: 27)
    fields[0] = code
    fields[1] = name
    fields[2] = "Y99"
    fields[3] = footprint
    fields[4] = "1 HIGH STREET"
    fields[9] = "AB1 2CD"
    fields[10] = open
    fields[11] = close
    fields[13] = "RX9"
    fields[17] = "01234 567890"
    return fields.map { "\"\($0)\"" }.joined(separator: ",") + "\r\n"
  }

  @Test func `surplus empty fields of the ODS trusts file do not count`() throws {
    let row = Self.odsRow("RA2", "ROYAL TRUST", "QWE", open: "19910401", close: "").dropLast()
    let extracts = try Extracts(reading: [
      DrawnFile(.organisations, "\(row)\n\(row),\n\(row),\"\",  \n\(row),x\n")
    ])
    #expect(extracts.organisations.map(\.row.line) == [1, 2, 3])
    #expect(extracts.drawnRejects == ["4 column-count"])
  }

  @Test func `the ODS trusts file is known by its 27 fields`() throws {
    let extracts = try Extracts(reading: [
      DrawnFile(
        .organisations,
        Self.odsRow("RA2", "ROYAL TRUST, WEST", "QWE", open: "19910401", close: "")
          + Self.odsRow("RX1", "NORTH TRUST", "", open: "19930401", close: "20240331")
          + "\r\n" + Self.odsRow("RX-1", "X", "Q-1", open: "", close: "")
          + Self.odsRow("RX2", "SOUTH TRUST", "Q-1", open: "", close: "31/02/2024"))
    ])
    #expect(
      extracts.drawnOrganisations == [
        "RA2; ROYAL TRUST, WEST; QWE; ; 1991-04-01; ; ; ",
        "RX1; NORTH TRUST; ; ; 1993-04-01; 2024-03-31; ; ", "RX2; SOUTH TRUST; ; ; ; ; ; ",
      ])
    #expect(extracts.organisations.map(\.row.line) == [1, 2, 5])
    #expect(extracts.drawnRejects == ["4 code-invalid"])
    #expect(extracts.drawnFaults == ["5 footprint_code", "5 valid_to"])
    #expect(extracts.inputs[0].rowsRead == 4)
    #expect(extracts.inputs[0].blank == 1)
    // What no one asked for does not get into the table of rejects.
    #expect(
      extracts.rejects.map { String(decoding: $0.raw, as: UTF8.self) } == [
        "RX-1,X,,Q-1" + String(repeating: ",", count: 23)
      ])
  }

  @Test func `26 or 28 fields are not the ODS trusts file, nor is a file with a known heading`() {
    let row = Self.odsRow("RA2", "TRUST", "QWE", open: "", close: "")
    let heading = Self.odsRow("Code", "Organisation Name", "Group", open: "", close: "")
    for text in [
      heading + row,
      String(row.dropLast(4)) + "\r\n", String(row.dropLast(1)) + ",\"\"\r\n", "valid_to\n" + row,
    ] {
      #expect(
        failure([DrawnFile(.organisations, text)]).hasPrefix("unusable organisations.csv: no"))
    }
  }

  @Test func `the ODS trusts file is known among the organisations only`() {
    let row = Self.odsRow("RA2", "TRUST", "QWE", open: "", close: "")
    #expect(
      failure([DrawnFile(.footprints, row)]).hasPrefix("unusable footprints.csv: no header"))
  }

  @Test func `a row of the ODS trusts file has 27 fields and no more`() throws {
    let row = Self.odsRow("RA2", "TRUST", "QWE", open: "", close: "")
    let extracts = try Extracts(reading: [
      DrawnFile(.organisations, row + String(row.dropLast(4)) + "\r\n")
    ])
    #expect(extracts.drawnRejects == ["2 column-count"])
  }

  @Test func `a discrepancies file that was filled in is a file of decisions`() throws {
    let extracts = try Extracts(reading: [
      DrawnFile(
        .decisions,
        """
        | discrepancy_id   | rule          | severity | subject       | until      | decision |
        | 0123456789abcdef | email-shared  | medium   | RA2/00000001  |            | waive    |
        | 0123456789abcde0 | email-shared  | medium   | RA2/00000002  |            |          |
        | 0123456789abcde1 | email-shared  | medium   | RA2/00000003  | 01/07/2026 | Waive    |
        | 0123456789abcde2 | email-shared  | medium   | RA2/00000004  |            | accept   |
        |                  | email-shared  | medium   | RA2/00000005  |            | waive    |
        """)
    ])
    #expect(
      extracts.drawnDecisions == [
        "discrepancy; 0123456789abcdef; ; waive; ", "discrepancy; 0123456789abcde0; ; none; ",
        "discrepancy; 0123456789abcde1; ; waive; 2026-07-01",
      ])
    #expect(extracts.drawnRejects == ["5 decision-unknown", "6 decision-unknown"])
  }

  @Test func `a file with kind and discrepancy id goes by kind and subject`() throws {
    let extracts = try Extracts(reading: [
      DrawnFile(
        .decisions,
        """
        | kind        | discrepancy_id   | subject      | employee | decision |
        | discrepancy | 0123456789abcdef | rule x       |          | waive    |
        | link        |                  | passport:P-1 | RA2/1    | accept   |
        |             | 0123456789abcdef |              |          | waive    |
        """)
    ])
    #expect(
      extracts.drawnDecisions == [
        "discrepancy; rule x; ; waive; ", "link; passport:P-1; RA2/00000001; accept; ",
      ])
    #expect(extracts.drawnRejects == ["4 decision-unknown"])
  }

  // MARK: - Files that cannot be used

  @Test func `a quote that is never closed ends the run, naming the line where it opens`() {
    #expect(
      failure([
        DrawnFile(
          .staff,
          "ods code,emp no,forename,surname\nRA2,1,Ann,Lee\nRA2,2,\"Be\nn\",\"Lee\nRA2,3,Cat,Lee\n")
      ])
        == "unusable staff.csv, line 4: a quote is opened here and never closed, which would hide "
        + "the rest of the file; mend the quote or take the file away")
  }

  @Test func `a row that is too long to be one ends the run, naming the line where it begins`() {
    // 16 bytes, two of them line ends between quotes.
    let row = "RA2,2,\"B\ne\n\",Lee"
    let text = "ods code,emp no,forename,surname\nRA2,1,Ann,Lee\n\(row)\nRA2,3,C,Lee\n"
    #expect(failure([DrawnFile(.staff, text)], rowBytes: 16) == "no failure")
    #expect(
      failure([DrawnFile(.staff, text)], rowBytes: 15)
        == "unusable staff.csv, line 3: the row that begins here has more than 15 bytes, as where "
        + "a quote is closed in the wrong place; mend the quote or take the file away")
  }

  @Test func `more rows than a run can number end it, rejected ones counted and blank lines not`() {
    let staff = "ods code,emp no,forename,surname\nRA2,1,Ann,Lee\n\nRA2,2,Ben\n"
    let footprints = "footprint_code,footprint_name\nQWE,West\n"
    let files = [DrawnFile(.staff, staff), DrawnFile(.footprints, footprints)]
    #expect(failure(files, rowLimit: 3) == "no failure")
    #expect(
      failure(files, rowLimit: 2)
        == "unusable the input files: they have 3 rows together, and a run reads 2 at most; take "
        + "away what does not belong there, or give some organisations a run of their own")
  }

  @Test func `a pattern that matches nothing ends the run unless it is optional`() throws {
    let folder = TemporaryFolder()
    folder.write("staff/a.csv", "emp no,ods code,forename,surname\n1,RA2,Ann,Lee\n")
    var settings = IngestSettings()
    settings.sources[.staff] = [SourceBlock(files: ["staff/*.csv"])]
    settings.sources[.network] = [SourceBlock(files: ["network/*.csv"], isOptional: true)]
    let root = try Folder(opening: folder.path)
    #expect(try InputPlan(settings, below: root).items.map(\.path) == ["staff/a.csv"])
    settings.sources[.network] = [SourceBlock(files: ["network/*.csv"])]
    do {
      _ = try InputPlan(settings, below: root)
      Issue.record("a pattern without a file was accepted")
    } catch {
      #expect(error.kind == .missing)
      #expect(error.place == "\(folder.path): network/*.csv")
      #expect(error.problem == "no file for the source network")
    }
  }

  @Test(arguments: [
    ("staff/*.xlsx", ", though there are staff/a.csv, staff/b.csv"),
    ("passports/*.csv", ", though there is passports/log.txt"),
    ("network/*.csv", ", though there are network/1.txt, network/2.txt, network/3.txt and 2 more"),
    ("Staff/*.csv", ", though there is staff: capitals count"),
    ("LOG.csv", ", though there is log.csv: capitals count"),
    ("council/*.csv", ""), ("staff*.csv", ""), ("*/nothing.csv", ""),
  ])
  func `a pattern that matches nothing tells what lies there`(
    pattern: String, told: String
  ) throws {
    let folder = TemporaryFolder()
    let paths = ["staff/a.csv", "staff/b.csv", "passports/log.txt", "log.csv"]
    for path in paths + (1...5).map({ "network/\($0).txt" }) { folder.write(path, "") }
    var settings = IngestSettings()
    settings.sources[.staff] = [SourceBlock(files: [pattern])]
    let root = try Folder(opening: folder.path)
    do {
      _ = try InputPlan(settings, below: root)
      Issue.record("a pattern without a file was accepted")
    } catch {
      #expect(error.problem == "no file for the source staff" + told)
    }
  }

  @Test func `files beside those that a pattern fits are named, as they are not read`() throws {
    let folder = TemporaryFolder()
    let row = "emp no,ods code,forename,surname\n1,RA2,Ann,Lee\n"
    for path in [
      // Left out: no pattern fits them.
      "staff/b.xlsx", "staff/A.txt",
      // Read, by either pattern.
      "staff/a.csv", "staff/c.tsv",
      // Hidden, in a folder of its own, and where only one name is asked for.
      "staff/.d.xlsx", "staff/old/e.xlsx", "lists/f.xlsx", "lists/members.csv", "g.xlsx",
    ] {
      folder.write(path, row)
    }
    var settings = IngestSettings()
    settings.sources[.staff] = [SourceBlock(files: ["staff/*.csv", "staff/*.tsv"])]
    settings.sources[.network] = [SourceBlock(files: ["lists/members.csv"])]
    let plan = try InputPlan(settings, below: Folder(opening: folder.path))
    #expect(plan.leftOut(by: settings) == ["staff/A.txt", "staff/b.xlsx"])
    settings.sources[.staff] = [SourceBlock(files: ["*/*.csv"])]
    #expect(plan.leftOut(by: settings) == ["lists/f.xlsx", "staff/A.txt", "staff/b.xlsx"])
  }

  // MARK: - Reading order

  @Test func `files are read in the order of sources, blocks, patterns and paths`() throws {
    let folder = TemporaryFolder()
    func staff(_ name: String) -> String { "emp no,ods code,forename,surname\n1,RA2,\(name),Lee\n" }
    for path in ["b.csv", "a.csv", "a/z.csv", "B.csv", "c.txt", ".hidden.csv", "a/.hidden.csv"] {
      folder.write(path, staff(path))
    }
    folder.write("list.csv", "surname\nLee\n")
    var settings = IngestSettings()
    settings.sources[.passports] = [SourceBlock(files: ["list.csv"])]
    settings.sources[.staff] = [
      SourceBlock(files: ["c.txt", "b.*", "*.csv"]), SourceBlock(files: ["*/*.csv", "c.txt"]),
    ]
    // The list is no staff file: only its name matches.
    folder.write("list.csv", staff("list.csv"))
    let plan = try InputPlan(settings, below: Folder(opening: folder.path))
    #expect(
      plan.items.map { "\($0.source.rawValue) \($0.path)" } == [
        "staff c.txt", "staff b.csv", "staff B.csv", "staff a.csv", "staff list.csv",
        "staff a/z.csv", "passports list.csv",
      ])
    for workers in [1, 2, 7] {
      let extracts = try Ingest(plan, settings, asOf: .drawn).run(Workers(count: workers))
      #expect(
        extracts.drawnNames
          == ["c.txt", "b.csv", "B.csv", "a.csv", "list.csv", "a/z.csv"].map {
            "\($0) Lee"
          })
      #expect(extracts.assignments.flatMap(\.row).map(\.file) == [0, 1, 2, 3, 4, 5])
      #expect(extracts.assignments.map { extracts.citation($0.row[0]) }.last == "a/z.csv:2")
    }
  }

  @Test func `names that differ in their bytes only are two files`() throws {
    let table = "ods code,emp no,forename,surname\n"
    let extracts = try Extracts(reading: [
      DrawnFile(.staff, table + "RA2,1,Ann,Lee\n", path: "\u{E9}.csv"),
      DrawnFile(.staff, table + "RA2,2,Ben,Lee\n", path: "e\u{301}.csv"),
    ])
    #expect(extracts.drawnNames == ["Ann Lee", "Ben Lee"])
    #expect(extracts.inputs.count == 2)
  }

  @Test
  func `a file that two patterns of a source match is read once, with the first block's word`()
    throws
  {
    let folder = TemporaryFolder()
    folder.write("staff.csv", "emp no,ods code,forename,surname\n1,,Ann,Lee\n")
    var settings = IngestSettings()
    settings.sources[.staff] = [
      SourceBlock(files: ["staff.csv"], organisation: "RA2"),
      SourceBlock(files: ["*.csv"], organisation: "RX1"),
    ]
    let plan = try InputPlan(settings, below: Folder(opening: folder.path))
    #expect(plan.items.map(\.organisation.text) == ["RA2"])
  }

  // MARK: - Accounts

  @Test func `the second of two files with the same bytes is skipped, with 0 rows`() throws {
    let text = "ods code,emp no,forename,surname\nRA2,1,Ann,Lee\n\nRA2,x,Ben,Lee\n"
    let extracts = try Extracts(reading: [
      DrawnFile(.staff, text), DrawnFile(.staff, text), DrawnFile(.staff, text + "\n"),
      DrawnFile(.staff, text, organisation: "RA2"), DrawnFile(.staff, text, organisation: "RA2"),
      DrawnFile(.passports, text), DrawnFile(.network, text),
    ])
    #expect(
      extracts.inputs.map { input in
        "\(input.path) \(input.rowsRead) = \(input.accepted) + \(input.rejected), \(input.blank) "
          + "blank\(input.isDuplicate ? ", duplicate" : "")"
      } == [
        "staff.csv 2 = 1 + 1, 1 blank", "staff-2.csv 0 = 0 + 0, 0 blank, duplicate",
        "staff-3.csv 2 = 1 + 1, 2 blank", "staff-4.csv 2 = 1 + 1, 1 blank",
        "staff-5.csv 0 = 0 + 0, 0 blank, duplicate", "passports.csv 2 = 2 + 0, 1 blank",
        "network.csv 2 = 2 + 0, 1 blank",
      ])
    #expect(extracts.inputs[0].sha256 == extracts.inputs[1].sha256)
    #expect(extracts.inputs[1].byteCount == text.utf8.count)
    #expect(extracts.drawnNames == ["Ann Lee", "Ann Lee", "Ann Lee"])
    #expect(extracts.rejects.count == 3)
  }

  @Test func `an account names size and digest of the file`() throws {
    let extracts = try Extracts(reading: [DrawnFile(.passports, "surname\nLee")])
    #expect(extracts.inputs[0].byteCount == 11)
    #expect(
      extracts.inputs[0].sha256
        == "cc213c851a067507684bccd76a1226074fb1d27123aaa9c82deb5f322c2eb589")
  }

  @Test(arguments: [2, 7])
  func `what several workers read is what one reads`(workers: Int) throws {
    // Texts of each file are also in others, so that each worker's codes differ.
    let sheets = HeadingTests.sheets.map { sheet in
      (sheet.source, sheet.columns.map(\.name), sheet.columns.map(\.cell), sheet.row)
    }
    var files: [DrawnFile] = []
    for round in 0..<4 {
      for (source, headings, cells, _) in sheets {
        let rows = [cells] + (0..<round).map { _ in cells }
        files.append(
          DrawnFile(
            source,
            ([headings] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n")))
      }
      let names = (0..<20).map { "R\(round),\($0 + 1),N\($0 * round),L\($0 % 7),n\($0)@x.uk" }
      files.append(
        DrawnFile(
          .staff, "ods code,emp no,forename,surname,email\n" + names.joined(separator: "\n")))
    }
    let one = try Extracts(reading: files)
    let several = try Extracts(reading: files, workers: workers)
    #expect(several.drawnRows == one.drawnRows)
    #expect(several.inputs.map(\.sha256) == one.inputs.map(\.sha256))
    // 1 + 2 + 3 + 4 rows of each sheet, and four times twenty names.
    #expect(one.drawnRows.count == sheets.count * 10 + 80)
    for (_, _, _, row) in sheets {
      // Without the first value, which for a code is its line.
      let values = row.drop { $0 != ";" }
      #expect(several.drawnRows.count { $0.hasSuffix(values) } == 10)
    }
  }

  @Test func `of several unusable files the first in reading order is named`() throws {
    let files = [
      DrawnFile(.staff, "ods code,emp no,forename,surname\nRA2,1,Ann,Lee\n"),
      DrawnFile(.staff, "ods code,emp no,forename,surname\nRA2,1,\"Ann,Lee\n"),
      DrawnFile(.staff, "nothing"),
    ]
    for workers in [1, 2, 7] {
      do {
        _ = try Extracts(reading: files, workers: workers)
        Issue.record("an unusable file was read")
      } catch let failure as IngestFailure {
        #expect(failure.place == "staff-2.csv, line 2")
      }
    }
  }
}
