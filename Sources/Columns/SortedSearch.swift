extension RandomAccessCollection where Index == Int {
  /// The place of the first element at which `isReached` holds, else the end; O(log n).
  ///
  /// - Precondition: it holds for all elements behind one for which it holds.
  @inlinable
  package func firstPlace(where isReached: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isReached(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
