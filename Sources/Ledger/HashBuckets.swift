/// Divides keyed hashes by their first bits, in their order.
///
/// They are spread evenly: each bucket gets a few of them.
struct HashBuckets {
  private let shift: UInt64
  private let count: Int

  /// Buckets for so many hashes.
  init(hashCount: Int) {
    let bits = max(0, Int.bitWidth - hashCount.leadingZeroBitCount - 3)
    shift = UInt64(64 - bits)
    count = 1 << bits
  }

  /// The bucket of a hash.
  func bucket(of hash: KeyedHash) -> Int { Int(hash.high >> shift) }

  /// Where each bucket begins among the hashes in ascending order, and where the last one ends.
  func starts(_ hashes: some Sequence<KeyedHash>) -> [Int] {
    var starts = [Int](repeating: 0, count: count + 1)
    for hash in hashes { starts[bucket(of: hash) + 1] += 1 }
    for bucket in 1...count { starts[bucket] += starts[bucket - 1] }
    return starts
  }
}
