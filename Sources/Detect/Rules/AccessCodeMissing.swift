import Records
import Vocabulary

/// An organisation has recipients for a platform, but there is no access code for them.
///
/// Detects: organisations with at least one recipient for a platform and no code that holds, of
/// their own, their footprint's or their previous footprint's.
///
/// Why it matters: people who are entitled to the platform cannot get in.
///
/// Fix: Obtain an access code for the organisation or its footprint, and add it to the access
/// codes.
struct AccessCodeMissing: Rule {
  let about = RuleDescription(
    id: "access-code-missing", severity: .high, subject: .organisationAndPlatform,
    problem: "An organisation has recipients for a platform, but there is no access code for them.",
    action: "Obtain an access code for the organisation or its footprint, and add it to the access "
      + "codes.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    let entitlements = all.links.entitlements
    for platform in [Platform.digitalResource, .employersForCarers] {
      var hasRecipient = [Bool](repeating: false, count: all.workforce.organisations.count)
      for employee in entitlements.recipients(platform) {
        hasRecipient[Int(all.workforce.employees.organisation[employee])] = true
      }
      for (index, code) in all.workforce.organisations.enumerated()
      where hasRecipient[index] && entitlements.codeRow[index][platform] == nil {
        report.add(
          .organisationPlatform(code, platform),
          "No code for \(platform.inWords) holds at the date of the run.",
          rows: all.reference.facts(code).rows)
      }
    }
  }
}
