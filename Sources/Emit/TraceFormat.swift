/// The shape of `trace/<footprint>/<organisation>.tsv`, which `explain` reads back.
///
/// Tab-separated, LF, no quotes. A head, the headings, then a line for each employee of the
/// organisation, sorted by number. Empty cells at the end of a line are left out with their tabs:
///
///     # carer-reconcile trace 1
///     # as_of          2026-11-21
///     # file           3     passports/surrey.csv      a file that some line cites, by its number
///     employee_number  rows  competences  …
///     00000001         1:2+ carer 2025-02-28;1:9       …
///
/// A *place* is `FILE:LINE`; `*` is a row of another employer, whose place is not told. A missing
/// date is `-`. Items of a cell are joined by `;`, their words by one space:
///
/// | column | item |
/// | --- | --- |
/// | rows | place, `+` if primary, `!` if not active, then flag and date where it says something |
/// | competences | place, `carer` or `passport`, `open` or `closed`, flag or `-`, date |
/// | passports | place, state, agreed, review, method, `shared` where it counts by consent only |
/// | memberships | place, state, joined, method, `contact` where there is consent to contact |
/// | rejected | `passport` or `network`, place, place of the decision |
/// | waivers | discrepancy id, place of the decision, last day |
/// | person_key | number of the person's smallest employee here, where it is another one |
///
/// A method is a word of `links.csv`. `probabilistic=0.987654=last_name:_exact_(+9.2)|…` has its
/// probability behind it and, where the row's place is told, how each compared field agrees, as in
/// `review.csv`, with `_` for spaces. `decision=4:3` has the place of the decision. Other empty
/// cells are what most employees are: active,
/// flag `not-recorded`, ESR passport `no`, statuses `none` and `not-recorded`.
///
/// No names, emails, NI numbers, access codes or other employers, and no passport of another
/// employer without consent to share it.
package enum TraceFormat {
  /// The first line; another version of the format has another number.
  package static let firstLine = "# carer-reconcile trace 1"

  /// The columns, in order.
  package enum Column: String, CaseIterable, Sendable {
    case employeeNumber = "employee_number"
    case rows
    case competences
    case passports
    case memberships
    case rejected
    case waivers
    case active
    case flag = "esr_flag"
    case esrPassport = "esr_passport"
    case passportStatus = "passport_status"
    case networkStatus = "network_status"
    case reconciledStatus = "reconciled_status"
    case evidence
    case personKey = "person_key"
  }

  /// What stands for a space in the evidence of a link.
  package static let evidenceSpace: Unicode.Scalar = "_"
  /// What parts the compared fields of the evidence of a link.
  package static let evidenceSeparator: Unicode.Scalar = "|"

  /// The place of a row of another employer.
  package static let hiddenPlace = "*"
  /// A date that is missing, or a flag that is not said.
  package static let missing = "-"
}
