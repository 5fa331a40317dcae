package import Files
import Threads
package import Vocabulary

/// Makes inputs like real ones, of any size: staff extracts, competences, lists, reference data.
///
/// The same settings give the same bytes on any machine with any number of workers. No person in
/// them is real: NI numbers begin with Q, addresses end in `.example`. The employers and their
/// relative sizes are those of the NHS in England.
package struct SampleGenerator: Sendable {
  /// The day the files are for: run them with `--as-of 2026-11-21`.
  package static let asOf = CalendarDay(raw: 20_778)

  /// How much the hand-kept lists say about each person.
  package enum Lists: String, CaseIterable, Sendable {
    /// As such lists are: four passports in ten without an employee number.
    case normal
    /// Most employee numbers, NI numbers, birth dates and addresses are blank.
    case hard
  }

  /// What was written.
  package struct Summary: Equatable, Sendable {
    /// Employees, one for each employee number of each employer.
    package var employees = 0
    /// Rows of all staff extracts: one for each assignment.
    package var staffRows = 0
    /// Entries of the passport log.
    package var passports = 0
    /// Entries of the network list.
    package var members = 0
    /// Bytes of all input files.
    package var bytes = 0
  }

  /// The largest number of employees: every employer's stay below the numbers there are to give.
  package static let maximumEmployees = 200_000_000
  /// Rows are gathered to so many bytes before they are written.
  private static let pieceBytes = 1 << 20

  private let employees: Int
  private let seed: UInt64
  private let lists: Lists
  private let includesTruth: Bool
  private let workers: Workers

  /// Makes a generator for `employees` employees, 1 to ``maximumEmployees``.
  ///
  /// With `includesTruth` it also writes whom each list entry means. It works on `workers` threads;
  /// nil = one for each core.
  package init(
    employees: Int, seed: UInt64, lists: Lists = .normal, includesTruth: Bool = false,
    workers: Int? = nil
  ) {
    self.employees = min(max(1, employees), Self.maximumEmployees)
    self.seed = seed
    self.lists = lists
    self.includesTruth = includesTruth
    self.workers = Workers(count: workers ?? Workers.coreCount)
  }

  /// Writes `input/`, `pipeline.json5` and, if wanted, `truth/` into a folder.
  ///
  /// Memory holds two bytes for each employee and the rows being written, nothing else that grows.
  /// Every employee is gone through twice, as an address is given once only; `progress` is told of
  /// so many more each time, from several threads.
  ///
  /// - Throws: `FileError`; what was written until then stays. Nothing is overwritten.
  package func write(
    into folder: Folder, progress: @Sendable (Int) -> Void = { _ in }
  ) throws(FileError) -> Summary {
    for name in ["staff", "competences", "passports", "network", "reference"] {
      try folder.makeFolder("input/" + name)
    }
    if includesTruth { try folder.makeFolder("truth") }
    let input = try folder.folder("input")
    let plan = SamplePlan(employees: employees, seed: seed)
    var summary = Summary()
    summary.employees = plan.employeeCount
    summary.bytes = try ReferenceFiles(plan).write(into: input)
    let numbers = MailNumbers(plan, workers: workers, progress: progress)
    let passports = try ListFile(
      "input/passports/log.csv", headings: ListExtract.passportHeadings,
      truth: includesTruth ? "truth/passports.csv" : nil, in: folder)
    let members = try ListFile(
      "input/network/members.csv", headings: ListExtract.networkHeadings,
      truth: includesTruth ? "truth/network.csv" : nil, in: folder)
    let written = Guarded((rows: 0, bytes: 0))
    let failure = Guarded<FileError?>(nil)
    _ = workers.map(plan.employers.indices) { index in
      guard failure.withLock({ $0 == nil }) else { return }
      do throws(FileError) {
        let part = try writeEmployer(index, plan, numbers, input, passports, members)
        written.withLock { $0 = ($0.rows + part.rows, $0.bytes + part.bytes) }
        progress(plan.serials(of: index).count)
      } catch {
        failure.withLock { $0 = $0 ?? error }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    let logged = try passports.close()
    let listed = try members.close()
    let parts = written.withLock { $0 }
    summary.staffRows = parts.rows
    summary.passports = logged.rows
    summary.members = listed.rows
    summary.bytes += parts.bytes + logged.bytes + listed.bytes
    if includesTruth { try writeMovers(plan, folder) }
    try write(Self.pipelineFile, "pipeline.json5", folder)
    return summary
  }

  /// Writes the extracts of one employer, and hands its part of the lists on.
  private func writeEmployer(
    _ index: Int, _ plan: SamplePlan, _ numbers: MailNumbers, _ input: Folder,
    _ passports: ListFile, _ members: ListFile
  ) throws(FileError) -> (rows: Int, bytes: Int) {
    var lists = ListExtract(of: index, plan, numbers, lists: lists)
    let serials = plan.serials(of: index)
    var bytes = 0
    var rowCount = 0
    if !serials.isEmpty {
      let employer = plan.employers[index]
      var extract = StaffExtract(of: index, plan, numbers)
      let competences = CompetenceExtract(of: index, plan)
      var staffFile = try input.createFile("staff/\(employer.code).csv")
      var competenceFile: OutputFile?
      if employer.hasCompetences {
        competenceFile = try input.createFile("competences/\(employer.code).csv")
      }
      var staff = extract.begin()
      var held = competences.begin()
      for serial in serials {
        let (person, origin) = plan.employee(serial, of: index)
        let employment = Employment(
          serial, of: index, plan, isMover: origin != nil, born: person.born)
        extract.append(serial, person, origin: origin, employment, to: &staff)
        if employer.hasCompetences { competences.append(serial, employment, to: &held) }
        lists.append(serial, person, origin: origin, employment)
        if staff.bytes.count >= Self.pieceBytes {
          try staffFile.write(staff.bytes)
          staff.removeAll()
        }
        if held.bytes.count >= Self.pieceBytes {
          try competenceFile?.write(held.bytes)
          held.removeAll()
        }
      }
      try staffFile.write(staff.bytes)
      bytes += try staffFile.close(synchronise: false)
      if var file = competenceFile.take() {
        try file.write(held.bytes)
        bytes += try file.close(synchronise: false)
      }
      rowCount = extract.rowCount
    }
    lists.shuffle()
    try passports.submit(index, lists.passports)
    try members.submit(index, lists.members)
    return (rowCount, bytes)
  }

  /// Writes which employees are the same person as one of another employer.
  private func writeMovers(_ plan: SamplePlan, _ folder: Folder) throws(FileError) {
    var file = try folder.createFile("truth/persons.csv")
    try file.write("employee,person\r\n")
    for index in plan.employers.indices {
      for serial in plan.serials(of: index) {
        guard let origin = plan.origin(of: serial, at: index) else { continue }
        try file.write(
          plan.key(serial, of: index) + [UInt8(ascii: ",")]
            + plan.key(origin, of: plan.employer(of: origin)) + [0x0D, 0x0A])
      }
    }
    try file.close(synchronise: false)
  }

  private func write(_ text: String, _ path: String, _ folder: Folder) throws(FileError) {
    var file = try folder.createFile(path)
    try file.write(text)
    try file.close(synchronise: false)
  }

  private static let pipelineFile = """
    // Made-up inputs. Run with --as-of 2026-11-21.
    {
      pipeline: "sample",
      stages: ["ingest", "normalise", "join", "detect", "emit"],
      input: "input",
      sources: {
        staff:         { files: ["staff/*.csv"] },
        competences:   { files: ["competences/*.csv"], optional: true },
        passports:     { files: ["passports/*.csv"] },
        network:       { files: ["network/*.csv"] },
        organisations: { files: ["reference/etr.csv", "reference/organisations.csv"] },
        footprints:    { files: ["reference/footprints.csv"], optional: true },
        "access-codes": { files: ["reference/access-codes.csv"] },
      },
      normalise: { syntheticNINumbers: true },  // every NI number here begins with Q
      join:   { methods: ["employee-number", "ni-number", "work-email", "name-and-birth-date"] },
      emit:   { reconciledScope: "all" },
    }

    """
}
