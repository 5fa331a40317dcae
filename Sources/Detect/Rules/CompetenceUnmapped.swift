import Records
import Vocabulary

/// A competence name mentions carers, but fits no known pattern.
///
/// Detects: names of competences that contain carer and fit no pattern, or fit one but for a word
/// such as training or manager; once for each name without case.
///
/// Why it matters: staff who hold it may be carers whom the reconciliation does not see.
///
/// Fix: Decide what the competence means, and have it renamed in ESR or ignored in the pipeline
/// file.
struct CompetenceUnmapped: Rule {
  let about = RuleDescription(
    id: "competence-unmapped", severity: .medium, subject: .competence,
    problem: "A competence name mentions carers, but fits no known pattern.",
    action: "Decide what the competence means, and have it renamed in ESR or ignored in the "
      + "pipeline file.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    for competence in all.workforce.unmappedCompetences {
      report.add(
        .competence(competence.name),
        competence.rows.count == 1
          ? "One row has this competence name; it was not used."
          : "\(competence.rows.count) rows have this competence name; they were not used.",
        rows: competence.rows)
    }
  }
}
