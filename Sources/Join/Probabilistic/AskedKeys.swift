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
  /// Open addressing; key 0 = free.
  private var slots: [Slot]
  /// Two bits for each key, in a word of its own choice; so few that the processor's cache holds
  /// them.
  private var words: [UInt64]
  private(set) var count = 0

  private struct Slot: Sendable {
    var key: UInt64 = 0
    var number: UInt32 = 0
  }

  /// Nothing is asked for; with room for so many keys.
  init(room: Int) {
    var capacity = 1024
    while capacity * 3 < room * 4 { capacity *= 2 }
    slots = [Slot](repeating: Slot(), count: capacity)
    words = [UInt64](repeating: 0, count: capacity / 16)
  }

  /// The number of a key, which is asked for from now on.
  ///
  /// - Precondition: there is room.
  mutating func ask(_ key: UInt64) -> UInt32 {
    let place = place(of: key)
    if slots[place].key == key { return slots[place].number }
    precondition(count + 1 < slots.count, "there is room for all keys")
    slots[place] = Slot(key: key, number: UInt32(count))
    words[word(key)] |= Self.bits(key)
    count += 1
    return UInt32(count - 1)
  }

  /// The number of a key, or -1 where no one asks for it.
  @inline(__always)
  func find(_ key: UInt64) -> Int {
    let bits = Self.bits(key)
    guard words[word(key)] & bits == bits else { return -1 }
    let slot = slots[place(of: key)]
    return slot.key == key ? Int(slot.number) : -1
  }

  /// Where a key is, or belongs.
  @inline(__always)
  private func place(of key: UInt64) -> Int {
    let mask = slots.count &- 1
    var place = Int(truncatingIfNeeded: key >> 8) & mask
    while slots[place].key != 0, slots[place].key != key { place = (place &+ 1) & mask }
    return place
  }

  @inline(__always)
  private func word(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: key >> 32) & (words.count &- 1)
  }

  @inline(__always)
  private static func bits(_ key: UInt64) -> UInt64 {
    1 << (key >> 2 & 63) | 1 << (key >> 58)
  }
}
