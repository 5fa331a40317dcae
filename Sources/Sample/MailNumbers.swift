import Dispatch
import Glibc
import Synchronization

/// The numbers that tell the work addresses of namesakes apart: `ann.smith`, `ann.smith1`, …
///
/// Counted over all employees before anything is written, for an address is given once. Two bytes
/// an employee stay in memory.
struct MailNumbers: Sendable {
  private let numbers: [UInt16]

  /// The number behind the name in the address of a serial; 0: none.
  subscript(serial: Int) -> Int { Int(numbers[serial]) }

  /// Counts over all employees of the plan.
  init(_ plan: SamplePlan, workers: Int) {
    let keys = Self.filled(plan.employeeCount, UInt32.self) { keys in
      SampleWorkers.forEach(plan.employers.count, workers: workers) { employer in
        for serial in plan.serials(of: employer) {
          keys[serial] = Self.key(of: serial, employer, plan)
        }
      }
    }
    // Shards keep the table of counts small and need no lock: each key belongs to one shard.
    let shards = max(8, plan.employeeCount >> 19)
    numbers = Self.filled(plan.employeeCount, UInt16.self) { numbers in
      SampleWorkers.forEach(shards, workers: workers) { shard in
        var counts: [UInt32: UInt16] = [:]
        counts.reserveCapacity(plan.employeeCount / shards)
        for serial in keys.indices where Int(keys[serial]) % shards == shard {
          let count = counts[keys[serial], default: 0]
          numbers[serial] = count
          counts[keys[serial]] = count &+ 1
        }
      }
    }
  }

  /// A hash of the address without its number. Two addresses that happen to share it are numbered
  /// together, which does no harm.
  private static func key(of serial: Int, _ employer: Int, _ plan: SamplePlan) -> UInt32 {
    let (person, origin) = plan.employee(serial, of: employer)
    let mailbox = plan.mailbox(serial, of: employer, origin: origin)
    let hashes = plan.stock.hashes
    var hash = hashes[Int(person.mailFirst)] &* 3
    hash = SampleRandom.mixed(hash &+ hashes[Int(person.mailLast.name)])
    if let second = person.mailLast.second {
      hash = SampleRandom.mixed(hash &+ hashes[Int(second)])
    }
    hash = SampleRandom.mixed(hash &+ UInt64(mailbox.domain.map { $0 + 1 } ?? 0))
    return UInt32(truncatingIfNeeded: hash)
  }

  /// An array whose elements workers fill; each element is written by one of them only.
  private static func filled<Element: FixedWidthInteger & Sendable>(
    _ count: Int, _ type: Element.Type,
    _ fill: (SharedElements<Element>) -> Void
  ) -> [Element] {
    var elements = [Element](repeating: 0, count: count)
    // Safe: the closure's workers are done before the buffer ends, and write apart.
    unsafe elements.withUnsafeMutableBufferPointer { buffer in
      unsafe fill(SharedElements(buffer))
    }
    return elements
  }
}

/// A buffer that several workers write to, each its own elements.
///
/// Safe as it is used here: the buffer outlives the workers, every index is checked, and no element
/// is written by two workers or read while one writes.
@safe private struct SharedElements<Element: Sendable>: @unchecked Sendable {
  private let buffer: UnsafeMutableBufferPointer<Element>
  private let count: Int

  init(_ buffer: UnsafeMutableBufferPointer<Element>) {
    unsafe self.buffer = buffer
    count = buffer.count
  }

  subscript(index: Int) -> Element {
    get {
      precondition(index >= 0 && index < count)
      return unsafe buffer[index]
    }
    nonmutating set {
      precondition(index >= 0 && index < count)
      unsafe buffer[index] = newValue
    }
  }
}

/// Spreads work over threads.
enum SampleWorkers {
  /// Calls `body` once for each index below `count`, on so many threads.
  static func forEach(_ count: Int, workers: Int, _ body: @Sendable (Int) -> Void) {
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(workers, count))) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        body(index)
      }
    }
  }
}
