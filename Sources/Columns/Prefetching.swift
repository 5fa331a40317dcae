// Public, as only then can what is inlined elsewhere call it.
public import CMemory

extension Span {
  /// Has the processor fetch an element that will be read soon, without waiting for it.
  ///
  /// For rows that name elements here and there in memory larger than the nearer caches. A span's,
  /// as an array would be retained for it.
  @inlinable @inline(__always)
  package func prefetch(_ index: Int) {
    precondition(index >= 0 && index < count, "there is no such element")
    unsafe withUnsafeBufferPointer { elements in
      // Safe: the address of an element, at which nothing is read.
      guard let first = elements.baseAddress else { return }
      unsafe memory_prefetch(first + index)
    }
  }
}
