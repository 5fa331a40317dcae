import Synchronization

/// A value behind a lock that the thread sanitizer can see.
///
/// The sanitizer does not see the system calls by which a `Mutex` orders its holders, and takes two
/// of them for a race. It does see atomics: each holder says that it goes, the next one that it
/// comes behind. That costs a nanosecond, and every finding that is left is a real one.
package struct Guarded<Value: ~Copyable & Sendable>: ~Copyable, Sendable {
  private let value: Mutex<Value>
  private let turns = Atomic<Int>(0)

  /// Guards a value.
  package init(_ value: consuming Value) { self.value = Mutex(value) }

  /// Calls `body` while no one else has the value.
  ///
  /// - Throws: what `body` throws.
  package func withLock<Result: Sendable, Failure>(
    _ body: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try value.withLock { value throws(Failure) in
      _ = turns.load(ordering: .acquiring)
      defer { turns.wrappingAdd(1, ordering: .releasing) }
      return try body(&value)
    }
  }
}
