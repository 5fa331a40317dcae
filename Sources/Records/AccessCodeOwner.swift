package import Vocabulary

/// Whose access code for which platform a row gives.
package struct AccessCodeOwner: Hashable, Sendable {
  /// The code of the organisation or footprint.
  package let code: ODSCode
  /// Whether it is an organisation; otherwise it is a footprint.
  package let isOrganisation: Bool
  package let platform: Platform

  /// The owner of a row's code.
  package init(_ row: AccessCodeRow) {
    self.init(code: row.owner, isOrganisation: row.isOrganisations, platform: row.platform)
  }

  /// Names an owner.
  package init(code: ODSCode, isOrganisation: Bool, platform: Platform) {
    self.code = code
    self.isOrganisation = isOrganisation
    self.platform = platform
  }
}

extension AccessCodeRow {
  /// How many days before a code ends it is expiring (contract section 6, access-code-expiring).
  private static let expiryDays = 30

  /// Whether the row holds on `day` by its dates (contract section 7).
  package func holds(on day: CalendarDay) -> Bool { day.isWithin(from: validFrom, to: validTo) }

  /// Whether a row that holds on `day` ends within 30 days of it, and none of `rows` follows it.
  ///
  /// A row follows that is of the same owner and platform and holds on the day after.
  package func isExpiring(on day: CalendarDay, among rows: [AccessCodeRow]) -> Bool {
    guard !validTo.isMissing, validTo <= day.adding(days: Self.expiryDays) else { return false }
    let (owner, dayAfter) = (AccessCodeOwner(self), validTo.adding(days: 1))
    return !rows.contains { AccessCodeOwner($0) == owner && $0.holds(on: dayAfter) }
  }
}
