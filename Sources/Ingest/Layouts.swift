package import Vocabulary

/// The columns of one source: what a header may call them, and which must be there.
package struct Layout: Sendable {
  /// The source it is for.
  package let source: Source
  /// The source's columns, in the contract's order.
  package let columns: [ColumnName]
  /// Sets of columns of which one set must be there whole.
  package let required: [[ColumnName]]

  /// The column of each heading that is known, by the form in which headings are compared.
  private let columnsByHeading: [[UInt8]: ColumnName]

  /// The layout file that adds to the contract's headings; nil for the contract's own.
  let layoutFile: SourceLayout?

  /// Makes a layout; a canonical name wins over another column's accepted heading.
  package init(source: Source, columns: [ColumnName], required: [[ColumnName]]) {
    self.source = source
    self.columns = columns
    self.required = required
    var known: [[UInt8]: ColumnName] = [:]
    for column in columns.reversed() {
      for heading in Headings.accepted[column] ?? [] { known[Headings.key(heading)] = column }
    }
    for column in columns { known[Headings.key(column.rawValue)] = column }
    columnsByHeading = known
    layoutFile = nil
  }

  /// The contract's layout of a source with what a layout file adds.
  ///
  /// A column with a constant need not be there. Where the block gives an organisation, headings
  /// that only the layout file takes for organisation codes are left alone: in reports made by hand
  /// they often are names of departments.
  init(_ layoutFile: SourceLayout, organisationGiven: Bool) {
    let contract = Layouts.layout(of: layoutFile.source)
    var known = contract.columnsByHeading
    for (column, headings) in layoutFile.headings {
      if column == .organisationCode, organisationGiven { continue }
      for heading in headings { known[Headings.key(heading)] = column }
    }
    source = contract.source
    columns = contract.columns
    required = contract.required.map { $0.filter { layoutFile.constants[$0] == nil } }
    columnsByHeading = known
    self.layoutFile = layoutFile
  }

  /// The column that a heading names, or nil; `key` is its ``Headings/key(_:)``.
  func column(headed key: [UInt8]) -> ColumnName? { columnsByHeading[key] }

  /// The column that a heading names which only the probabilistic method asks for: the birth dates
  /// that some network lists have.
  func linkageColumn(headed key: [UInt8]) -> ColumnName? {
    guard source == .network else { return nil }
    return Self.birthDateHeadings.contains(key) ? .dateOfBirth : nil
  }

  private static let birthDateHeadings = Set(
    ([ColumnName.dateOfBirth.rawValue] + (Headings.accepted[.dateOfBirth] ?? []))
      .map(Headings.key))

  /// The first set of required columns that `found` holds, or nil.
  ///
  /// A block's `organisation:` stands in for the organisation column.
  func satisfiedRequirement(_ found: Set<ColumnName>, organisationGiven: Bool) -> [ColumnName]? {
    required.first { set in
      set.allSatisfy { found.contains($0) || ($0 == .organisationCode && organisationGiven) }
    }
  }

  /// The columns to name when no header was found: those missing of the set that lacks fewest; of
  /// several that lack as many, each set's.
  func missingColumns(_ found: Set<ColumnName>, organisationGiven: Bool) -> [[ColumnName]] {
    let missing = required.map { set in
      set.filter { !found.contains($0) && !($0 == .organisationCode && organisationGiven) }
    }
    let fewest = missing.map(\.count).min()
    return missing.filter { $0.count == fewest }
  }
}

/// The layouts of the eight sources (contract section 2).
package enum Layouts {
  /// The layout of a source.
  package static func layout(of source: Source) -> Layout {
    switch source {
    case .staff: staff
    case .competences: competences
    case .passports: passports
    case .network: network
    case .organisations: organisations
    case .footprints: footprints
    case .accessCodes: accessCodes
    case .decisions: decisions
    }
  }

  private static let staff = Layout(
    source: .staff,
    columns: [
      .organisationCode, .employeeNumber, .assignmentNumber, .primaryAssignment, .assignmentStatus,
      .assignmentCategory, .title, .firstName, .lastName, .knownAs, .previousLastName,
      .dateOfBirth, .niNumber, .workEmail, .staffGroup, .jobTitle, .startDate, .leavingDate,
      .managerEmployeeNumber, .carerFlag, .carerFlagDate,
    ],
    required: [[.organisationCode, .employeeNumber, .firstName, .lastName]])

  private static let competences = Layout(
    source: .competences,
    columns: [.organisationCode, .employeeNumber, .competenceName, .level, .dateFrom, .dateTo],
    required: [[.organisationCode, .employeeNumber, .competenceName]])

  private static let passports = Layout(
    source: .passports,
    columns: [
      .passportReference, .organisationCode, .employeeNumber, .firstName, .lastName, .fullName,
      .dateOfBirth, .niNumber, .workEmail, .agreedDate, .reviewDate, .endedDate, .status,
      .consentToShare,
    ],
    required: [[.employeeNumber], [.niNumber], [.workEmail], [.fullName], [.lastName]])

  private static let network = Layout(
    source: .network,
    columns: [
      .organisationCode, .employeeNumber, .firstName, .lastName, .fullName, .workEmail,
      .memberType, .joinedDate, .leftDate, .consentToContact,
    ],
    required: [[.employeeNumber], [.workEmail], [.fullName], [.lastName]])

  private static let organisations = Layout(
    source: .organisations,
    columns: [
      .organisationCode, .organisationName, .footprintCode, .previousFootprintCode, .validFrom,
      .validTo, .hrLeadName, .hrLeadEmail,
    ],
    required: [[.organisationCode]])

  private static let footprints = Layout(
    source: .footprints,
    columns: [.footprintCode, .footprintName, .validFrom, .validTo],
    required: [[.footprintCode, .footprintName]])

  private static let accessCodes = Layout(
    source: .accessCodes,
    columns: [
      .footprintCode, .organisationCode, .platform, .accessCode, .efcCode, .digitalResourceCode,
      .validFrom, .validTo,
    ],
    required: [[.platform, .accessCode], [.efcCode, .digitalResourceCode]])

  private static let decisions = Layout(
    source: .decisions,
    columns: [
      .kind, .subject, .employee, .decision, .until, .decidedBy, .decidedOn, .note,
      .discrepancyID,
    ],
    required: [[.kind, .subject, .decision], [.discrepancyID, .decision]])
}

/// The ODS trusts file `etr.csv` as it is published: 27 columns and no header (contract section 2).
enum ODSTrustsFile {
  /// How many fields each row has.
  static let fieldCount = 27

  /// The columns by their place, from 0.
  static let columns: [Int: ColumnName] = [
    0: .organisationCode, 1: .organisationName, 3: .footprintCode, 10: .validFrom, 11: .validTo,
  ]
}
