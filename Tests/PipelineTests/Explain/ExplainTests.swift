import Pipeline
import TestSupport
import Testing

/// What `explain` says of the employees of a small run, and when it refuses.
@Suite struct ExplainTests {
  private let folder = TemporaryFolder()

  /// Publishes the run of the five employees.
  private func publish() throws {
    FiveEmployees.write(to: folder)
    try QuietRun.run(in: folder, day: 21)
  }

  private func explain(_ employee: String, run: String? = nil) throws -> String {
    var request = ExplainRequest(employee: employee)
    request.output = folder.path("out")
    request.run = run
    return try Explain.run(request).map(\.text).joined(separator: "\n")
  }

  private func failure(_ employee: String, run: String? = nil) throws -> RunFailure {
    try #require(throws: RunFailure.self) { try explain(employee, run: run) }
  }

  // MARK: - What is said

  @Test func `each of five kinds of employees is explained line by line`() throws {
    try publish()
    #expect(try explain("RX1/1") == ExpectedExplanation.carerByDate)
    #expect(try explain("RX1/2") == ExpectedExplanation.unflagged)
    #expect(try explain("RX1/3") == ExpectedExplanation.declined)
    #expect(try explain("rx1/00000004") == ExpectedExplanation.leaver)
    #expect(try explain("RX1/5", run: "2026-11-21-01") == ExpectedExplanation.manager)
  }

  @Test func `no name, address, NI number, code or other employer is said`() throws {
    try publish()
    for number in 1...5 {
      let text = try explain("RX1/\(number)")
      let secrets = [
        "Alder", "Birch", "Cedar", "Dogwood", "Elm", "Ada", "Bea", "@", "QQ123456", "SECRET", "RX2",
        "rx2", "Second",
      ]
      for secret in secrets { #expect(!text.contains(secret), "RX1/\(number): \(secret)") }
    }
  }

  @Test func `the inputs may be gone`() throws {
    try publish()
    for path in ["staff/rx1.csv", "passports/rx1.csv", "network/members.csv", "pipeline.json5"] {
      folder.remove(path)
    }
    #expect(try explain("RX1/1") == ExpectedExplanation.carerByDate)
  }

  @Test func `headings are told apart from the rest`() throws {
    try publish()
    var request = ExplainRequest(employee: "RX1/5")
    request.output = folder.path("out")
    #expect(
      try Explain.run(request).filter(\.isHeading).map(\.text) == [
        "RX1/00000005", "Status", "Why", "Where it stands", "Links", "Rules raised", "Lists",
        "What to do next",
      ])
  }

  @Test func `a link by likeness is told with its probability and how to undo it`() throws {
    try publish()
    let path = "out/runs/2026-11-21-01/trace/QT1/RX1.tsv"
    let text = String(decoding: folder.read(path) ?? [], as: UTF8.self)
    let before = "5:3 ally 2024-07-01 work-email"
    #expect(text.contains(before))
    let evidence = "=last_name:_exact_and_rare_(+9.2)|birth_date:_day_and_month_swapped_(+4.1)"
    folder.write(
      path,
      Self.replacing(before, "5:3 ally 2024-07-01 probabilistic=0.971234" + evidence, in: text))
    let explanation = try explain("RX1/5")
    #expect(
      explanation.contains(
        """
          - Membership, network/members.csv line 3: linked by the likeness of several
            details, probability 0.971234.
            What speaks for it (+) and against it (-), each point doubling the odds:
            last name exact and rare (+9.2), birth date day and month swapped (+4.1).
        """))
    #expect(
      explanation.hasSuffix(
        """
          No rule is open.
          Check the link by likeness; if it is wrong, reject it in a decisions file by
          the subject that links.csv gives for its row.
        """))
  }

  @Test func `an entry that waits for review is told, but not one of another employer`() throws {
    try publish()
    folder.write(
      "out/runs/2026-11-21-01/review.csv",
      """
      subject,employee,probability,entry_organisation,agreement_levels
      passport:x,RX1/00000005,0.750000,RX1,last name: exact and rare (+9.2); birth date: same (+5.0)
      network:y,RX1/00000005,0.700000,,
      network:z,RX1/00000005,0.650000,RX2,
      network:z,RX1/00000003,0.600000,RX1,

      """)
    let explanation = try explain("RX1/5")
    #expect(
      explanation.contains(
        """
          - A passport may be this employee's, probability 0.750000: it is not linked
            until review.csv is answered.
            What speaks for it (+) and against it (-), each point doubling the odds:
            last name exact and rare (+9.2), birth date same (+5.0).
          - A membership may be this employee's, probability 0.700000: it is not linked
            until review.csv is answered.

        """))
    #expect(!explanation.contains("0.65") && !explanation.contains("0.6000"))
    #expect(
      explanation.hasSuffix(
        """
          No rule is open.
          Answer review.csv: write accept or reject in its column decision, and give the
          file back as decisions.
        """))
  }

  @Test func `a file that is not as the run wrote it is named`() throws {
    try publish()
    let path = "out/runs/2026-11-21-01/discrepancies.csv"
    folder.write(path, bytes: (folder.read(path) ?? []) + Array("\r\n".utf8))
    #expect(
      try explain("RX1/1").contains(
        """
          Take care: discrepancies.csv is not as the run wrote it; carer-reconcile
          verify 2026-11-21-01 says more.
        """))
  }

  // MARK: - Refusals

  @Test(arguments: ["", "RX1", "RX1/", "Ada Alder", "RX1/1/2", "RX-1/1", "RX1/12345678901", "/1"])
  func `what is no employee is a wrong command line, and is not repeated`(text: String) throws {
    try publish()
    #expect(
      try failure(text).message
        == "explain: that is no employee; give organisation code and employee number as "
        + "ORG/NUMBER, such as RA2/00012345")
    #expect(try failure(text).exitStatus == .usage)
  }

  @Test func `an employee whom the run does not have is said to be missing, without the number`()
    throws
  {
    try publish()
    let number = try failure("RX1/77")
    #expect(number.exitStatus == .inputMissing)
    #expect(
      number.message
        == "run 2026-11-21-01 has no employee of this number at RX1; check the number; --run names "
        + "an earlier run, and rejects.csv the rows that could not be read")
    let organisation = try failure("RX7/1")
    #expect(organisation.exitStatus == .inputMissing)
    #expect(
      organisation.message
        == "the staff extract of run 2026-11-21-01 has no organisation RX7; check the code; it is "
        + "the one in the staff extract")
  }

  @Test func `without a run there is nothing to explain`() throws {
    let folderMissing = try failure("RX1/1")
    #expect(folderMissing.exitStatus == .inputMissing)
    #expect(folderMissing.what == "the output folder cannot be opened")
    folder.write("out/ledger-head.txt", "")
    let runMissing = try failure("RX1/1")
    #expect(runMissing.exitStatus == .inputMissing)
    #expect(runMissing.what == "no run is published there")
  }

  @Test func `a run must be named by an id that is there`() throws {
    try publish()
    #expect(try failure("RX1/1", run: "latest").exitStatus == .usage)
    #expect(try failure("RX1/1", run: "../runs/2026-11-21-01").exitStatus == .usage)
    let unknown = try failure("RX1/1", run: "2026-11-20-01")
    #expect(unknown.exitStatus == .inputMissing)
    #expect(unknown.what == "there is no run 2026-11-20-01")
  }

  @Test func `a purged run says that its files are gone`() throws {
    try publish()
    folder.remove("out/runs/2026-11-21-01/trace/QT1/RX1.tsv")
    let purged = try failure("RX1/1")
    #expect(purged.exitStatus == .inputMissing)
    #expect(
      purged.message
        == "trace/QT1/RX1.tsv of run 2026-11-21-01 is gone: purged, or taken away; carer-reconcile "
        + "verify 2026-11-21-01 says which; name a later run with --run")
  }

  /// | files in the manifest | what is said |
  /// | --- | --- |
  /// | reconciled, no trace | an older version |
  /// | neither | the product is left out |
  @Test func `a run without any trace says why`() throws {
    folder.write(
      "out/runs/2026-01-01-01/manifest.json",
      #"{"program": {"version": "0.9"}, "outputs": [{"path": "reconciled/QT1/RX1.csv", "#
        + #""sha256": "00"}]}"#)
    folder.write("out/runs/2026-01-01-02/manifest.json", #"{"outputs": []}"#)
    let older = try failure("RX1/1", run: "2026-01-01-01")
    #expect(older.exitStatus == .inputMissing)
    #expect(
      older.what
        == "run 2026-01-01-01 was made by version 0.9, which kept no trace to explain from")
    let without = try failure("RX1/1", run: "2026-01-01-02")
    #expect(without.exitStatus == .inputMissing)
    #expect(
      without.what
        == "run 2026-01-01-02 has nothing to explain: its pipeline leaves out the product "
        + "reconciled"
    )
  }

  /// Each change makes the trace say what no run can have written.
  @Test(arguments: [
    ("carer-reconcile trace 1", "carer-reconcile trace 2"),
    ("# as_of\t2026-11-21", "# as_of"),
    ("# as_of\t2026-11-21", "# as of\t2026-11-21"),
    ("# as_of\t2026-11-21", "# as_of\t2026-11"),
    ("# file\t1\tstaff/rx1.csv", "# file\t1"),
    ("# file\t1\tstaff/rx1.csv", "# the file\t1\tstaff/rx1.csv"),
    ("1:2+ carer 2025-02-28", "1+ carer 2025-02-28"),
    ("1:2+ carer 2025-02-28", "1:2+ carer 2025-02-30"),
    ("1:2+ carer 2025-02-28", "1:2+ carer 2023-02-28"),
    ("1:2+ carer 2025-02-28", "1:2+ carer"),
    ("1:2+ carer 2025-02-28", "1:2+ maybe 2025-02-28"),
    ("1:2+ carer 2025-02-28", "99:2+ carer 2025-02-28"),
    ("3:2 review-overdue", "3:2 overdue"),
  ])
  func `a trace that cannot be right is refused`(before: String, after: String) throws {
    try publish()
    let path = "out/runs/2026-11-21-01/trace/QT1/RX1.tsv"
    let text = String(decoding: folder.read(path) ?? [], as: UTF8.self)
    #expect(text.contains(before))
    folder.write(path, Self.replacing(before, after, in: text))
    #expect(try failure("RX1/1").exitStatus == .dataUnusable)
  }

  private static func replacing(_ before: String, _ after: String, in text: String) -> String {
    var result = text
    guard let range = result.firstRange(of: before) else { return text }
    result.replaceSubrange(range, with: after)
    return result
  }
}
