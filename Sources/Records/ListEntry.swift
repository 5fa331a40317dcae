package import Columns
package import Vocabulary

/// One row of a passport log or a network list, as it was read.
///
/// Text codes belong to ``Extracts/texts``, the email's to ``Extracts/emails``, the reference's to
/// ``Extracts/references``. Codes, numbers and dates are their types' `missing` where the cell is
/// empty or could not be read.
package struct ListEntry: Sendable {
  /// Where the row stands.
  package var row: SourceRow
  /// Passports only.
  package var reference: TextCode = .empty
  package var organisation: ODSCode = .missing
  package var number: EmployeeNumber = .missing
  /// From its own column, else out of the full name, titles removed.
  package var firstName: TextCode = .empty
  /// From its own column, else out of the full name, titles removed.
  package var lastName: TextCode = .empty
  package var birthDate: CalendarDay = .missing
  /// The birth date that a network list may have besides.
  ///
  /// Read for the probabilistic method only, so that exact methods do as they do without it.
  package var linkageBirthDate: CalendarDay = .missing
  /// NI number (passports only) and email.
  package var niNumber: NINumber = .missing
  package var email: TextCode = .empty
  /// Agreed date of a passport, joined date of a membership.
  package var startDate: CalendarDay = .missing
  /// Review date; passports only.
  package var reviewDate: CalendarDay = .missing
  /// Ended date of a passport, left date of a membership.
  package var endDate: CalendarDay = .missing
  /// Status of a passport, member type of a membership, as it stood.
  package var word: TextCode = .empty
  /// Consent to share (passports) or to contact (memberships): true only where the cell says yes.
  package var hasConsent = false

  /// An entry of which only the place is known yet.
  package init(row: SourceRow) { self.row = row }
}

/// Which of the two lists an entry is on.
package enum ListKind: Int, CaseIterable, Sendable {
  case passports
  case network

  /// The source it is read for.
  package var source: Source {
    switch self {
    case .passports: .passports
    case .network: .network
    }
  }

  /// What subjects begin with: `passport:KEY` or `network:KEY`.
  package var subjectPrefix: String {
    switch self {
    case .passports: "passport:"
    case .network: "network:"
    }
  }
}
