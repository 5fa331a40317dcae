import Testing
import TestSupport

/// A series of ESR interface files and CSV files of the same people: `Cases/esr-twin`.
///
/// The series has a leaver, a starter, a new name, a deleted competence, someone who begins in
/// December, an applicant, and an assignment that is over; the CSV files are what comes of it.
struct InterfaceFileTests {
  private static let folder = Repository.path("Tests/EndToEndTests/Cases/esr-twin")

  @Test func `interface files and CSV files of the same people give the same outputs`() throws {
    let dat = try run("dat")
    let csv = try run("csv")
    let files = FolderContents.files(below: csv.path("latest") + "/.").filter { file in
      file.hasSuffix(".csv") && file != "rejects.csv"
    }
    #expect(files.count > 8)
    #expect(
      files
        == FolderContents.files(below: dat.path("latest") + "/.").filter { file in
          file.hasSuffix(".csv") && file != "rejects.csv"
        })
    for file in files {
      let found = CSVTable(file: dat.path("latest/\(file)"))
      let expected = CSVTable(file: csv.path("latest/\(file)"))
      #expect(found.headings == expected.headings)
      // The lines that a finding rests on are those of its own files.
      #expect(Self.rows(found) == Self.rows(expected), "\(file)")
    }
    let people = CSVTable(file: dat.path("latest/reconciled/S9B9J/RA2.csv"))
    #expect(people.column("employee_number").count == 7)
    #expect(people.column("esr_flag").filter { $0 == "carer" }.count == 1)
    #expect(people.column("last_name").contains("Sedge-Hay"))
  }

  @Test func `a finding cites the lines of the interface files`() throws {
    let dat = try run("dat")
    let table = CSVTable(file: dat.path("latest/discrepancies.csv"))
    let sources = table.rows.first { $0["rule"] == "passport-for-leaver" }?["sources"]
    #expect(
      sources == "dat/esr/GO_431_EXP_GOC_20261103_00000042.DAT:5;shared/passports.csv:3"
        || sources == "shared/passports.csv:3;dat/esr/GO_431_EXP_GOC_20261103_00000042.DAT:5")
  }

  private static func rows(_ table: CSVTable) -> [[String: String]] {
    table.rows.map { row in row.filter { $0.key != "sources" } }
  }

  private func run(_ pipeline: String) throws -> TemporaryFolder {
    let output = TemporaryFolder()
    let result = try BuiltProgram.run(
      ["run", "\(pipeline).json5", "--as-of", "2026-11-21", "--output", output.path],
      in: Self.folder)
    #expect(result.status == 0, "\(result.errors)")
    return output
  }
}
