/// What the measures of the evidence mean, and which criteria of Carer Confident they can show.
enum EvidenceWords {
  /// The name of a measure as people say it.
  static func label(_ measure: EvidenceMeasure.Name) -> String {
    switch measure {
    case .staff: "Staff"
    case .carersRecorded: "Carers recorded"
    case .carersIdentified: "Carers identified"
    case .identificationRate: "Identification rate"
    case .expectedCarers: "Expected carers"
    case .gap: "Gap"
    case .passports: "Carer passports"
    case .passportReviewsOnTimeRate: "Passport reviews on time"
    case .networkCarerMembers: "Carers in a network"
    case .codeCoverage: "Code coverage"
    }
  }

  /// What a measure counts, and from what; `survey` is the rate and its name.
  static func definition(
    _ measure: EvidenceMeasure.Name, survey: String
  ) -> (meaning: String, source: String) {
    switch measure {
    case .staff:
      ("Active employees of the organisation at the date of the page.", "Staff extract")
    case .carersRecorded:
      (
        "Active employees whose own statement on the staff record is that they are a carer.",
        "Staff extract: carer flag or competence"
      )
    case .carersIdentified:
      (
        "Carers recorded, and active employees with a live carer passport or a carer's network "
          + "membership.", "Staff extract, passport logs, network lists"
      )
    case .identificationRate: ("Carers identified ÷ staff.", "Worked out")
    case .expectedCarers:
      (
        "Staff × the share who care in a survey: \(survey). Assumes that the staff here are like "
          + "those who answered.", "Survey rate of the pipeline file"
      )
    case .gap: ("Expected carers − carers identified.", "Worked out")
    case .passports:
      (
        "Live carer passports of the organisation that are linked to an active employee.",
        "Passport logs"
      )
    case .passportReviewsOnTimeRate:
      ("Of these passports, the share whose review date is not past.", "Passport logs")
    case .networkCarerMembers:
      (
        "Active employees who are carer members of a staff network; allies are not counted.",
        "Network lists"
      )
    case .codeCoverage:
      (
        "Platforms with an access code ÷ 2; for footprints and all, over all their organisations.",
        "Access codes"
      )
    }
  }

  /// What the figures can and cannot evidence, as a table and two sentences.
  static let criteria =
    Markup.paragraph(
      "Carer Confident is a self-assessment at three levels: 1 Active, 2 Accomplished, 3 "
        + "Ambassador. Figures alone meet no criterion; the scheme asks for documents and for the "
        + "experience of carers. This is what the data can add to each area, and what must come "
        + "from elsewhere.")
    + Markup.scrolling(
      "What this can show",
      Markup.table(
        "Carer Confident areas and this data", ["Area", "The data can show", "It cannot show"],
        [
          [
            "Preparation: carers recognise and identify themselves",
            "Carers recorded and identified, the rate, its trend, and the gap to the survey.",
            "Why people do not say it, or whether they feel safe to. A low rate may mean either.",
          ],
          [
            "Policy and guidance",
            "That passports are in use, and are reviewed on time.",
            "Whether there is a policy, what it says, and whether carers had a part in it.",
          ],
          [
            "Practical support",
            "Live passports; which organisations have access codes for the two platforms.",
            "Which adjustments were agreed, whether they helped, who used a platform. Adjustments "
              + "are never read.",
          ],
          [
            "Peer support",
            "Carer members of staff networks who are active employees.",
            "Whether the network meets, is resourced, or is heard.",
          ],
          [
            "Promoting support",
            "That codes were listed for managers and carers, by organisation.",
            "Whether messages were read, training was given, or managers act on it.",
          ],
        ]))
    + Markup.note(
      "Ask Employers for Carers for the criteria in force; this table names areas, not criteria.")
}
