/// The rows of each table, with the columns that it may have.
extension Given {
  var employeeRows: [DrawnTable.Row] {
    let columns: Set = [
      "employee", "active", "flag", "last flag", "born", "manager", "esr passport", "passport",
      "network", "person", "shares", "recipient",
    ]
    return DrawnTable(employees, columns: columns).rows
  }

  var assignmentRows: [DrawnTable.Row] {
    DrawnTable(assignments, columns: ["employee", "active", "primary", "flag", "dated"]).rows
  }

  var competenceRows: [DrawnTable.Row] {
    DrawnTable(competences, columns: ["employee", "kind", "open", "says", "dated"]).rows
  }

  var unmappedRows: [DrawnTable.Row] {
    DrawnTable(unmapped, columns: ["name", "times"]).rows
  }

  var passportRows: [DrawnTable.Row] {
    let columns: Set = [
      "passport", "employee", "state", "foreign", "consent", "organisation", "agreed", "review",
      "ended", "outcome", "conflict",
    ]
    return DrawnTable(passports, columns: columns).rows
  }

  var membershipRows: [DrawnTable.Row] {
    let columns: Set = ["membership", "employee", "state", "outcome", "conflict"]
    return DrawnTable(memberships, columns: columns).rows
  }

  var organisationRows: [DrawnTable.Row] {
    DrawnTable(organisations, columns: ["organisation", "closed", "footprint", "previous"]).rows
  }

  var footprintRows: [DrawnTable.Row] {
    DrawnTable(footprints, columns: ["footprint", "holds"]).rows
  }

  var codeRows: [DrawnTable.Row] {
    let columns: Set = ["owner", "kind", "platform", "code", "from", "to", "used by", "line"]
    return DrawnTable(codes, columns: columns).rows
  }

  var decisionRows: [DrawnTable.Row] {
    DrawnTable(decisions, columns: ["kind", "subject", "decision", "until", "idle"]).rows
  }

  var faultRows: [DrawnTable.Row] {
    DrawnTable(faults, columns: ["source", "line", "column", "employee"]).rows
  }
}
