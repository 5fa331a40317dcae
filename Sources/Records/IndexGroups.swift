/// For each of many things, such as employees, the indices that belong to it; to most none does.
///
/// All indices lie one behind another, so that asking costs no allocation and no hashing. A bit for
/// each group says whether it has any, and how many bits are set before it where they begin.
package struct IndexGroups: Sendable {
  /// How many groups there are, empty ones too.
  package let count: Int
  /// A bit for each group that has an index.
  private var filled: [UInt64]
  /// How many groups that have an index there are before each word of ``filled``.
  private var filledBefore: [Int32] = []
  /// Where the indices of each group that has any begin; one more than those.
  private var starts: [Int32] = [0]
  private var members: [Int32] = []

  /// Makes no groups.
  package init() { self.init(count: 0, of: 0) { _ in nil } }

  /// Puts each index of `0..<indexCount` into the group that `group` names, or into none.
  ///
  /// `group` is asked three times for each index and must say the same.
  package init(count: Int, of indexCount: Int, _ group: (Int) -> Int?) {
    self.init(count: count, of: 0..<indexCount, group)
  }

  /// Puts each of some indices, which are ascending, into the group that `group` names, or into
  /// none.
  init(count: Int, of indices: some BidirectionalCollection<Int>, _ group: (Int) -> Int?) {
    self.count = count
    filled = [UInt64](repeating: 0, count: (count + 63) / 64)
    for index in indices {
      if let group = group(index) { filled[group >> 6] |= 1 << UInt64(group & 63) }
    }
    var filledCount: Int32 = 0
    filledBefore.reserveCapacity(filled.count)
    for word in filled {
      filledBefore.append(filledCount)
      filledCount += Int32(word.nonzeroBitCount)
    }
    starts = [Int32](repeating: 0, count: Int(filledCount) + 1)
    for index in indices {
      if let place = group(index).flatMap(place(of:)) { starts[place] += 1 }
    }
    var end: Int32 = 0
    for place in starts.indices {
      end += starts[place]
      starts[place] = end
    }
    members = [Int32](repeating: 0, count: Int(end))
    // From the last to the first, each start comes down from the group's end to where it begins.
    for index in indices.reversed() {
      guard let place = group(index).flatMap(place(of:)) else { continue }
      starts[place] -= 1
      members[Int(starts[place])] = Int32(index)
    }
  }

  /// How many indices are in some group.
  package var indexCount: Int { members.count }

  /// The groups that have an index, ascending.
  package var filledGroups: [Int] {
    var groups: [Int] = []
    groups.reserveCapacity(starts.count - 1)
    for (place, word) in filled.enumerated() {
      var rest = word
      while rest != 0 {
        groups.append(place << 6 | rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return groups
  }

  /// Whether a group has no index.
  package func isEmpty(_ group: Int) -> Bool {
    filled[group >> 6] & (1 << UInt64(group & 63)) == 0
  }

  /// The indices of a group, ascending.
  package subscript(group: Int) -> Indices {
    guard let place = place(of: group) else { return Indices(slice: [], only: -1) }
    return Indices(slice: members[Int(starts[place])..<Int(starts[place + 1])], only: -1)
  }

  /// The place of a group among those that have an index; nil where it has none.
  func place(of group: Int) -> Int? {
    let bit: UInt64 = 1 << UInt64(group & 63)
    let word = filled[group >> 6]
    if word & bit == 0 { return nil }
    return Int(filledBefore[group >> 6]) + (word & (bit - 1)).nonzeroBitCount
  }

  /// Indices, ascending.
  package struct Indices: RandomAccessCollection, Sendable {
    private let slice: ArraySlice<Int32>
    /// The one index there is, or -1 where they are those of the slice.
    private let only: Int32

    fileprivate init(slice: ArraySlice<Int32>, only: Int32) {
      self.slice = slice
      self.only = only
    }

    /// Just one.
    init(only index: Int32) { self.init(slice: [], only: index) }

    /// The first place.
    package var startIndex: Int { 0 }
    /// The place behind the last.
    package var endIndex: Int { only < 0 ? slice.count : 1 }

    /// The index at a place.
    package subscript(place: Int) -> Int {
      Int(only < 0 ? slice[slice.startIndex + place] : only)
    }
  }
}
