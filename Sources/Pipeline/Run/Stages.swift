import Detect
import Ingest
import Join
import Normalise
import Records

/// Runs the stages from ingest to detect, telling the listener of each.
struct Stages {
  let plan: RunPlan
  let listener: any ProgressListener
  private(set) var timings: [StageTiming] = []
  /// How many files that were not read are told by their path.
  private static let toldPaths = 5

  init(_ plan: RunPlan, _ listener: any ProgressListener) {
    self.plan = plan
    self.listener = listener
  }

  /// Reads the inputs.
  mutating func ingest() throws(RunFailure) -> Extracts {
    let start = begin(.ingest, total: plan.inputs.byteCount)
    let listener = listener
    let extracts: Extracts
    do {
      extracts = try Ingest(plan.inputs, plan.file.ingest, asOf: plan.asOf)
        .run(plan.workers) { listener.advance(.ingest, by: $0) }
    } catch {
      throw RunFailure(error)
    }
    for input in extracts.inputs {
      for warning in input.warnings { listener.note("warning: \(input.path): \(warning)") }
    }
    noteLeftOut()
    let read = extracts.inputs.reduce(0) { $0 + $1.rowsRead }
    let rejected = extracts.inputs.reduce(0) { $0 + $1.rejected }
    end(
      .ingest, since: start, rows: read, bytes: plan.inputs.byteCount,
      "\(extracts.inputs.count) files, \(read) rows read, \(rejected) rejected")
    return extracts
  }

  /// Tells of files that lie beside those that were read, and were not.
  private func noteLeftOut() {
    let paths = plan.inputs.leftOut(by: plan.file.ingest)
    for path in paths.prefix(Self.toldPaths) {
      listener.note("warning: \(path): not read, as no pattern in the pipeline file fits it")
    }
    if paths.count > Self.toldPaths {
      listener.note("warning: \(paths.count - Self.toldPaths) more files were not read either")
    }
  }

  /// Makes employees and persons; takes assignments and competences out of `extracts`.
  mutating func normalise(_ extracts: inout Extracts) -> (Workforce, Reference) {
    let start = begin(.normalise, total: 1)
    let (workforce, reference) = Normalise(plan.file.normalise, asOf: plan.asOf)
      .run(&extracts, plan.workers)
    end(
      .normalise, since: start, rows: workforce.assignments.row.count, bytes: 0,
      "\(workforce.employees.count) employees of \(workforce.organisations.count) organisations, "
        + "\(workforce.persons.count) persons")
    return (workforce, reference)
  }

  /// Links list entries and derives statuses and recipients.
  mutating func join(
    _ extracts: Extracts, _ workforce: Workforce, _ reference: Reference
  ) -> Links {
    let start = begin(.join, total: 1)
    let links = Join(plan.file.join, asOf: plan.asOf).run(
      extracts, workforce, reference, plan.workers)
    end(
      .join, since: start, rows: links.entryCount, bytes: 0,
      "\(links.linkedCount) of \(links.entryCount) list entries linked"
        + (links.comparedPairs > 0 ? ", \(links.comparedPairs) pairs compared" : ""))
    return links
  }

  /// Holds the records against the rules.
  mutating func detect(_ reconciliation: Reconciliation) -> Findings {
    let start = begin(.detect, total: 1)
    let findings = Detect.run(
      reconciliation, settings: plan.file.detect, workers: plan.workers)
    end(
      .detect, since: start, rows: findings.all.count, bytes: 0,
      "\(findings.all.count) discrepancies by \(findings.rules.count) rules")
    return findings
  }

  /// Tells the listener that a stage begins; gives the moment.
  func begin(_ stage: StageName, total: Int) -> Double {
    listener.begin(stage, total: total)
    return RunClock.monotonicSeconds()
  }

  /// Tells the listener that a stage is done, and keeps its timing.
  mutating func end(
    _ stage: StageName, since start: Double, rows: Int, bytes: Int, _ detail: String
  ) {
    timings.append(
      StageTiming(
        stage: stage, seconds: RunClock.monotonicSeconds() - start, rows: rows, bytes: bytes))
    listener.end(stage, detail: detail)
  }
}
