import Detect
import Emit
import Ingest
import Join
import Normalise
import Records
import TestSupport
import Threads
import Vocabulary

/// Takes made-up files through all five stages, as a night does, but for the ledger and the disk.
///
/// The bytes are files with a record separator (1E) between them; each begins like the input of
/// ``IngestHarness/readDelimited(_:)``.
enum NightHarness {
  static func run(_ bytes: [UInt8]) {
    guard let extracts = IngestHarness.read(bytes.split(separator: 0x1E).map(Array.init)) else {
      return
    }
    let entries = extracts.passports.count + extracts.memberships.count
    var rest = extracts
    let asOf = IngestHarness.asOf
    let (workforce, reference) = Normalise(NormaliseSettings(), asOf: asOf).run(&rest)
    var join = JoinSettings()
    join.methods = Set(MatchMethod.allCases)
    let links = Join(join, asOf: asOf).run(rest, workforce, reference)
    let reconciliation = Reconciliation(
      asOf: asOf, extracts: rest, reference: reference, workforce: workforce, links: links)
    let findings = Detect.run(reconciliation)
    let identity = RunIdentity(
      pipelineName: "night", pipelineSHA256: String(repeating: "0", count: 64),
      programVersion: "0.0.0")
    let plan = OutputPlan(
      reconciliation: reconciliation, findings: findings, settings: EmitSettings(),
      identity: identity, workers: Workers(count: 1))
    var texts: [String: String] = [:]
    for document in plan.documents {
      texts[document.path] = String(decoding: document.bytes, as: UTF8.self)
    }
    let rows = CSVTable(texts["links.csv"] ?? "").rows.count
    precondition(rows == entries, "links.csv has \(rows) rows for \(entries) entries")
    let found = CSVTable(texts["discrepancies.csv"] ?? "").rows.count
    precondition(found == findings.all.count, "discrepancies.csv has not one row a finding")
  }
}
