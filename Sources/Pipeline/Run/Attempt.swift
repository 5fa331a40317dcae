import Columns
import Emit
import Files
import Ledger
import Records
import Threads
import Vocabulary

/// A run under way in a locked output folder.
struct Attempt {
  private let plan: RunPlan
  private let request: RunRequest
  private let output: OutputFolder
  private let startedAt: String
  /// The id the run will have; nil until it is known.
  private var id: String?
  /// Whether the ledger says already how it ended.
  private var isEntered = false
  /// Whether the entry that publishes the run was begun.
  private var isDecisionTried = false

  init(_ plan: RunPlan, _ request: RunRequest, _ output: OutputFolder) {
    self.plan = plan
    self.request = request
    self.output = output
    startedAt = RunClock.text(RunClock.seconds())
  }

  /// What a run has found, until it is published.
  private struct Found {
    let outputs: NightOutputs
    var record: RunRecord
    var outcome: RunOutcome
  }

  /// Runs the stages behind ingest and publishes.
  ///
  /// `night` is what the ledger of the output folder remembers. What went wrong in reading is a
  /// failure of the run like any other.
  mutating func run(
    _ reading: InputReading, _ night: NightMemory
  ) throws(RunFailure) -> RunOutcome {
    let id = try nextID()
    self.id = id
    var stages = reading.stages
    guard var found = try find(id, reading, night, &stages) else {
      return unchanged(night, stages.timings)
    }
    let staged = try stage(found.outputs, found.record, night, &stages)
    found.record.manifest = staged.manifest
    found.record.recordedAt = RunClock.text(RunClock.seconds())
    let outputs = found.outputs
    try plan.workers.meanwhile({ outputs.letGo() }) { () throws(RunFailure) in
      try publish(staged.folder, found.record, night)
    }
    found.outcome.id = id
    found.outcome.folder = output.folder.path(of: RunFolder.path(of: id))
    found.outcome.timings = stages.timings
    return found.outcome
  }

  /// Runs the stages from normalise to detect, and holds what they find against the nights before.
  ///
  /// Nothing but the outputs keeps hold of the records when it has returned.
  ///
  /// - Returns: nil where nothing has changed since the run published last.
  private func find(
    _ id: String, _ reading: InputReading, _ night: NightMemory, _ stages: inout Stages
  ) throws(RunFailure) -> Found? {
    var extracts = try reading.takeExtracts()
    let inputs = extracts.inputs.map(LedgerInput.init)
    if let last = night.memory.lastRun, !request.again, isUnchanged(since: last, inputs, night) {
      return nil
    }
    let staffRows = StaffRows.byOrganisation(extracts)
    let warnings = try checkGuards(extracts, staffRows, night)
    for warning in warnings { stages.warn(warning) }
    let (workforce, reference) = stages.normalise(&extracts)
    let links = stages.join(extracts, workforce, reference)
    let joined = Reconciliation(
      asOf: plan.asOf, extracts: extracts, reference: reference, workforce: workforce,
      links: links, flaggedLastTime: night.flaggedLastTime(workforce, links))
    let findings = stages.detect(joined)
    let reconciliation = joined.forOutputs()
    FreedMemory.giveBack()
    let settings = plan.file.emit
    let tonight = night.tonight(findings, reconciliation, settings)
    let discrepancies = tonight.discrepancies
    var memory = RunMemory(
      discrepancies, tonight.recipients, try night.changes(discrepancies, in: output.folder))
    memory.warnings = warnings
    memory.nights = try EarlierNights.read(
      output.ledger, before: plan.asOf, in: output.folder)
    let record = RunRecord(
      id: id, asOf: plan.asOf, startedAt: startedAt, recordedAt: startedAt,
      program: ProgramVersion.text, pipeline: plan.settingsDigest, manifest: nil, inputs: inputs,
      staffRows: staffRows, acceptedGuards: acceptedGuards,
      discrepancies: discrepancies, deliveries: tonight.recipients.records,
      carers: tonight.carers)
    var outcome = RunOutcome(reconciliation, findings)
    outcome.warnings = stages.warnings
    outcome.statuses = DiscrepancyStatus.allCases.map { ($0, discrepancies.count($0)) }
    let outputs = NightOutputs { [memory, plan, listener = stages.listener] in
      let outputs = OutputPlan(
        reconciliation: reconciliation, findings: findings, memory: memory, settings: settings,
        identity: RunIdentity(
          pipelineName: plan.file.name, pipelineSHA256: plan.fileDigest.hexadecimal,
          programVersion: ProgramVersion.text),
        workers: plan.workers)
      listener.begin(.emit, total: outputs.documents.count)
      return outputs
    }
    return Found(outputs: outputs, record: record, outcome: outcome)
  }

  /// Enters that the run failed and removes what it has written.
  ///
  /// Neither adds to what the caller is told: the failure at hand is the one to mend, and the next
  /// start finds the run unfinished and does both.
  ///
  /// Once the entry that publishes was tried, the files go only behind an entry that the run
  /// failed: a commit that reported an error may still be in the ledger's log, and the next start
  /// would find the run published. The later entry overwrites it there.
  func recordFailure(_ failure: RunFailure) {
    guard let id, !isEntered else { return }
    output.ledger.abandon()
    do {
      if !isDecisionTried { try output.removeStaging(id) }
      try output.ledger.recordFailed(
        run: id, asOf: plan.asOf, startedAt: startedAt,
        exitStatus: Int(failure.exitStatus.rawValue), at: RunClock.text(RunClock.seconds()))
      try output.removeStaging(id)
      try output.writeHead()
    } catch {
      return
    }
  }

  // MARK: - Steps

  private func nextID() throws(RunFailure) -> String {
    do {
      return try output.ledger.nextRunID(asOf: plan.asOf)
    } catch {
      throw RunFailure(error)
    }
  }

  private func isUnchanged(
    since last: PublishedRun, _ inputs: [LedgerInput], _ night: NightMemory
  ) -> Bool {
    last.asOf == plan.asOf && last.pipeline == plan.settingsDigest
      && last.inputs == LedgerInput.identity(of: inputs) && last.program == ProgramVersion.text
      && !night.memory.hasChangedSinceLastRun
  }

  /// What is to be said where nothing has changed since the run published last.
  private func unchanged(_ night: NightMemory, _ timings: [StageTiming]) -> RunOutcome {
    var outcome = RunOutcome(asOf: plan.asOf)
    outcome.isUnchanged = true
    outcome.timings = timings
    if let last = night.memory.lastRun {
      outcome.id = last.id
      outcome.folder = output.folder.path(of: RunFolder.path(of: last.id))
    }
    return outcome
  }

  /// Holds the inputs against the guards and against the run published last.
  ///
  /// - Returns: what whoever runs it is to be warned of.
  private func checkGuards(
    _ extracts: Extracts, _ staffRows: [String: Int], _ night: NightMemory
  ) throws(RunFailure) -> [String] {
    let check = GuardCheck(
      guards: plan.file.guards, accepted: Set(request.acceptedGuards.keys), extracts: extracts)
    try check.checkRejects()
    guard let last = night.memory.lastRun else { return [] }
    let rows: [String: Int]
    let inputs: [LedgerInput]
    do {
      rows = try output.ledger.staffRows(of: last)
      inputs = try output.ledger.inputs(of: last)
    } catch {
      throw RunFailure(error)
    }
    try check.checkShrink(staffRows, last, rows)
    try check.checkAge(last, inputs)
    let comparison = try NightComparison(
      since: last, inputs, in: output.folder, extracts.inputs,
      share: plan.file.guards.maximumShrink)
    return comparison.warnings(asOf: plan.asOf)
  }

  private var acceptedGuards: [AcceptedGuard] {
    request.acceptedGuards.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { AcceptedGuard(name: $0.key.rawValue, reason: $0.value) }
  }

  /// Writes and flushes all files in the staging folder, and puts the run's rows into the ledger
  /// meanwhile, where they wait for the entry that publishes it.
  private func stage(
    _ outputs: NightOutputs, _ record: RunRecord, _ night: NightMemory, _ stages: inout Stages
  ) throws(RunFailure) -> (folder: StagedFolder, manifest: SHA256Digest) {
    do {
      try output.ledger.recordStarted(
        run: record.id, asOf: plan.asOf, program: ProgramVersion.text, at: startedAt)
    } catch {
      throw RunFailure(error)
    }
    let start = RunClock.monotonicSeconds()
    do {
      let staged = try StagedFolder(in: output.folder, id: record.id)
      var written = try write(outputs, to: staged, stages.listener) { () throws(LedgerError) in
        try output.ledger.prepare(record, memory: night.memory)
      }
      let file = try staged.createFile(OutputPaths.manifest)
      file.write(outputs.plan().manifest(of: written).span)
      let manifest = WrittenDocument(OutputPaths.manifest, try staged.finish(file))
      written.append(manifest)
      // With it the output folder: the names in it of the staging folder and of the ledger's log,
      // which SQLite has made meanwhile, must be on the disk before an entry says that the run is
      // published.
      try staged.synchronise()
      stages.end(
        .emit, since: start, rows: written.count, bytes: written.reduce(0) { $0 + $1.byteCount },
        "\(Plain.count(written.count, "file")) written")
      return (staged, manifest.digest)
    } catch {
      throw RunFailure(ofOutput: error)
    }
  }

  /// Renders and writes all files but the manifest, several at once, in any order; the calling
  /// thread does `meanwhile` first.
  ///
  /// - Throws: `FileError` of the first file that failed, else what `meanwhile` throws.
  private func write(
    _ outputs: NightOutputs, to staged: StagedFolder, _ listener: any ProgressListener,
    meanwhile: () throws(LedgerError) -> Void
  ) throws -> [WrittenDocument] {
    // How many files there are is known once the plan is made.
    let turns = Turns(0..<Int.max)
    var failure: LedgerError?
    let results = plan.workers.onEach {
      do throws(LedgerError) { try meanwhile() } catch { failure = error }
    } _: { _ -> [(index: Int, result: Result<WrittenDocument, FileError>)] in
      let documents = outputs.plan().documents
      var buffer = OutputBuffer()
      var mine: [(index: Int, result: Result<WrittenDocument, FileError>)] = []
      while let index = turns.next(), index < documents.count {
        do throws(FileError) {
          let file = try staged.createFile(documents[index].path)
          buffer.begin(file)
          buffer = documents[index].render(buffer)
          buffer.end()
          let written = WrittenDocument(documents[index].path, try staged.finish(file))
          mine.append((index, .success(written)))
          listener.advance(.emit, by: 1)
        } catch {
          mine.append((index, .failure(error)))
        }
      }
      return mine
    }
    let inOrder = results.flatMap(\.self).sorted { $0.index < $1.index }
    let written = try inOrder.map { try $0.result.get() }
    if let failure { throw failure }
    return written
  }

  private mutating func publish(
    _ staged: StagedFolder, _ record: RunRecord, _ night: NightMemory
  ) throws(RunFailure) {
    isDecisionTried = true
    let head: LedgerHead
    do {
      head = try output.ledger.recordPublished(record, memory: night.memory)
    } catch {
      throw RunFailure(error)
    }
    isEntered = true
    try output.publish(staged, record.id, head)
  }
}

extension LedgerInput {
  /// What the ledger keeps of a file that was read.
  fileprivate init(_ account: InputAccount) {
    guard let digest = SHA256Digest(hexadecimal: account.sha256) else {
      preconditionFailure("ingest has hashed every file")
    }
    self.init(
      source: account.source, path: account.path, byteCount: account.byteCount,
      modifiedSeconds: account.modifiedSeconds, digest: digest, rowsRead: account.rowsRead,
      rowsAccepted: account.accepted, rowsRejected: account.rejected)
  }
}
