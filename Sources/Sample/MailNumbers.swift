import Threads

/// The numbers that tell the work addresses of namesakes apart, as in `ann.smith1`.
///
/// Counted over all employees before anything is written, for an address is given once. Two bytes
/// an employee stay in memory.
struct MailNumbers: Sendable {
  /// Of the employees by serial, then of the outsiders.
  private let numbers: [UInt16]
  /// The places of outsiders in `numbers`, by their own numbers.
  private let outsiders: [Int: Int]

  /// The number behind the name in the address of an employee; 0: none.
  subscript(serial: Int) -> Int { Int(numbers[serial]) }

  /// The same for someone on a list who is in no extract.
  ///
  /// Theirs come after those of all employees: nobody has the address of someone else.
  func number(ofOutsider number: Int) -> Int { outsiders[number].map { Int(numbers[$0]) } ?? 0 }

  /// Counts over all employees and outsiders of the plan.
  init(_ plan: SamplePlan, workers: Workers, progress: @Sendable (Int) -> Void) {
    var found = workers.map(plan.employers.indices) { employer in
      let part = Part(of: employer, plan)
      progress(part.keys.count)
      return part
    }
    var keys: [UInt32] = []
    keys.reserveCapacity(plan.employeeCount + plan.employeeCount / 200)
    for employer in found.indices {
      keys += found[employer].keys
      found[employer].keys = []
    }
    var places: [Int: Int] = [:]
    for part in found {
      for outsider in part.outsiders {
        places[outsider.number] = keys.count
        keys.append(outsider.key)
      }
    }
    outsiders = places
    numbers = Self.counted(keys, workers: workers)
  }

  /// The keys of one employer's employees, and of the outsiders in their places.
  private struct Part {
    var keys: [UInt32] = []
    var outsiders: [(number: Int, key: UInt32)] = []

    init(of employer: Int, _ plan: SamplePlan) {
      let serials = plan.serials(of: employer)
      keys.reserveCapacity(serials.count)
      for serial in serials {
        let (person, origin) = plan.employee(serial, of: employer)
        let isOwn = plan.mailbox(serial, of: employer, origin: origin).isOwn
        keys.append(MailNumbers.key(person, isOwn ? employer : nil, plan.stock))
        for list in plan.outsiderLists(at: serial) {
          let number = plan.outsiderNumber(at: serial, on: list)
          let outsider = plan.outsider(number, regionOf: employer)
          outsiders.append((number, MailNumbers.key(outsider, nil, plan.stock)))
        }
      }
    }
  }

  /// How many equal keys stand before each.
  private static func counted(_ keys: [UInt32], workers: Workers) -> [UInt16] {
    // Shards keep the table of counts small and need no lock while they count: each key belongs to
    // one shard.
    let shards = UInt32(max(8, keys.count >> 19))
    let numbers = Guarded([UInt16](repeating: 0, count: keys.count))
    _ = workers.map(0..<Int(shards)) { shard in
      var counts: [UInt32: UInt16] = [:]
      counts.reserveCapacity(keys.count / Int(shards))
      var numbered: [(place: UInt32, number: UInt16)] = []
      for (place, key) in keys.enumerated() where key % shards == UInt32(shard) {
        let count = counts[key, default: 0]
        if count > 0 { numbered.append((UInt32(place), count)) }
        counts[key] = count &+ 1
      }
      numbers.withLock { numbers in
        for one in numbered { numbers[Int(one.place)] = one.number }
      }
    }
    return numbers.withLock { $0 }
  }

  /// A hash of the address without its number.
  ///
  /// Two addresses that happen to share it are numbered together, which does no harm.
  fileprivate static func key(_ person: Person, _ domain: Int?, _ stock: NameStock) -> UInt32 {
    let hashes = stock.hashes
    var hash = SampleRandom.mixed(
      hashes[Int(person.mailFirst)] &* 3 &+ hashes[Int(person.mailLast.name)])
    if let second = person.mailLast.second {
      hash = SampleRandom.mixed(hash &+ hashes[Int(second)])
    }
    hash = SampleRandom.mixed(hash &+ UInt64(domain.map { $0 + 1 } ?? 0))
    return UInt32(truncatingIfNeeded: hash)
  }
}
