import Synchronization

/// Hands out the indices of a range, each to one thread, in ascending order.
struct Turns: ~Copyable, Sendable {
  private let following: Atomic<Int>
  private let end: Int

  init(_ indices: Range<Int>) {
    following = Atomic(indices.lowerBound)
    end = indices.upperBound
  }

  /// The next index; nil when all are handed out.
  func next() -> Int? {
    let index = following.wrappingAdd(1, ordering: .relaxed).oldValue
    return index < end ? index : nil
  }
}
