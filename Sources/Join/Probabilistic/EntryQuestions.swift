import Columns
import Records
import Threads
import Vocabulary

/// One key that an entry is looked up by.
struct Question: Sendable {
  var key: UInt64
  /// The key's number in ``AskedKeys``, once it is asked.
  var number: UInt32 = 0
  var kind: IndexKeyKind
  /// Above how many employees the key says too little to fetch them.
  var limit: Int32
  /// How likely the entry's names are typed so for one employee with this key.
  ///
  /// 0 where the key says nothing of that. Times the key's employees: how many could have been
  /// typed so.
  var share: Float
}

extension AskedKeys {
  /// Asks questions, and gives each the number of its key.
  mutating func ask(_ questions: inout [Question]) {
    var slots = InlineArray<32, UInt64>(repeating: 0)
    for start in stride(from: 0, to: questions.count, by: slots.count) {
      let places = start..<min(questions.count, start + slots.count)
      for place in places { slots[place - start] = firstSlot(questions[place].key) }
      for place in places {
        questions[place].number = ask(questions[place].key, from: slots[place - start])
      }
    }
  }
}

/// The keys that entries are looked up by: everything that may have been typed otherwise is spelled
/// out here, so that an employee needs only its own few keys.
struct EntryQuestions: Sendable {
  private let picture: StaffPicture
  private let near: NearNames
  private var parts = EmailParts()
  /// The numbers that a typing error makes of a number.
  private var edited: [UInt64] = []
  private var questions: [Question] = []

  /// Questions about entries whose names are among `entries`.
  init(_ picture: StaffPicture, _ entries: [ListEntry], _ workers: Workers) {
    self.picture = picture
    let forms = picture.forms
    var isAsked = [Bool](repeating: false, count: forms.keys.count)
    for entry in entries {
      isAsked[Int(forms.first(entry.firstName))] = true
      isAsked[Int(forms.firstWord(entry.firstName))] = true
      isAsked[Int(forms.last(entry.lastName))] = true
    }
    let names = isAsked.indices.filter { $0 > 0 && isAsked[$0] }.map { UInt32($0) }
    let counts = picture.counts
    let isKnown = zip(counts.firstNames, counts.lastNames).map { $0 > 0 || $1 > 0 }
    near = NearNames(names, among: forms, isKnown: isKnown, workers)
  }

  /// The keys that say whose an entry's identifiers are; its questions ask for them too.
  func ownerKeys(_ entry: ListEntry) -> [UInt64] {
    var keys: [UInt64] = []
    if !entry.email.isEmpty { keys.append(IndexKeyKind.email.key(UInt64(entry.email.raw))) }
    if !entry.number.isMissing {
      let number = entry.number.raw
      keys.append(IndexKeyKind.number.key(number))
      if let organisation = picture.organisationIndex(entry.organisation) {
        keys.append(IndexKeyKind.numberInOrganisation.key(number, UInt64(organisation)))
      }
    }
    if !entry.niNumber.isMissing { keys.append(IndexKeyKind.niNumber.key(entry.niNumber.raw)) }
    return keys
  }

  /// Adds the questions of an entry that no exact method has linked.
  mutating func ask(_ entry: ListEntry, home: ListHome?, _ all: inout [Question]) {
    questions.removeAll(keepingCapacity: true)
    askIdentifiers(entry)
    askNames(entry, organisations(entry, home))
    all += questions
  }

  private mutating func add(
    _ kind: IndexKeyKind, _ first: UInt64, _ second: UInt64 = 0, share: Double = 0,
    limit: Int32? = nil
  ) {
    questions.append(
      Question(
        key: kind.key(first, second), kind: kind, limit: limit ?? kind.limit, share: Float(share)))
  }

  /// Adds the questions for those of ``edited`` that someone has: they may have been meant.
  private mutating func addKnown(_ kind: IndexKeyKind, _ place: UInt64 = 0) {
    let known = picture.numbers.filter(of: kind)
    for number in edited where known.mayContain(kind.key(number, place)) {
      add(kind, number, place)
    }
  }

  // MARK: - Identifiers and birth dates

  private mutating func askIdentifiers(_ entry: ListEntry) {
    if !entry.email.isEmpty {
      add(.email, UInt64(entry.email.raw))
      parts.set(entry.email, in: picture.emails)
      if parts.letterCount >= EmailParts.askedLetters {
        add(.emailLetters, UInt64(AddressKeys.letters(parts.lettersHash)))
      }
    }
    if !entry.number.isMissing {
      add(.number, entry.number.raw)
      edited.removeAll(keepingCapacity: true)
      EditedNumbers.forEach(entry.number) { edited.append($0.raw) }
      if entry.organisation.isMissing {
        addKnown(.number)
      } else if let index = picture.organisationIndex(entry.organisation) {
        add(.numberInOrganisation, entry.number.raw, UInt64(index))
        addKnown(.numberInOrganisation, UInt64(index))
      }
    }
    if !entry.niNumber.isMissing {
      add(.niNumber, entry.niNumber.raw)
      edited.removeAll(keepingCapacity: true)
      EditedNumbers.forEach(entry.niNumber) { edited.append($0.raw) }
      addKnown(.niNumber)
    }
    let forms = picture.forms
    let initials = Set([
      forms.facts[Int(forms.firstWord(entry.firstName))].initial,
      forms.facts[Int(forms.last(entry.lastName))].initial,
    ])
    for birthDate in BirthDates.asked(for: entry.birthDate) {
      for initial in initials.sorted() where initial != 0 {
        let day = UInt64(bitPattern: Int64(birthDate.raw))
        add(.birthDateAndInitial, day, UInt64(initial))
      }
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
    if let organisation = picture.organisationIndex(entry.organisation) {
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
    let isInitial = forms.facts[Int(forms.firstWord(entry.firstName))].length == 1
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
      for organisation in organisations {
        add(.lastNameInOrganisation, UInt64(reading.code), organisation)
      }
      let initial = UInt64(forms.facts[Int(first)].initial)
      if isInitial {
        add(
          .initialAndLastName, initial, UInt64(reading.code),
          share: LinkagePriors.share(FirstNameLevel.initial) * reading.share)
      } else if reading.share >= 0.1 {
        // For first names that are alike, and no reading of the entry's.
        add(.initialAndLastName, initial, UInt64(reading.code), limit: 40)
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
      if code != 0, forms.facts[Int(code)].length > 1,
        !readings.contains(where: { $0.code == code })
      {
        readings.append(Reading(code: code, share: share))
      }
    }
    add(word, LinkagePriors.share(FirstNameLevel.exact))
    for other in forms.parts(of: entry.firstName) { add(other, LinkagePriors.share(.middle)) }
    for name in word == whole ? [word] : [word, whole] {
      let length = Int(forms.facts[Int(name)].length)
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
      if code != 0, forms.facts[Int(code)].length > 1,
        !readings.contains(where: { $0.code == code })
      {
        readings.append(Reading(code: code, share: share))
      }
    }
    let length = Int(forms.facts[Int(whole)].length)
    for half in forms.parts(of: entry.lastName) { add(half, LinkagePriors.share(.half)) }
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
    guard parts.secondWordStart > 0 else { return }
    let forms = picture.forms
    let first = forms.find(parts.letters.extracting(0..<parts.secondWordStart))
    let last = forms.find(parts.letters.extracting(parts.lastWordStart..<parts.letterCount))
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
