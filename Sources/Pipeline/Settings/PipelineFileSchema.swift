import Detect
import Emit
import Ingest
import Join
import Normalise
import Vocabulary

/// Every key of a pipeline file, declared once (contract section 9).
///
/// To add a key: give its settings a property with the default, and add one line here.
package enum PipelineFileSchema {
  /// The keys of the file itself, in the order the documentation shows them.
  package static let keys = SettingKeys<PipelineFile>(
    all: general + sources + normalise + join + detect + emit + guards)

  /// The keys of a block of a source.
  static let blockKeys = SettingKeys<SourceBlock>(all: [
    SettingKey(
      "files", .list(of: .pattern, "patterns of files", minimumCount: 1), \.files, required: true,
      "Which files to read: paths in the input folder, in which * stands for any characters."),
    SettingKey(
      "organisation", .optional(.organisation), \.organisation,
      "The ODS code that fills empty organisation cells of these files."),
    SettingKey(
      "optional", .flag, \.isOptional, "Whether the run goes on when a pattern matches no file."),
    SettingKey(
      "layout", .optional(.layoutName), \.layout,
      "The layout that reads these files, whatever their headings; without it one is chosen."),
    SettingKey(
      "sheet", .optional(.text), \.sheet,
      "The sheet to read of workbooks; without it the first visible one that fits."),
  ])

  private static let general: [SettingKey<PipelineFile>] = [
    SettingKey("pipeline", .text, \.name, required: true, "The name of the pipeline."),
    SettingKey(
      "stages", .stages, \.stages, required: true,
      "The stages to run; only a run of all five publishes."),
    SettingKey(
      "input", .optional(.folder), \.input,
      "The folder of the input files, relative to this file; --input goes before it."),
    SettingKey(
      "output", .optional(.folder), \.output,
      "The folder the runs are published in, relative to this file; --output goes before it."),
    SettingKey(
      "layouts", .optional(.list(of: .pattern, "patterns of layout files")), \.layoutPatterns,
      "Further layouts, relative to this file; without the key those in the folder layouts."),
    SettingKey(
      "vpd", .organisationsByVPD, \.ingest.organisationsByVPD,
      "The ODS code of each employer by ESR's number of it, for ESR interface files."),
  ]

  private static let sources: [SettingKey<PipelineFile>] = Source.allCases.map { source in
    SettingKey(
      "sources.\(source.rawValue)", .blocks, \.ingest[source],
      required: source == .staff, summary(of: source))
  }

  private static func summary(of source: Source) -> String {
    switch source {
    case .staff: "The staff extracts, one row an assignment."
    case .competences: "The competences of ESR: working carer, passport holder."
    case .passports: "The passport logs."
    case .network: "The lists of the carers' networks."
    case .organisations: "The organisations, the ODS file etr.csv among them; later files win."
    case .footprints: "The names of the footprints."
    case .accessCodes: "The access codes of the two platforms."
    case .decisions: "What people have decided on links and discrepancies."
    }
  }

  private static let normalise: [SettingKey<PipelineFile>] = [
    flagKeys(of: .carer, "Further texts of a flag that say carer."),
    flagKeys(of: .notCarer, "Further texts of a flag that say not a carer."),
    flagKeys(of: .declined, "Further texts of a flag that say prefers not to tell."),
    flagKeys(of: .notRecorded, "Further texts of a flag that say nothing."),
    SettingKey(
      "normalise.competences.ignore", .list(of: .text, "patterns of competence names"),
      \.normalise.ignoredCompetences,
      "Competences that say nothing about caring; * stands for anything."),
    SettingKey(
      "normalise.syntheticNINumbers", .flag, \.ingest.syntheticNINumbers,
      "Whether made-up NI numbers, which begin with Q, count as valid; for test data only."),
  ]

  private static func flagKeys(of flag: CarerFlag, _ summary: String) -> SettingKey<PipelineFile> {
    SettingKey(
      "normalise.carerFlag.\(flag.rawValue)", .list(of: .text, "texts"),
      \.normalise[flag], summary)
  }

  private static let join: [SettingKey<PipelineFile>] = [
    SettingKey(
      "join.methods", .words(MatchMethod.selectable, "methods"), \.join.methods,
      "How list entries are linked to employees."),
    SettingKey(
      "join.accept", .share, \.join.accept,
      "The probability from which the probabilistic method links."),
    SettingKey(
      "join.margin", .share, \.join.margin,
      "How far the linked person must be ahead of the next one."),
    SettingKey(
      "join.review", .share, \.join.review,
      "The probability from which a person is asked to decide; not above join.accept."),
  ]

  private static let detect: [SettingKey<PipelineFile>] = [
    SettingKey(
      "detect.rules", .rules, \.detect.ruleOverrides,
      "Rules that are off or have another severity; carer-reconcile rules lists them.")
  ]

  private static let emit: [SettingKey<PipelineFile>] = [
    SettingKey(
      "emit.products", .words(EmitSettings.Product.allCases, "products"), \.emit.products,
      "Which files a run writes; distribution stands for distribution/ and recipients/."),
    SettingKey(
      "emit.reconciledScope", .choice(EmitSettings.ReconciledScope.allCases),
      \.emit.reconciledScope,
      "Whether reconciled/ lists the employees with some evidence, or all."),
    SettingKey(
      "emit.deliveryScope", .choice(EmitSettings.DeliveryScope.allCases), \.emit.deliveryScope,
      "Whether recipients/ lists all deliveries, or those not confirmed as sent."),
    SettingKey(
      "emit.workbooks", .flag, \.emit.writesWorkbooks,
      "Whether each employer's files and each footprint's codes are written as workbooks too."),
    SettingKey(
      "emit.csv.byteOrderMark", .flag, \.emit.byteOrderMark,
      "Whether CSV files begin with a byte order mark: true for spreadsheets, false for machines."),
    SettingKey(
      "emit.evidence.surveyRate", .share, \.emit.surveyRate,
      "The share of staff that the survey found to be carers."),
    SettingKey(
      "emit.evidence.surveyName", .text, \.emit.surveyName, "The name of that survey."),
    SettingKey(
      "disclosure", .choice(EmitSettings.Disclosure.allCases), \.emit.disclosure,
      "How small counts are hidden; none only for an employer's own use."),
  ]

  private static let guards: [SettingKey<PipelineFile>] = [
    SettingKey(
      "guards.maximumRejectedShare", .share, \.guards.maximumRejectedShare,
      "The share of a source's rows that may be rejected before the run refuses to publish."),
    SettingKey(
      "guards.maximumShrink", .share, \.guards.maximumShrink,
      "The share of the last run's staff, all or one employer's, that may be missing tonight."),
    SettingKey(
      "guards.olderInput", .choice(Guards.OlderInput.allCases), \.guards.olderInput,
      "What to do with an input older than the one of its name that the last run read."),
  ]
}

extension IngestSettings {
  /// The blocks of a source; none where it is not named.
  fileprivate subscript(source: Source) -> [SourceBlock] {
    get { sources[source] ?? [] }
    set { sources[source] = newValue }
  }
}

extension NormaliseSettings {
  /// The further texts of a flag; none where it is not named.
  fileprivate subscript(flag: CarerFlag) -> [String] {
    get { carerFlagKeys[flag] ?? [] }
    set { carerFlagKeys[flag] = newValue }
  }
}
