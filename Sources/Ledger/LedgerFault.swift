/// One thing that is not as it was entered, and where.
package struct LedgerFault: Sendable, Equatable, CustomStringConvertible {
  /// The table, or `ledger-head.txt` or `schema`.
  package let table: String
  /// The number of the entry; nil where it is not about one.
  package let entry: Int?
  /// The run of that entry; nil where it has none.
  package let run: String?
  /// What is wrong, without the place.
  package let fault: String

  init(table: String, entry: Int? = nil, run: String? = nil, _ fault: String) {
    self.table = table
    self.entry = entry
    self.run = run
    self.fault = fault
  }

  /// One line: where and what.
  package var description: String {
    var place = "ledger, table \(table)"
    if let entry { place += ", entry \(entry)" }
    if let run { place += " (run \(run))" }
    return "\(place): \(fault)"
  }
}

/// What a verification of the ledger found.
package struct LedgerVerification: Sendable {
  /// The head of the chain as it stands; nil where it cannot be read.
  package let head: LedgerHead?
  /// All that is not as it was entered; empty where all is well.
  package let faults: [LedgerFault]
}
