package import Columns
package import Vocabulary

/// Rows of the staff extract as they were read: columns of one length.
///
/// Text codes belong to ``Extracts/texts``, email codes to ``Extracts/emails``.
package struct AssignmentBatch: Sendable {
  /// Where the row stands, and whose assignment it is.
  package var row: [SourceRow] = []
  package var organisation = OrganisationRuns()
  package var number: [EmployeeNumber] = []
  package var assignmentNumber = TextColumn()
  /// Whether the assignment is the employee's primary one; false where the cell says nothing.
  package var isPrimary: [Bool] = []
  package var status: [TextCode] = []
  package var firstName: [TextCode] = []
  package var lastName: [TextCode] = []
  package var knownAs: [TextCode] = []
  package var previousLastName: [TextCode] = []
  package var birthDate: [CalendarDay] = []
  package var niNumber: [NINumber] = []
  package var email: [TextCode] = []
  package var staffGroup: [TextCode] = []
  package var jobTitle: [TextCode] = []
  package var startDate: [CalendarDay] = []
  package var leavingDate: [CalendarDay] = []
  package var manager: [EmployeeNumber] = []
  /// The flag cell as it stood; empty where there is no such column.
  package var flag: [TextCode] = []
  package var flagDate: [CalendarDay] = []

  /// Makes an empty batch.
  package init() {}

  /// How many rows it has.
  package var count: Int { row.count }

  /// Makes room for `capacity` rows in every column.
  package mutating func reserveCapacity(_ capacity: Int) {
    row.reserveCapacity(capacity)
    number.reserveCapacity(capacity)
    assignmentNumber.reserveCapacity(capacity)
    isPrimary.reserveCapacity(capacity)
    status.reserveCapacity(capacity)
    firstName.reserveCapacity(capacity)
    lastName.reserveCapacity(capacity)
    knownAs.reserveCapacity(capacity)
    previousLastName.reserveCapacity(capacity)
    birthDate.reserveCapacity(capacity)
    niNumber.reserveCapacity(capacity)
    email.reserveCapacity(capacity)
    staffGroup.reserveCapacity(capacity)
    jobTitle.reserveCapacity(capacity)
    startDate.reserveCapacity(capacity)
    leavingDate.reserveCapacity(capacity)
    manager.reserveCapacity(capacity)
    flag.reserveCapacity(capacity)
    flagDate.reserveCapacity(capacity)
  }
}

/// Rows of the competence extract that mention carers, as they were read: columns of one length.
package struct CompetenceBatch: Sendable {
  /// The columns; texts belong to ``Extracts/texts``.
  package var row: [SourceRow] = []
  package var organisation: [ODSCode] = []
  package var number: [EmployeeNumber] = []
  package var name: [TextCode] = []
  package var level: [TextCode] = []
  package var dateFrom: [CalendarDay] = []
  package var dateTo: [CalendarDay] = []
  /// How many rows were accepted and passed over, as no later stage needs what they say.
  package var passedOver = 0

  /// Makes an empty batch.
  package init() {}

  /// How many rows it has.
  package var count: Int { row.count }
}
