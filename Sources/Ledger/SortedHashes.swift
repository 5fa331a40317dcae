/// Keyed hashes in their order.
enum SortedHashes {
  /// A hash, and its place in the order in which it was handed in.
  struct Placed {
    let hash: KeyedHash
    let place: Int32

    /// Whether it belongs behind another: equal hashes are in the order of their places.
    func isBehind(_ other: Placed) -> Bool {
      hash == other.hash ? place > other.place : other.hash < hash
    }
  }

  /// The hashes in ascending order, equal ones in that of their places.
  ///
  /// Keyed hashes are spread evenly: by their first bits they fall into buckets of a few each, in
  /// which little is left to sort.
  static func sorted(_ hashes: some Collection<KeyedHash>) -> [Placed] {
    let bits = UInt64(max(0, Int.bitWidth - hashes.count.leadingZeroBitCount - 3))
    func bucket(_ hash: KeyedHash) -> Int { Int(hash.high >> (64 - bits)) }
    var ends = [Int](repeating: 0, count: 1 << bits)
    for hash in hashes { ends[bucket(hash)] += 1 }
    var count = 0
    for bucket in ends.indices {
      count += ends[bucket]
      ends[bucket] = count - ends[bucket]
    }
    let filler = Placed(hash: KeyedHash(high: 0, low: 0), place: 0)
    var placed = [Placed](repeating: filler, count: count)
    for (place, hash) in hashes.enumerated() {
      let bucket = bucket(hash)
      placed[ends[bucket]] = Placed(hash: hash, place: Int32(place))
      ends[bucket] += 1
    }
    sortNeighbours(&placed)
    return placed
  }

  /// Sorts what is nearly in order: each element moves past the few before it that it precedes.
  private static func sortNeighbours(_ placed: inout [Placed]) {
    for index in placed.indices.dropFirst() {
      let element = placed[index]
      var hole = index
      while hole > 0, placed[hole - 1].isBehind(element) {
        placed[hole] = placed[hole - 1]
        hole -= 1
      }
      if hole != index { placed[hole] = element }
    }
  }

  /// Where a hash is among sorted ones, or nil.
  static func index(of hash: KeyedHash, in hashes: [KeyedHash]) -> Int? {
    var low = 0
    var high = hashes.count
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < hashes.count && hashes[low] == hash ? low : nil
  }
}
