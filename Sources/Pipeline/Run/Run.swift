import Columns
import Emit
import Files
import Ledger
package import Records
import Threads
package import Vocabulary

/// What a run found and where it is, for the last lines on the terminal.
package struct RunOutcome: Sendable {
  /// `<as-of>-<nn>`; nil where nothing was published.
  package var id: String?
  /// Path of the run's folder; nil where nothing was published.
  package var folder: String?
  /// Whether nothing had changed since the last run, so that nothing new was published.
  package var isUnchanged = false
  /// The date the run is for.
  package var asOf: CalendarDay
  /// Counts by severity, high first.
  package var severities: [(severity: Severity, count: Int)] = []
  /// Counts by status, in the order of the statuses; resolved ones too.
  package var statuses: [(status: DiscrepancyStatus, count: Int)] = []
  /// Employees of all organisations, active or not.
  package var employees = 0
  /// List entries that are linked to an employee.
  package var linkedEntries = 0
  /// List entries in all.
  package var entries = 0
  /// Rows of all files that were rejected.
  package var rejectedRows = 0
  /// Recipients of each platform.
  package var recipients: [(platform: Platform, count: Int)] = []
  /// How many warnings were told on the way.
  package var warnings = 0
  /// What each stage took.
  package var timings: [StageTiming] = []

  /// An outcome of which only the date is known yet.
  init(asOf: CalendarDay) { self.asOf = asOf }
}

/// What `carer-reconcile check` found.
package struct CheckedInputs: Sendable {
  /// What a run would find, or the guard by which it would refuse the inputs.
  package var outcome: Result<RunOutcome, RunFailure>
  /// The accounts of the files, in reading order.
  package var inputs: [InputAccount]
  /// The rejected rows of each of `inputs`: file, line, reason and what is wrong.
  ///
  /// No value of a row is in them.
  package var rejects: [[String]]
}

/// One run from the pipeline file to the published folder.
package enum Run {
  /// Runs the pipeline and publishes what comes out, whole or not at all.
  package static func run(
    _ request: RunRequest, _ listener: any ProgressListener
  ) throws(RunFailure) -> RunOutcome {
    FreedMemory.giveBackLargeBlocks()
    let plan = try RunPlan(request)
    guard plan.file.stages.contains(.emit) else { return try runUnpublished(plan, listener) }
    let locked = try LockedFolder(plan.outputPath)
    let reading = InputReading(plan, listener)
    let (output, night) = try plan.workers.meanwhile({ reading.run() }) { () throws(RunFailure) in
      let output = try OutputFolder(locked, listener)
      return (output, try NightMemory(output.ledger, plan.workers))
    }
    var attempt = Attempt(plan, request, output)
    do throws(RunFailure) {
      return try attempt.run(reading, night)
    } catch {
      attempt.recordFailure(error)
      throw error
    }
  }

  /// Reads and validates everything, writes nothing.
  package static func check(
    _ request: RunRequest, _ listener: any ProgressListener
  ) throws(RunFailure) -> CheckedInputs {
    let plan = try RunPlan(request)
    var stages = Stages(plan, listener)
    var extracts = try stages.ingest()
    let inputs = extracts.inputs
    var rejects = [[String]](repeating: [], count: inputs.count)
    for reject in extracts.rejects {
      rejects[reject.row.file].append(
        "\(extracts.citation(reject.row)): \(reject.reason.rawValue), \(reject.detail)")
    }
    let outcome: Result<RunOutcome, RunFailure>
    do {
      outcome = .success(try outcomeUnpublished(&extracts, plan, &stages))
    } catch {
      outcome = .failure(error)
    }
    return CheckedInputs(outcome: outcome, inputs: inputs, rejects: rejects)
  }

  /// What the stages behind ingest find, of which nothing is published.
  ///
  /// - Throws: the guard that refuses the inputs.
  private static func outcomeUnpublished(
    _ extracts: inout Extracts, _ plan: RunPlan, _ stages: inout Stages
  ) throws(RunFailure) -> RunOutcome {
    try GuardCheck(guards: plan.file.guards, accepted: [], extracts: extracts).checkRejects()
    let (workforce, reference) = stages.normalise(&extracts)
    let links = stages.join(extracts, workforce, reference)
    let reconciliation = Reconciliation(
      asOf: plan.asOf, extracts: extracts, reference: reference, workforce: workforce,
      links: links)
    let findings = stages.detect(reconciliation)
    return RunOutcome(reconciliation, findings, stages.timings)
  }

  /// Runs the stages that the pipeline file names; a prefix of the five publishes nothing.
  private static func runUnpublished(
    _ plan: RunPlan, _ listener: any ProgressListener
  ) throws(RunFailure) -> RunOutcome {
    var stages = Stages(plan, listener)
    var outcome = RunOutcome(asOf: plan.asOf)
    var extracts = try stages.ingest()
    try GuardCheck(guards: plan.file.guards, accepted: [], extracts: extracts).checkRejects()
    defer { outcome.timings = stages.timings }
    guard plan.file.stages.contains(.normalise) else { return outcome }
    let (workforce, reference) = stages.normalise(&extracts)
    guard plan.file.stages.contains(.join) else { return outcome }
    let links = stages.join(extracts, workforce, reference)
    guard plan.file.stages.contains(.detect) else { return outcome }
    let reconciliation = Reconciliation(
      asOf: plan.asOf, extracts: extracts, reference: reference, workforce: workforce,
      links: links)
    let findings = stages.detect(reconciliation)
    return RunOutcome(reconciliation, findings, stages.timings)
  }
}

extension RunOutcome {
  /// What was found.
  init(_ reconciliation: Reconciliation, _ findings: Findings, _ timings: [StageTiming]) {
    self.init(asOf: reconciliation.asOf)
    self.timings = timings
    var findingsOfRule = [Int](repeating: 0, count: findings.rules.count)
    for finding in findings.all { findingsOfRule[finding.rule] += 1 }
    severities = Severity.allCases.map { severity in
      let counts = zip(findings.rules, findingsOfRule).filter { $0.0.severity == severity }
      return (severity, counts.reduce(0) { $0 + $1.1 })
    }
    employees = reconciliation.workforce.employees.count
    entries = reconciliation.links.entryCount
    linkedEntries = reconciliation.links.linkedCount
    rejectedRows = reconciliation.extracts.rejects.count
    recipients = Platform.allCases.map {
      ($0, reconciliation.links.entitlements.recipients($0).count)
    }
  }
}
