import Records
import Threads
import Vocabulary

/// Everything that the files of a run are written from, worked out once and then only read.
final class RunContents: Sendable {
  let reconciliation: Reconciliation
  let findings: Findings
  let memory: RunMemory
  let settings: EmitSettings
  let identity: RunIdentity
  /// The employers, by index into ``Workforce/organisations``.
  let employers: [Employer]
  let footprints: [FootprintGroup]
  let rulesOfEmployee: EmployeeRules
  let personKeys: PersonKeys
  /// All texts of the extracts but email addresses, as fields of a CSV file.
  let fields: FieldTexts
  let findingTexts: FindingTexts
  let discrepancies: DiscrepancyTable
  let employerCounts: [EmployerCounts]
  let figures: Figures
  /// Places in ``Entitlements/carers`` by employer: each one's are a run.
  let carerPlaces: [Range<Int>]
  /// Places in ``Entitlements/managers`` by employer: each one's are a run.
  let managerPlaces: [Range<Int>]

  init(
    reconciliation: Reconciliation, findings: Findings, memory: RunMemory, settings: EmitSettings,
    identity: RunIdentity, workers: Workers
  ) {
    let workforce = reconciliation.workforce
    let entitlements = reconciliation.links.entitlements
    let employers = workforce.organisations.indices.map { index in
      let code = workforce.organisations[index]
      let facts = reconciliation.reference.facts(code)
      return Employer(
        code: code, footprint: facts.footprint, name: facts.name, hrLeadName: facts.hrLeadName,
        hrLeadEmail: facts.hrLeadEmail, employees: workforce.employees(ofOrganisation: index))
    }
    self.reconciliation = reconciliation
    self.findings = findings
    self.memory = memory
    self.settings = settings
    self.identity = identity
    self.employers = employers
    footprints = FootprintGroup.groups(of: employers, reference: reconciliation.reference)
    discrepancies = DiscrepancyTable(
      reconciliation: reconciliation, findings: findings, memory: memory, workers: workers)
    ((rulesOfEmployee, personKeys), (fields, findingTexts)) = workers.both {
      (EmployeeRules(findings), PersonKeys(workforce))
    } _: {
      (FieldTexts(reconciliation.extracts.texts), FindingTexts(findings))
    }
    employerCounts = EmployerCounts.all(of: reconciliation, employers, workers)
    carerPlaces = Self.places(of: entitlements.carers, employers)
    managerPlaces = Self.places(of: entitlements.managers, employers)
    figures = Figures(
      reconciliation: reconciliation, employers: employerCounts, footprints: footprints,
      carerRecipients: carerPlaces.map(\.count), managerRecipients: managerPlaces.map(\.count),
      disclosure: settings.disclosure)
  }

  /// A writer for one of the run's files.
  func writer(_ columns: [String], _ output: consuming OutputBuffer) -> CSVWriter {
    CSVWriter(columns: columns, byteOrderMark: settings.byteOrderMark, output)
  }

  /// The run of a sorted list of employees that each employer has.
  private static func places(of list: [Int], _ employers: [Employer]) -> [Range<Int>] {
    var place = 0
    return employers.map { employer in
      let start = place
      while place < list.count, list[place] < employer.employees.upperBound { place += 1 }
      return start..<place
    }
  }
}
