/// Keyed hashes in ascending order, among which one is found in a step or two.
struct SortedHashes: Sendable {
  /// The hashes.
  let all: [KeyedHash]
  private let buckets: HashBuckets
  private let starts: [Int]

  /// Takes hashes that are in ascending order.
  init(_ all: [KeyedHash]) {
    self.all = all
    buckets = HashBuckets(hashCount: all.count)
    starts = buckets.starts(all)
  }

  /// Where a hash is among them, or nil.
  func index(of hash: KeyedHash) -> Int? {
    let bucket = buckets.bucket(of: hash)
    return (starts[bucket]..<starts[bucket + 1]).first { all[$0] == hash }
  }

  /// A hash, and its place in the order in which it was handed in.
  struct Placed {
    let hash: KeyedHash
    let place: Int32
  }

  /// The hashes in ascending order, equal ones in that of their places.
  static func sorted(_ hashes: some Collection<KeyedHash>) -> [Placed] {
    let buckets = HashBuckets(hashCount: hashes.count)
    var next = buckets.starts(hashes)
    let filler = Placed(hash: KeyedHash(high: 0, low: 0), place: 0)
    var placed = [Placed](repeating: filler, count: hashes.count)
    for (place, hash) in hashes.enumerated() {
      let bucket = buckets.bucket(of: hash)
      placed[next[bucket]] = Placed(hash: hash, place: Int32(place))
      next[bucket] += 1
    }
    sortNeighbours(&placed)
    return placed
  }

  /// Sorts what is nearly in order: each element moves past the few before it that it precedes, and
  /// past none that is equal.
  private static func sortNeighbours(_ placed: inout [Placed]) {
    for index in placed.indices.dropFirst() {
      let element = placed[index]
      var hole = index
      while hole > 0, element.hash < placed[hole - 1].hash {
        placed[hole] = placed[hole - 1]
        hole -= 1
      }
      if hole != index { placed[hole] = element }
    }
  }
}
