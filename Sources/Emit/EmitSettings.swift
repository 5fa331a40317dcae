/// What a pipeline file says about the files of a run (contract section 8).
package struct EmitSettings: Sendable, Equatable {
  /// The files that a run writes besides links, rejects, review, summary and manifest.
  package var products: Set<Product> = Set(Product.allCases)
  /// Which employees stand in `reconciled/`.
  package var reconciledScope = ReconciledScope.evidence
  /// Which deliveries stand in `recipients/`.
  package var deliveryScope = DeliveryScope.all
  /// Whether each employer's files, and each footprint's codes, are written as workbooks too.
  package var writesWorkbooks = false
  /// Whether CSV files begin with a UTF-8 byte order mark, as spreadsheets want it.
  package var byteOrderMark = true
  /// The share of staff, 0 to 1, that the survey found to be carers.
  package var surveyRate = 0.32
  /// The survey's name, as it stands in `evidence.csv`.
  package var surveyName = "NHS Staff Survey 2023"
  /// How small counts are kept from telling who is a carer.
  package var disclosure = Disclosure.nhsEngland

  /// Makes the settings of a pipeline file that says nothing.
  package init() {}

  /// A group of files that a pipeline may ask for.
  package enum Product: String, CaseIterable, Sendable {
    case reconciled
    case discrepancies
    /// The folders `distribution/` and `recipients/`.
    case distribution
    case evidence
    case report
  }

  /// Which employees stand in `reconciled/`.
  package enum ReconciledScope: String, CaseIterable, Sendable {
    /// Those with a flag, a passport, a membership or a finding.
    case evidence
    case all
  }

  /// Which deliveries stand in `recipients/`.
  package enum DeliveryScope: String, CaseIterable, Sendable {
    case all
    /// Those that are not confirmed as sent with the present code.
    case outstanding
  }

  /// The rule under which counts are shown.
  package enum Disclosure: String, CaseIterable, Sendable {
    /// NHS England's rule for sub-national counts.
    case nhsEngland = "nhs-england"
    /// True counts, for an employer's own use.
    case none
  }
}
