import Emit
import Records
import Vocabulary

/// All that a trace says of one employee.
struct TracedEmployee {
  /// A row of the staff extract.
  struct StaffRow {
    var place: TracePlace
    var isPrimary: Bool
    var isActive: Bool
    var flag: CarerFlag
    var date: CalendarDay
  }

  /// A competence about care.
  struct Competence {
    var place: TracePlace
    var isPassport: Bool
    var isOpen: Bool
    /// What an open carer competence says.
    var flag: CarerFlag?
    var date: CalendarDay
  }

  /// How an entry was linked.
  struct Method {
    var method: MatchMethod
    /// The probability as the files write it; only where the method is probabilistic.
    var probability: String?
    /// How each compared field agrees and what it weighs, such as `last name exact (+9.2)`; only
    /// where the method is probabilistic and the entry's row is the employer's own.
    var evidence: [String] = []
    /// Where the decision stands that made the link.
    var decision: TracePlace?
  }

  /// A passport that can count for the employee.
  struct Passport {
    var place: TracePlace
    var state: PassportState
    var agreed: CalendarDay
    var review: CalendarDay
    var method: Method
    /// Whether it counts only because the person consents to share it.
    var isShared: Bool
  }

  /// A membership linked to the employee.
  struct Membership {
    var place: TracePlace
    var state: MembershipState
    var joined: CalendarDay
    var method: Method
    var hasContactConsent: Bool
  }

  /// A link that a decision rejects.
  struct Rejected {
    var isPassport: Bool
    var place: TracePlace
    var decision: TracePlace
  }

  /// A discrepancy that a decision waives.
  struct Waiver {
    var decision: TracePlace
    var until: CalendarDay
  }

  let number: EmployeeNumber
  let rows: [StaffRow]
  let competences: [Competence]
  let passports: [Passport]
  let memberships: [Membership]
  let rejected: [Rejected]
  /// By discrepancy id.
  let waivers: [String: Waiver]
  let isActive: Bool
  let flag: CarerFlag
  let passportStatus: PassportState
  let networkStatus: MembershipState
  let status: ReconciledStatus
  /// As files write it; empty where nothing speaks for a carer.
  let evidence: String
  /// The number of the person's smallest employee in the organisation.
  let personKey: String

  /// Reads the line of an employee.
  init(_ number: EmployeeNumber, _ line: inout TraceLineReader) throws(TraceFault) {
    self.number = number
    rows = try line.items(.rows) { item throws(TraceFault) in
      let place = try item.place(marks: "+!")
      let flag: CarerFlag = try item.isAtEnd ? .notRecorded : item.word()
      return StaffRow(
        place: place.place, isPrimary: place.marks.contains("+"),
        isActive: !place.marks.contains("!"), flag: flag,
        date: item.isAtEnd ? .missing : try item.day())
    }
    competences = try line.items(.competences) { item throws(TraceFault) in
      Competence(
        place: try item.place(), isPassport: try item.choice("passport", or: "carer"),
        isOpen: try item.choice("open", or: "closed"), flag: try item.optionalWord(),
        date: try item.day())
    }
    passports = try line.items(.passports) { item throws(TraceFault) in
      Passport(
        place: try item.place(), state: try item.state(\.word), agreed: try item.day(),
        review: try item.day(), method: try item.method(), isShared: try item.mark("shared"))
    }
    memberships = try line.items(.memberships) { item throws(TraceFault) in
      Membership(
        place: try item.place(), state: try item.state(\.word), joined: try item.day(),
        method: try item.method(), hasContactConsent: try item.mark("contact"))
    }
    rejected = try line.items(.rejected) { item throws(TraceFault) in
      Rejected(
        isPassport: try item.choice("passport", or: "network"), place: try item.place(),
        decision: try item.place())
    }
    let pairs = try line.items(.waivers) { item throws(TraceFault) in
      (
        id: String(try item.text()),
        waiver: Waiver(decision: try item.place(), until: try item.day())
      )
    }
    waivers = Dictionary(pairs.map { ($0.id, $0.waiver) }) { _, last in last }
    isActive = line.cell(.active) != "no"
    flag = try line.word(.flag) ?? .notRecorded
    passportStatus = try line.state(.passportStatus, \.word) ?? .none
    networkStatus = try line.state(.networkStatus, \.word) ?? .none
    status = try line.word(.reconciledStatus) ?? .notRecorded
    evidence = String(line.cell(.evidence))
    let key = line.cell(.personKey)
    personKey = key.isEmpty ? number.text : String(key)
  }
}

/// Reads the cells of one line of a trace.
struct TraceLineReader {
  private let trace: Trace
  private let cells: [Substring]

  init(trace: Trace, _ line: Substring) {
    self.trace = trace
    cells = line.split(separator: "\t", omittingEmptySubsequences: false)
  }

  /// A cell; empty where the line ends before it.
  func cell(_ column: TraceFormat.Column) -> Substring {
    guard let place = TraceFormat.Column.allCases.firstIndex(of: column), place < cells.count
    else { return "" }
    return cells[place]
  }

  /// The word of a cell; nil where it is empty.
  func word<Word: RawRepresentable<String>>(
    _ column: TraceFormat.Column
  ) throws(TraceFault) -> Word? {
    var item = TraceItemReader(trace: trace, cell(column))
    return item.isAtEnd ? nil : try item.word()
  }

  /// The state that a cell names; nil where it is empty.
  func state<State: CaseIterable>(
    _ column: TraceFormat.Column, _ name: KeyPath<State, String>
  ) throws(TraceFault) -> State? {
    var item = TraceItemReader(trace: trace, cell(column))
    return item.isAtEnd ? nil : try item.state(name)
  }

  /// The items of a cell.
  func items<Item>(
    _ column: TraceFormat.Column, _ read: (inout TraceItemReader) throws(TraceFault) -> Item
  ) throws(TraceFault) -> [Item] {
    var items: [Item] = []
    for text in cell(column).split(separator: ";") {
      var item = TraceItemReader(trace: trace, text)
      items.append(try read(&item))
    }
    return items
  }
}

/// Reads the words of one item of a cell, one after another.
struct TraceItemReader {
  private let trace: Trace
  private var words: ArraySlice<Substring>

  init(trace: Trace, _ item: Substring) {
    self.trace = trace
    words = item.split(separator: " ")[...]
  }

  var isAtEnd: Bool { words.isEmpty }

  mutating func text() throws(TraceFault) -> Substring {
    guard let word = words.popFirst() else { throw TraceFault() }
    return word
  }

  mutating func word<Word: RawRepresentable<String>>() throws(TraceFault) -> Word {
    guard let word = Word(rawValue: String(try text())) else { throw TraceFault() }
    return word
  }

  /// A word, or nil for `-`.
  mutating func optionalWord<Word: RawRepresentable<String>>() throws(TraceFault) -> Word? {
    if words.first == TraceFormat.missing[...] {
      words.removeFirst()
      return nil
    }
    return try word()
  }

  mutating func state<State: CaseIterable>(
    _ name: KeyPath<State, String>
  ) throws(TraceFault) -> State {
    let text = try text()
    guard let state = State.allCases.first(where: { $0[keyPath: name] == text }) else {
      throw TraceFault()
    }
    return state
  }

  /// Whether the word is `yes`; otherwise it must be `no`.
  mutating func choice(_ yes: String, or no: String) throws(TraceFault) -> Bool {
    let text = try text()
    guard text == yes || text == no else { throw TraceFault() }
    return text == yes
  }

  /// Whether a last word is there, which can only be `word`.
  mutating func mark(_ word: String) throws(TraceFault) -> Bool {
    if isAtEnd { return false }
    guard try text() == word else { throw TraceFault() }
    return true
  }

  mutating func day() throws(TraceFault) -> CalendarDay {
    let text = try text()
    if text == TraceFormat.missing[...] { return .missing }
    let day = CalendarDay(text: text)
    if day.isMissing { throw TraceFault() }
    return day
  }

  mutating func place() throws(TraceFault) -> TracePlace { try place(marks: "").place }

  /// A place with the marks behind it.
  mutating func place(
    marks allowed: String
  ) throws(TraceFault) -> (place: TracePlace, marks: Substring) {
    let text = try text()
    let end = text.lastIndex { !allowed.contains($0) }.map { text.index(after: $0) }
    guard let end, let place = trace.place(text[..<end]) else { throw TraceFault() }
    return (place, text[end...])
  }

  mutating func method() throws(TraceFault) -> TracedEmployee.Method {
    let parts = try text().split(separator: "=", maxSplits: 2)
    guard let method = MatchMethod(rawValue: String(parts[0])) else { throw TraceFault() }
    var result = TracedEmployee.Method(method: method)
    guard parts.count > 1 else { return result }
    if method == .probabilistic { result.probability = String(parts[1]) }
    if method == .decision { result.decision = trace.place(parts[1]) }
    if parts.count > 2 {
      result.evidence = parts[2].split(separator: Character(TraceFormat.evidenceSeparator)).map {
        field in
        field.split(separator: Character(TraceFormat.evidenceSpace)).joined(separator: " ")
          .replacing(":", with: "", maxReplacements: 1)
      }
    }
    return result
  }
}
