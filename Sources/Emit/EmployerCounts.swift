import Records
import Threads
import Vocabulary

/// What is counted of one employer's employees.
struct EmployerCounts: Sendable {
  /// Active employees, by status.
  private var byStatus: InlineArray<5, Int> = InlineArray(repeating: 0)
  /// Active employees.
  private(set) var active = 0
  /// Active employees who are in the network as carers.
  private(set) var networkCarerMembers = 0
  /// Persons of whom none is an employee of an employer before it.
  private(set) var persons = 0

  /// Counts all employers, several at once.
  static func all(
    of reconciliation: Reconciliation, _ employers: [Employer], _ workers: Workers
  ) -> [EmployerCounts] {
    let isActive = reconciliation.workforce.employees.isActive
    let keys = reconciliation.workforce.persons.key
    let statuses = reconciliation.links.statuses
    return workers.map(employers.indices) { index in
      var counts = EmployerCounts()
      for employee in employers[index].employees {
        if Int(keys[employee]) == employee { counts.persons += 1 }
        guard isActive[employee] else { continue }
        counts.active += 1
        counts.byStatus[place(of: statuses.reconciled[employee])] += 1
        if case .carerMember = statuses.network[employee] { counts.networkCarerMembers += 1 }
      }
      return counts
    }
  }

  /// How many active employees have a status.
  subscript(status: ReconciledStatus) -> Int { byStatus[Self.place(of: status)] }

  private static func place(of status: ReconciledStatus) -> Int {
    switch status {
    case .carer: 0
    case .carerUnflagged: 1
    case .declined: 2
    case .notCarer: 3
    case .notRecorded: 4
    }
  }
}
