import Testing
import Vocabulary

/// The words that inputs, outputs and pipeline files share with the program.
struct NamesInFilesTests {
  @Test func `sources, reasons, flags and statuses go by the contract's names in its order`() {
    #expect(
      Source.allCases.map(\.rawValue) == [
        "staff", "competences", "passports", "network", "organisations", "footprints",
        "access-codes", "decisions",
      ])
    #expect(
      RejectReason.allCases.map(\.rawValue) == [
        "quote-misplaced", "column-count", "encoding", "organisation-missing", "code-invalid",
        "employee-number-missing", "employee-number-invalid", "name-missing", "identity-missing",
        "competence-missing", "footprint-missing", "code-missing", "platform-unknown",
        "decision-unknown",
      ])
    #expect(
      CarerFlag.allCases.map(\.rawValue) == [
        "carer", "not-carer", "declined", "not-recorded", "unreadable",
      ])
    #expect(
      ReconciledStatus.allCases.map(\.rawValue) == [
        "carer", "carer-unflagged", "declined", "not-carer", "not-recorded",
      ])
    #expect(
      MatchMethod.selectable.map(\.rawValue) == [
        "employee-number", "ni-number", "work-email", "name-and-birth-date", "probabilistic",
      ])
    #expect(Platform.allCases.map(\.rawValue) == ["efc", "digital-resource"])
    #expect(Severity.allCases.sorted().map(\.rawValue) == ["high", "medium", "low"])
  }

  @Test func `states run from best to none`() {
    #expect(
      PassportState.allCases.sorted().map(\.word) == [
        "active", "review-overdue", "draft", "ended", "none",
      ])
    #expect(PassportState.allCases.filter(\.isLive).map(\.word) == ["active", "review-overdue"])
    #expect(
      MembershipState.allCases.sorted().map(\.word) == [
        "carer-member", "ally", "future", "left", "none",
      ])
  }
}
