import Records
import Vocabulary

/// A person is recorded as a carer in one employment and as not a carer in another.
///
/// Detects: persons with active employees in different organisations of whom one has the flag carer
/// and the other not carer.
///
/// Why it matters: both may be what the person wishes: they need not tell every employer the same.
///
/// Fix: Ask the person what they wish each employment to record, and tell neither about the other
/// without their consent.
struct FlagConflictAcrossOrganisations: Rule {
  let about = RuleDescription(
    id: "flag-conflict-across-organisations", severity: .medium, subject: .person,
    problem: "A person is recorded as a carer in one employment and as not a carer in another.",
    action: "Ask the person what they wish each employment to record, and tell neither about the "
      + "other without their consent.",
    restsOnOtherEmployers: true)

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    let employees = all.workforce.employees
    for person in all.workforce.persons.keysOfSeveral {
      let members = all.workforce.persons.employees(ofPersonOf: person)
      guard Self.saysBoth(members, employees.flag) else { continue }
      let active = members.filter { employees.isActive[$0] }
      let carers = active.filter { employees.flag[$0] == .carer }
      let others = active.filter { employees.flag[$0] == .notCarer }
      // Were all in one organisation, there would be no two in different ones; otherwise any in
      // another than the first carer's is in another than someone of the other flag, too.
      guard let carer = carers.first, !others.isEmpty,
        (carers + others).contains(where: {
          employees.organisation[$0] != employees.organisation[carer]
        })
      else { continue }
      report.add(
        .person(person),
        "Of the person's \(active.count) active employments, some say carer and others do not.",
        rows: active.flatMap { all.rows(of: $0) })
    }
  }

  /// Whether some employee is recorded as a carer and some as none; of few persons both.
  private static func saysBoth(_ members: IndexGroups.Indices, _ flag: [CarerFlag]) -> Bool {
    var isSaid = (carer: false, other: false)
    // By place: an iterator of a collection from another module costs a microsecond.
    for place in 0..<members.count {
      switch flag[members[place]] {
      case .carer: isSaid.carer = true
      case .notCarer: isSaid.other = true
      case .declined, .notRecorded, .unreadable: break
      }
    }
    return isSaid.carer && isSaid.other
  }
}
