import CMemory

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// One field of a record, as a range of the file's bytes.
@usableFromInline
package struct Field: Sendable {
  /// Offset of the first byte of the content, behind an opening quote.
  @usableFromInline package var start: Int
  /// Offset behind the last byte of the content.
  @usableFromInline package var end: Int
  /// Whether the content holds doubled quotes, of which one is to go.
  @usableFromInline package var hasDoubledQuotes: Bool

  /// Makes a field of the bytes `start..<end`.
  @inlinable
  package init(start: Int, end: Int, hasDoubledQuotes: Bool = false) {
    self.start = start
    self.end = end
    self.hasDoubledQuotes = hasDoubledQuotes
  }
}

/// Cuts delimited text into records and fields (RFC 4180 as contract section 1 reads it).
///
/// Prefers *a* reading over none: it knows no policy, and what a record's flags mean for the row is
/// decided above. Advice for whoever changes it: the rules stand again, slowly and plainly, in the
/// tests' reference scanner, and every case runs on both.
///
/// A quote opens a field only as its first character. Records end at LF, CR or CRLF outside quotes.
package struct RecordScanner: Sendable {
  /// The byte between fields.
  package let delimiter: UInt8

  /// Whether a quote may open a field; otherwise it is an ordinary character.
  package let hasQuotes: Bool

  /// Offset of the next record's first byte.
  package private(set) var position: Int

  /// Physical line of the next record's first byte, from 1.
  package private(set) var line: Int

  // The record read last.

  /// How many fields of the record are kept: all of them up to ``fieldLimit``, at least one.
  package private(set) var fieldCount = 0
  /// How many fields stand behind those: their text belongs to the last one that is kept.
  package private(set) var surplusCount = 0
  /// Offset of the record's first byte.
  package private(set) var start = 0
  /// Offset behind the record's last byte, before its line end.
  package private(set) var end = 0
  /// Physical line where the record begins, from 1.
  package private(set) var startLine = 0
  /// How many physical lines the record spans, at least 1.
  package private(set) var lineCount = 1
  /// Whether something else than a delimiter or line end stands behind a closing quote.
  package private(set) var hasMisplacedQuote = false
  /// Line of a quote that is never closed; the record then reaches to the end of the bytes.
  package private(set) var unclosedQuoteLine: Int?

  /// How many fields of a record are kept at most, far more than any file has.
  ///
  /// A field takes many times the one byte that a line of nothing but delimiters spends on it.
  package static let fieldLimit = 65_536

  /// Room for fields, of which the first ``fieldCount`` are the record's.
  private var store = [Field](repeating: Field(start: 0, end: 0), count: 64)

  /// The block of 64 bytes looked at last, and its structural bytes: delimiters, CR, LF, quotes.
  private var block = Block()

  /// A scanner that begins at `position`, which is the first byte of physical line `line`.
  package init(delimiter: UInt8, hasQuotes: Bool = true, position: Int = 0, line: Int = 1) {
    self.delimiter = delimiter
    self.hasQuotes = hasQuotes
    self.position = position
    self.line = line
  }

  /// The record's fields, in order.
  package var fields: [Field] { Array(store[..<fieldCount]) }

  /// The record's fields, in order, without a copy.
  package var fieldSpan: Span<Field> {
    @_lifetime(borrow self)
    get { store.span.extracting(0..<fieldCount) }
  }

  /// Whether the record read last is a line without any character.
  package var isBlank: Bool { end == start }

  /// Goes to `position`, the first byte of physical line `line`, be it in other bytes.
  package mutating func move(to position: Int, line: Int = 1) {
    self.position = position
    self.line = line
    block = Block()
  }

  /// Reads the next record; false at the end of the bytes.
  package mutating func next(in bytes: borrowing PaddedBytes) -> Bool {
    let count = bytes.count
    guard position < count else { return false }
    // Safe: every offset read below is less than count + 64, and the padding is 64 bytes.
    return unsafe bytes.paddedSpan.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return false }
      while unsafe !read(base, count) { store += store }
      return true
    }
  }

  /// Reads a record; false, and nothing has happened, where there is no room for its fields.
  private mutating func read(_ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    // Copies: while there is a span of the store, nothing else of the scanner can be looked at.
    let (position, delimiter, line, hasQuotes) = (position, delimiter, line, hasQuotes)
    var block = block
    var room = store.mutableSpan
    unsafe block.seek(position, base, delimiter)
    var record = Record()
    var fieldStart = position
    // Offset behind the closing quote of the field at `fieldStart`; -1 where it has none.
    var close = -1
    var stop: Int
    while true {
      stop = unsafe block.next(base, count, delimiter)
      let byte = stop < count ? unsafe base[stop] : 0x0A
      if byte == 0x22 {
        if stop != fieldStart || close >= 0 || !hasQuotes { continue }
        let field = unsafe Self.quotedField(base, count, from: stop, &record)
        guard Self.keep(field, &room, &record) else { return false }
        close = field.end + 1
        if field.end == count {
          record.unclosedLine = line + record.lines - 1
          stop = count
          break
        }
        unsafe block.seek(close, base, delimiter)
        continue
      }
      if close < 0 {
        let field = Field(start: fieldStart, end: stop)
        guard Self.keep(field, &room, &record) else { return false }
      } else {
        if stop != close { record.hasMisplacedQuote = true }
        close = -1
      }
      if byte != delimiter || stop == count { break }
      fieldStart = stop + 1
    }
    self.block = block
    finish(record, at: stop, next: unsafe Self.behindLineEnd(base, count, stop))
    return true
  }

  /// What is known of the record that is being read.
  private struct Record {
    var count = 0
    var surplus = 0
    var lines = 1
    var hasMisplacedQuote = false
    var unclosedLine: Int?
  }

  /// Puts a field behind those of the record; false where there is no room and may be more.
  @inline(__always)
  private static func keep(
    _ field: Field, _ room: inout MutableSpan<Field>, _ record: inout Record
  ) -> Bool {
    if record.count < room.count {
      room[record.count] = field
      record.count += 1
      return true
    }
    guard room.count >= fieldLimit else { return false }
    room[room.count - 1].end = field.end
    record.surplus += 1
    return true
  }

  private mutating func finish(_ record: Record, at stop: Int, next: Int) {
    fieldCount = record.count
    surplusCount = record.surplus
    start = position
    end = stop
    startLine = line
    lineCount = record.lines
    hasMisplacedQuote = record.hasMisplacedQuote
    unclosedQuoteLine = record.unclosedLine
    position = next
    if record.unclosedLine == nil { line += record.lines }
  }

  /// Offset of the first byte behind the line end at `stop`.
  private static func behindLineEnd(
    _ base: UnsafePointer<UInt8>, _ count: Int, _ stop: Int
  ) -> Int {
    guard stop < count else { return count }
    let isPair = unsafe stop + 1 < count && base[stop] == 0x0D && base[stop + 1] == 0x0A
    return stop + (isPair ? 2 : 1)
  }

  /// Reads the quoted field that opens at `open`; it ends at `count` if its quote is never closed.
  private static func quotedField(
    _ base: UnsafePointer<UInt8>, _ count: Int, from open: Int, _ record: inout Record
  ) -> Field {
    var from = open + 1
    var doubled = false
    while true {
      guard from < count, let found = unsafe memchr(base + from, 0x22, count - from) else {
        return Field(start: open + 1, end: count, hasDoubledQuotes: doubled)
      }
      let quote = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if quote + 1 < count, unsafe base[quote + 1] == 0x22 {
        doubled = true
        from = quote + 2
        continue
      }
      record.lines += unsafe lineEnds(base, open + 1, quote)
      return Field(start: open + 1, end: quote, hasDoubledQuotes: doubled)
    }
  }

  /// How many line ends there are from `from` to `to`.
  private static func lineEnds(_ base: UnsafePointer<UInt8>, _ from: Int, _ to: Int) -> Int {
    var lines = 0
    var index = from
    while index < to {
      let byte = unsafe base[index]
      if byte == 0x0A {
        lines += 1
      } else if byte == 0x0D {
        lines += 1
        if index + 1 < to, unsafe base[index + 1] == 0x0A { index += 1 }
      }
      index += 1
    }
    return lines
  }
}

/// Sixty-four bytes and which of them are structural and still ahead.
private struct Block: Sendable {
  /// Offset of the first of the bytes; none has been looked at where it is negative.
  private var start = -64
  /// Bit `n` says whether byte `n` is structural and not behind us.
  private var mask: UInt64 = 0

  /// Goes to `offset`: what is before it is behind us.
  ///
  /// - Precondition: `offset` is not before what was sought last.
  @inline(__always)
  mutating func seek(_ offset: Int, _ base: UnsafePointer<UInt8>, _ delimiter: UInt8) {
    if offset &- start >= 64 {
      start = offset & ~63
      mask = unsafe scan_structure(base + start, delimiter)
    }
    mask &= ~0 &<< UInt64(truncatingIfNeeded: offset &- start)
  }

  /// Offset of the next structural byte, which is behind us then; `count` if there is none.
  @inline(__always)
  mutating func next(
    _ base: UnsafePointer<UInt8>, _ count: Int, _ delimiter: UInt8
  ) -> Int {
    while mask == 0 {
      start &+= 64
      if start >= count { return count }
      mask = unsafe scan_structure(base + start, delimiter)
    }
    let offset = start &+ mask.trailingZeroBitCount
    mask &= mask &- 1
    return min(offset, count)
  }
}
