/// What an inverted index is asked for; each kind of key has its own room.
enum IndexKeyKind: UInt64 {
  /// First and last name.
  case names = 1
  /// Initial of the first name, and last name.
  case initialAndLastName
  case lastName
  case lastNameInOrganisation
  case firstNameInOrganisation
  case birthDate
  case niNumber
  case number
  case email
  /// The letters of an email's local part.
  case emailLetters

  /// The key of two values as one well-mixed word, never 0.
  func key(_ first: UInt64, _ second: UInt64 = 0) -> UInt64 {
    let product = (first ^ rawValue &* 0x9E37_79B9_7F4A_7C15)
      .multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    let folded = (product.high ^ product.low ^ second)
      .multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return (folded.high ^ folded.low) | 1
  }

  /// Above how many employees a key says too little to fetch them.
  var limit: Int {
    switch self {
    case .names: 500
    case .initialAndLastName: 300
    case .lastName: 120
    case .lastNameInOrganisation: 400
    case .firstNameInOrganisation: 300
    case .birthDate: 400
    case .niNumber, .number, .email: 64
    case .emailLetters: 100
    }
  }
}

/// The keys that some entry asks for, numbered as they come; the staff is held against these only.
///
/// Lists are small beside the staff, so most of an employee's keys are asked for by no one: one bit
/// says so for nearly all of them.
struct AskedKeys: Sendable {
  /// Open addressing; 0 = free.
  private var table = [UInt64](repeating: 0, count: 1024)
  private var numbers = [UInt32](repeating: 0, count: 1024)
  /// One bit for the hash of each key, sixteen bits of room a key.
  private var bits = [UInt64](repeating: 0, count: 1024 / 4)
  private(set) var count = 0

  /// Nothing is asked for.
  init() {}

  /// The number of a key, which is asked for from now on.
  mutating func ask(_ key: UInt64) -> UInt32 {
    let mask = table.count - 1
    var place = Int(truncatingIfNeeded: key >> 8) & mask
    while table[place] != 0 {
      if table[place] == key { return numbers[place] }
      place = (place + 1) & mask
    }
    table[place] = key
    numbers[place] = UInt32(count)
    setBit(key)
    count += 1
    if count * 2 > table.count { grow() }
    return UInt32(count - 1)
  }

  /// The number of a key, or -1 where no one asks for it.
  func find(_ key: UInt64) -> Int {
    let bit = Int(truncatingIfNeeded: key >> 32) & (bits.count * 64 - 1)
    guard bits[bit >> 6] >> UInt64(bit & 63) & 1 != 0 else { return -1 }
    let mask = table.count - 1
    var place = Int(truncatingIfNeeded: key >> 8) & mask
    while table[place] != 0 {
      if table[place] == key { return Int(numbers[place]) }
      place = (place + 1) & mask
    }
    return -1
  }

  private mutating func setBit(_ key: UInt64) {
    let bit = Int(truncatingIfNeeded: key >> 32) & (bits.count * 64 - 1)
    bits[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  private mutating func grow() {
    let old = zip(table, numbers).filter { $0.0 != 0 }
    let size = table.count * 2
    table = [UInt64](repeating: 0, count: size)
    numbers = [UInt32](repeating: 0, count: size)
    bits = [UInt64](repeating: 0, count: size / 4)
    for (key, number) in old {
      var place = Int(truncatingIfNeeded: key >> 8) & (size - 1)
      while table[place] != 0 { place = (place + 1) & (size - 1) }
      table[place] = key
      numbers[place] = number
      setBit(key)
    }
  }
}
