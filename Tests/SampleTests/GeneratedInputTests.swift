import Columns
import Ingest
import Records
import Sample
import TestSupport
import Testing
import Vocabulary

/// The generated inputs as the product reads them.
@Suite struct GeneratedInputTests {
  @Test func `every file is read, and hardly a row is rejected`() throws {
    let folder = try GeneratedFolder.twentyThousand.get()
    let extracts = try folder.extracts()
    let employers = extracts.inputs.filter { $0.source == .staff }
    #expect(employers.count == 199)
    #expect(extracts.inputs.allSatisfy { $0.rowsRead > 0 && $0.balances && !$0.isDuplicate })
    let staff = extracts.inputs.filter { $0.source == .staff }.reduce(0) { $0 + $1.accepted }
    #expect(staff == folder.summary.staffRows)
    #expect(extracts.passports.count == folder.summary.passports)
    #expect(extracts.memberships.count == folder.summary.members)
    // Rejects are competences without a number that can be read: about 1 in 10,000 employees.
    #expect(extracts.rejects.count < 12)
    #expect(extracts.rejects.allSatisfy { $0.reason == .employeeNumberInvalid })
    // Cells that cannot be read: a word where a start date belongs, about 1 row in 4,000.
    #expect((1...30).contains(extracts.faults.count))
  }

  @Test func `every heading is the contract's, but for four columns that nobody asks for`() throws {
    let folder = try GeneratedFolder(employees: 2_000)
    let layout = Layouts.layout(of: .staff)
    var known: Set<String> = []
    for column in layout.columns {
      known.insert(Self.compared(column.rawValue))
      for heading in Headings.accepted[column] ?? [] { known.insert(Self.compared(heading)) }
    }
    var headers: Set<String> = []
    for path in try folder.paths() where path.hasPrefix("input/staff/") {
      let text = String(decoding: folder.temporary.read(path) ?? [], as: UTF8.self)
      let header = text.split(whereSeparator: \.isNewline)[0]
      headers.insert(String(header))
      let delimiter: Character = header.contains("\t") ? "\t" : header.contains(";") ? ";" : ","
      let headings = header.split(separator: delimiter).map { Self.compared(String($0)) }
      let unknown = Set(headings).subtracting(known)
      #expect(unknown == ["payscale", "costcentre", "location", "adjustments"], "\(path)")
    }
    // Four dialects, two orders, with and without a flag, byte order marks and delimiters besides.
    #expect(headers.count >= 16)
  }

  @Test func `names, assignments and identifiers are spread as in life`() throws {
    let folder = try GeneratedFolder.twentyThousand.get()
    let extracts = try folder.extracts()
    var surnames: [UInt32: Int] = [:]
    var numbers: Set<UInt64> = []
    var rows = 0
    var without = (ni: 0, email: 0)
    for batch in extracts.assignments {
      for row in 0..<batch.count {
        rows += 1
        surnames[batch.lastName[row].raw, default: 0] += 1
        if batch.niNumber[row].isMissing { without.ni += 1 }
        if batch.email[row].isEmpty { without.email += 1 }
        numbers.insert(batch.niNumber[row].raw)
      }
    }
    // The commonest surname: 0.7 to 2 % of the rows; several thousand surnames in all.
    #expect((140...440).contains(surnames.values.max() ?? 0))
    #expect(surnames.count > 4_000)
    #expect((21_000...23_000).contains(rows))
    #expect(without.ni < rows / 40)
    #expect(without.email < rows / 20)
    // Movers have one NI number at two employers; nobody else shares one.
    let movers = folder.lines("truth/persons.csv").count
    #expect((200...700).contains(movers))
    #expect(numbers.count > 19_000)
  }

  /// A heading as headings are compared: letters and digits only.
  private static func compared(_ heading: String) -> String {
    heading.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }
}
