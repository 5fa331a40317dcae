import Columns
import Records
import Vocabulary

/// What a test gives the rules, drawn as tables.
///
/// The rows of each table stand in a file of their own from line 2 on: `staff.csv`,
/// `competences.csv`, and so on. Nothing is worked out from anything else: statuses, states and
/// recipients are those of the drawing, so that a rule is tested apart from Normalise and Join.
struct Given {
  var asOf = "2026-11-21"
  /// Employees with one word as `person` are one; `shares` is ni or email, `recipient` carer,
  /// manager or no email.
  var employees = ""
  /// An employee without any has an empty one.
  var assignments = ""
  /// Each is open and says carer where not drawn otherwise; `kind` is carer or passport.
  var competences = ""
  /// Competence names, each on so many rows.
  var unmapped = ""
  /// Each is active where not drawn otherwise, and linked where an employee is.
  var passports = ""
  /// Each is a carer member's where not drawn otherwise, and linked where an employee is.
  var memberships = ""
  /// Organisations to whose employees a passport that is not foreign is linked.
  var logs: [String] = []
  var organisations = ""
  /// Each holds codes where not drawn otherwise.
  var footprints = ""
  /// `kind` is organisation or footprint; `used by` are the organisations whose recipients get it.
  var codes = ""
  /// `kind` is discrepancy or link; `!` in a subject stands for a bar.
  var decisions = ""
  /// Cells that could not be read.
  var faults = ""
  /// Staff files that are copies.
  var copies: [String] = []
}

extension Given {
  static let files: [(source: Source, path: String)] = [
    (.staff, "staff.csv"), (.competences, "competences.csv"), (.passports, "passports.csv"),
    (.network, "network.csv"), (.organisations, "organisations.csv"),
    (.footprints, "footprints.csv"), (.accessCodes, "access-codes.csv"),
    (.decisions, "decisions.csv"),
  ]

  /// The place of the row with this index in a source's table.
  static func row(_ source: Source, _ index: Int) -> SourceRow {
    SourceRow(file: files.firstIndex { $0.source == source } ?? 0, line: index + 2)
  }

  static func day(_ text: String) -> CalendarDay {
    if text.isEmpty { return .missing }
    let bytes = Array(text.utf8)
    let standard = CalendarDay(raw: 20_000)
    guard case .day(let day) = DateText.read(bytes.span, century: .otherDate, asOf: standard) else {
      preconditionFailure("no date: \(text)")
    }
    return day
  }

  static func code(_ text: String) -> ODSCode { ODSCode(text) ?? .missing }

  /// Organisation and number of `ORG/NUMBER`.
  static func employee(_ text: String) -> (organisation: ODSCode, number: EmployeeNumber) {
    let parts = text.split(separator: "/").map(String.init)
    guard parts.count == 2, let number = EmployeeNumber(parts[1]) else {
      preconditionFailure("no employee: \(text)")
    }
    return (code(parts[0]), number)
  }

  static func passportState(_ word: String) -> PassportState {
    guard let state = PassportState.allCases.first(where: { $0.word == word }) else {
      preconditionFailure("no passport state: \(word)")
    }
    return state
  }

  static func membershipState(_ word: String) -> MembershipState {
    guard let state = MembershipState.allCases.first(where: { $0.word == word }) else {
      preconditionFailure("no membership state: \(word)")
    }
    return state
  }

  static func flag(_ word: String) -> CarerFlag {
    guard let flag = CarerFlag(rawValue: word) else { preconditionFailure("no flag: \(word)") }
    return flag
  }

  func reconciliation() -> Reconciliation {
    let workforce = makeWorkforce()
    var extracts = makeExtracts()
    let reference = makeReference()
    let links = makeLinks(workforce, extracts)
    extracts.passports = links.passports.entries
    extracts.memberships = links.memberships.entries
    return Reconciliation(
      asOf: Self.day(asOf), extracts: extracts, reference: reference, workforce: workforce,
      links: links, flaggedLastTime: flaggedLastTime(workforce))
  }

  /// The employees whose column `last flag` says carer.
  private func flaggedLastTime(_ workforce: Workforce) -> Set<Int> {
    let named = employeeRows.filter { $0.text("last flag", or: "") == "carer" }
      .map { Self.employee($0["employee"]) }
    return Set(named.compactMap { workforce.employee($0.organisation, $0.number) })
  }
}
