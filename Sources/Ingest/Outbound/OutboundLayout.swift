/// What a record of an ESR interface file is about.
package enum OutboundSubject: String, CaseIterable, Sendable {
  case person
  case assignment
  case competency
  case organisation
}

/// The record types and widths of ESR Generic Outbound files: data, not code.
///
/// `Pipelines/layouts/esr-generic-outbound.json5` is read into this. Versions differ in the number
/// of fields, so a record's own width says which one it is of.
package struct OutboundLayout: Sendable, Equatable {
  /// One record type.
  package struct RecordType: Sendable, Equatable {
    /// What its records are about.
    package var subject: OutboundSubject
    /// The code of a record that is new or changed: three letters.
    package var update: String
    /// The code of a record that deletes by key: three letters.
    package var delete: String
    /// The names of the fields in their order, the record type first; one list for each width.
    ///
    /// Names that are not of ``OutboundField`` are fields that no one reads.
    package var versions: [[String]]

    /// Makes a record type.
    package init(
      subject: OutboundSubject, update: String, delete: String, versions: [[String]]
    ) {
      self.subject = subject
      self.update = update
      self.delete = delete
      self.versions = versions
    }
  }

  /// The name that the manifest gives it: letters, digits, hyphens.
  package var name = ""
  /// What it is for, one sentence.
  package var description = ""
  /// The record types that are read.
  package var records: [RecordType] = []
  /// The codes of records that are known and not needed: counted and skipped.
  package var skipped: [String] = []
  /// SHA-256 of the file that it was read from, 64 hexadecimal digits.
  package var sha256 = ""

  /// Makes a layout; without arguments, one that knows no record.
  package init(records: [RecordType] = [], skipped: [String] = []) {
    self.records = records
    self.skipped = skipped
  }

  /// The record type of a subject; one without codes and versions where there is none yet.
  package subscript(subject: OutboundSubject) -> RecordType {
    get {
      records.first { $0.subject == subject }
        ?? RecordType(subject: subject, update: "", delete: "", versions: [])
    }
    set {
      if let index = records.firstIndex(where: { $0.subject == subject }) {
        records[index] = newValue
      } else {
        records.append(newValue)
      }
    }
  }
}

/// The fields that are read, by the names that layouts give them.
package enum OutboundField: Int, CaseIterable, Sendable {
  case personID
  case effectiveStart
  case effectiveEnd
  case deletionFlag

  case employeeNumber
  case title
  case lastName
  case firstName
  case maidenName
  case preferredName
  case previousLastName
  case dateOfBirth
  case niNumber
  case hireDate
  case actualTerminationDate
  case systemPersonType
  case userPersonType
  case officeEmail

  case assignmentID
  case assignmentNumber
  case userAssignmentStatus
  case supervisorPersonID
  case supervisorAssignmentNumber
  case assignmentCategory
  case primaryAssignment
  case positionName
  case jobName
  case assignmentEndDate

  case competencyElementID
  case competencyName
  case dateFrom
  case dateTo
  case proficiencyLevel
  case certificationDate

  case organisationID
  case effectiveFrom
  case effectiveTo
  case parentOrganisationID
  case nacsCode

  /// The name in a layout.
  package var name: String { Self.names[rawValue] }

  private static let names = [
    "person id", "effective start date", "effective end date", "deletion flag",
    "employee number", "title", "last name", "first name", "maiden name", "preferred name",
    "previous last name", "date of birth", "ni number", "hire date", "actual termination date",
    "system person type", "user person type", "office email address",
    "assignment id", "assignment number", "user assignment status", "supervisor person id",
    "supervisor assignment number", "assignment category", "primary assignment", "position name",
    "job name", "assignment end date",
    "competency element id", "competency name", "date from", "date to", "proficiency level",
    "certification date",
    "organisation id", "effective from date", "effective to date", "parent organisation id",
    "nacs code",
  ]
}

extension OutboundSubject {
  /// The field that names what a record is about.
  package var key: OutboundField {
    switch self {
    case .person: .personID
    case .assignment: .assignmentID
    case .competency: .competencyElementID
    case .organisation: .organisationID
    }
  }

  /// Whether there are several records of one key, each for a time of its own.
  package var isDateTracked: Bool { self == .person || self == .assignment }
}

/// The places of the fields in records of one width.
struct OutboundVersion: Sendable, Equatable {
  /// How many fields a record has.
  let fieldCount: Int
  /// By ``OutboundField``: the place from 0, or -1 where the version has no such field.
  private let places: [Int]

  init(_ names: [String]) {
    fieldCount = names.count
    places = OutboundField.allCases.map { field in
      names.firstIndex { $0.lowercased() == field.name } ?? -1
    }
  }

  /// The place of a field from 0; nil if there is none.
  func place(_ field: OutboundField) -> Int? {
    let place = places[field.rawValue]
    return place >= 0 ? place : nil
  }

  /// Whether the field at a place is read by anyone.
  func isRead(_ place: Int) -> Bool { places.contains(place) }
}
