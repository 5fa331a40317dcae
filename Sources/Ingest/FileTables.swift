import Columns
import Records
import Vocabulary

/// The rows of one file as tables, and what became of the others.
struct FileTables: Sendable {
  var account: InputAccount
  var assignments = AssignmentBatch()
  var competences = CompetenceBatch()
  var entries: [ListEntry] = []
  var organisations: [OrganisationRow] = []
  var footprints: [FootprintRow] = []
  var accessCodes: [AccessCodeRow] = []
  var decisions: [DecisionRow] = []
  var rejects: [Reject] = []
  var faults: [CellFault] = []

  init(account: InputAccount) { self.account = account }

  /// Makes room for about `count` rows of the two sources that can have millions.
  ///
  /// Room that is not used costs address space, not memory; growing would copy every column.
  mutating func reserve(_ count: Int, for source: Source) {
    switch source {
    case .staff: assignments.reserveCapacity(count)
    case .competences: competences.reserveCapacity(count)
    default: break
    }
  }

  /// Replaces each text code by the one that `texts` and `emails` give for it.
  mutating func recode(texts: [TextCode], emails: [TextCode]) {
    func recode(_ column: inout [TextCode], _ codes: [TextCode]) {
      for index in column.indices { column[index] = codes[Int(column[index].raw)] }
    }
    recode(&assignments.status, texts)
    recode(&assignments.firstName, texts)
    recode(&assignments.lastName, texts)
    recode(&assignments.knownAs, texts)
    recode(&assignments.previousLastName, texts)
    recode(&assignments.staffGroup, texts)
    recode(&assignments.jobTitle, texts)
    recode(&assignments.flag, texts)
    recode(&assignments.email, emails)
    recode(&competences.name, texts)
    recode(&competences.level, texts)
    func text(_ code: TextCode) -> TextCode { texts[Int(code.raw)] }
    func email(_ code: TextCode) -> TextCode { emails[Int(code.raw)] }
    for index in entries.indices {
      entries[index].reference = text(entries[index].reference)
      entries[index].firstName = text(entries[index].firstName)
      entries[index].lastName = text(entries[index].lastName)
      entries[index].word = text(entries[index].word)
      entries[index].email = email(entries[index].email)
    }
    for index in organisations.indices {
      organisations[index].name = text(organisations[index].name)
      organisations[index].hrLeadName = text(organisations[index].hrLeadName)
      organisations[index].hrLeadEmail = email(organisations[index].hrLeadEmail)
    }
    for index in footprints.indices { footprints[index].name = text(footprints[index].name) }
    for index in accessCodes.indices { accessCodes[index].code = text(accessCodes[index].code) }
    for index in decisions.indices { decisions[index].subject = text(decisions[index].subject) }
  }
}
