import Pipeline
import TestSupport
import Testing

/// The reasons that `explain` gives where several rows speak for one employee.
///
/// As of 2026-11-21. Employees of RX1 but for RX2/1 and RX2/2, who stand for another employer.
@Suite struct ExplainReasonTests {
  private let folder = TemporaryFolder()

  private static let files: [String: String] = [
    "pipeline.json5": """
    {
      pipeline: "reasons", stages: ["ingest", "normalise", "join", "detect", "emit"],
      sources: {
        staff: { files: ["staff.csv"] }, competences: { files: ["competences.csv"] },
        passports: { files: ["passports.csv"] }, network: { files: ["network.csv"] },
        organisations: { files: ["organisations.csv"] },
        "access-codes": { files: ["codes.csv"] }, decisions: { files: ["decisions.csv"] },
      },
      join: { methods: ["employee-number"] }, normalise: { syntheticNINumbers: true }, emit: {},
    }
    """,
    "staff.csv": """
    ods code,emp no,assignment no,primary,forename,surname,dob,ni no,carer,carer date
    RX1,1,1,N,Ann,Ash,,,Yes,2025-01-01
    RX1,1,1-2,Y,Ann,Ash,,,No,2025-01-01
    RX1,2,2,N,Ben,Box,,,Declined,
    RX1,2,2-2,N,Ben,Box,,,Yes,
    RX1,3,3,Y,Cas,Cork,,,Yes,2027-01-01
    RX1,3,3-2,N,Cas,Cork,,,No,
    RX1,3,3-3,N,Cas,Cork,,,Yes,2024-01-01
    RX1,4,4,N,Dot,Date,,,Yes,
    RX1,4,4-2,N,Dot,Date,,,Yes,
    RX1,5,5,Y,Eli,Elm,,,No,2024-01-01
    RX1,6,6,Y,Flo,Fir,,,,
    RX1,7,7,Y,Gus,Gum,,,,
    RX1,8,8,Y,Hal,Haw,,,,
    RX1,9,9,Y,Ivy,Ilex,1990-01-01,QQ200000A,Yes,
    RX1,10,10,Y,Joy,June,1991-01-01,QQ300000A,Yes,
    RX2,1,1,Y,Una,Umber,1970-01-01,QQ200000A,,
    RX2,2,2,Y,Joy,June,1991-01-01,QQ300000A,No,
    RX1,11,11,Y,Kit,Kay,,,,
    RX1,12,12,Y,Lou,Low,1992-01-01,QQ400000A,perhaps,
    RX1,13,13,Y,Lou,Low,1992-01-01,QQ400000A,,
    RX1,14,14,Y,Nan,Nye,,,,
    RX1,15,15,Y,Ora,Oak,,,,
    RX1,16,16,Y,Pat,Poe,,,,
    """,
    "competences.csv": """
    ods code,emp no,competence,date from,date to
    RX1,5,Working Carer,2025-05-05,
    RX1,5,Working Carer,2026-01-01,2026-11-20
    RX1,5,Carer Passport,2025-06-01,
    RX1,5,Carer Passport,2024-06-01,2025-05-31
    """,
    "passports.csv": """
    reference,ods code,emp no,surname,forename,agreed date,review date
    A,RX1,2,Box,Ben,2025-01-01,2027-01-01
    B,RX1,2,Box,Ben,2026-01-01,2027-02-01
    C,RX1,2,Box,Ben,2026-01-01,2027-03-01
    D,RX1,3,Cork,Cas,2026-05-01,2027-01-01
    E,RX1,3,Cork,Cas,2025-05-01,2027-01-01
    F,RX1,4,Date,Dot,2025-06-01,2027-06-01
    G,RX1,4,Date,Dot,2025-07-01,2026-07-01
    H,RX1,7,Gum,Gus,2026-01-01,2027-01-01
    I,RX1,99,Haw,Hal,2026-01-01,2027-01-01
    J,RX1,15,Oak,Ora,2026-02-01,2026-03-01
    K,RX1,15,Oak,Ora,2025-01-01,2027-01-01
    L,RX1,16,Zeal,Zoe,2026-01-01,2027-01-01
    """,
    "network.csv": """
    ods code,emp no,surname,forename,type,consent
    RX1,6,Fir,Flo,Carer,no
    RX1,7,Gum,Gus,Carer,no
    RX1,14,Nye,Nan,Carer,yes
    RX1,15,Oak,Ora,Ally,yes
    RX1,15,Oak,Ora,Carer,yes
    """,
    "organisations.csv": "ods code,organisation_name,ics code\nRX1,First,QT1\nRX2,Second,QT1",
    "codes.csv": "ics code,platform,access code\nQT1,efc,EFC\nQT1,drc,DRC",
    "decisions.csv": """
    kind,subject,employee,decision
    link,passport:RX1:I,RX1/8,accept
    """,
  ]

  /// What is said of an employee, without line breaks and indentation.
  private func explain(_ employee: String, emit: String = "{}") throws -> String {
    for (path, text) in Self.files { folder.write(path, text + "\n") }
    let pipeline = Self.files["pipeline.json5"] ?? ""
    folder.write("pipeline.json5", pipeline.replacing("emit: {}", with: "emit: \(emit)"))
    try QuietRun.run(in: folder, day: 21)
    var question = ExplainRequest(employee: employee)
    question.output = folder.path("out")
    return try Explain.run(question)
      .flatMap { $0.text.split(separator: " ") }.joined(separator: " ")
  }

  @Test(arguments: [
    (
      "RX1/1",
      [
        "The flag is not-carer: staff.csv line 3, the main row, primary, says not-carer, dated "
          + "2025-01-01; taken of 2 that say a flag.",
        "Passed over: staff.csv line 2, a further row, not primary, says carer, dated 2025-01-01; "
          + "the dates are the same, and a competence or primary assignment goes first.",
      ]
    ),
    (
      "RX1/2",
      [
        "The flag is carer: staff.csv line 5, a further row, not primary, says carer, without a "
          + "date; taken of 2",
        "Passed over: staff.csv line 4, the main row, not primary, says declined, without a date; "
          + "no date counts, and carer goes before declined, declined before not-carer.",
        // The latest agreed, then the last read.
        "The passport status is active: passports.csv line 4, agreed 2026-01-01, next review "
          + "2027-03-01.",
        "Passed over: passports.csv line 2, agreed 2025-01-01, next review 2027-01-01; active "
          + "too, but agreed earlier.",
        "Passed over: passports.csv line 3, agreed 2026-01-01, next review 2027-02-01; active "
          + "too, but read earlier.",
      ]
    ),
    (
      "RX1/3",
      [
        "The flag is carer: staff.csv line 8, a further row, not primary, says carer, dated "
          + "2024-01-01; taken of 3 that say a flag.",
        "Passed over: staff.csv line 6, the main row, primary, says carer, dated 2027-01-01; its "
          + "date lies after the as-of date and counts as the earliest.",
        "Passed over: staff.csv line 7, a further row, not primary, says not-carer, without a "
          + "date; it has no date, and the latest date counts.",
        "The passport status is active: passports.csv line 5, agreed 2026-05-01",
        "Passed over: passports.csv line 6, agreed 2025-05-01, next review 2027-01-01; active "
          + "too, but agreed earlier.",
      ]
    ),
    (
      "RX1/4",
      [
        "The flag is carer: staff.csv line 9, the main row, not primary, says carer, without a "
          + "date; taken of 2 that say a flag.",
        "Passed over: staff.csv line 10, a further row, not primary, says carer, without a date; "
          + "it says the same and comes later in the order of rows.",
        "The passport status is active: passports.csv line 7, agreed 2025-06-01",
        "Passed over: passports.csv line 8, agreed 2025-07-01, next review 2026-07-01; "
          + "review-overdue, and active counts before it.",
      ]
    ),
    (
      "RX1/5",
      [
        "The flag is carer: competences.csv line 2, a competence, says carer, dated 2025-05-05; "
          + "taken of 2 that say a flag.",
        "Passed over: staff.csv line 11, the main row, primary, says not-carer, dated 2024-01-01; "
          + "an earlier date, and the latest counts. ",
        "ESR records a passport: an open passport competence in competences.csv line 4. ",
        "competences.csv line 3: carer competence, not open, so it says nothing",
        "competences.csv line 5: passport competence, not open, so it says nothing",
      ]
    ),
    ("RX1/6", ["carers.csv: not on it; the membership has no consent to contact."]),
    // Listed by the passport, but for the email.
    ("RX1/7", ["carers.csv: not on it; there is no valid email."]),
    (
      "RX1/8",
      [
        "Passport, passports.csv line 10: linked by a person's decision, decisions.csv line 2.",
        "carers.csv: not on it; there is no valid email.",
      ]
    ),
    ("RX1/9", ["carers.csv: not on it; there is no valid email."]),
    (
      "RX1/11",
      ["RX1.csv: no row, as nothing speaks of care and no rule is raised.", "no rule is open."]
    ),
    // One person by the NI number.
    (
      "RX1/12",
      [
        "RX1.csv: has a row.", "The same person is also RX1/00000013, by NI number",
        "- duplicate-employee (medium), new", "- flag-unreadable (medium), new",
      ]
    ),
    (
      "RX1/13",
      [
        "RX1.csv: no row,", "The same person is also RX1/00000012, by NI number",
        "Rules raised - duplicate-employee (medium), new", "(duplicate-employee, medium) Where",
      ]
    ),
    // On the list by the membership, which has consent, but for the email.
    (
      "RX1/14",
      [
        "carer-unflagged, on the evidence network: there is a carer's network membership, but",
        "- membership-without-flag (medium), new", "- recipient-without-email (medium), new",
        "carers.csv: not on it; there is no valid email.",
        "Then work off the others above in their order: 1 more.",
      ]
    ),
    (
      "RX1/15",
      [
        "there is a passport in force and a carer's network membership, but the flag is",
        "The passport status is active: passports.csv line 12, agreed 2025-01-01, next review "
          + "2027-01-01.",
        "Passed over: passports.csv line 11, agreed 2026-02-01, next review 2026-03-01; "
          + "review-overdue, and active counts before it.",
        "The network status is carer-member: network.csv line 6, a member as a carer. Of 2 "
          + "memberships the best counts",
      ]
    ),
    // The entry has the number, and another name.
    (
      "RX1/16",
      [
        "- identity-conflict (high), new", "- list-entry-unmatched (medium), new",
        "Rests on: passports.csv line 13. ",
      ]
    ),
  ])
  func `of what speaks for an employee the reason that decides is given`(
    employee: String, sentences: [String]
  ) throws {
    let text = try explain(employee)
    for sentence in sentences { #expect(text.contains(sentence), "\(text)") }
  }

  @Test func `what the run did not write is not told, and how it is had is said`() throws {
    let text = try explain("RX1/9", emit: #"{ products: ["reconciled"] }"#)
    for sentence in [
      "RX1.csv: has a row.", "leaves out the product discrepancies: none can be told.",
      "leaves out the product distribution: no recipients.",
      "Add discrepancies to emit.products and run again.",
    ] {
      #expect(text.contains(sentence), "\(text)")
    }
    #expect(!text.contains("rule is open") && !text.contains("carers.csv"))
  }

  @Test func `a rule on rows of other employers is told of an employee, else only counted`() throws
  {
    let shared = try explain("RX1/9")
    #expect(shared.contains("ni-number-shared (high), new"))
    #expect(shared.contains("Rests on: staff.csv line 15."))
    #expect(!shared.contains("more, resting on rows of other employers"))
    let conflict = try explain("RX1/10")
    #expect(conflict.contains("1 more, resting on rows of other employers, not for this one"))
    #expect(!conflict.contains("flag-conflict") && !conflict.contains("RX2"))
    #expect(!conflict.contains("line 18"))
  }
}
