import Pipeline
import TestSupport
import Testing

/// What a run takes over from the nights before it.
@Suite struct NightToNightTests {
  private let folder = TemporaryFolder()

  /// Publishes a night of RX1: the flags of its employees 1 to 4, of whom 1 and 3 have a passport.
  private func publish(
    _ day: Int, flags: [String], deliveryScope: String = "all",
    passports: String = "ods code,emp no,review date\nRX1,1,2027-01-01\nRX1,3,2027-01-01\n",
    decisions: String = ""
  ) throws {
    folder.write(
      "pipeline.json5",
      """
      {
        pipeline: "nights", stages: ["ingest", "normalise", "join", "detect", "emit"],
        sources: {
          staff: { files: ["staff.csv"] }, passports: { files: ["passports.csv"] },
          organisations: { files: ["organisations.csv"] },
          "access-codes": { files: ["codes.csv"] }, decisions: { files: ["decisions.csv"] },
        },
        emit: { deliveryScope: "\(deliveryScope)" }, disclosure: "none",
      }
      """)
    let rows = flags.enumerated().map { place, flag in
      "RX1,\(place + 1),Ann,L\(place),a\(place)@x.example,\(flag)"
    }
    folder.write(
      "staff.csv",
      "ods code,emp no,forename,surname,email,carer\n" + rows.joined(separator: "\n") + "\n")
    folder.write("passports.csv", passports)
    folder.write("decisions.csv", "kind,subject,employee,decision\n" + decisions)
    folder.write("organisations.csv", "ods code,ics code\nRX1,QT1\n")
    folder.write("codes.csv", "ics code,platform,access code\nQT1,drc,SECRET\n")
    try QuietRun.run(in: folder, day: day)
  }

  private func table(_ day: Int, _ file: String) -> CSVTable {
    CSVTable(file: folder.path("out/runs/2026-11-\(day)-01/\(file)"))
  }

  private func evidencePage(_ day: Int) -> String {
    String(
      decoding: folder.read("out/runs/2026-11-\(day)-01/evidence.html") ?? [], as: UTF8.self)
  }

  @Test func `a flag that said carer last night and a live passport are a finding`() throws {
    try publish(20, flags: ["Yes", "Yes", "No", ""])
    try publish(21, flags: ["No", "No", "No", ""])
    let rule = "flag-withdrawn-while-passport-active"
    #expect(table(20, "discrepancies.csv").rows.filter { $0["rule"] == rule }.isEmpty)
    #expect(
      table(21, "discrepancies.csv").rows.filter { $0["rule"] == rule }.map { $0["subject"] }
        == ["RX1/00000001"])
  }

  @Test func `what is gone is told as it stood, whatever its subject and names hold`() throws {
    let passports = #"""
      ods code,emp no,reference,surname,forename
      RX1,98,"A ""1""","O""Neill, Lee",=Ann
      RX1,99,B,B-Jones,Jo
      """#
    try publish(
      20, flags: ["Yes"], passports: passports, decisions: "discrepancy,=x|y,,waive\n")
    try publish(21, flags: ["Yes"], passports: "ods code,emp no,reference\n")
    let gone = table(21, "changes.csv").rows.filter { $0["change"] == "resolved" }
    #expect(
      gone.map { row in
        ["rule", "subject", "last_name", "first_name"].map { row[$0] ?? "" }
      } == [
        ["list-entry-unmatched", #"passport:RX1:A "1""#, #"O"Neill, Lee"#, "'=Ann"],
        ["list-entry-unmatched", "passport:RX1:B", "B-Jones", "Jo"],
        ["decision-without-effect", "'=x|y", "", ""],
      ])
  }

  @Test func `a name that is no text of one line stops no night`() throws {
    try publish(20, flags: ["Yes"])
    folder.write("out/.staging-\u{7}", "")
    folder.write("out/runs/2026-11-20-02\u{7}", "")
    try publish(21, flags: ["No"])
    #expect(table(21, "discrepancies.csv").rows.isEmpty == false)
  }

  @Test func `the evidence page has the rates of the nights before`() throws {
    // Two carers by their flag and one by a passport of four, then two by their passports.
    try publish(20, flags: ["Yes", "Yes", "No", ""])
    try publish(21, flags: ["No", "No", "No", ""])
    let (first, second) = (evidencePage(20), evidencePage(21))
    let begins = "the trend begins with this run"
    #expect(first.contains(begins) && !second.contains(begins))
    #expect(second.contains(#"<td class="n">75.0%</td><td class="n">50.0%</td>"#))
    // An evidence.csv that somebody spoilt or took away is left out, and no obstacle.
    folder.write(
      "out/runs/2026-11-20-01/evidence.csv",
      "level,code,name,measure,value,base\r\nall,all,,identification-rate\r\n")
    folder.remove("out/runs/2026-11-21-01/evidence.csv")
    try publish(22, flags: ["Yes", "No", "No", ""])
    #expect(evidencePage(22).contains(begins))
  }

  /// Whether the second night's lists can be confirmed once the first night's are.
  @Test(arguments: [("all", true), ("outstanding", false)])
  func `who was sent the code stands in later lists, unless only those outstanding are wanted`(
    scope: String, isListed: Bool
  ) throws {
    let flags = ["Yes", "", "", ""]
    try publish(20, flags: flags, deliveryScope: scope)
    let carers = "recipients/QT1/RX1/carers.csv"
    #expect(table(20, carers).column("delivery") == ["new", "new"])
    func confirm(_ day: Int) throws {
      _ = try ListConfirmation.confirm(
        output: folder.path("out"), run: "2026-11-\(day)-01", footprint: nil, QuietRun.Silence())
    }
    try confirm(20)
    try publish(21, flags: flags, deliveryScope: scope)
    #expect(table(21, carers).column("delivery") == (isListed ? ["sent", "sent"] : []))
    if isListed {
      try confirm(21)
    } else {
      let failure = try #require(throws: RunFailure.self) { try confirm(21) }
      #expect(failure.what == "its lists name nobody with a code")
    }
  }
}
