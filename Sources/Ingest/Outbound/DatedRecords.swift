import Columns
import Vocabulary

/// Records by key, each for a time of its own, as files add, replace and delete them in order.
///
/// A record replaces the one with its key and start: so a changed end takes effect. Where two
/// records of a key overlap, the one that came later counts. Records of undated kinds all begin at
/// the same time, so the last one of a key is the only one.
///
/// Kept as a log of what the files say, in columns, and decided once at the end: a hostile series
/// cannot make that slower than sorting it.
struct DatedRecords: Sendable {
  /// What a record does to those before it.
  enum Effect: UInt8, Sendable {
    /// It is there from now on, in place of the one with its key and start.
    case stands
    /// The record with its key and start is gone.
    case removes
    /// All records with its key are gone.
    case removesAll
  }

  /// The keys, which are texts.
  private(set) var keys = TextDictionary()
  private var codes: [TextCode] = []
  private var starts: [CalendarDay] = []
  private var ends: [CalendarDay] = []
  private var effects: [Effect] = []
  /// Where each record stands.
  private(set) var places: [OutboundPlace] = []

  /// How many records there are.
  var count: Int { codes.count }

  /// The key of a record.
  func key(_ record: Int) -> TextCode { codes[record] }

  /// When a record's time is over; missing where it is open.
  func end(_ record: Int) -> CalendarDay { ends[record] }

  /// Adds a record; missing days are open.
  mutating func append(
    _ key: Span<UInt8>, from start: CalendarDay, to end: CalendarDay, _ effect: Effect,
    at place: OutboundPlace
  ) {
    codes.append(keys.code(of: key))
    starts.append(start)
    ends.append(end)
    effects.append(effect)
    places.append(place)
  }

  /// What counts at a date, by key.
  struct Standing: Sendable {
    /// By the key's code: the record that counts, or ``none`` or ``future``.
    fileprivate(set) var records: [Int32]

    static let none: Int32 = -1
    /// There are records of the key, and all of them begin later.
    static let future: Int32 = -2

    /// The record that counts; nil if there is none, or none yet.
    func record(_ key: TextCode) -> Int? {
      let record = records[Int(key.raw)]
      return record >= 0 ? Int(record) : nil
    }

    /// Whether all records of the key begin later.
    func isFuture(_ key: TextCode) -> Bool { records[Int(key.raw)] == Self.future }

    /// The records that count, by key.
    var all: [Int] { records.lazy.filter { $0 >= 0 }.map { Int($0) } }
  }

  /// The record of each key whose time holds `day`, else the one that began last.
  func standing(on day: CalendarDay) -> Standing {
    var result = Standing(records: [Int32](repeating: Standing.none, count: keys.count))
    let rows = survivors()
    var place = 0
    while place < rows.count {
      // Of records with one key and start, the last one says what became of them.
      var last = place
      while last + 1 < rows.count, rows[last + 1].key == rows[place].key { last += 1 }
      place = last + 1
      let record = Int(rows[last].offset)
      guard effects[record] == .stands else { continue }
      let code = Int(codes[record].raw)
      guard starts[record] <= day else {
        if result.records[code] == Standing.none { result.records[code] = Standing.future }
        continue
      }
      let before = result.records[code]
      let wins: Bool
      if before < 0 {
        wins = true
      } else if holds(record, day) {
        wins = !holds(Int(before), day) || before < record
      } else {
        wins = !holds(Int(before), day)  // it began later than the one before
      }
      if wins { result.records[code] = Int32(record) }
    }
    return result
  }

  /// Whether a record that has begun is not over.
  private func holds(_ record: Int, _ day: CalendarDay) -> Bool {
    ends[record].isMissing || ends[record] >= day
  }

  /// The records that no later one removed by key alone, by key, start and order.
  private func survivors() -> [KeyedRow] {
    var removals = [Int32](repeating: -1, count: keys.count)
    for record in codes.indices where effects[record] == .removesAll {
      removals[Int(codes[record].raw)] = Int32(record)
    }
    var rows: [KeyedRow] = []
    rows.reserveCapacity(codes.count)
    for record in codes.indices
    where effects[record] != .removesAll && record > removals[Int(codes[record].raw)] {
      let start = UInt32(bitPattern: starts[record].raw) ^ 0x8000_0000
      rows.append(
        KeyedRow(
          key: UInt64(codes[record].raw) << 32 | UInt64(start), batch: 0, offset: UInt32(record)))
    }
    RadixSort.sort(&rows)
    return rows
  }
}

/// Where a record of a series stands: which of its files, at which byte, in which line.
struct OutboundPlace: Sendable {
  private let packed: UInt64
  /// The physical line, from 1.
  let line: UInt32

  private static let offsetBits: UInt64 = 40

  /// A place in the file with index `file` of its series.
  init(file: Int, offset: Int, line: Int) {
    packed = UInt64(file) << Self.offsetBits | UInt64(offset)
    self.line = UInt32(clamping: line)
  }

  /// Index of the file in its series.
  var file: Int { Int(packed >> Self.offsetBits) }

  /// Offset of the record's first byte: see ``OutboundFile``.
  var offset: Int { Int(packed & (1 << Self.offsetBits - 1)) }
}
