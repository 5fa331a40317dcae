import Detect
import Ingest
import Join
import Normalise
import Records
import Vocabulary

/// Runs the stages from ingest to detect, telling the listener of each.
struct Stages {
  let plan: RunPlan
  let listener: any ProgressListener
  private(set) var timings: [StageTiming] = []
  /// How many warnings the listener was told.
  private(set) var warnings = 0
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
    var extracts: Extracts
    do {
      extracts = try Ingest(plan.inputs, plan.file.ingest, asOf: plan.asOf)
        .run(plan.workers) { listener.advance(.ingest, by: $0) }
    } catch {
      throw RunFailure(error)
    }
    Self.noteSameBytes(&extracts.inputs)
    for input in extracts.inputs {
      for warning in input.warnings { warn("\(input.path): \(warning)") }
    }
    noteLeftOut()
    let read = extracts.inputs.reduce(0) { $0 + $1.rowsRead }
    let rejected = extracts.inputs.reduce(0) { $0 + $1.rejected }
    end(
      .ingest, since: start, rows: read, bytes: plan.inputs.byteCount,
      "\(Plain.count(extracts.inputs.count, "file")), \(Plain.count(read, "row")) read, "
        + "\(Plain.count(rejected)) rejected")
    return extracts
  }

  /// Enters a warning for each file that has the bytes of another file of another source: one of
  /// the two is in the wrong folder.
  private static func noteSameBytes(_ inputs: inout [InputAccount]) {
    var first: [String: Int] = [:]
    for index in inputs.indices where inputs[index].rowsRead > 0 {
      guard let other = first[inputs[index].sha256] else {
        first[inputs[index].sha256] = index
        continue
      }
      if inputs[other].source == inputs[index].source { continue }
      if inputs[other].path == inputs[index].path { continue }
      inputs[index].warnings.append(
        "it has the same bytes as \(inputs[other].path), which is read for the source "
          + "\(inputs[other].source.rawValue); look whether it is in the right folder")
    }
  }

  /// Tells of files that lie beside those that were read, and were not.
  private mutating func noteLeftOut() {
    let paths = plan.inputs.leftOut(by: plan.file.ingest)
    for path in paths.prefix(Self.toldPaths) {
      warn("\(path): not read, as no pattern in the pipeline file fits it")
    }
    if paths.count > Self.toldPaths {
      warn("\(paths.count - Self.toldPaths) more files were not read either")
    }
  }

  /// Tells the listener a warning, a sentence without a full stop.
  mutating func warn(_ text: String) {
    warnings += 1
    listener.note("warning: \(text)")
  }

  /// Makes employees and persons; takes assignments and competences out of `extracts`.
  mutating func normalise(_ extracts: inout Extracts) -> (Workforce, Reference) {
    let start = begin(.normalise, total: 1)
    let (workforce, reference) = Normalise(plan.file.normalise, asOf: plan.asOf)
      .run(&extracts, plan.workers)
    end(
      .normalise, since: start, rows: workforce.assignments.row.count, bytes: 0,
      "\(Plain.count(workforce.employees.count, "employee")) of "
        + "\(Plain.count(workforce.organisations.count, "organisation")), "
        + Plain.count(workforce.persons.count, "person"))
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
      "\(Plain.count(links.linkedCount)) of "
        + "\(Plain.count(links.entryCount, "list entry", "list entries")) linked"
        + (links.comparedPairs > 0
          ? ", \(Plain.count(links.comparedPairs, "pair")) compared" : ""))
    return links
  }

  /// Holds the records against the rules.
  mutating func detect(_ reconciliation: Reconciliation) -> Findings {
    let start = begin(.detect, total: 1)
    let findings = Detect.run(
      reconciliation, settings: plan.file.detect, workers: plan.workers)
    end(
      .detect, since: start, rows: findings.all.count, bytes: 0,
      "\(Plain.count(findings.all.count, "discrepancy", "discrepancies")) by "
        + Plain.count(findings.rules.count, "rule"))
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
