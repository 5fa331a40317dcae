import Records

/// A list entry that an employee's trace tells of; in order of employees, then as read.
struct EmployeeEntry: Sendable {
  private let pair: UInt64

  private init(employee: Int, entry: Int) { pair = UInt64(employee) << 32 | UInt64(entry) }

  /// The employee's index.
  var employee: Int { Int(pair >> 32) }
  /// The entry's index in its list.
  var entry: Int { Int(pair & 0xFFFF_FFFF) }

  /// The passports that can count for each employee's status (contract section 5): those linked to
  /// it, foreign ones only with consent, and with consent those of its person elsewhere.
  static func countingPassports(_ links: Links, _ persons: Persons) -> [EmployeeEntry] {
    var found: [EmployeeEntry] = []
    for index in links.passports.links.indices {
      guard let holder = links.passports.links[index].employee else { continue }
      if links.passports.entries[index].hasConsent {
        let members = persons.employees(ofPersonOf: holder)
        for place in 0..<members.count {
          found.append(EmployeeEntry(employee: members[place], entry: index))
        }
      } else if !links.isForeign[index] {
        found.append(EmployeeEntry(employee: holder, entry: index))
      }
    }
    return sorted(found)
  }

  /// The memberships that are linked to each employee.
  static func memberships(_ links: Links) -> [EmployeeEntry] {
    sorted(
      links.memberships.links.indices.compactMap { index in
        links.memberships.links[index].employee.map { EmployeeEntry(employee: $0, entry: index) }
      })
  }

  private static func sorted(_ found: [EmployeeEntry]) -> [EmployeeEntry] {
    found.sorted { $0.pair < $1.pair }
  }
}
