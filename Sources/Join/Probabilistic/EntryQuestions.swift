import Columns
import Records
import Vocabulary

/// One key that an entry is looked up by.
struct Question: Sendable {
  var key: UInt64
  /// The key's number in ``AskedKeys``, once it is asked.
  var number: UInt32 = 0
  var kind: IndexKeyKind
  /// How likely the entry's names are typed so for one employee with this key.
  ///
  /// 0 where the key says nothing of that. Times the key's employees: how many could have been
  /// typed so.
  var share: Float
}

/// The keys that entries are looked up by: everything that may have been typed otherwise is spelled
/// out here, so that an employee needs only its own few keys.
struct EntryQuestions: Sendable {
  private let picture: StaffPicture
  private let near: NearNames
  private var parts = EmailParts()
  private var questions: [Question] = []

  /// Questions about entries whose names are among `entries`.
  init(_ picture: StaffPicture, _ entries: [ListEntry]) {
    self.picture = picture
    let forms = picture.forms
    var names: Set<UInt32> = []
    for entry in entries {
      names.insert(forms.first(entry.firstName))
      names.insert(forms.firstWord(entry.firstName))
      names.insert(forms.last(entry.lastName))
    }
    names.remove(0)
    let isKnown = zip(picture.firstNameCount, picture.lastNameCount).map { $0 > 0 || $1 > 0 }
    near = NearNames(names.sorted(), among: forms, isKnown: isKnown)
  }

  /// The keys that say whose an entry's identifiers are; every entry asks for them.
  static func ownerKeys(_ entry: ListEntry) -> [UInt64] {
    var keys: [UInt64] = []
    if !entry.email.isEmpty { keys.append(IndexKeyKind.email.key(UInt64(entry.email.raw))) }
    if !entry.number.isMissing { keys.append(IndexKeyKind.number.key(entry.number.raw)) }
    if !entry.niNumber.isMissing { keys.append(IndexKeyKind.niNumber.key(entry.niNumber.raw)) }
    return keys
  }

  /// The questions of an entry that no exact method has linked.
  mutating func ask(_ entry: ListEntry, home: ListHome?) -> [Question] {
    questions.removeAll(keepingCapacity: true)
    askIdentifiers(entry)
    askNames(entry, organisations(entry, home))
    return questions
  }

  private mutating func add(
    _ kind: IndexKeyKind, _ first: UInt64, _ second: UInt64 = 0, share: Double = 0
  ) {
    questions.append(
      Question(key: kind.key(first, second), kind: kind, share: Float(share)))
  }

  // MARK: - Identifiers and birth dates

  private mutating func askIdentifiers(_ entry: ListEntry) {
    if !entry.email.isEmpty {
      add(.email, UInt64(entry.email.raw))
      parts.set(entry.email, in: picture.emails)
      if parts.lettersHash != 0 { add(.emailLetters, parts.lettersHash) }
    }
    if !entry.number.isMissing {
      add(.number, entry.number.raw)
      if entry.organisation.isMissing {
        EditedNumbers.forEach(entry.number) { add(.number, $0.raw) }
      }
    }
    if !entry.niNumber.isMissing {
      add(.niNumber, entry.niNumber.raw)
      EditedNumbers.forEach(entry.niNumber) { add(.niNumber, $0.raw) }
    }
    for birthDate in BirthDates.asked(for: entry.birthDate) {
      add(.birthDate, UInt64(bitPattern: Int64(birthDate.raw)))
    }
  }

  // MARK: - Names

  /// A name that an entry may mean, and how likely it is typed so if it does.
  private struct Reading {
    var code: UInt32
    var share: Double
  }

  /// The entry's organisation, and that of the list where it is another.
  private func organisations(_ entry: ListEntry, _ home: ListHome?) -> [UInt64] {
    var result: [UInt64] = []
    if let organisation = picture.workforce.organisationIndex(entry.organisation) {
      result.append(UInt64(organisation))
    }
    if let home, home.organisation >= 0, result.first != UInt64(home.organisation) {
      result.append(UInt64(home.organisation))
    }
    return result
  }

  private mutating func askNames(_ entry: ListEntry, _ organisations: [UInt64]) {
    let forms = picture.forms
    let first = forms.first(entry.firstName)
    let last = forms.last(entry.lastName)
    var firsts = firstReadings(entry)
    var lasts = lastReadings(entry)
    addNamesOfAddress(entry, &firsts, &lasts)
    let isInitial = forms.length[Int(forms.firstWord(entry.firstName))] == 1
    for reading in firsts {
      for other in lasts where reading.share >= 0.1 || other.share >= 0.1 {
        add(
          .names, UInt64(reading.code), UInt64(other.code), share: reading.share * other.share)
      }
    }
    if first != 0, last != 0 {
      add(.names, UInt64(last), UInt64(first), share: LinkagePriors.swappedShare)
      let share = LinkagePriors.swappedShare * LinkagePriors.share(.nickname)
      for family in forms.families(of: last) {
        for other in forms.members(of: family) where other != last {
          add(.names, UInt64(other), UInt64(first), share: share)
        }
      }
    }
    for reading in lasts {
      if reading.share >= 0.1 { add(.lastName, UInt64(reading.code)) }
      for organisation in organisations {
        add(.lastNameInOrganisation, UInt64(reading.code), organisation)
      }
      if isInitial {
        add(
          .initialAndLastName, UInt64(forms.initial[Int(first)]), UInt64(reading.code),
          share: LinkagePriors.share(FirstNameLevel.initial) * reading.share)
      }
    }
    for organisation in organisations {
      for reading in firsts where reading.share >= 0.01 {
        add(.firstNameInOrganisation, UInt64(reading.code), organisation)
      }
      if first != 0 { add(.lastNameInOrganisation, UInt64(first), organisation) }
    }
  }

  private func firstReadings(_ entry: ListEntry) -> [Reading] {
    let forms = picture.forms
    let whole = forms.first(entry.firstName)
    let word = forms.firstWord(entry.firstName)
    guard whole != 0 else { return [] }
    var readings = [Reading(code: whole, share: LinkagePriors.share(FirstNameLevel.exact))]
    func add(_ code: UInt32, _ share: Double) {
      if code != 0, forms.length[Int(code)] > 1, !readings.contains(where: { $0.code == code }) {
        readings.append(Reading(code: code, share: share))
      }
    }
    add(word, LinkagePriors.share(FirstNameLevel.exact))
    for other in forms.words(entry.firstName) { add(other, LinkagePriors.share(.middle)) }
    for name in word == whole ? [word] : [word, whole] {
      let length = Int(forms.length[Int(name)])
      for family in forms.families(of: name) {
        for other in forms.members(of: family) { add(other, LinkagePriors.share(.nickname)) }
      }
      for other in near.neighbours(of: name) {
        add(other, LinkagePriors.share(FirstNameLevel.near, length: length))
      }
    }
    return readings
  }

  private func lastReadings(_ entry: ListEntry) -> [Reading] {
    let forms = picture.forms
    let whole = forms.last(entry.lastName)
    guard whole != 0 else { return [] }
    var readings = [Reading(code: whole, share: LinkagePriors.share(LastNameLevel.exact))]
    func add(_ code: UInt32, _ share: Double) {
      if code != 0, forms.length[Int(code)] > 1, !readings.contains(where: { $0.code == code }) {
        readings.append(Reading(code: code, share: share))
      }
    }
    let length = Int(forms.length[Int(whole)])
    for half in forms.halves(entry.lastName) { add(half, LinkagePriors.share(.half)) }
    for other in near.neighbours(of: whole) {
      add(other, LinkagePriors.share(LastNameLevel.near, length: length))
    }
    return readings
  }

  /// Adds the names that an address is made of where they are not the entry's: what was typed wrong
  /// in the one may be right in the other.
  private mutating func addNamesOfAddress(
    _ entry: ListEntry, _ firsts: inout [Reading], _ lasts: inout [Reading]
  ) {
    guard !entry.email.isEmpty else { return }
    parts.set(entry.email, in: picture.emails)
    guard parts.wordStarts.count >= 2, let start = parts.wordStarts.last else { return }
    let forms = picture.forms
    let first = forms.find(parts.letters.span.extracting(0..<parts.wordStarts[1]))
    let last = forms.find(parts.letters.span.extracting(start..<parts.letters.count))
    if first != 0, !firsts.contains(where: { $0.code == first }) {
      firsts.append(Reading(code: first, share: 0))
    }
    if last != 0, !lasts.contains(where: { $0.code == last }) {
      lasts.append(Reading(code: last, share: 0))
      // Neither name may be right: ask for the address's own pair too.
      if first != 0 { firsts.append(Reading(code: first, share: 0.1)) }
    }
  }
}
