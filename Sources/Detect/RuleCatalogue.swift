/// All rules there are, sorted by id.
///
/// A new rule is a file in `Rules` and a line here.
package enum RuleCatalogue {
  /// What the catalogue says of every rule, sorted by id.
  package static let all: [RuleDescription] = rules.map(\.about)

  /// The description of a rule, or nil if there is none of this id.
  package static func description(id: String) -> RuleDescription? { all.first { $0.id == id } }

  static let rules: [any Rule] = [
    AccessCodeExpiring(),
    AccessCodeMissing(),
    AccessCodeOverlap(),
    AccessCodeShared(),
    CompetenceUnmapped(),
    CompetenceWithoutEmployee(),
    DecisionWithoutEffect(),
    DeclinedButListed(),
    DuplicateEmployee(),
    DuplicateMembership(),
    DuplicatePassport(),
    EmailShared(),
    ESRPassportWithoutLogEntry(),
    FieldUnreadable(),
    FlagConflict(),
    FlagConflictAcrossOrganisations(),
    FlagDateInvalid(),
    FlagOnSecondaryAssignmentOnly(),
    FlagUnreadable(),
    FlagWithdrawnWhilePassportActive(),
    FlagWithoutPassport(),
    FootprintClosed(),
    IdentityConflict(),
    InputDuplicated(),
    ListEntryAmbiguous(),
    ListEntryUnmatched(),
    ManagerUnknown(),
    MembershipAtPreviousOrganisation(),
    MembershipForLeaver(),
    MembershipWithoutFlag(),
    NINumberShared(),
    OrganisationClosed(),
    OrganisationUnknown(),
    OrganisationWithoutFootprint(),
    PassportAtPreviousOrganisation(),
    PassportDatesInconsistent(),
    PassportForLeaver(),
    PassportForeign(),
    PassportNotOnESR(),
    PassportReviewMissing(),
    PassportReviewOverdue(),
    PassportWithoutFlag(),
    RecipientWithoutEmail(),
  ]
}
