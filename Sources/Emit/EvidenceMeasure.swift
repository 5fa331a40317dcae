/// One measure of `evidence.csv`, of an organisation, a footprint or all, as it may be shown.
struct EvidenceMeasure: Sendable {
  /// What is measured; raw values are what `evidence.csv` says.
  enum Name: String, Sendable {
    case staff
    case carersRecorded = "carers-recorded"
    case carersIdentified = "carers-identified"
    case identificationRate = "identification-rate"
    case expectedCarers = "expected-carers"
    case gap
    case passports
    case passportReviewsOnTimeRate = "passport-reviews-on-time-rate"
    case networkCarerMembers = "network-carer-members"
    case codeCoverage = "code-coverage"
  }

  let name: Name
  /// Empty where a denominator is 0, `*` where it is hidden.
  let value: String
  /// The denominator as shown, or words on where the value comes from.
  var base = ""
  /// Whether `value` is a fraction with three decimals.
  var isRate = false

  private static let hidden = DisclosureControl.symbol

  /// All measures in the order of the file (contract section 8).
  static func all(of figures: FigureSet, _ settings: EmitSettings) -> [EvidenceMeasure] {
    let rate = SurveyRate(settings.surveyRate)
    let identified = figures[.carersIdentified]
    let expected = figures[.staff].shown.map(rate.share(of:))
    let gap = expected.flatMap { expected in identified.shown.map { expected - $0 } }
    let expectedText = expected.map(String.init) ?? hidden
    return [
      EvidenceMeasure(name: .staff, value: figures[.staff].text),
      EvidenceMeasure(name: .carersRecorded, value: figures[.carersRecorded].text),
      EvidenceMeasure(name: .carersIdentified, value: identified.text),
      EvidenceMeasure(
        name: .identificationRate, value: share(identified, of: figures[.staff]),
        base: figures[.staff].text, isRate: true),
      EvidenceMeasure(
        name: .expectedCarers, value: expectedText,
        base: "\(rate.text) \(settings.surveyName)"),
      EvidenceMeasure(name: .gap, value: gap.map(String.init) ?? hidden, base: expectedText),
      EvidenceMeasure(name: .passports, value: figures[.passports].text),
      EvidenceMeasure(
        name: .passportReviewsOnTimeRate,
        value: share(figures[.passportsOnTime], of: figures[.passports]),
        base: figures[.passports].text, isRate: true),
      EvidenceMeasure(name: .networkCarerMembers, value: figures[.networkCarerMembers].text),
      EvidenceMeasure(
        name: .codeCoverage,
        value: Fraction.text(figures.coveredPlatforms, of: figures.platforms),
        base: String(figures.platforms), isRate: true),
    ]
  }

  /// A rate of shown counts; empty where the denominator is 0, `*` where a part is.
  private static func share(_ part: ControlledCount, of whole: ControlledCount) -> String {
    guard let denominator = whole.shown else { return hidden }
    guard let numerator = part.shown else { return hidden }
    return Fraction.text(numerator, of: denominator)
  }
}
