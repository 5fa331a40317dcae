package import Columns

extension NameKeys {
  /// The first keys of an employee: of first name, of its first word, of known-as; none is empty.
  package func firstKeys(of employee: Int, _ employees: EmployeeTable) -> [TextCode] {
    let name = Int(employees.firstName[employee].raw)
    let knownAs = first[Int(employees.knownAs[employee].raw)]
    var keys = [first[name]]
    if firstWord[name] != keys[0] { keys.append(firstWord[name]) }
    if !keys.contains(knownAs) { keys.append(knownAs) }
    return keys.filter { !$0.isEmpty }
  }

  /// The last keys of an employee: of last name and previous last name; none is empty.
  package func lastKeys(of employee: Int, _ employees: EmployeeTable) -> [TextCode] {
    let lastName = last[Int(employees.lastName[employee].raw)]
    let previous = last[Int(employees.previousLastName[employee].raw)]
    return (lastName == previous ? [lastName] : [lastName, previous]).filter { !$0.isEmpty }
  }
}

extension Workforce {
  /// Whether a key that is not empty is among the first keys of an employee.
  package func hasFirstKey(_ key: TextCode, _ employee: Int) -> Bool {
    if key.isEmpty { return false }
    let name = Int(employees.firstName[employee].raw)
    return names.first[name] == key || names.firstWord[name] == key
      || names.first[Int(employees.knownAs[employee].raw)] == key
  }

  /// Whether a key that is not empty is among the last keys of an employee.
  package func hasLastKey(_ key: TextCode, _ employee: Int) -> Bool {
    !key.isEmpty
      && (names.last[Int(employees.lastName[employee].raw)] == key
        || names.last[Int(employees.previousLastName[employee].raw)] == key)
  }
}
