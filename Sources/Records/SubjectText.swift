package import Vocabulary

extension Reconciliation {
  /// The text of a subject, as `discrepancies.csv` and decisions write it (contract section 6).
  package func text(of subject: FindingSubject) -> String {
    switch subject {
    case .employee(let index), .person(let index): employeeText(index)
    // A list is not taken out as a whole: all its columns would be retained for each entry.
    case .entry(.passports, let index): links.passports.subjects[index]
    case .entry(.network, let index): links.memberships.subjects[index]
    case .competence(let name): "competence:\(name)"
    case .unknownEmployee(let organisation, let number): "\(organisation.text)/\(number.text)"
    case .file(let file): extracts.inputs[file].path
    case .organisation(let code), .footprint(let code): code.text
    case .organisationPlatform(let code, let platform), .footprintPlatform(let code, let platform):
      "\(code.text):\(platform.rawValue)"
    case .accessCode(let fingerprint): fingerprint
    case .decision(let text): text
    case .employeeCell(let organisation, let number, let column):
      "\(organisation.text)/\(number.text):\(column.rawValue)"
    case .entryCell(let kind, let index, let column):
      "\(links.list(kind).subjects[index]):\(column.rawValue)"
    case .rowCell(let row, let column): "\(extracts.citation(row)):\(column.rawValue)"
    }
  }

  /// `ORG/NUMBER` of an employee, by its index.
  package func employeeText(_ index: Int) -> String { workforce.text(of: index) }
}

extension Workforce {
  /// `ORG/NUMBER` of an employee, by its index.
  package func text(of employee: Int) -> String {
    "\(organisationCode(of: employee).text)/\(employees.number[employee].text)"
  }
}

/// `ORG/NUMBER` of an employee as bytes, without a string for each of a million.
package struct EmployeeSubject: Sendable {
  /// Room for two short texts and the slash.
  private var bytes: InlineArray<40, UInt8> = InlineArray(repeating: 0)
  private let count: Int

  /// The text of an employee's organisation and number.
  package init(_ organisation: ODSCode, _ number: EmployeeNumber) {
    let (organisation, number) = (organisation.characters, number.digits)
    count = organisation.count + 1 + number.count
    var span = bytes.mutableSpan
    // Safe: any bytes may be stored in bytes.
    var room = unsafe span.mutableBytes
    Self.store(organisation, at: 0, in: &room)
    Self.store(number, at: organisation.count + 1, in: &room)
    room.storeBytes(of: UInt8(ascii: "/"), toByteOffset: organisation.count, as: UInt8.self)
  }

  /// Stores both words of a text; what stands behind its characters says nothing.
  @inline(__always)
  private static func store(_ text: ShortText, at place: Int, in room: inout MutableRawSpan) {
    room.storeBytes(of: text.low.littleEndian, toByteOffset: place, as: UInt64.self)
    room.storeBytes(of: text.high.littleEndian, toByteOffset: place + 8, as: UInt64.self)
  }

  /// The text's ASCII bytes.
  package var span: Span<UInt8> {
    @_lifetime(borrow self)
    get { bytes.span.extracting(0..<count) }
  }
}

extension Workforce {
  /// `ORG/NUMBER` of an employee as bytes, by its index.
  package func subject(of employee: Int) -> EmployeeSubject {
    EmployeeSubject(organisationCode(of: employee), employees.number[employee])
  }
}
