import Vocabulary

/// The telling of rows, links, rules, lists and what to do.
extension Explanation {
  /// Every source line.
  func tellRows(_ text: inout TerminalText) {
    text.heading("Where it stands")
    for (index, row) in employee.rows.enumerated() {
      let kind = index == 0 ? "staff, the main row" : "staff"
      text.item(
        "\(Self.told(row.place)): \(kind), \(row.isActive ? "active" : "not active"), "
          + (row.isPrimary ? "primary" : "not primary"))
    }
    for competence in employee.competences {
      text.item(
        "\(Self.told(competence.place)): \(competence.isPassport ? "passport" : "carer") "
          + "competence, \(competence.isOpen ? "open" : "not open, so it says nothing")")
    }
    for passport in employee.passports {
      text.item("\(Self.told(passport.place)): passport, \(passport.state.word)")
    }
    for membership in employee.memberships {
      text.item("\(Self.told(membership.place)): network, \(membership.state.word)")
    }
  }

  // MARK: - Links

  /// How each entry came to the employee.
  func tellLinks(_ text: inout TerminalText) {
    text.heading("Links")
    if employee.passports.isEmpty, employee.memberships.isEmpty {
      text.say("No passport or membership that counts is linked to this employee.")
    }
    for passport in employee.passports {
      let sharing = passport.isShared ? ", shared by consent" : ""
      text.item(
        "Passport, \(Self.told(passport.place))\(sharing): \(Self.told(passport.method)).")
      tell(passport.method.evidence, &text)
    }
    for membership in employee.memberships {
      text.item("Membership, \(Self.told(membership.place)): \(Self.told(membership.method)).")
      tell(membership.method.evidence, &text)
    }
    for link in employee.rejected {
      text.item(
        "\(link.isPassport ? "Passport" : "Membership"), \(Self.told(link.place)): kept apart from "
          + "this employee by a decision, \(Self.told(link.decision)).")
    }
    for review in reviews {
      text.item(
        "A \(review.isPassport ? "passport" : "membership") may be this employee's, probability "
          + "\(review.probability): it is not linked until review.csv is answered.")
      tell(review.evidence, &text)
    }
    if !others.isEmpty {
      let names = others.map { "\(organisation.text)/\($0)" }.joined(separator: ", ")
      text.say("The same person is also \(names), by NI number or email and agreeing details.")
    }
  }

  /// What speaks for a link and what against it.
  private func tell(_ evidence: [String], _ text: inout TerminalText) {
    if evidence.isEmpty { return }
    text.more(
      "What speaks for it (+) and against it (-), each point doubling the odds: "
        + evidence.joined(separator: ", ") + ".")
  }

  private static func told(_ method: TracedEmployee.Method) -> String {
    switch method.method {
    case .decision:
      let place = method.decision.map { ", \(told($0))" } ?? ""
      return "linked by a person's decision\(place)"
    case .employeeNumber:
      return "linked by employee number, and no name contradicts it"
    case .niNumber:
      return "linked by NI number, and no name contradicts it"
    case .workEmail:
      return "linked by work email, and no name or birth date contradicts it"
    case .nameAndBirthDate:
      return "linked by name and birth date together"
    case .probabilistic:
      let probability = method.probability.map { ", probability \($0)" } ?? ""
      return "linked by the likeness of several details\(probability)"
    }
  }

  // MARK: - Rules

  /// What was raised, and what to do about each.
  func tellRules(_ text: inout TerminalText) {
    text.heading("Rules raised")
    guard let rules else {
      text.say("This run's pipeline leaves out the product discrepancies: none can be told.")
      return
    }
    if rules.rules.isEmpty { text.say("None.") }
    for rule in rules.rules {
      text.item("\(rule.rule) (\(rule.severity)), \(life(of: rule))")
      if !rule.detail.isEmpty { text.more(rule.detail) }
      text.more("To do: \(rule.action)")
      text.more("Rests on: \(Self.sources(of: rule)).")
    }
    if rules.hiddenCount > 0 {
      text.say(
        "\(rules.hiddenCount) more, resting on rows of other employers, not for this one to read: "
          + "discrepancies.csv has them, for whoever runs the pipeline for all.")
    }
  }

  private func life(of rule: RaisedRules.Rule) -> String {
    let days = "\(rule.ageDays) \(rule.ageDays == 1 ? "day" : "days")"
    switch DiscrepancyStatus(rawValue: rule.status) {
    case .new: return "new"
    case .waived:
      guard let waiver = employee.waivers[rule.id] else { return "waived by a decision" }
      let until = waiver.until.isMissing ? "without an end" : "until \(waiver.until.text)"
      return "waived \(until) by a decision, \(Self.told(waiver.decision))"
    case .reopened: return "reopened; first seen \(rule.firstSeen), \(days) ago"
    case .open, .resolved, nil: return "open since \(rule.firstSeen), \(days)"
    }
  }

  private static func sources(of rule: RaisedRules.Rule) -> String {
    var parts = rule.sources.map(told)
    switch rule.hiddenSources {
    case 0: break
    case 1: parts.append("a row of another employer")
    default: parts.append("\(rule.hiddenSources) rows of other employers")
    }
    return parts.isEmpty ? "no single row" : parts.joined(separator: ", ")
  }

  // MARK: - Lists

  /// The lists of the run that the employee is on, or why not.
  func tellLists(_ text: inout TerminalText) {
    text.heading("Lists")
    text.item(
      lists.isReconciled
        ? "\(lists.reconciledPath): has a row."
        : "\(lists.reconciledPath): no row, as nothing speaks of care and no rule is raised.")
    guard lists.writesRecipients else {
      text.item("This run's pipeline leaves out the product distribution: no recipients.")
      return
    }
    tellRecipient(.digitalResource, "the carers' platform", &text)
    tellRecipient(.employersForCarers, "the managers' platform", &text)
  }

  private func tellRecipient(
    _ platform: Platform, _ name: String, _ text: inout TerminalText
  ) {
    let path = lists.recipientPaths[platform] ?? ""
    guard let recipient = lists.recipients[platform] else {
      text.item("\(path): not on it; \(reasonNotListed(on: platform)).")
      return
    }
    let basis = recipient.basis.isEmpty ? "" : ", on \(recipient.basis)"
    text.item(
      "\(path): on it for \(name), \(platform.rawValue)\(basis); "
        + "delivery \(recipient.delivery?.rawValue ?? "unknown"): "
        + "\(Self.told(recipient.delivery)).")
    if platform == .employersForCarers {
      text.more("Every line manager is on that list; it says nothing about caring.")
    }
  }

  private static func told(_ delivery: DeliveryStatus?) -> String {
    switch delivery {
    case .new: "the code is to be sent for the first time"
    case .listed: "listed before, but not confirmed as sent"
    case .sent: "confirmed as sent with the present code"
    case .codeChanged: "sent before with another code"
    case .noCode: "there is no code to send"
    case nil: "the list says a word that is not known"
    }
  }

  private func reasonNotListed(on platform: Platform) -> String {
    if !employee.isActive { return "only active employees are" }
    switch platform {
    case .employersForCarers:
      return "only line managers of active employees with a valid email are, each person once a "
        + "footprint"
    case .digitalResource:
      switch employee.status {
      case .declined, .notCarer, .notRecorded: return "the status is \(employee.status.rawValue)"
      case .carer, .carerUnflagged: break
      }
      let hasContact = employee.memberships.contains {
        $0.state == .carerMember && $0.hasContactConsent
      }
      if employee.status == .carerUnflagged, !employee.passportStatus.isLive, !hasContact {
        return "the membership has no consent to contact"
      }
      if rules?.rules.contains(where: { $0.rule == "recipient-without-email" }) == true {
        return "there is no valid email"
      }
      return "there is no valid email, the code was sent already, or another employment of the "
        + "person stands for it in this footprint"
    }
  }

  // MARK: - What to do next

  /// The most urgent thing, and how to answer.
  func tellNextSteps(_ text: inout TerminalText) {
    text.heading("What to do next")
    let open = rules?.open ?? []
    let methods =
      employee.passports.map(\.method.method) + employee.memberships.map(\.method.method)
    let hasLikelyLink = methods.contains(.probabilistic)
    if let first = open.first {
      text.say("\(first.action) (\(first.rule), \(first.severity))")
      if open.count > 1 {
        text.say("Then work off the others above in their order: \(open.count - 1) more.")
      }
      text.say(
        "Where nothing is to be done, write waive in the column decision of discrepancies.csv and "
          + "give the file back as decisions.")
    } else if rules != nil {
      let isAll = !hasLikelyLink && reviews.isEmpty
      text.say(isAll ? "Nothing: no rule is open." : "No rule is open.")
    } else {
      text.say("Add discrepancies to emit.products and run again.")
    }
    if hasLikelyLink {
      text.say(
        "Check the link by likeness; if it is wrong, reject it in a decisions file by the subject "
          + "that links.csv gives for its row.")
    }
    if !reviews.isEmpty {
      text.say(
        "Answer review.csv: write accept or reject in its column decision, and give the file back "
          + "as decisions.")
    }
  }
}
