/// A field that the model compares; its raw value is its place in ``Levels``.
enum ComparedField: Int, CaseIterable {
  case firstName
  case lastName
  case nameOrder
  case usualName
  case birthDate
  case number
  case niNumber
  case organisation
  case list
  case email
  case addressYear
  case activity

  /// What a reviewer reads.
  var word: String {
    switch self {
    case .firstName: "first name"
    case .lastName: "last name"
    case .nameOrder: "name order"
    case .usualName: "other names"
    case .birthDate: "birth date"
    case .number: "employee number"
    case .niNumber: "NI number"
    case .organisation: "organisation"
    case .list: "the list's organisation"
    case .email: "email"
    case .addressYear: "number in the address"
    case .activity: "employment"
    }
  }
}

/// How the first names of entry and candidate agree.
enum FirstNameLevel: UInt8, CaseIterable {
  case missing, exact, knownAs, nickname, initial, middle, near, similar, different
  /// A typing error off a short or other form.
  case nearForm
}

/// How the last names of entry and candidate agree.
enum LastNameLevel: UInt8, CaseIterable {
  case missing, exact, previous, half, address, near, similar, initial, different
}

/// Whether first and last name stand in each other's place.
enum NameOrderLevel: UInt8, CaseIterable {
  case missing, normal, swapped
}

/// Whether the candidate has another name than the one that agrees: a known-as name, or a previous
/// last name.
///
/// Who has one is less often entered by the other, so of two namesakes it is rather the one who has
/// not. The first four are for where both names themselves agree, the next two for where only the
/// first name does, the last two for the last name.
enum UsualNameLevel: UInt8, CaseIterable {
  case missing, neither, first, last, both
  case noOtherFirst, otherFirst, noOtherLast, otherLast

  /// Whether a level, by its raw value, says that there is no other name.
  static func isOrdinary(_ level: UInt8) -> Bool {
    [neither, noOtherFirst, noOtherLast].contains { $0.rawValue == level }
  }
}

/// How the birth dates agree.
package enum BirthDateLevel: UInt8, CaseIterable {
  case missing, exact, swapped, digit, part, different
}

/// How the employee numbers agree; `nobodys` and `somebodys` say whose the entry's number is where
/// it is not the candidate's.
///
/// Numbers are unique only within one organisation, so the last three are for candidates of another
/// organisation than the entry's: who moved has another number.
enum NumberLevel: UInt8, CaseIterable {
  case missing, exact, near, nobodys, somebodys, elsewhere, nobodysElsewhere, somebodysElsewhere
}

/// How the NI numbers agree.
enum NINumberLevel: UInt8, CaseIterable {
  case missing, exact, near, nobodys, somebodys
}

/// How the organisations agree; `unknown` has no employee in the staff extract.
enum OrganisationLevel: UInt8, CaseIterable {
  case missing, same, footprint, other, unknown
}

/// How the organisation that a list is mostly of agrees with the candidate's.
///
/// Only looked at where the entry names no organisation (the first three) or one that is not the
/// candidate's (the next three). The last three are for entries without organisation whose
/// neighbours on the list name one.
enum ListLevel: UInt8, CaseIterable {
  case missing, same, footprint, other, sameDespite, footprintDespite, otherDespite
  case sameAmong, footprintAmong, otherAmong
}

/// How the email addresses agree.
///
/// A *work* address is in a mail domain of the staff extract; any other is *private*. Addresses
/// that are not the candidate's are held against the names: they may be made of the candidate's,
/// of the entry's own only, of both or of neither. `absent` is said where the candidate has no
/// address.
enum EmailLevel: UInt8, CaseIterable {
  case missing, same, typo, otherDomain, otherNumber, somebodys
  case workBoth, workCandidate, workEntry, workNeither
  case privateBoth, privateCandidate, privateEntry, privateNeither
  case absentBoth, absentCandidate, absentEntry, absentNeither

  /// Whether a level, by its raw value, says that the address is the candidate's own or nearly so.
  static func isNearAddress(_ level: UInt8) -> Bool {
    (EmailLevel.same.rawValue...EmailLevel.otherNumber.rawValue).contains(level)
  }
}

/// Whether a number in a private address, as in `jcarter81@` or `jcarter1981@`, is the candidate's
/// birth year.
///
/// The model learns from the list whether people put it there; of four digits they mostly do, so
/// these have levels of their own, the last two.
enum AddressYearLevel: UInt8, CaseIterable {
  case missing, birthYear, other, wholeBirthYear, otherWholeYear
}

/// Whether the candidate still works there: lists name leavers less often than their number.
enum ActivityLevel: UInt8, CaseIterable {
  case missing, active, left
}

/// The levels of all compared fields of one pair, five bits each: equal ones are one pattern.
struct Levels: Sendable {
  /// Five bits for each field, those of the first one lowest.
  private(set) var raw: UInt64 = 0

  /// All levels are `missing`.
  init() {}

  /// Makes levels of their packed form.
  init(raw: UInt64) { self.raw = raw }

  /// The raw value of a field's level.
  subscript(field: ComparedField) -> UInt8 {
    get { UInt8(truncatingIfNeeded: raw >> Self.shift(field)) & 31 }
    set { raw = raw & ~(31 << Self.shift(field)) | UInt64(newValue & 31) << Self.shift(field) }
  }

  /// The same by the raw value of the field.
  subscript(place field: Int) -> Int { Int(truncatingIfNeeded: raw >> UInt64(5 &* field) & 31) }

  private static func shift(_ field: ComparedField) -> UInt64 {
    UInt64(truncatingIfNeeded: field.rawValue &* 5)
  }
}

/// Natural logarithms by ``ComparedField``.
typealias FieldWeights = SIMD16<Float>

extension ComparedField {
  /// How many fields are compared.
  static let count = allCases.count

  /// How many levels the most finely compared field has.
  static let levelLimit = 18

  /// What a reviewer reads for each level, by its raw value.
  var levelWords: [String] {
    switch self {
    case .firstName:
      [
        "missing", "exact", "the known-as name", "a short or other form", "the initial",
        "a middle name or one of several", "one letter off", "similar", "different",
        "one letter off a short or other form",
      ]
    case .lastName:
      [
        "missing", "exact", "the previous last name", "half of a double-barrelled name",
        "the name in the work email", "one letter off", "similar", "the initial", "different",
      ]
    case .nameOrder: ["missing", "normal", "first and last name swapped"]
    case .usualName:
      [
        "missing", "none", "a known-as name that the entry does not use",
        "a previous last name that the entry does not use",
        "known-as and previous last name that the entry does not use",
        "none", "a known-as name that the entry does not use",
        "none", "a previous last name that the entry does not use",
      ]
    case .birthDate:
      [
        "missing", "exact", "day and month swapped", "one digit off", "one part off", "different",
      ]
    case .number:
      [
        "missing", "exact", "one digit off", "nobody's", "somebody else's",
        "exact, at another organisation", "different, at another organisation",
        "somebody else's, at another organisation",
      ]
    case .niNumber:
      ["missing", "exact", "one character off", "nobody's", "somebody else's"]
    case .organisation:
      ["missing", "same", "same footprint", "other", "not in the staff extract"]
    case .list:
      [
        "missing", "the employee's", "of the employee's footprint", "another",
        "the employee's", "of the employee's footprint", "another",
        "the employee's, by its neighbours", "of the employee's footprint, by its neighbours",
        "another, by its neighbours",
      ]
    case .activity: ["missing", "active", "left"]
    case .addressYear:
      ["missing", "the birth year", "not the birth year", "the birth year", "not the birth year"]
    case .email:
      [
        "missing", "same", "a typing error off", "same name at another domain",
        "same name with another number", "somebody else's", "another one, made of the names",
        "another one, made of the employee's names", "another one, made of the entry's own names",
        "another one, of neither's names", "a private one, made of the names",
        "a private one, made of the employee's names",
        "a private one, made of the entry's own names", "a private one, of neither's names",
        "none in the staff extract, the entry's is made of the names",
        "none in the staff extract, the entry's is made of the employee's names",
        "none in the staff extract, the entry's is made of its own names",
        "none in the staff extract, the entry's is of neither's names",
      ]
    }
  }
}
