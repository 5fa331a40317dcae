import Columns
import Records
import Sample
import Testing
import Vocabulary

/// The lists hold the mistakes that the linkage benchmark counts on, in about their shares.
@Suite struct ListMistakeTests {
  /// What a passport's cells are, by place.
  private enum Cell {
    static let born = 4, number = 5, niNumber = 6, mail = 7, organisation = 8
  }

  private static func share(_ part: Int, of whole: Int) -> Int { part * 1_000 / whole }

  @Test func `a passport log is a twentieth of the staff with the mistakes of such lists`() throws {
    let folder = try GeneratedFolder.twentyThousand.get()
    let rows = folder.rows("input/passports/log.csv")
    let truth = folder.rows("truth/passports.csv")
    #expect((950...1_150).contains(rows.count))
    #expect(rows.count == truth.count)
    func thousandths(_ holds: ([Substring]) -> Bool) -> Int {
      Self.share(rows.count(where: holds), of: rows.count)
    }
    #expect((360...440).contains(thousandths { $0[Cell.number].isEmpty }))
    #expect((560...640).contains(thousandths { $0[Cell.niNumber].isEmpty }))
    #expect((120...180).contains(thousandths { $0[Cell.born].isEmpty }))
    #expect((15...50).contains(thousandths { $0[Cell.organisation].isEmpty }))
    #expect((55...125).contains(thousandths { Self.isPrivate($0[Cell.mail]) }))
    // Numbers that lost their zeros: 45 % of the third that has any.
    let numbered = rows.filter { !$0[Cell.number].isEmpty }
    let short = numbered.count { $0[Cell.number].filter(\.isNumber).count < 8 }
    #expect((80...220).contains(Self.share(short, of: numbered.count)))
    let outsiders = truth.count { $0[1].isEmpty }
    #expect((30...70).contains(Self.share(outsiders, of: truth.count)))
    #expect((5...40).contains(Self.share(Self.repeats(truth), of: truth.count)))
  }

  @Test func `a network list is a fiftieth of the staff, the full name in one column`() throws {
    let folder = try GeneratedFolder.twentyThousand.get()
    let entries = try folder.extracts().memberships
    let truth = folder.rows("truth/network.csv")
    #expect((330...470).contains(entries.count))
    #expect(entries.count == truth.count)
    #expect(entries.allSatisfy { !$0.lastName.isEmpty })
    let withNumber = entries.count { !$0.number.isMissing }
    #expect((190...310).contains(Self.share(withNumber, of: entries.count)))
    let withMail = entries.count { !$0.email.isEmpty }
    #expect((840...960).contains(Self.share(withMail, of: entries.count)))
  }

  @Test func `hard lists leave most identifiers blank`() throws {
    let folder = try GeneratedFolder(employees: 20_000, lists: .hard)
    let rows = folder.rows("input/passports/log.csv")
    for (place, atLeast) in [
      (Cell.number, 860), (Cell.niNumber, 890), (Cell.born, 570), (Cell.mail, 600),
    ] {
      let blank = rows.count { $0[place].isEmpty }
      #expect(Self.share(blank, of: rows.count) >= atLeast, "column \(place)")
    }
  }

  @Test func `the truth names employees of the staff extracts, at the lines of the list`() throws {
    let folder = try GeneratedFolder(employees: 5_000)
    let extracts = try folder.extracts()
    var employees: Set<String> = []
    for batch in extracts.assignments {
      for row in 0..<batch.count {
        employees.insert("\(batch.organisation[row].text)/\(batch.number[row].text)")
      }
    }
    let truth = folder.rows("truth/passports.csv")
    #expect(extracts.passports.map { "\($0.row.line)" } == truth.map { String($0[0]) })
    for row in truth where !row[1].isEmpty {
      #expect(employees.contains(String(row[1])))
      #expect(employees.contains(String(row[2])))
    }
    // Where number and organisation stand in full and are someone's, they are the one's meant.
    var agreeing = 0
    var differing = 0
    for (entry, row) in zip(extracts.passports, truth) {
      let key = "\(entry.organisation.text)/\(entry.number.text)"
      guard employees.contains(key) else { continue }
      if key == row[1] { agreeing += 1 } else { differing += 1 }
    }
    #expect(agreeing > 100)
    #expect(differing == 0)
  }

  private static func isPrivate(_ mail: Substring) -> Bool {
    let lower = mail.lowercased()
    return ["mail", "hotpost", "cloud", "outbox", "home"].contains {
      lower.hasSuffix("@\($0).example")
    }
  }

  /// How many entries mean an employee who has one already.
  private static func repeats(_ truth: [[Substring]]) -> Int {
    var seen: Set<Substring> = []
    return truth.count { !$0[1].isEmpty && !seen.insert($0[1]).inserted }
  }
}
