import Columns
import Records
import Vocabulary

/// The rows of one unit as tables, and what became of the others.
struct FileTables: Sendable {
  /// The unit's files, in reading order.
  var accounts: [InputAccount] = []
  var assignments = AssignmentBatch()
  var competences = CompetenceBatch()
  var entries: [ListEntry] = []
  var organisations: [OrganisationRow] = []
  var footprints: [FootprintRow] = []
  var accessCodes: [AccessCodeRow] = []
  var decisions: [DecisionRow] = []
  var rejects: [Reject] = []
  var faults: [CellFault] = []

  /// Makes room for about `count` rows of a source that has many.
  ///
  /// Room that is not used costs address space, not memory; growing would copy every row.
  mutating func reserve(_ count: Int, for source: Source) {
    switch source {
    case .staff: assignments.reserveCapacity(count)
    case .passports, .network: entries.reserveCapacity(count)
    default: break
    }
  }

  /// Replaces each code by the new one.
  mutating func recode(_ new: NewCodes) {
    new.recodeEmails(&assignments.email)
    for index in entries.indices {
      entries[index].email = new.email(entries[index].email)
      entries[index].reference = new.reference(entries[index].reference)
    }
    for index in organisations.indices {
      organisations[index].hrLeadEmail = new.email(organisations[index].hrLeadEmail)
    }
    guard let texts = new.texts else { return }
    func recode(_ column: inout [TextCode]) {
      for index in column.indices { column[index] = texts[Int(column[index].raw)] }
    }
    func text(_ code: TextCode) -> TextCode { texts[Int(code.raw)] }
    recode(&assignments.status)
    recode(&assignments.firstName)
    recode(&assignments.lastName)
    recode(&assignments.knownAs)
    recode(&assignments.previousLastName)
    recode(&assignments.staffGroup)
    recode(&assignments.jobTitle)
    recode(&assignments.flag)
    recode(&competences.name)
    recode(&competences.level)
    for index in entries.indices {
      entries[index].firstName = text(entries[index].firstName)
      entries[index].lastName = text(entries[index].lastName)
      entries[index].word = text(entries[index].word)
    }
    for index in organisations.indices {
      organisations[index].name = text(organisations[index].name)
      organisations[index].hrLeadName = text(organisations[index].hrLeadName)
    }
    for index in footprints.indices { footprints[index].name = text(footprints[index].name) }
    for index in accessCodes.indices { accessCodes[index].code = text(accessCodes[index].code) }
    for index in decisions.indices { decisions[index].subject = text(decisions[index].subject) }
  }
}

extension Result where Success == FileTables {
  /// Replaces each code of what was read by the new one.
  mutating func recode(_ new: NewCodes) {
    guard case .success(var tables) = self else { return }
    self = .success(FileTables())  // so that nothing else holds the tables
    tables.recode(new)
    self = .success(tables)
  }
}

/// The codes that one worker's texts have, once those of all workers are put together.
struct NewCodes {
  /// By the worker's code; nil where they are the same.
  let texts: [TextCode]?
  /// By the code among all workers' email addresses.
  let emails: [TextCode]
  /// What makes the worker's code of an email address one among all workers'.
  let emailShift: UInt32
  /// The same for passport references.
  let referenceShift: UInt32

  /// The code of an email address.
  func email(_ code: TextCode) -> TextCode {
    code.isEmpty ? .empty : emails[Int(code.raw + emailShift)]
  }

  /// The code of a passport reference.
  func reference(_ code: TextCode) -> TextCode {
    code.isEmpty ? .empty : TextCode(raw: code.raw + referenceShift)
  }

  /// Replaces the codes of a column.
  func recodeEmails(_ column: inout [TextCode]) {
    for index in column.indices { column[index] = email(column[index]) }
  }
}
