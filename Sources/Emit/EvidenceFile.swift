import Columns
import Records
import Vocabulary

/// Writes `evidence.csv`: figures for a Carer Confident self-assessment (contract section 8).
struct EvidenceFile: Sendable {
  let contents: RunContents

  private static let columns = ["level", "code", "name", "measure", "value", "base"]
  private static let hidden = DisclosureControl.symbol

  /// The levels organisation, footprint, all; within a level by code.
  func bytes() -> [UInt8] {
    let texts = contents.reconciliation.extracts.texts
    var writer = contents.writer(Self.columns)
    for (index, employer) in contents.employers.enumerated() {
      let figures = contents.figures.employers[index]
      for measure in measures(of: figures) {
        writer.word("organisation")
        writer.code(employer.code)
        writer.text(texts[employer.name])
        append(measure, to: &writer)
      }
    }
    for (index, footprint) in contents.footprints.enumerated() {
      for measure in measures(of: contents.figures.footprints[index]) {
        writer.word("footprint")
        writer.text(footprint.folder)
        writer.text(texts[footprint.name])
        append(measure, to: &writer)
      }
    }
    for measure in measures(of: contents.figures.all) {
      writer.word("all")
      writer.word("all")
      writer.empty()
      append(measure, to: &writer)
    }
    return writer.bytes
  }

  /// One row of a level.
  private struct Measure {
    let name: String
    let value: String
    var base = ""
    /// Whether `base` is words of the pipeline file, not a figure.
    var baseIsText = false
  }

  private func append(_ measure: Measure, to writer: inout CSVWriter) {
    writer.text(measure.name)
    writer.figure(measure.value)
    if measure.baseIsText { writer.text(measure.base) } else { writer.figure(measure.base) }
    writer.endRow()
  }

  private func measures(of figures: FigureSet) -> [Measure] {
    let rate = SurveyRate(contents.settings.surveyRate)
    let identified = figures[.carersIdentified]
    let expected = figures[.staff].shown.map(rate.share(of:))
    let gap = expected.flatMap { expected in identified.shown.map { expected - $0 } }
    let expectedText = expected.map(String.init) ?? Self.hidden
    return [
      Measure(name: "staff", value: figures[.staff].text),
      Measure(name: "carers-recorded", value: figures[.carersRecorded].text),
      Measure(name: "carers-identified", value: identified.text),
      Measure(
        name: "identification-rate", value: Self.rate(identified, of: figures[.staff]),
        base: figures[.staff].text),
      Measure(
        name: "expected-carers", value: expectedText,
        base: "\(rate.text) \(contents.settings.surveyName)", baseIsText: true),
      Measure(name: "gap", value: gap.map(String.init) ?? Self.hidden, base: expectedText),
      Measure(name: "passports", value: figures[.passports].text),
      Measure(
        name: "passport-reviews-on-time-rate",
        value: Self.rate(figures[.passportsOnTime], of: figures[.passports]),
        base: figures[.passports].text),
      Measure(name: "network-carer-members", value: figures[.networkCarerMembers].text),
      Measure(
        name: "code-coverage",
        value: Fraction.text(figures.coveredPlatforms, of: figures.platforms),
        base: String(figures.platforms)),
    ]
  }

  /// A rate of shown counts; empty where the denominator is 0, `*` where a part is.
  private static func rate(_ part: ControlledCount, of whole: ControlledCount) -> String {
    guard let denominator = whole.shown else { return hidden }
    if denominator == 0 { return "" }
    guard let numerator = part.shown else { return hidden }
    return Fraction.text(numerator, of: denominator)
  }
}
