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
  init(_ entry: ListEntry, _ employee: Int, _ workforce: Workforce) {
    let names = workforce.names
    let employees = workforce.employees
    let entryFirst = names.first[Int(entry.firstName.raw)]
    let entryWord = names.firstWord[Int(entry.firstName.raw)]
    let entryLast = names.last[Int(entry.lastName.raw)]
    let first =
      names.hasFirstKey(entryFirst, employee, employees)
      || names.hasFirstKey(entryWord, employee, employees)
    let last = names.hasLastKey(entryLast, employee, employees)
    let isSwapped =
      names.hasFirstKey(entryLast, employee, employees)
      && (names.hasLastKey(entryFirst, employee, employees)
        || names.hasLastKey(entryWord, employee, employees))

    let birthDate = workforce.employees.birthDate[employee]
    let bothKnown = !birthDate.isMissing && !entry.birthDate.isMissing
    birthDatesDiffer = bothKnown && birthDate != entry.birthDate
    birthDatesAreEqual = bothKnown && birthDate == entry.birthDate

    let niNumber = workforce.employees.niNumber[employee]
    let email = workforce.employees.email[employee]
    let sharesIdentifier =
      (!niNumber.isMissing && niNumber == entry.niNumber)
      || (!email.isEmpty && email == entry.email)
    let isInOrganisation =
      !entry.organisation.isMissing
      && workforce.organisationCode(of: employee) == entry.organisation

    isStrong = (first && last) || isSwapped
    isWeak =
      (last && !birthDatesDiffer) || (first && birthDatesAreEqual)
      || (first && !birthDatesDiffer && isInOrganisation && sharesIdentifier)
    isNameless = entryFirst.isEmpty && entryWord.isEmpty && entryLast.isEmpty
  }
}
