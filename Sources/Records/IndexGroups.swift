/// For each of a number of things, such as employees, the indices that belong to it.
///
/// All indices lie one behind another, so that asking costs no allocation and no hashing.
package struct IndexGroups: Sendable {
  /// Where each group's indices begin in ``members``; one more than groups.
  private var starts: [Int32] = [0]
  private var members: [Int32] = []

  /// Makes no groups.
  package init() {}

  /// Puts each index of `0..<indexCount` into the group that `group` names, or into none.
  ///
  /// `group` is asked twice for each index and must say the same.
  package init(count: Int, of indexCount: Int, _ group: (Int) -> Int?) {
    starts = [Int32](repeating: 0, count: count + 1)
    for index in 0..<indexCount {
      if let group = group(index) { starts[group] += 1 }
    }
    var end: Int32 = 0
    for group in starts.indices {
      end += starts[group]
      starts[group] = end
    }
    members = [Int32](repeating: 0, count: Int(end))
    // From the last to the first, each start comes down from the group's end to where it begins.
    for index in (0..<indexCount).reversed() {
      guard let group = group(index) else { continue }
      starts[group] -= 1
      members[Int(starts[group])] = Int32(index)
    }
  }

  /// How many groups there are, empty ones too.
  package var count: Int { starts.count - 1 }

  /// How many indices are in some group.
  package var indexCount: Int { members.count }

  /// How many indices a group has.
  package func count(_ group: Int) -> Int { Int(starts[group + 1] - starts[group]) }

  /// The indices of a group, ascending.
  package subscript(group: Int) -> Indices {
    Indices(slice: members[Int(starts[group])..<Int(starts[group + 1])], only: -1)
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
