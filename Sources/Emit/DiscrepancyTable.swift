import Columns
import Files
import Records
import Vocabulary

/// The findings in the order of `discrepancies.csv`, with what sorting and naming them needs.
///
/// Sorted by severity (high first), rule, subject text by byte. The text of each subject is made
/// once; employees are compared by index, which orders them as their texts.
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

  /// Sorts, names and distributes the findings.
  init(
    reconciliation: Reconciliation, findings: Findings, memory: RunMemory, workers: Workers
  ) {
    let subjects = SubjectTexts(reconciliation, findings, workers)
    self.subjects = subjects
    order = Self.sorted(findings, subjects, workers)
    ids = Self.identifiers(findings, subjects, workers)
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
    let placer = FindingPlacer(reconciliation)
    places = SubjectTexts.chunks(of: findings.all.count, workers) { range in
      range.map { placer.place(of: findings.all[$0].subject) }
    }.flatMap(\.self)
    byEmployer = Self.distributed(order, places, findings, reconciliation.workforce)
  }

  /// The text of a finding's subject.
  @_lifetime(borrow self)
  func subject(_ finding: Int) -> Span<UInt8> { subjects[finding] }

  private static func sorted(
    _ findings: Findings, _ subjects: SubjectTexts, _ workers: Workers
  ) -> [Int] {
    var byRule = [[Int]](repeating: [], count: findings.rules.count)
    for (index, finding) in findings.all.enumerated() { byRule[finding.rule].append(index) }
    let ruleOrder = findings.rules.indices.sorted { left, right in
      let (first, second) = (findings.rules[left], findings.rules[right])
      if first.severity != second.severity { return first.severity < second.severity }
      return left < right
    }
    let found = byRule
    let sorted = workers.map(0..<ruleOrder.count) { place in
      found[ruleOrder[place]].sorted { left, right in
        subjects.precedes(left, right) ?? (left < right)
      }
    }
    return sorted.flatMap(\.self)
  }

  private static func identifiers(
    _ findings: Findings, _ subjects: SubjectTexts, _ workers: Workers
  ) -> [UInt64] {
    let prefixes = findings.rules.map { Array("\($0.id)|".utf8) }
    return SubjectTexts.chunks(of: findings.all.count, workers) { range in
      var ids: [UInt64] = []
      ids.reserveCapacity(range.count)
      var digest = SHA256()
      for finding in range {
        digest.update(prefixes[findings.all[finding].rule])
        digest.update(subjects[finding])
        ids.append(digest.finish().word0)
      }
      return ids
    }.flatMap(\.self)
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

/// The texts of all findings' subjects, made once.
struct SubjectTexts: Sendable {
  /// The employee a subject is, or −1.
  private let employees: [Int32]
  private let texts: TextColumn

  private static let chunkRows = 8_192

  init(_ reconciliation: Reconciliation, _ findings: Findings, _ workers: Workers) {
    employees = findings.all.map { finding in
      switch finding.subject {
      case .employee(let index), .person(let index): Int32(index)
      default: -1
      }
    }
    let chunks = Self.chunks(of: findings.all.count, workers) { range in
      var column = TextColumn()
      for finding in range {
        let subject = findings.all[finding].subject
        switch subject {
        case .employee(let index), .person(let index):
          let text = reconciliation.workforce.subject(of: index)
          column.append(text.span)
        default:
          var text = reconciliation.text(of: subject)
          // Safe: the buffer is only read while the string lives.
          text.withUTF8 { column.append(unsafe $0.span) }
        }
      }
      return column
    }
    var texts = TextColumn()
    for chunk in chunks {
      for row in 0..<chunk.count { texts.append(chunk[row]) }
    }
    self.texts = texts
  }

  /// The text of a finding's subject.
  subscript(finding: Int) -> Span<UInt8> {
    @_lifetime(borrow self)
    get { texts[finding] }
  }

  /// Whether a subject comes before another by byte; nil if they are the same.
  func precedes(_ left: Int, _ right: Int) -> Bool? {
    let (first, second) = (employees[left], employees[right])
    if first >= 0, second >= 0 { return first == second ? nil : first < second }
    if SpanOrder.precedes(self[left], self[right]) { return true }
    return SpanOrder.precedes(self[right], self[left]) ? false : nil
  }

  /// Calls `body` for ranges that together are `0..<count`, and gives the results in order.
  static func chunks<Result: Sendable>(
    of count: Int, _ workers: Workers, _ body: @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    workers.map(0..<(count + chunkRows - 1) / chunkRows) { chunk in
      body(chunk * chunkRows..<min(count, (chunk + 1) * chunkRows))
    }
  }
}
