import Ingest
import Normalise
import Vocabulary

/// A cell as the program understands it, shown or masked.
struct UnderstoodCell {
  /// What an output would say: dates as `2026-11-21`, numbers padded, flags by their names.
  let text: String
  /// Whether the cell holds text of the wrong kind, and so counts as missing.
  let isUnreadable: Bool
  private let masking: Masking

  /// What of a cell may be shown to someone who did not ask for values.
  private enum Masking {
    /// All of it.
    case none
    /// Only its shape: letters as x, digits as 9.
    case shape
    /// Nothing: even its shape would tell.
    case whole
  }

  /// Reads the cleaned cell of a column.
  init(_ text: String, _ column: ColumnName, asOf: CalendarDay) {
    masking = Self.masking(of: column)
    if text.isEmpty {
      (self.text, isUnreadable) = ("", false)
      return
    }
    let read = Self.read(text, column, asOf)
    self.text = read ?? text
    isUnreadable = read == nil
  }

  /// The cell on one line of at most `width` characters.
  func shown(values: Bool, width: Int) -> String {
    if text.isEmpty { return "" }
    let shown: String
    switch masking {
    case _ where values: shown = text
    case .none: shown = text
    case .shape: shown = Self.shape(of: text)
    case .whole: shown = "•••"
    }
    let marked = isUnreadable ? "?? \(shown)" : shown
    let line = Display.plainPath(marked)
    return line.count <= width ? line : "\(line.prefix(width - 1))…"
  }

  private static func shape(of text: String) -> String {
    String(
      text.map { character in
        if character.isNumber { return "9" }
        return character.isLetter ? (character.isUppercase ? "X" : "x") : character
      })
  }

  // MARK: - By column

  private static func masking(of column: ColumnName) -> Masking {
    switch column {
    case .employeeNumber, .assignmentNumber, .managerEmployeeNumber, .firstName, .lastName,
      .fullName, .knownAs, .previousLastName, .dateOfBirth, .niNumber, .workEmail,
      .passportReference, .hrLeadName, .hrLeadEmail, .subject, .employee, .decidedBy:
      .shape
    case .carerFlag, .carerFlagDate, .competenceName, .level, .memberType, .accessCode, .efcCode,
      .digitalResourceCode, .note:
      .whole
    default: .none
    }
  }

  /// What the cell says; nil where it is text of the wrong kind.
  private static func read(_ text: String, _ column: ColumnName, _ asOf: CalendarDay) -> String? {
    let bytes = Array(text.utf8)
    switch column {
    case .organisationCode, .footprintCode, .previousFootprintCode:
      return ODSCode(bytes.span)?.text
    case .employeeNumber, .managerEmployeeNumber: return EmployeeNumber(bytes.span)?.text
    case .niNumber: return NINumber(bytes.span, allowsSynthetic: true) == nil ? nil : text
    case .workEmail, .hrLeadEmail:
      if EmailAddress.isPlain(bytes.span) { return text }
      return EmailAddress.read(bytes.span).map { String(decoding: $0, as: UTF8.self) }
    case .primaryAssignment, .consentToShare, .consentToContact:
      switch YesNo.read(bytes.span) {
      case .yes: return "yes"
      case .no: return "no"
      case .missing: return ""
      case .unreadable: return nil
      }
    case .carerFlag:
      let flag = CarerFlag(spelling: text)
      return flag == .unreadable ? nil : flag.rawValue
    case .dateOfBirth: return day(bytes.span, .birthDate, asOf)
    case .startDate, .leavingDate, .carerFlagDate, .dateFrom, .dateTo, .agreedDate, .reviewDate,
      .endedDate, .joinedDate, .leftDate, .validFrom, .validTo, .until, .decidedOn:
      return day(bytes.span, .otherDate, asOf)
    default: return text
    }
  }

  private static func day(
    _ text: Span<UInt8>, _ century: DateText.Century, _ asOf: CalendarDay
  ) -> String? {
    switch DateText.read(text, century: century, asOf: asOf) {
    case .day(let day): day.text
    case .missing: ""
    case .unreadable: nil
    }
  }
}
