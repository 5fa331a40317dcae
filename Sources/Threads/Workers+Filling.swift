/// Making one large array with all workers.
extension Workers {
  /// One array of parts of `counts` elements, several parts filled at once, each in its place.
  ///
  /// Nothing is copied, and no worker waits while another one touches fresh memory for all.
  ///
  /// - Precondition: `body` appends as many elements to the room of a part as `counts` says.
  package func fill<Element: Sendable>(
    parts counts: [Int], _ body: @Sendable (_ part: Int, _ room: inout OutputSpan<Element>) -> Void
  ) -> [Element] {
    var ends: [Int] = []
    ends.reserveCapacity(counts.count)
    for count in counts { ends.append((ends.last ?? 0) + count) }
    return unsafe [Element](unsafeUninitializedCapacity: ends.last ?? 0) {
      [ends] (buffer, filledCount) in
      // Safe: the parts do not overlap, each is worked on once, and all are done behind `map`.
      nonisolated(unsafe) let buffer = unsafe buffer
      _ = map(counts.indices) { part in
        let place = unsafe UnsafeMutableBufferPointer(
          rebasing: buffer[ends[part] - counts[part]..<ends[part]])
        var room = unsafe OutputSpan(buffer: place, initializedCount: 0)
        body(part, &room)
        precondition(room.isFull, "a part is filled")
        _ = unsafe room.finalize(for: place)
      }
      filledCount = ends.last ?? 0
    }
  }

  /// One array of `count` elements, several ranges of it filled at once, each in its place.
  ///
  /// - Precondition: `body` appends to the room as many elements as its range has indices.
  package func fill<Element: Sendable>(
    count: Int, size: Int = 1 << 15,
    _ body: @Sendable (_ range: Range<Int>, _ room: inout OutputSpan<Element>) -> Void
  ) -> [Element] {
    let starts = stride(from: 0, to: count, by: size)
    return fill(parts: starts.map { min(size, count - $0) }) { part, room in
      body(part * size..<min(count, (part + 1) * size), &room)
    }
  }
}
