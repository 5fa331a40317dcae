package import Vocabulary

extension Reconciliation {
  /// The text of a subject, as `discrepancies.csv` and decisions write it (contract section 6).
  package func text(of subject: FindingSubject) -> String {
    switch subject {
    case .employee(let index), .person(let index): employeeText(index)
    case .entry(let kind, let index): links.list(kind).subjects[index]
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
  private var bytes: InlineArray<24, UInt8> = InlineArray(repeating: 0)
  private var count = 0

  /// The text of an employee's organisation and number.
  package init(_ organisation: ODSCode, _ number: EmployeeNumber) {
    append(organisation.characters)
    append(UInt8(ascii: "/"))
    append(number.digits)
  }

  private mutating func append(_ text: ShortText) {
    for place in 0..<text.count { append(text[place]) }
  }

  private mutating func append(_ byte: UInt8) {
    bytes[count] = byte
    count += 1
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
