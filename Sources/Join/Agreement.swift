import Columns
import Records
import Vocabulary

/// How well a list entry and an employee agree on names and birth date (contract section 5).
struct Agreement {
  let isStrong: Bool
  let isWeak: Bool
  /// The entry has neither a first nor a last key, and so cannot disagree.
  let isNameless: Bool
  /// Both have a birth date and they are not equal.
  let birthDatesDiffer: Bool
  /// Both have a birth date and they are equal.
  let birthDatesAreEqual: Bool

  /// Whether they agree in any way.
  var agrees: Bool { isStrong || isWeak || isNameless }

  /// Holds `entry` against an employee.
  ///
  /// Not an initialiser, which would own the workforce: each of its columns would be retained for
  /// each pair.
  static func of(_ entry: ListEntry, _ employee: Int, _ workforce: Workforce) -> Agreement {
    let entryFirst = workforce.names.first[Int(entry.firstName.raw)]
    let entryWord = workforce.names.firstWord[Int(entry.firstName.raw)]
    let entryLast = workforce.names.last[Int(entry.lastName.raw)]
    let first =
      workforce.hasFirstKey(entryFirst, employee) || workforce.hasFirstKey(entryWord, employee)
    let last = workforce.hasLastKey(entryLast, employee)
    let isSwapped =
      workforce.hasFirstKey(entryLast, employee)
      && (workforce.hasLastKey(entryFirst, employee) || workforce.hasLastKey(entryWord, employee))

    let birthDate = workforce.employees.birthDate[employee]
    let bothKnown = !birthDate.isMissing && !entry.birthDate.isMissing
    let birthDatesDiffer = bothKnown && birthDate != entry.birthDate
    let birthDatesAreEqual = bothKnown && birthDate == entry.birthDate

    let niNumber = workforce.employees.niNumber[employee]
    let email = workforce.employees.email[employee]
    let sharesIdentifier =
      (!niNumber.isMissing && niNumber == entry.niNumber)
      || (!email.isEmpty && email == entry.email)
    let isInOrganisation =
      !entry.organisation.isMissing
      && workforce.organisationCode(of: employee) == entry.organisation

    return Agreement(
      isStrong: (first && last) || isSwapped,
      isWeak: (last && !birthDatesDiffer) || (first && birthDatesAreEqual)
        || (first && !birthDatesDiffer && isInOrganisation && sharesIdentifier),
      isNameless: entryFirst.isEmpty && entryWord.isEmpty && entryLast.isEmpty,
      birthDatesDiffer: birthDatesDiffer, birthDatesAreEqual: birthDatesAreEqual)
  }
}
