import Dispatch
import Glibc
import Synchronization

/// The numbers that tell the work addresses of namesakes apart, as in `ann.smith1`.
///
/// Counted over all employees before anything is written, for an address is given once. Two bytes
/// an employee stay in memory.
struct MailNumbers: Sendable {
  /// Of the employees by serial, then of the outsiders.
  private let numbers: [UInt16]
  /// The places of outsiders in `numbers`, by their serials.
  private let outsiders: [Int: Int]

  /// The number behind the name in the address of an employee; 0: none.
  subscript(serial: Int) -> Int { Int(numbers[serial]) }

  /// The same for someone on a list who is in no extract.
  ///
  /// Theirs come after those of all employees: nobody has the address of someone else.
  func number(ofOutsider serial: Int) -> Int { outsiders[serial].map { Int(numbers[$0]) } ?? 0 }

  /// Counts over all employees and outsiders of the plan.
  init(_ plan: SamplePlan, workers: Int) {
    let found = Mutex<[(serial: Int, employer: Int)]>([])
    var keys = Self.filled(plan.employeeCount, UInt32.self) { keys in
      SampleWorkers.forEach(plan.employers.count, workers: workers) { employer in
        var outsiders: [(serial: Int, employer: Int)] = []
        for serial in plan.serials(of: employer) {
          let (person, origin) = plan.employee(serial, of: employer)
          let domain = plan.mailbox(serial, of: employer, origin: origin).domain
          keys[serial] = Self.key(person, domain, plan.stock)
          for list in plan.outsiderLists(at: serial) {
            outsiders.append((serial * 2 + list, employer))
          }
        }
        found.withLock { $0.append(contentsOf: outsiders) }
      }
    }
    let ordered = found.withLock { $0.sorted { $0.serial < $1.serial } }
    var places: [Int: Int] = [:]
    for outsider in ordered {
      places[outsider.serial] = keys.count
      let person = plan.outsider(outsider.serial, region: outsider.employer)
      keys.append(Self.key(person, nil, plan.stock))
    }
    outsiders = places
    numbers = Self.counted(keys, workers: workers)
  }

  /// How many equal keys stand before each.
  private static func counted(_ keys: [UInt32], workers: Int) -> [UInt16] {
    // Shards keep the table of counts small and need no lock: each key belongs to one shard.
    let shards = UInt32(max(8, keys.count >> 19))
    return filled(keys.count, UInt16.self) { numbers in
      SampleWorkers.forEach(Int(shards), workers: workers) { shard in
        var counts: [UInt32: UInt16] = [:]
        counts.reserveCapacity(keys.count / Int(shards))
        for (place, key) in keys.enumerated() where key % shards == UInt32(shard) {
          let count = counts[key, default: 0]
          numbers[place] = count
          counts[key] = count &+ 1
        }
      }
    }
  }

  /// A hash of the address without its number.
  ///
  /// Two addresses that happen to share it are numbered together, which does no harm.
  private static func key(_ person: Person, _ domain: Int?, _ stock: NameStock) -> UInt32 {
    let hashes = stock.hashes
    var hash = SampleRandom.mixed(
      hashes[Int(person.mailFirst)] &* 3 &+ hashes[Int(person.mailLast.name)])
    if let second = person.mailLast.second {
      hash = SampleRandom.mixed(hash &+ hashes[Int(second)])
    }
    hash = SampleRandom.mixed(hash &+ UInt64(domain.map { $0 + 1 } ?? 0))
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
