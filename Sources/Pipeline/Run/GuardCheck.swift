import Files
import Ingest
import Ledger
import Records
import Vocabulary

/// Holds the inputs against the guards of the pipeline file (contract section 9).
///
/// A guard that trips refuses the run: nothing is published.
struct GuardCheck {
  let guards: Guards
  /// Guards that this one run may pass.
  let accepted: Set<GuardName>
  let extracts: Extracts

  /// Sources with fewer rows than this are not held against the rejected share.
  static let smallestSource = 20
  /// How much older an input may be than last night's, in seconds: clocks and copies differ a bit.
  static let ageTolerance = 3600

  /// Refuses too many rejected rows, and a staff extract without any row.
  ///
  /// Every rejected row counts the lines it spans, so that one that swallowed others weighs them.
  func checkRejects() throws(RunFailure) {
    // Files of records have accepted ones that are no rows, so the rows themselves are counted.
    let staffRows = extracts.assignments.reduce(0) { $0 + $1.count }
    for source in Source.allCases {
      let files = extracts.inputs.filter { $0.source == source }
      let read = files.reduce(0) { $0 + $1.rowsRead }
      let rejected = files.reduce(0) { $0 + $1.rejected }
      let lines = files.reduce(0) { $0 + $1.rejectedLines }
      let isTooMany = Double(lines) > guards.maximumRejectedShare * Double(read)
      if read >= Self.smallestSource, isTooMany, !accepted.contains(.maximumRejectedShare) {
        let worst = files.max { $0.rejectedLines < $1.rejectedLines }?.path ?? ""
        throw failure(
          .maximumRejectedShare, at: "source \(source.rawValue)",
          "\(rejected) of \(read) rows cannot be read"
            + (lines == rejected ? "" : ", which stand on \(lines) lines")
            + ", most in \(worst)\(commonest(in: worst, source)), more than the share "
            + "\(guards.maximumRejectedShare)", "carer-reconcile check shows them; ")
      }
    }
    if staffRows == 0 {
      throw RunFailure(
        .dataUnusable, what: "no row of the staff extract can be used", place: "source staff",
        remedy: "look at the files, or run carer-reconcile check to see why rows are rejected")
    }
  }

  /// Refuses far fewer staff rows than in the last run, in total or for one organisation.
  ///
  /// `rows` and `lastRows` are by organisation code.
  func checkShrink(
    _ rows: [String: Int], _ last: PublishedRun, _ lastRows: [String: Int]
  ) throws(RunFailure) {
    if accepted.contains(.maximumShrink) { return }
    let total = rows.values.reduce(0, +)
    if isShrunk(from: last.staffRows, to: total) {
      throw failure(
        .maximumShrink, at: "source staff",
        "\(total) rows where run \(last.id) had \(last.staffRows), most missing at "
          + "\(Self.mostMissing(rows, lastRows)), fewer by more than the share "
          + "\(guards.maximumShrink)")
    }
    for (organisation, before) in lastRows.sorted(by: { $0.key < $1.key }) {
      let now = rows[organisation] ?? 0
      if isShrunk(from: before, to: now) {
        throw failure(
          .maximumShrink, at: "organisation \(organisation)",
          now == 0
            ? "no staff row where run \(last.id) had \(before); the employer is missing"
            : "\(now) staff rows where run \(last.id) had \(before), fewer by more than the share "
              + "\(guards.maximumShrink)")
      }
    }
  }

  /// The organisation of which most rows are missing, with its rows now and before.
  private static func mostMissing(_ rows: [String: Int], _ lastRows: [String: Int]) -> String {
    let most = lastRows.map { (code: $0.key, now: rows[$0.key] ?? 0, before: $0.value) }
      .max { ($0.before - $0.now, $1.code) < ($1.before - $1.now, $0.code) }
    return most.map { "\($0.code) (\($0.now) where there were \($0.before))" } ?? "none"
  }

  /// Refuses a file whose bytes are older than those the last run read under the same name.
  func checkAge(_ last: PublishedRun, _ lastInputs: [LedgerInput]) throws(RunFailure) {
    if guards.olderInput == .allow || accepted.contains(.olderInput) { return }
    for input in extracts.inputs {
      guard
        let before = lastInputs.first(where: {
          $0.path == input.path && $0.source == input.source
        }), before.digest.hexadecimal != input.sha256,
        input.modifiedSeconds < before.modifiedSeconds - Self.ageTolerance
      else { continue }
      throw failure(
        .olderInput, at: input.path, "older than the file of this name that run \(last.id) read")
    }
    try checkSeries(last, lastInputs)
  }

  /// Refuses interface files of an employer whose newest is older than the newest of the last run.
  ///
  /// Their names say when they were made; each night has names of its own.
  private func checkSeries(_ last: PublishedRun, _ lastInputs: [LedgerInput]) throws(RunFailure) {
    let before = Self.newest(lastInputs.map { ($0.source, $0.path) })
    let now = Self.newest(extracts.inputs.map { ($0.source, $0.path) })
    for (series, input) in now.sorted(by: { $0.value.path < $1.value.path }) {
      guard let earlier = before[series], input.name.isOlder(than: earlier.name) else { continue }
      throw failure(
        .olderInput, at: input.path,
        "the newest interface file of VPD \(input.name.vpd), older than \(earlier.path), which run "
          + "\(last.id) read")
    }
  }

  /// The interface files of one employer for one source.
  private struct Series: Hashable {
    let source: Source
    let vpd: String
  }

  private static func newest(
    _ files: [(source: Source, path: String)]
  ) -> [Series: (name: OutboundFileName, path: String)] {
    var newest: [Series: (name: OutboundFileName, path: String)] = [:]
    for file in files {
      guard let name = OutboundFileName(path: file.path) else { continue }
      let series = Series(source: file.source, vpd: name.vpd)
      if let other = newest[series]?.name,
        (other.day, other.sequence) >= (name.day, name.sequence)
      {
        continue
      }
      newest[series] = (name, file.path)
    }
    return newest
  }

  private func isShrunk(from before: Int, to now: Int) -> Bool {
    Double(before - now) > guards.maximumShrink * Double(before)
  }

  /// The commonest reason for which rows of a file are rejected, and the first line of such a row.
  private func commonest(in path: String, _ source: Source) -> String {
    var reasons: [RejectReason: (count: Int, line: Int)] = [:]
    for reject in extracts.rejects
    where reject.source == source && extracts.inputs[reject.row.file].path == path {
      reasons[reject.reason, default: (0, reject.row.line)].count += 1
    }
    let most = reasons.max { ($0.value.count, $1.value.line) < ($1.value.count, $0.value.line) }
    return most.map {
      " (\($0.value.count) of them \($0.key.rawValue), such as line \($0.value.line))"
    }
      ?? ""
  }

  private func failure(
    _ name: GuardName, at place: String, _ what: String, _ hint: String = ""
  ) -> RunFailure {
    RunFailure(
      .dataUnusable, what: what, place: place,
      remedy: "nothing is published; \(hint)mend the input, change guards.\(name.rawValue) in the "
        + "pipeline file, or let this one run pass with --accept \(name.rawValue)=REASON")
  }
}

/// Accepted staff rows by organisation: what the next night is held against.
enum StaffRows {
  /// Counts by organisation code.
  static func byOrganisation(_ extracts: Extracts) -> [String: Int] {
    var counts: [ODSCode: Int] = [:]
    for batch in extracts.assignments {
      var start = 0
      for run in batch.organisation.runs {
        counts[run.organisation, default: 0] += run.end - start
        start = run.end
      }
    }
    return Dictionary(uniqueKeysWithValues: counts.map { ($0.text, $1) })
  }
}
