import Columns
import Records
import Vocabulary

/// What findings have in common, each text once: what their rules say, and their details, of which
/// nearly all are the same few.
struct FindingTexts: Sendable {
  /// The texts, as fields of a CSV file too.
  let fields: FieldTexts
  /// By rule: its id.
  let ids: [TextCode]
  /// By rule.
  let severities: [TextCode]
  /// By rule.
  let actions: [TextCode]
  /// By finding.
  let details: [TextCode]

  /// Gathers the texts of findings.
  init(_ findings: Findings) {
    var texts = TextDictionary()
    ids = findings.rules.map { texts.code(of: $0.id) }
    severities = findings.rules.map { texts.code(of: $0.severity.rawValue) }
    actions = findings.rules.map { texts.code(of: $0.action) }
    var details: [TextCode] = []
    details.reserveCapacity(findings.all.count)
    var last = TextCode.empty
    for index in findings.all.indices {
      let detail = findings.all[index].detail.utf8.span
      // Those of a rule come one behind another and mostly say the same.
      if !SpanOrder.areEqual(texts[last], detail) { last = texts.code(of: detail) }
      details.append(last)
    }
    self.details = details
    fields = FieldTexts(texts)
  }
}
