import Records
import Vocabulary

/// A file has the same bytes as an earlier one of its source and was skipped.
///
/// Detects: files that have the bytes of an earlier file of the same source, read for the same
/// organisation.
///
/// Why it matters: one of the two was probably meant to be another file, whose rows are missing.
///
/// Fix: Take the copy away, or put the file in its place that was meant.
struct InputDuplicated: Rule {
  let about = RuleDescription(
    id: "input-duplicated", severity: .medium, subject: .file,
    problem: "A file has the same bytes as an earlier one of its source and was skipped.",
    action: "Take the copy away, or put the file in its place that was meant.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    for (file, input) in all.extracts.inputs.enumerated() where input.isDuplicate {
      report.add(
        .file(file), "The file is a copy of an earlier one; none of its rows were read.",
        rows: [SourceRow(file: file, line: 1)])
    }
  }
}
