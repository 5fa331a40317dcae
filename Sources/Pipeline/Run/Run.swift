import Columns
import Emit
import Files
import Ledger
package import Records
import Threads
import Vocabulary

/// What `carer-reconcile check` found.
package struct CheckedInputs: Sendable {
  /// What a run would find, or the guard by which it would refuse the inputs.
  ///
  /// Employees are those of all organisations, active or not.
  package var findings: Result<(discrepancies: Int, employees: Int), RunFailure>
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
    let findings: Result<(discrepancies: Int, employees: Int), RunFailure>
    do {
      findings = .success(try find(&extracts, plan, &stages))
    } catch {
      findings = .failure(error)
    }
    return CheckedInputs(findings: findings, inputs: inputs, rejects: rejects)
  }

  /// Counts what the stages behind ingest find, of which nothing is published.
  ///
  /// - Throws: the guard that refuses the inputs.
  private static func find(
    _ extracts: inout Extracts, _ plan: RunPlan, _ stages: inout Stages
  ) throws(RunFailure) -> (discrepancies: Int, employees: Int) {
    try GuardCheck(guards: plan.file.guards, accepted: [], extracts: extracts).checkRejects()
    let (workforce, reference) = stages.normalise(&extracts)
    let links = stages.join(extracts, workforce, reference)
    let reconciliation = Reconciliation(
      asOf: plan.asOf, extracts: extracts, reference: reference, workforce: workforce,
      links: links)
    let findings = stages.detect(reconciliation)
    return (findings.all.count, workforce.employees.count)
  }

  /// Runs the stages that the pipeline file names; a prefix of the five publishes nothing.
  private static func runUnpublished(
    _ plan: RunPlan, _ listener: any ProgressListener
  ) throws(RunFailure) -> RunOutcome {
    var stages = Stages(plan, listener)
    var outcome = RunOutcome(asOf: plan.asOf)
    try runUnpublished(&stages, &outcome)
    outcome.note(stages)
    return outcome
  }

  private static func runUnpublished(
    _ stages: inout Stages, _ outcome: inout RunOutcome
  ) throws(RunFailure) {
    let plan = stages.plan
    var extracts = try stages.ingest()
    try GuardCheck(guards: plan.file.guards, accepted: [], extracts: extracts).checkRejects()
    outcome.note(extracts)
    guard plan.file.stages.contains(.normalise) else { return }
    let (workforce, reference) = stages.normalise(&extracts)
    outcome.note(workforce)
    guard plan.file.stages.contains(.join) else { return }
    let links = stages.join(extracts, workforce, reference)
    outcome.note(links)
    guard plan.file.stages.contains(.detect) else { return }
    let reconciliation = Reconciliation(
      asOf: plan.asOf, extracts: extracts, reference: reference, workforce: workforce,
      links: links)
    outcome.note(stages.detect(reconciliation))
  }
}
