import Columns
import Records
import Threads
import Vocabulary

/// The subjects of all findings: employees by index, and the texts of all others, made once.
struct SubjectTexts: Sendable {
  private let workforce: Workforce
  /// By finding: the employee that its subject is, or -1 less the row of its text.
  private let subjects: [Int32]
  private let texts: TextColumn

  private static let chunkRows = 8_192

  init(_ reconciliation: Reconciliation, _ findings: Findings, _ workers: Workers) {
    workforce = reconciliation.workforce
    let all = findings.all
    let columns = workers.mapRanges(of: all.count, size: Self.chunkRows) { range in
      var column = TextColumn()
      for finding in range where Self.employee(all[finding].subject) == nil {
        var text = reconciliation.text(of: all[finding].subject)
        // Safe: the buffer is only read while the string lives.
        text.withUTF8 { column.append(unsafe $0.span) }
      }
      return column
    }
    var texts = TextColumn()
    for column in columns {
      for row in 0..<column.count { texts.append(column[row]) }
    }
    self.texts = texts
    var row: Int32 = 0
    subjects = all.indices.map { finding in
      if let employee = Self.employee(all[finding].subject) { return Int32(employee) }
      row += 1
      return -row
    }
  }

  private static func employee(_ subject: FindingSubject) -> Int? {
    switch subject {
    case .employee(let index), .person(let index): index
    default: nil
    }
  }

  /// The employee that a finding's subject is, or nil.
  func employee(of finding: Int) -> Int? {
    subjects[finding] >= 0 ? Int(subjects[finding]) : nil
  }

  /// The text of a finding's subject.
  ///
  /// - Precondition: it is no employee.
  @_lifetime(borrow self)
  func text(of finding: Int) -> Span<UInt8> { texts[Int(-1 - subjects[finding])] }

  /// Calls `body` with the text of a finding's subject.
  func withText<Result>(of finding: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    guard let employee = employee(of: finding) else { return body(text(of: finding)) }
    let text = workforce.subject(of: employee)
    return body(text.span)
  }

  /// Sorts findings by their subjects, those of the same subject as they were found.
  ///
  /// By the sixteen bytes behind what all subjects begin with, and by the rest only where those are
  /// the same: subjects lie here and there in the memory.
  func sorted(_ findings: [Int]) -> [Int] {
    if findings.allSatisfy({ subjects[$0] >= 0 }) {
      return findings.sorted { (subjects[$0], $0) < (subjects[$1], $1) }
    }
    guard let first = findings.first else { return [] }
    let common = withText(of: first) { first in
      findings.reduce(first.count) { count, finding in
        withText(of: finding) { Self.commonCount($0, first, upTo: count) }
      }
    }
    var keyed = findings.map { finding in
      withText(of: finding) {
        KeyedFinding(
          high: Self.word($0, at: common), low: Self.word($0, at: common + 8), finding: finding)
      }
    }
    keyed.sort { left, right in
      if left.high != right.high { return left.high < right.high }
      if left.low != right.low { return left.low < right.low }
      return precedes(left.finding, right.finding) ?? (left.finding < right.finding)
    }
    return keyed.map(\.finding)
  }

  private struct KeyedFinding {
    let high: UInt64
    let low: UInt64
    let finding: Int
  }

  /// How many bytes two texts have in common at their beginning, at most `limit`.
  private static func commonCount(
    _ left: Span<UInt8>, _ right: Span<UInt8>, upTo limit: Int
  ) -> Int {
    let limit = min(left.count, limit)
    var count = 0
    while count < limit, left[count] == right[count] { count += 1 }
    return count
  }

  /// Eight bytes of a text, the first one highest, zeros behind its end.
  private static func word(_ text: Span<UInt8>, at start: Int) -> UInt64 {
    var word: UInt64 = 0
    for place in start..<start + 8 {
      word = word << 8 | (place < text.count ? UInt64(text[place]) : 0)
    }
    return word
  }

  /// Whether a subject comes before another by byte; nil if they are the same.
  private func precedes(_ left: Int, _ right: Int) -> Bool? {
    withText(of: left) { left in
      withText(of: right) { right in
        if SpanOrder.precedes(left, right) { return true }
        return SpanOrder.precedes(right, left) ? false : nil
      }
    }
  }
}
