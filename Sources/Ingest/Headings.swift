package import Vocabulary

/// The headings that are accepted for each column besides its canonical name (contract section 2).
///
/// A heading holds in every source that has the column.
package enum Headings {
  /// Other headings by column, as the contract writes them.
  package static let accepted: [ColumnName: [String]] = [
    .organisationCode: ["ods code", "org code", "employer", "employer ods", "trust code"],
    .employeeNumber: [
      "employee no", "emp no", "staff number", "payroll number", "person number",
    ],
    .assignmentNumber: ["assignment no"],
    .primaryAssignment: ["primary", "primary flag", "is primary"],
    .assignmentStatus: ["status"],
    .assignmentCategory: ["category"],
    .firstName: ["forename", "given name", "first names"],
    .lastName: ["surname", "family name"],
    .knownAs: ["preferred name", "preferred first name"],
    .previousLastName: ["maiden name", "former name"],
    .dateOfBirth: ["dob", "birth date"],
    .niNumber: ["national insurance number", "nino", "ni no"],
    .workEmail: ["email", "email address", "office email address", "e-mail"],
    .jobTitle: ["position title", "position name", "role"],
    .startDate: ["latest start date", "hire date"],
    .leavingDate: ["actual termination date", "termination date", "end date"],
    .managerEmployeeNumber: [
      "supervisor employee number", "line manager employee number", "supervisor",
    ],
    .carerFlag: ["carer", "working carer", "unpaid carer", "carer status"],
    .carerFlagDate: ["carer date", "date recorded", "carer status date"],
    .competenceName: ["competency name", "competancy name", "competence"],
    .level: ["competence level", "proficiency level"],
    .dateFrom: ["date start", "date awarded", "certification date"],
    .dateTo: ["expiry date", "date end"],
    .passportReference: ["reference", "passport no", "id"],
    .fullName: ["name", "employee name", "display name"],
    .agreedDate: ["date agreed", "start date"],
    .reviewDate: ["next review date", "date of next review"],
    .endedDate: ["end date", "date ended"],
    .consentToShare: ["share consent", "consent"],
    .memberType: ["type", "membership type"],
    .joinedDate: ["date joined", "start date"],
    .leftDate: ["date left", "left on"],
    .consentToContact: ["contact consent", "consent"],
    .footprintCode: ["icb code", "ics code", "stp code"],
    .validFrom: ["open date"],
    .validTo: ["close date"],
    .efcCode: ["efc access code", "employers for carers access code"],
    .digitalResourceCode: ["digital resource access code", "drc access code"],
  ]
}

// MARK: - Comparing

extension Headings {
  /// The form in which headings are compared: the letters and digits in lower case.
  package static func key(_ heading: String) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(heading.utf8.count)
    for byte in heading.utf8 {
      if (0x61...0x7A).contains(byte | 0x20) { key.append(byte | 0x20) }
      if (0x30...0x39).contains(byte) { key.append(byte) }
      if byte >= 0x80 { return keyOfAnyText(heading) }
    }
    return key
  }

  /// The same for text that is not all ASCII.
  private static func keyOfAnyText(_ heading: String) -> [UInt8] {
    var key: [UInt8] = []
    for scalar in heading.unicodeScalars {
      guard isKept(scalar) else { continue }
      key.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    }
    return key
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
