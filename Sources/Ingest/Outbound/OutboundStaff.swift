import Columns
import Records
import Vocabulary

/// Puts rows of the staff extract together: an assignment and its person.
struct OutboundStaff {
  /// The columns of a row.
  static let columns: [ColumnName] = [
    .organisationCode, .employeeNumber, .assignmentNumber, .primaryAssignment, .assignmentStatus,
    .assignmentCategory, .title, .firstName, .lastName, .knownAs, .previousLastName, .dateOfBirth,
    .niNumber, .workEmail, .staffGroup, .jobTitle, .startDate, .leavingDate,
    .managerEmployeeNumber,
  ]

  private let asOf: CalendarDay
  private let organisation: [UInt8]
  private let assignments: DatedRecords
  private let files: [OutboundFile]
  private var persons: OutboundPersons
  private var assignment: OutboundRecord

  init(_ records: OutboundRecords, _ organisation: ODSCode) {
    asOf = records.asOf
    self.organisation = organisation.bytes
    assignments = records.records(.assignment)
    files = records.files
    persons = OutboundPersons(records)
    assignment = records.cursor(.assignment)
  }

  /// Adds the row of an assignment, if it is one of staff.
  mutating func compose(_ record: Int, at row: SourceRow, into rows: inout OutboundRows) {
    assignment.read(assignments.places[record], of: files)
    persons.read(persons.find(assignment[.personID]))
    if persons.isApplicant { return }
    rows.begin(row, record)
    rows.add(organisation.span)
    add(persons.record, assignments.end(record), to: &rows)
  }

  /// Adds the cells behind the organisation.
  private func add(
    _ person: borrowing OutboundRecord, _ end: CalendarDay, to rows: inout OutboundRows
  ) {
    rows.add(person[.employeeNumber])
    rows.add(assignment[.assignmentNumber])
    rows.add(assignment[.primaryAssignment])
    rows.add(assignment[.userAssignmentStatus])
    rows.add(assignment[.assignmentCategory])
    rows.add(person[.title])
    rows.add(person[.firstName])
    rows.add(person[.lastName])
    rows.add(person[.preferredName])
    let hasPrevious = !person[.previousLastName].isEmpty
    rows.add(person[hasPrevious ? .previousLastName : .maidenName])
    rows.add(person.date(.dateOfBirth))
    rows.add(person[.niNumber])
    rows.add(person[.officeEmail])
    rows.add(Self.part(0, of: assignment[.jobName]))
    rows.add(Self.jobTitle(of: assignment))
    rows.add(person.date(.hireDate))
    addLeavingDate(person, end, to: &rows)
    addManager(to: &rows)
  }

  /// The earliest of what ends the assignment: the person's leaving, the assignment's own end, and
  /// the end of the record that counts where that is over.
  private func addLeavingDate(
    _ person: borrowing OutboundRecord, _ end: CalendarDay, to rows: inout OutboundRows
  ) {
    var days = [person.day(.actualTerminationDate), assignment.day(.assignmentEndDate)]
    if end < asOf { days.append(end) }
    let earliest = days.filter { !$0.isMissing }.min()
    guard let earliest else {
      // Blank, open, or no date: then it is for the reader of the row to say so.
      rows.add(person.date(.actualTerminationDate))
      return
    }
    rows.add { earliest.append(to: &$0) }
  }

  /// The number of the person who supervises; else that of the assignment, without its suffix.
  private func addManager(to rows: inout OutboundRows) {
    let number = persons.number(of: persons.find(assignment[.supervisorPersonID]))
    guard number.isMissing else {
      rows.add { number.append(to: &$0) }
      return
    }
    rows.add(assignment[.supervisorAssignmentNumber])
  }

  /// The title in `number|title|occupation code|…`, else the role in `staff group|role`.
  @_lifetime(borrow record)
  private static func jobTitle(of record: borrowing OutboundRecord) -> Span<UInt8> {
    let position = record[.positionName]
    let title = part(1, of: position)
    if !title.isEmpty { return title }
    let hasParts = position.indices.contains { position[$0] == pipe }
    return hasParts || position.isEmpty ? part(1, of: record[.jobName]) : position
  }

  private static let pipe: UInt8 = 0x7C

  /// One of the parts between pipes, trimmed; empty where there are not as many.
  @_lifetime(copy cell)
  static func part(_ number: Int, of cell: Span<UInt8>) -> Span<UInt8> {
    var start = 0
    var passed = 0
    var index = 0
    while index <= cell.count {
      if index == cell.count || cell[index] == pipe {
        if passed == number {
          return cell.extracting(WhiteSpace.trimmed(start..<index, of: cell))
        }
        passed += 1
        start = index + 1
      }
      index += 1
    }
    return cell.extracting(first: 0)
  }
}

/// The persons of a series at the as-of date.
struct OutboundPersons {
  private let dated: DatedRecords
  private let standing: DatedRecords.Standing
  private let numbers: [EmployeeNumber]
  private let files: [OutboundFile]
  /// The person looked up last.
  private(set) var record: OutboundRecord

  init(_ records: OutboundRecords) {
    dated = records.records(.person)
    standing = dated.standing(on: records.asOf)
    numbers = records.numbers
    files = records.files
    record = records.cursor(.person)
  }

  /// The record of a person that counts; nil if there is none.
  func find(_ id: Span<UInt8>) -> Int? {
    guard !id.isEmpty, let key = dated.keys.find(id) else { return nil }
    return standing.record(key)
  }

  /// Reads a record that was found; without one, all cells are empty.
  mutating func read(_ found: Int?) {
    if let found { record.read(dated.places[found], of: files) } else { record.clear() }
  }

  /// The employee number in a record that was found; missing where there is none that is readable.
  func number(of found: Int?) -> EmployeeNumber { found.map { numbers[$0] } ?? .missing }

  /// Whether all records of a person begin after the as-of date.
  func isFuture(_ id: Span<UInt8>) -> Bool {
    guard !id.isEmpty, let key = dated.keys.find(id) else { return false }
    return standing.isFuture(key)
  }

  /// Whether the person read last is an applicant, who has no number because there is no contract.
  var isApplicant: Bool {
    guard record[.employeeNumber].isEmpty else { return false }
    return [OutboundField.systemPersonType, .userPersonType].contains { field in
      let type = FixedWord.text(record[field])
      return type.contains("apl") || type.contains("applicant")
    }
  }
}
