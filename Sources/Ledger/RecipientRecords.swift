package import Vocabulary

/// The recipients of a run for whom there is a code, listed or left out of the lists.
///
/// A quarter of a million persons share a few hundred codes: what they are entitled to is kept
/// once, and the keyed hashes of all persons lie one behind another.
package struct RecipientRecords: Sendable {
  /// What persons are recipients of.
  struct Entitlement: Hashable {
    let platform: Platform
    /// Empty for `no-footprint`.
    let footprint: String
    /// The code's (contract section 7), never the code.
    let fingerprint: String
  }

  /// One person as the recipient of one platform.
  struct Record {
    /// Index into ``entitlements``.
    let entitlement: Int32
    private let firstHash: Int32
    private let hashesEnd: Int32
    /// False for who is left out of the files because the code was sent before.
    let isListed: Bool

    /// Where the person's keyed hashes are in ``RecipientRecords/hashes``.
    var hashes: Range<Int> { Int(firstHash)..<Int(hashesEnd) }

    init(entitlement: Int, hashes: Range<Int>, isListed: Bool) {
      self.entitlement = Int32(entitlement)
      firstHash = Int32(hashes.lowerBound)
      hashesEnd = Int32(hashes.upperBound)
      self.isListed = isListed
    }
  }

  /// Each once, in the order in which they were first handed in.
  private(set) var entitlements: [Entitlement] = []
  private var numbers: [Entitlement: Int] = [:]
  private(set) var records: [Record] = []
  private(set) var hashes: [KeyedHash] = []

  /// Makes an empty list.
  package init() {}

  /// Makes room for so many persons, and for the keyed hashes of all of them together.
  package mutating func reserveCapacity(persons: Int, hashes: Int) {
    records.reserveCapacity(persons)
    self.hashes.reserveCapacity(hashes)
  }

  /// Adds what the persons to follow are entitled to, and gives its number.
  ///
  /// `footprint` is empty for `no-footprint`; `fingerprint` is the code's (contract section 7),
  /// never the code.
  package mutating func add(platform: Platform, footprint: String, fingerprint: String) -> Int {
    let entitlement = Entitlement(
      platform: platform, footprint: footprint, fingerprint: fingerprint)
    if let number = numbers[entitlement] { return number }
    numbers[entitlement] = entitlements.count
    entitlements.append(entitlement)
    return entitlements.count - 1
  }

  /// Adds a person by the keyed hashes of *all* the person's employees for platform and footprint.
  ///
  /// All, so that who moves employer inside the footprint is known again. `isListed` is false for
  /// who is left out of the files because the code was sent before: the ledger must learn of the
  /// person's new employers all the same.
  package mutating func append(
    _ recipients: ArraySlice<KeyedHash>, entitlement: Int, isListed: Bool
  ) {
    let start = hashes.count
    hashes.append(contentsOf: recipients)
    records.append(
      Record(entitlement: entitlement, hashes: start..<hashes.count, isListed: isListed))
  }
}
