import Dispatch

/// Calls that wait for the disk and need no core meanwhile.
package enum WaitingCalls {
  /// How many of them wait at once at most: the kernel flushes for several with one command to the
  /// disk, and more gain nothing.
  static let atOnce = 4

  /// Calls `body` once for each index below `count`, several at once; returns when all are done.
  package static func forEach(below count: Int, _ body: @Sendable (Int) -> Void) {
    let turns = Turns(0..<count)
    withoutActuallyEscaping({ @Sendable in
      while let index = turns.next() { body(index) }
    }) { takeTurns in
      let others = DispatchGroup()
      for number in 1..<max(1, min(atOnce, count)) {
        // A queue of its own for each, which has a thread of its own: a shared one would give no
        // more threads than there are cores.
        DispatchQueue(label: "waiting \(number)").async(group: others, execute: takeTurns)
      }
      takeTurns()
      others.wait()
    }
  }

  /// Calls `body` for each of `elements`, several at once; gives the results in their order.
  package static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ body: @Sendable (Element) -> Result
  ) -> [Result] {
    let results = Guarded<[Result?]>(Array(repeating: nil, count: elements.count))
    forEach(below: elements.count) { index in
      let result = body(elements[index])
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }

  /// Does one thing on a thread of its own, and another on the calling thread meanwhile.
  ///
  /// - Throws: what `mine` throws, when both are done.
  package static func meanwhile<Result, Failure>(
    _ other: @escaping @Sendable () -> Void, _ mine: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let group = DispatchGroup()
    DispatchQueue(label: "meanwhile").async(group: group, execute: other)
    defer { group.wait() }
    return try mine()
  }
}
