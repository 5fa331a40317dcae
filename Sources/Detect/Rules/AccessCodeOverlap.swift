import Columns
import Records
import Vocabulary

/// More than one different access code holds for one owner and platform.
///
/// Detects: organisations of the staff extract, their footprints and previous footprints with rows
/// of different codes for one platform that hold.
///
/// Why it matters: recipients may have been given a code that is about to be withdrawn.
///
/// Fix: Decide which code is to be used, and end the rows of the others.
struct AccessCodeOverlap: Rule {
  let about = RuleDescription(
    id: "access-code-overlap", severity: .medium, subject: .ownerAndPlatform,
    problem: "More than one different access code holds for one owner and platform.",
    action: "Decide which code is to be used, and end the rows of the others.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    var held: [AccessCodeOwner: [AccessCodeRow]] = [:]
    var owners: [AccessCodeOwner] = []
    for row in all.codeRowsWithinReach {
      if held[AccessCodeOwner(row)] == nil { owners.append(AccessCodeOwner(row)) }
      held[AccessCodeOwner(row), default: []].append(row)
    }
    for owner in owners {
      let rows = held[owner] ?? []
      let count = Set(rows.map(\.code)).count
      if count < 2 { continue }
      report.add(
        owner.subject, "\(count) different codes for \(owner.platform.inWords) hold at once.",
        rows: rows.map(\.row))
    }
  }
}
