import Vocabulary

/// All that is to be told of one employee, and the telling of status and reasons.
struct Explanation {
  let runID: String
  let asOf: CalendarDay
  let organisation: ODSCode
  let employee: TracedEmployee
  let account: FlagAccount
  /// Numbers of the person's other employees in the organisation.
  let others: [String]
  /// Entries that may mean the employee.
  let reviews: [PendingReview]
  /// Nil where the run wrote no discrepancies.
  let rules: RaisedRules?
  let lists: ExplainedLists
  /// Files that are not as the run wrote them.
  let changedPaths: [String]

  /// The whole, for a terminal.
  func lines() -> [TerminalLine] {
    var text = TerminalText()
    tellWho(&text)
    tellStatus(&text)
    tellReasons(&text)
    tellRows(&text)
    tellLinks(&text)
    tellRules(&text)
    tellLists(&text)
    tellNextSteps(&text)
    return text.lines
  }

  // MARK: - Who, status

  private func tellWho(_ text: inout TerminalText) {
    text.heading("\(organisation.text)/\(employee.number.text)")
    let activity =
      employee.isActive
      ? "The employee is active."
      : "The employee is not active: no assignment is in force, so most rules pass it by."
    text.say("Run \(runID), as of \(asOf.text). \(activity)")
    for path in changedPaths.sorted() {
      text.say(
        "Take care: \(path) is not as the run wrote it; carer-reconcile verify \(runID) says more.")
    }
  }

  private func tellStatus(_ text: inout TerminalText) {
    text.heading("Status")
    let evidence = employee.evidence.isEmpty ? "no evidence" : "the evidence \(employee.evidence)"
    text.say("\(employee.status.rawValue), on \(evidence): \(statusReason)")
  }

  private var statusReason: String {
    switch employee.status {
    case .carer:
      return "the flag says carer, and only the employee can say so."
    case .declined:
      return "the employee prefers not to say, and that stands whatever the lists say."
    case .carerUnflagged:
      var signs: [String] = []
      if employee.passportStatus.isLive { signs.append("a passport in force") }
      if employee.networkStatus == .carerMember { signs.append("a carer's network membership") }
      return "there is \(signs.joined(separator: " and ")), but the flag is "
        + "\(employee.flag.rawValue)."
    case .notCarer:
      return "the flag says so, and no passport in force or carer's membership says otherwise."
    case .notRecorded:
      return "nothing that can be read says anything. That does not mean \"not a carer\"."
    }
  }

  // MARK: - Why

  private func tellReasons(_ text: inout TerminalText) {
    text.heading("Why")
    tellFlag(&text)
    tellESRPassport(&text)
    tellPassportStatus(&text)
    tellNetworkStatus(&text)
  }

  private func tellFlag(_ text: inout TerminalText) {
    if let taken = account.taken {
      let statement = account.statements[taken]
      let choice =
        account.statements.count == 1
        ? "the only one that says anything" : "taken of \(account.statements.count) that say a flag"
      text.item("The flag is \(employee.flag.rawValue): \(Self.told(statement)); \(choice).")
      for index in account.statements.indices where index != taken {
        text.more(
          "Passed over: \(Self.told(account.statements[index])); "
            + "\(account.reason(against: index)).")
      }
    } else if account.unreadable.isEmpty {
      text.item("The flag is not-recorded: no row and no open competence says anything.")
    } else {
      text.item("The flag is unreadable: what stands there is none of the words known.")
    }
    for place in account.unreadable { text.more("Not understood: \(Self.told(place)).") }
  }

  private static func told(_ statement: FlagAccount.Statement) -> String {
    let date = statement.date.isMissing ? "without a date" : "dated \(statement.date.text)"
    return "\(told(statement.place)), \(statement.kind), says \(statement.flag.rawValue), \(date)"
  }

  private func tellESRPassport(_ text: inout TerminalText) {
    let places = employee.competences.filter { $0.isPassport && $0.isOpen }.map(\.place)
    if places.isEmpty {
      text.item("ESR records no passport: there is no open passport competence.")
    } else {
      let rows = places.map(Self.told).joined(separator: ", ")
      text.item("ESR records a passport: an open passport competence in \(rows).")
    }
  }

  private func tellPassportStatus(_ text: inout TerminalText) {
    guard let best = bestPassport else {
      text.item("The passport status is none: no passport that counts is linked.")
      return
    }
    let passport = employee.passports[best]
    text.item(
      "The passport status is \(passport.state.word): \(Self.told(passport.place)), "
        + "\(Self.dates(of: passport)).")
    if passport.isShared {
      text.more("It counts here because the person consents to share it.")
    }
    for index in employee.passports.indices where index != best {
      let other = employee.passports[index]
      let reason =
        if other.state != passport.state {
          "\(other.state.word), and \(passport.state.word) counts before it"
        } else if other.agreed != passport.agreed {
          "\(other.state.word) too, but agreed earlier"
        } else {
          "\(other.state.word) too, but read earlier"
        }
      text.more("Passed over: \(Self.told(other.place)), \(Self.dates(of: other)); \(reason).")
    }
  }

  /// The passport that gave the status: the best state, then the latest agreed, then the last read.
  private var bestPassport: Int? {
    var best: Int?
    for (index, passport) in employee.passports.enumerated() {
      guard let other = best.map({ employee.passports[$0] }) else {
        best = index
        continue
      }
      let isBetter =
        passport.state < other.state
        || (passport.state == other.state && passport.agreed >= other.agreed)
      if isBetter { best = index }
    }
    return best
  }

  private static func dates(of passport: TracedEmployee.Passport) -> String {
    let agreed = passport.agreed.isMissing ? "no agreed date" : "agreed \(passport.agreed.text)"
    let review =
      passport.review.isMissing ? "no review date" : "next review \(passport.review.text)"
    return "\(agreed), \(review)"
  }

  private func tellNetworkStatus(_ text: inout TerminalText) {
    guard let best = employee.memberships.min(by: { $0.state < $1.state }) else {
      text.item("The network status is none: no membership is linked.")
      return
    }
    let meaning =
      switch best.state {
      case .carerMember: "a member as a carer"
      case .ally: "an ally, which is no evidence"
      case .future: "the membership has not begun"
      case .left: "the membership has ended"
      case .none: ""
      }
    text.item("The network status is \(best.state.word): \(Self.told(best.place)), \(meaning).")
    if employee.memberships.count > 1 {
      text.more(
        "Of \(employee.memberships.count) memberships the best counts: carer-member, ally, future, "
          + "left.")
    }
  }

  /// A place in words.
  static func told(_ place: TracePlace) -> String {
    switch place {
    case .row(let file, let line): "\(file) line \(line)"
    case .hidden: "a row of another employer"
    }
  }
}
