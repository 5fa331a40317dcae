import Columns
import Join
import Records
import Threads
import Vocabulary

/// A staff extract and a list drawn as tables, for tests of linking.
///
/// Staff rows: `organisation number first last known-as previous birth-date email NI-number`;
/// entries: `organisation number first last birth-date email NI-number reference`. `-` is an empty
/// cell, and so are the last ones where they are left out; `_` is a space in a name.
struct SmallStaff {
  private(set) var extracts = Extracts()
  private(set) var workforce = Workforce()
  let reference = Reference()

  init(staff: String, passports: String) {
    var rows = Self.rows(staff)
    // Enough others that names have frequencies: none is anybody of the tests.
    for number in 0..<400 {
      let letters = Self.letters(number)
      rows.append([
        "RZ\(number % 4)", "9\(1_000_000 + number * 977)", "Filler\(letters)", "Other\(letters)",
        "-", "-", "19\(50 + number % 50)-0\(number % 9 + 1)-1\(number % 10)",
        "filler\(letters).other\(letters)@fill.example",
      ])
    }
    rows.sort { ($0[0], $0[1]) < ($1[0], $1[1]) }
    workforce.organisations = Set(rows.map { $0[0] }).sorted().compactMap { ODSCode($0) }
    for row in rows { appendEmployee(row) }
    workforce.indexOrganisations()
    for (line, row) in Self.rows(passports).enumerated() { appendEntry(row, line: line + 2) }
    fillNames()
    workforce.persons = Persons(
      key: Array(0..<Int32(rows.count)), of: workforce.employees)
  }

  /// The index of the employee `ORG/NUMBER`.
  func employee(_ organisation: String, _ number: String) -> Int? {
    guard let code = ODSCode(organisation), let number = EmployeeNumber(number) else { return nil }
    return workforce.employee(code, number)
  }

  /// The agreement levels of an entry and an employee, by field; empty where the pair is never
  /// weighed.
  func levels(of employee: Int, entry: Int = 0) -> [String: String] {
    var settings = JoinSettings()
    settings.methods = [.probabilistic]
    settings.accept = 2
    settings.review = 0
    let review = links(settings).reviews.first { $0.employee == employee && $0.entry == entry }
    var result: [String: String] = [:]
    for level in review?.levels ?? [] {
      guard let colon = level.firstIndex(of: ":"), let bracket = level.lastIndex(of: "(") else {
        continue
      }
      let words = level[level.index(colon, offsetBy: 2)..<level.index(before: bracket)]
      result[String(level[..<colon])] = String(words)
    }
    return result
  }

  /// Joins with these methods.
  func links(_ methods: Set<MatchMethod>, workers: Int = 1) -> Links {
    var settings = JoinSettings()
    settings.methods = methods
    return links(settings, workers: workers)
  }

  private func links(_ settings: JoinSettings, workers: Int = 1) -> Links {
    Join(settings, asOf: CalendarDay(raw: 20_778))
      .run(extracts, workforce, reference, Workers(count: workers))
  }

  /// Adds the decision that the entry with this subject is not this employee.
  mutating func reject(_ subject: String, _ organisation: String, _ number: String) {
    extracts.decisions.append(
      DecisionRow(
        row: SourceRow(file: 0, line: 2), isLink: true,
        subject: extracts.texts.code(of: subject), organisation: ODSCode(organisation) ?? .missing,
        number: EmployeeNumber(number) ?? .missing, verdict: .reject, until: .missing))
    fillNames()
  }

  private mutating func appendEmployee(_ row: [String]) {
    let organisation = ODSCode(row[0]).flatMap { workforce.organisationIndex($0) } ?? 0
    workforce.employees.organisation.append(Int32(organisation))
    workforce.employees.number.append(EmployeeNumber(row[1]) ?? .missing)
    workforce.employees.firstName.append(text(row[2]))
    workforce.employees.lastName.append(text(row[3]))
    workforce.employees.knownAs.append(text(row[4]))
    workforce.employees.previousLastName.append(text(row[5]))
    workforce.employees.birthDate.append(Self.day(row[6]))
    workforce.employees.email.append(
      row[7] == "-" ? .empty : extracts.emails.code(of: row[7]))
    workforce.employees.niNumber.append(row.count > 8 ? Self.niNumber(row[8]) : .missing)
    workforce.employees.staffGroup.append(.empty)
    workforce.employees.jobTitle.append(.empty)
    workforce.employees.manager.append(.missing)
    workforce.employees.isActive.append(true)
    workforce.employees.flag.append(.notRecorded)
    workforce.employees.flagDate.append(.missing)
    workforce.employees.hasESRPassport.append(false)
    workforce.employees.firstAssignment.append(Int32(workforce.employees.count))
  }

  private mutating func appendEntry(_ row: [String], line: Int) {
    var entry = ListEntry(row: SourceRow(file: 0, line: line))
    entry.organisation = ODSCode(row[0]) ?? .missing
    entry.number = EmployeeNumber(row[1]) ?? .missing
    entry.firstName = text(row[2])
    entry.lastName = text(row[3])
    entry.birthDate = Self.day(row[4])
    entry.email = row[5] == "-" ? .empty : extracts.emails.code(of: row[5])
    if row.count > 6 { entry.niNumber = Self.niNumber(row[6]) }
    if row.count > 7 { entry.reference = extracts.references.code(of: row[7]) }
    extracts.passports.append(entry)
  }

  private mutating func text(_ cell: String) -> TextCode {
    cell == "-"
      ? .empty : extracts.texts.code(of: cell.split(separator: "_").joined(separator: " "))
  }

  private mutating func fillNames() {
    var names = NameKeys()
    for raw in 0..<UInt32(extracts.texts.count) {
      let text = extracts.texts.string(TextCode(raw: raw))
      let word = text.split(separator: " ").first.map(String.init) ?? ""
      let key = NameKey.key(text)
      names.first.append(names.keys.code(of: key.span))
      let wordKey = NameKey.key(word)
      names.firstWord.append(names.keys.code(of: wordKey.span))
      names.last.append(names.keys.code(of: key.span))
    }
    workforce.names = names
  }

  private static func rows(_ table: String) -> [[String]] {
    table.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
  }

  private static func letters(_ number: Int) -> String {
    String(decoding: [26, 1].map { UInt8(0x61 + number / $0 % 26) }, as: UTF8.self)
  }

  private static func niNumber(_ text: String) -> NINumber {
    NINumber(text.utf8.span, allowsSynthetic: true) ?? .missing
  }

  private static func day(_ text: String) -> CalendarDay {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return .missing }
    return CalendarDay(year: parts[0], month: parts[1], day: parts[2]) ?? .missing
  }
}
