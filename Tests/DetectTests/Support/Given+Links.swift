import Records
import Vocabulary

extension Given {
  func makeLinks(_ workforce: Workforce, _ extracts: Extracts) -> Links {
    var links = Links(
      passports: makeList(.passports, passportRows, workforce),
      memberships: makeList(.network, membershipRows, workforce))
    links.passportStates = passportRows.map { Self.passportState($0.text("state", or: "active")) }
    links.isForeign = passportRows.map { $0.says("foreign") }
    links.membershipStates = membershipRows.map {
      Self.membershipState($0.text("state", or: "carer-member"))
    }
    let decisions = decisionRows
    links.idleDecisions = decisions.indices.filter { decisions[$0].says("idle") }
    links.statuses = makeStatuses(workforce)
    links.entitlements = makeEntitlements(workforce, extracts)
    return links
  }

  private func makeList(
    _ kind: ListKind, _ rows: [DrawnTable.Row], _ workforce: Workforce
  ) -> JoinedList {
    let entries = rows.enumerated().map { index, row in
      var entry = ListEntry(row: Self.row(kind.source, index))
      entry.organisation = Self.code(row["organisation"])
      entry.startDate = Self.day(row["agreed"])
      entry.reviewDate = Self.day(row["review"])
      entry.endDate = Self.day(row["ended"])
      entry.hasConsent = row.says("consent")
      return entry
    }
    var list = JoinedList(kind: kind, entries: entries)
    for row in rows {
      var link = EntryLink()
      link.hadConflict = row.says("conflict")
      if !row["employee"].isEmpty {
        let (organisation, number) = Self.employee(row["employee"])
        guard let employee = workforce.employee(organisation, number) else {
          preconditionFailure("no such employee is drawn: \(row["employee"])")
        }
        link.outcome = .linked
        link.wasAmbiguous = row["outcome"] == "ambiguous before"
        link.employee = employee
      } else if !row["outcome"].isEmpty {
        guard let outcome = EntryLink.Outcome(rawValue: row["outcome"]) else {
          preconditionFailure("no outcome: \(row["outcome"])")
        }
        link.outcome = outcome
        link.wasAmbiguous = outcome == .ambiguous
      }
      list.links.append(link)
      list.subjects.append(
        kind.subjectPrefix + row[kind == .passports ? "passport" : "membership"])
      list.isRepeated.append(false)
    }
    list.indexLinks(of: workforce.persons)
    return list
  }

  private func makeStatuses(_ workforce: Workforce) -> Statuses {
    var statuses = Statuses()
    var passport: [String: PassportState] = [:]
    var network: [String: MembershipState] = [:]
    for row in employeeRows {
      let (organisation, number) = Self.employee(row["employee"])
      let name = "\(organisation.text)/\(number.text)"
      passport[name] = Self.passportState(row.text("passport", or: "none"))
      network[name] = Self.membershipState(row.text("network", or: "none"))
    }
    for index in 0..<workforce.employees.count {
      let organisation = workforce.organisationCode(of: index).text
      let name = "\(organisation)/\(workforce.employees.number[index].text)"
      statuses.passport.append(passport[name] ?? .none)
      statuses.network.append(network[name] ?? .none)
      statuses.reviewDate.append(.missing)
      statuses.reconciled.append(.notRecorded)
      statuses.evidence.append([])
    }
    statuses.recorded = workforce.employees.flag.indices.filter {
      workforce.employees.flag[$0] != .notRecorded || statuses.passport[$0] != .none
        || statuses.network[$0] != .none
    }
    statuses.hasPassportLog = workforce.organisations.map { logs.contains($0.text) }
    return statuses
  }

  private func makeEntitlements(_ workforce: Workforce, _ extracts: Extracts) -> Entitlements {
    var entitlements = Entitlements()
    entitlements.codeRow = workforce.organisations.map { organisation in
      var rows: [Platform: Int] = [:]
      for (index, row) in codeRows.enumerated() {
        let users = row["used by"].split(separator: " ").map(String.init)
        if users.contains(organisation.text) { rows[extracts.accessCodes[index].platform] = index }
      }
      return rows
    }
    for row in employeeRows {
      let (organisation, number) = Self.employee(row["employee"])
      guard let employee = workforce.employee(organisation, number) else { continue }
      switch row["recipient"] {
      case "carer": entitlements.carers.append(employee)
      case "manager": entitlements.managers.append(employee)
      case "no email": entitlements.carersWithoutEmail.append(employee)
      case "": break
      case let word: preconditionFailure("no recipient: \(word)")
      }
    }
    entitlements.carers.sort()
    entitlements.managers.sort()
    entitlements.carersWithoutEmail.sort()
    return entitlements
  }
}
