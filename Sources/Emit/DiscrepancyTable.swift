import Files
import Records
import Threads
import Vocabulary

/// The findings in the order of `discrepancies.csv`, with what sorting and naming them needs.
///
/// Sorted by severity (high first), rule, subject text by byte; employees are compared by index,
/// which orders them as their texts.
struct DiscrepancyTable: Sendable {
  /// Indices into ``Findings/all``, in the order of the file.
  let order: [Int]
  /// By finding: the first 16 hexadecimal digits of SHA-256 of `rule|subject`, as a number.
  let ids: [UInt64]
  /// By employer: the indices of the findings that its own file shows, in the order of the file.
  let byEmployer: [[Int]]
  /// By finding.
  let lives: [DiscrepancyLife]
  /// By finding.
  let places: [FindingPlace]
  private let subjects: SubjectTexts

  private static let chunkRows = 8_192

  /// Sorts, names and distributes the findings.
  init(
    reconciliation: Reconciliation, findings: Findings, memory: RunMemory, workers: Workers
  ) {
    let subjects = SubjectTexts(reconciliation, findings, workers)
    self.subjects = subjects
    if memory.lives.isEmpty {
      lives = findings.all.indices.map { finding in
        DiscrepancyLife(
          status: findings.waivers[finding] == nil ? .new : .waived,
          firstSeen: reconciliation.asOf, ageDays: 0)
      }
    } else {
      precondition(memory.lives.count == findings.all.count, "each finding has one life")
      lives = memory.lives
    }
    order = Self.sorted(findings, subjects, workers)
    ids = Self.identifiers(findings, subjects, workers)
    places = Self.places(findings, reconciliation, workers)
    byEmployer = Self.distributed(order, places, findings, reconciliation.workforce)
  }

  /// The employee that a finding's subject is, or nil.
  func employee(of finding: Int) -> Int? { subjects.employee(of: finding) }

  /// The text of a finding's subject, where that is no employee.
  @_lifetime(borrow self)
  func text(of finding: Int) -> Span<UInt8> { subjects.text(of: finding) }

  /// Writes a finding's subject.
  func appendSubject<Writer: RowWriter & ~Copyable>(of finding: Int, to writer: inout Writer) {
    if employee(of: finding) == nil { return writer.text(text(of: finding)) }
    writer.employee(places[finding].organisation.characters, places[finding].number.digits)
  }

  private static func sorted(
    _ findings: Findings, _ subjects: SubjectTexts, _ workers: Workers
  ) -> [Int] {
    var byRule = [[Int]](repeating: [], count: findings.rules.count)
    for index in findings.all.indices { byRule[findings.all[index].rule].append(index) }
    let ruleOrder = findings.rules.indices.sorted { left, right in
      let (first, second) = (findings.rules[left], findings.rules[right])
      if first.severity != second.severity { return first.severity < second.severity }
      return left < right
    }
    let found = byRule
    let sorted = workers.map(0..<ruleOrder.count) { place in
      subjects.sorted(found[ruleOrder[place]])
    }
    var order: [Int] = []
    order.reserveCapacity(findings.all.count)
    for part in sorted { order += part }
    return order
  }

  private static func identifiers(
    _ findings: Findings, _ subjects: SubjectTexts, _ workers: Workers
  ) -> [UInt64] {
    let prefixes = findings.rules.map { Array("\($0.id)|".utf8) }
    return workers.joinRanges(of: findings.all.count, size: chunkRows) { range in
      var ids: [UInt64] = []
      ids.reserveCapacity(range.count)
      var digest = SHA256()
      for finding in range {
        digest.update(prefixes[findings.all[finding].rule])
        subjects.withText(of: finding) { digest.update($0) }
        ids.append(digest.finish().word0)
      }
      return ids
    }
  }

  private static func places(
    _ findings: Findings, _ reconciliation: Reconciliation, _ workers: Workers
  ) -> [FindingPlace] {
    let placer = FindingPlacer(reconciliation)
    return workers.joinRanges(of: findings.all.count, size: chunkRows) { range in
      range.map { placer.place(of: findings.all[$0].subject) }
    }
  }

  /// Which findings each employer's own file shows: its organisation's, but for rules that rest on
  /// other employers' rows (contract section 8).
  private static func distributed(
    _ order: [Int], _ places: [FindingPlace], _ findings: Findings, _ workforce: Workforce
  ) -> [[Int]] {
    var result = [[Int]](repeating: [], count: workforce.organisations.count)
    for index in order
    where !findings.rules[findings.all[index].rule].restsOnOtherEmployers {
      if let employer = workforce.organisationIndex(places[index].organisation) {
        result[employer].append(index)
      }
    }
    return result
  }
}
