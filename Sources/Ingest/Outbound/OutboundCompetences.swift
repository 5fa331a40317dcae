import Columns
import Records
import Vocabulary

/// Puts rows of the competence extract together: a competency and its person's number.
struct OutboundCompetences {
  /// The columns of a row.
  static let columns: [ColumnName] = [
    .organisationCode, .employeeNumber, .competenceName, .level, .dateFrom, .dateTo,
  ]

  private let organisation: [UInt8]
  private let competencies: DatedRecords
  private let files: [OutboundFile]
  private var persons: OutboundPersons
  private var competency: OutboundRecord

  init(_ records: OutboundRecords, _ organisation: ODSCode) {
    self.organisation = organisation.bytes
    competencies = records.records(.competency)
    files = records.files
    persons = OutboundPersons(records)
    competency = records.cursor(.competency)
  }

  /// Adds the row of a competency, unless its person is to come or an applicant.
  mutating func compose(_ record: Int, at row: SourceRow, into rows: inout OutboundRows) {
    competency.read(competencies.places[record], of: files)
    let person = persons.find(competency[.personID])
    let number = persons.number(of: person)
    if number.isMissing {
      // Rare: the record itself says whether there is a number that cannot be read.
      if persons.isFuture(competency[.personID]) { return }
      persons.read(person)
      if persons.isApplicant { return }
      rows.begin(row, record)
      rows.add(organisation.span)
      rows.add(persons.record[.employeeNumber])
    } else {
      rows.begin(row, record)
      rows.add(organisation.span)
      rows.add { number.append(to: &$0) }
    }
    rows.add(competency[.competencyName])
    rows.add(competency[.proficiencyLevel])
    let isFromThere = !competency.date(.dateFrom).isEmpty
    rows.add(competency.date(isFromThere ? .dateFrom : .certificationDate))
    rows.add(competency.date(.dateTo))
  }
}
