/// What an inverted index is asked for; each kind of key has its own room.
enum IndexKeyKind: UInt64 {
  /// First and last name.
  case names = 1
  /// Initial of the first name, and last name.
  case initialAndLastName
  case lastNameInOrganisation
  case firstNameInOrganisation
  /// Birth date, and the initial of some name.
  case birthDateAndInitial
  case niNumber
  case number
  case numberInOrganisation
  case email
  /// The letters of an email's local part.
  case emailLetters
  /// A name, or one with a letter out.
  case variant

  /// The key of two values as one well-mixed word, never 0.
  @inline(__always)
  func key(_ first: UInt64, _ second: UInt64 = 0) -> UInt64 {
    let product = (first &* 0x9E37_79B9_7F4A_7C15 ^ 0xA076_1D64_78BD_642F &* (rawValue | 64))
      .multipliedFullWidth(by: second ^ 0xE703_7ED1_A0B4_28DB)
    return (product.high ^ product.low) | 1
  }

  /// Whether it is one name of two, and nothing else but the organisation.
  var isOneNameInOrganisation: Bool {
    self == .lastNameInOrganisation || self == .firstNameInOrganisation
  }

  /// Above how many employees a key says too little to fetch them.
  var limit: Int32 {
    switch self {
    case .names: 500
    case .initialAndLastName: 300
    case .lastNameInOrganisation: 400
    case .firstNameInOrganisation: 300
    case .birthDateAndInitial: 200
    case .niNumber, .number, .numberInOrganisation, .email: 64
    case .emailLetters: 100
    case .variant: 0
    }
  }
}

/// The keys that some entry asks for, numbered as they come; the staff is held against these only.
///
/// Lists are small beside the staff, so most of an employee's keys are asked for by no one: two
/// bits in one word say so for nearly all of them.
struct AskedKeys: Sendable {
  /// Open addressing: the upper half of a key, and below it the key's number plus 1; 0 = free.
  ///
  /// Half a key and where it stands are as good as the whole: keys are hashes.
  private var slots: [UInt64]
  /// Two bits for each key, in a word of its own choice; so few that the processor's cache holds
  /// them.
  private var words: [UInt64]
  private(set) var count = 0

  /// Nothing is asked for; with room for so many keys.
  init(room: Int) {
    var capacity = 1024
    while capacity * 3 < room * 4 { capacity *= 2 }
    slots = [UInt64](repeating: 0, count: capacity)
    words = [UInt64](repeating: 0, count: capacity / 8)
  }

  /// The number of a key, which is asked for from now on.
  ///
  /// - Precondition: there is room.
  mutating func ask(_ key: UInt64) -> UInt32 { ask(key, from: 0) }

  /// The same for a key whose ``firstSlot(_:)`` is known.
  mutating func ask(_ key: UInt64, from slot: UInt64) -> UInt32 {
    if slot != 0, (slot ^ key) & Self.tagBits == 0 { return Self.number(slot) }
    let place = place(of: key)
    if slots[place] != 0 { return Self.number(slots[place]) }
    precondition(count + 1 < slots.count, "there is room for all keys")
    slots[place] = key & Self.tagBits | UInt64(count + 1)
    words[word(key)] |= Self.bits(key)
    count += 1
    return UInt32(count - 1)
  }

  /// Whether a key may have been asked for; false is certain.
  @inline(__always)
  func mayHold(_ key: UInt64) -> Bool {
    let bits = Self.bits(key)
    return words[word(key)] & bits == bits
  }

  /// The number of a key, or -1 where no one asks for it.
  @inline(__always)
  func find(_ key: UInt64) -> Int {
    mayHold(key) ? find(key, from: firstSlot(key)) : -1
  }

  /// What stands where a key is looked for first.
  ///
  /// The slots are all over the memory: of several keys these are best read one right after the
  /// other, so that the waits for them are one.
  @inline(__always)
  func firstSlot(_ key: UInt64) -> UInt64 { slots[firstPlace(of: key)] }

  /// The number of a key, whose ``firstSlot(_:)`` is known, or -1 where no one asks for it.
  @inline(__always)
  func find(_ key: UInt64, from slot: UInt64) -> Int {
    if slot == 0 { return -1 }
    if (slot ^ key) & Self.tagBits == 0 { return Int(Self.number(slot)) }
    let other = slots[place(of: key)]
    return other == 0 ? -1 : Int(Self.number(other))
  }

  /// Where a key is, or belongs.
  @inline(__always)
  private func place(of key: UInt64) -> Int {
    let mask = slots.count &- 1
    var place = firstPlace(of: key)
    while slots[place] != 0, (slots[place] ^ key) & Self.tagBits != 0 {
      place = (place &+ 1) & mask
    }
    return place
  }

  @inline(__always)
  private func firstPlace(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: key >> 8) & (slots.count &- 1)
  }

  @inline(__always)
  private func word(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: key >> 32) & (words.count &- 1)
  }

  private static let tagBits: UInt64 = 0xFFFF_FFFF_0000_0000

  @inline(__always)
  private static func number(_ slot: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: slot) &- 1 }

  @inline(__always)
  private static func bits(_ key: UInt64) -> UInt64 {
    1 << (key >> 2 & 63) | 1 << (key >> 58)
  }
}
