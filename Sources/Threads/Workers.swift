import Dispatch
import Glibc

/// The one place where work is spread over cores.
package struct Workers: Sendable {
  /// How many threads work at once, at least 1.
  package let count: Int

  /// Workers for `count` threads; fewer than one is one.
  package init(count: Int) { self.count = max(1, count) }

  /// How many threads the machine runs at once, at least 1.
  package static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Calls `body` once for each index and gives the results in the order of the indices.
  ///
  /// Results never depend on which thread did what, so outputs are the same for any `count`.
  package func map<Result: Sendable>(
    _ indices: Range<Int>, _ body: @Sendable (Int) -> Result
  ) -> [Result] {
    if count == 1 || indices.count <= 1 { return indices.map(body) }
    let turns = Turns(indices)
    let collected = Collected<Result>()
    DispatchQueue.concurrentPerform(iterations: min(count, indices.count)) { _ in
      var mine: [(Int, Result)] = []
      while let index = turns.next() { mine.append((index, body(index))) }
      collected.add(mine)
    }
    return collected.inOrder()
  }

  /// Calls `body` once on each thread, with its number, and gives the results in that order.
  ///
  /// The calling thread does `first` before its own turn, while the others are at work already.
  package func onEach<Result: Sendable>(
    first: () -> Void, _ body: @Sendable (Int) -> Result
  ) -> [Result] {
    let collected = Collected<Result>()
    withoutActuallyEscaping(body) { body in
      let others = DispatchGroup()
      for number in 1..<count {
        DispatchQueue.global().async(group: others) { collected.add([(number, body(number))]) }
      }
      first()
      collected.add([(0, body(0))])
      others.wait()
    }
    return collected.inOrder()
  }

  /// Calls `body` once for each element, which it may change in place: nothing else holds it then.
  ///
  /// Gives the results in the order of the elements.
  package func map<Element: Sendable, Result: Sendable>(
    taking elements: consuming [Element], _ body: @Sendable (inout Element) -> Result
  ) -> [Result] {
    let count = elements.count
    let left = Guarded<[Element?]>(elements.map(Optional.some))
    elements = []
    return map(0..<count) { index in
      // Taken out, so that the lock is not held meanwhile and nothing else holds the element.
      guard var element = left.withLock({ $0[index].take() }) else {
        preconditionFailure("each element is taken once")
      }
      return body(&element)
    }
  }

  /// Does two things, at once where there are two workers.
  package func both<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
  ) -> (First, Second) {
    if count == 1 { return (first(), second()) }
    let results = Guarded<(First?, Second?)>((nil, nil))
    _ = map(0..<2) { index in
      if index == 0 {
        let result = first()
        results.withLock { $0.0 = result }
      } else {
        let result = second()
        results.withLock { $0.1 = result }
      }
    }
    guard case (let first?, let second?) = results.withLock({ $0 }) else {
      preconditionFailure("both were done")
    }
    return (first, second)
  }

  /// Does one thing on the calling thread and another meanwhile; one worker does it behind that.
  ///
  /// - Throws: what `mine` throws, when both are done; one worker does not begin the other then.
  package func meanwhile<Result, Failure>(
    _ other: @escaping @Sendable () -> Void, _ mine: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    if count > 1 { return try WaitingCalls.meanwhile(other, mine) }
    let result = try mine()
    other()
    return result
  }

  /// Calls `body` for ranges of at most `size` that together are `0..<count`; results in order.
  package func mapRanges<Result: Sendable>(
    of count: Int, size: Int, _ body: @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    map(0..<(count + size - 1) / size) { part in
      body(part * size..<min(count, (part + 1) * size))
    }
  }

  /// Like ``mapRanges(of:size:_:)``, for bodies whose results are lists, which become one.
  package func joinRanges<Element: Sendable>(
    of count: Int, size: Int, _ body: @Sendable (Range<Int>) -> [Element]
  ) -> [Element] {
    let parts = mapRanges(of: count, size: size, body)
    var all: [Element] = []
    all.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for part in parts { all.append(contentsOf: part) }
    return all
  }

  /// Like ``map(_:_:)``, with a state for each worker which it hands from index to index.
  ///
  /// Gives the results in the order of the indices, and the states, whose number and order depend
  /// on the workers: use them only where that cannot be seen.
  package func map<State: Sendable, Result: Sendable>(
    _ indices: Range<Int>, state make: @Sendable () -> State,
    _ body: @Sendable (Int, inout State) -> Result
  ) -> (results: [(value: Result, worker: Int)], states: [State]) {
    let turns = Turns(indices)
    let collected = Collected<(value: Result, worker: Int)>()
    let states = Guarded<[State]>([])
    DispatchQueue.concurrentPerform(iterations: max(1, min(count, indices.count))) { _ in
      var state = make()
      var mine: [(Int, Result)] = []
      while let index = turns.next() { mine.append((index, body(index, &state))) }
      let worker = states.withLock { states in
        states.append(state)
        return states.count - 1
      }
      collected.add(mine.map { ($0.0, (value: $0.1, worker: worker)) })
    }
    return (collected.inOrder(), states.withLock { $0 })
  }
}

/// What several threads bring in any order, each with its index.
private struct Collected<Value: Sendable>: ~Copyable, Sendable {
  private let values = Guarded<[(index: Int, value: Value)]>([])

  func add(_ more: [(index: Int, value: Value)]) {
    values.withLock { $0.append(contentsOf: more) }
  }

  /// All of it in the order of the indices.
  func inOrder() -> [Value] {
    values.withLock { values in
      values.sort { $0.index < $1.index }
      return values.map(\.value)
    }
  }
}
