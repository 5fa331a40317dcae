/// Numbers keys of 64 bits in the order in which they first come.
///
/// A table with open addressing: asking for a key that is known costs a few nanoseconds, with no
/// hashing of bytes and no allocation.
package struct KeyNumbers: Sendable {
  /// The keys in the order of their numbers.
  package private(set) var keys: [UInt64] = []
  /// Numbers plus 1 by slot; 0 is free.
  private var slots: [Int32]
  private var shift: UInt64

  private static let firstBits: UInt64 = 6

  /// No key has a number yet.
  package init() {
    slots = [Int32](repeating: 0, count: 1 << Int(Self.firstBits))
    shift = 64 - Self.firstBits
  }

  /// How many keys have a number.
  package var count: Int { keys.count }

  /// The number of a key, which gets the next one where it has none.
  package mutating func number(of key: UInt64) -> Int {
    let slot = slot(of: key)
    if slots[slot] != 0 { return Int(slots[slot]) - 1 }
    keys.append(key)
    slots[slot] = Int32(keys.count)
    if keys.count * 2 > slots.count { grow() }
    return keys.count - 1
  }

  /// The number of a key, or nil where it has none.
  package func knownNumber(of key: UInt64) -> Int? {
    let number = slots[slot(of: key)]
    return number == 0 ? nil : Int(number) - 1
  }

  /// The slot that a key has, or the free one that it would get.
  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key.spread >> shift)
    while slots[slot] != 0, keys[Int(slots[slot]) - 1] != key {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    shift -= 1
    for (number, key) in keys.enumerated() { slots[slot(of: key)] = Int32(number + 1) }
  }
}
