import Join
package import Normalise
package import Records
package import Vocabulary

/// The files of one night, drawn in a test, and what the first three stages make of them.
package struct DrawnNight: Sendable {
  /// What Ingest read.
  package let extracts: Extracts
  /// What Normalise made of it.
  package let workforce: Workforce
  /// The organisations and footprints at the as-of date.
  package let reference: Reference
  /// What Join made of all.
  package let links: Links

  /// Runs the stages for 15 June 2026 on drawn files; an empty drawing is no file.
  ///
  /// - Throws: `IngestFailure`.
  package init(
    staff: String, competences: String = "", passports: String = "", network: String = "",
    organisations: String = "", footprints: String = "", codes: String = "",
    decisions: String = "", more: [DrawnFile] = [], normalise: NormaliseSettings = .init(),
    methods: Set<MatchMethod> = exactMethods
  ) throws {
    let drawn: [(Source, String)] = [
      (.staff, staff), (.competences, competences), (.passports, passports), (.network, network),
      (.organisations, organisations), (.footprints, footprints), (.accessCodes, codes),
      (.decisions, decisions),
    ]
    let files = drawn.filter { !$0.1.isEmpty }.map { DrawnFile($0.0, $0.1) }
    var extracts = try Extracts(reading: files + more, allowsSyntheticNINumbers: true)
    var settings = JoinSettings()
    settings.methods = methods
    (workforce, reference) = Normalise(normalise, asOf: .drawn).run(&extracts)
    links = Join(settings, asOf: .drawn).run(extracts, workforce, reference)
    self.extracts = extracts
  }

  /// All methods but the probabilistic one.
  package static let exactMethods: Set<MatchMethod> = [
    .employeeNumber, .niNumber, .workEmail, .nameAndBirthDate,
  ]

  /// A line for each employee: `ORG/NUMBER` and what `describe` says of it.
  package func perEmployee(_ describe: (Int) -> String) -> [String] {
    (0..<workforce.employees.count).map { "\(workforce.text(of: $0)) \(describe($0))" }
  }

  /// The index of the employee `ORG/NUMBER`, or nil.
  package func employee(_ text: String) -> Int? {
    (0..<workforce.employees.count).first { workforce.text(of: $0) == text }
  }
}
