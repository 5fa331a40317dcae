import Synchronization

/// Hands out the indices of a range, each to one thread, in ascending order.
package struct Turns: ~Copyable, Sendable {
  private let following: Atomic<Int>
  private let end: Int

  /// Begins with the first index.
  package init(_ indices: Range<Int>) {
    following = Atomic(indices.lowerBound)
    end = indices.upperBound
  }

  /// The next index; nil when all are handed out.
  package func next() -> Int? {
    let index = following.wrappingAdd(1, ordering: .relaxed).oldValue
    return index < end ? index : nil
  }
}
