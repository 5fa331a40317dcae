#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// One field of a record, as a range of the file's bytes.
package struct Field: Sendable {
  /// Offset of the first byte of the content, behind an opening quote.
  package var start: Int
  /// Offset behind the last byte of the content.
  package var end: Int
  /// Whether the content holds doubled quotes, of which one is to go.
  package var hasDoubledQuotes: Bool

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

  /// The fields, in order; at least one.
  package private(set) var fields: [Field] = []
  /// Offset of the record's first byte.
  package private(set) var start = 0
  /// Offset behind the record's last byte, before its line end.
  package private(set) var end = 0
  /// Physical line where the record begins, from 1.
  package private(set) var startLine = 0
  /// Whether something else than a delimiter or line end stands behind a closing quote.
  package private(set) var hasMisplacedQuote = false
  /// Line of a quote that is never closed; the record then reaches to the end of the bytes.
  package private(set) var unclosedQuoteLine: Int?

  // The block of 64 bytes looked at last: its offset and the structural bytes still ahead in it.
  private var blockStart = -64
  private var blockMask: UInt64 = 0

  /// A scanner that begins at `position`, which is the first byte of physical line `line`.
  package init(delimiter: UInt8, hasQuotes: Bool = true, position: Int = 0, line: Int = 1) {
    self.delimiter = delimiter
    self.hasQuotes = hasQuotes
    self.position = position
    self.line = line
    fields.reserveCapacity(64)
  }

  /// How many physical lines the record read last spans, at least 1.
  package private(set) var lineCount = 1

  /// Whether the record read last is a line without any character.
  package var isBlank: Bool { end == start }

  /// Goes to `position`, the first byte of physical line `line`, be it in other bytes.
  package mutating func move(to position: Int, line: Int = 1) {
    self.position = position
    self.line = line
    blockStart = -64
    blockMask = 0
  }

  /// Reads the next record; false at the end of the bytes.
  package mutating func next(in bytes: borrowing PaddedBytes) -> Bool {
    let count = bytes.count
    guard position < count else { return false }
    // Safe: every offset read below is less than count + 64, and the padding is 64 bytes.
    return unsafe bytes.paddedSpan.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return false }
      unsafe read(base, count)
      return true
    }
  }

  private mutating func read(_ base: UnsafePointer<UInt8>, _ count: Int) {
    fields.removeAll(keepingCapacity: true)
    hasMisplacedQuote = false
    unclosedQuoteLine = nil
    start = position
    startLine = line
    lineCount = 1
    var fieldStart = position
    while true {
      var from = fieldStart
      if hasQuotes, fieldStart < count, unsafe base[fieldStart] == 0x22 {
        guard let close = unsafe quotedField(base, count, from: fieldStart) else {
          end = count
          position = count
          return
        }
        from = close
      }
      let stop = unsafe nextStructural(base, count, from: from)
      if from == fieldStart {
        fields.append(Field(start: fieldStart, end: stop, hasDoubledQuotes: false))
      } else if stop != from {
        hasMisplacedQuote = true
      }
      if stop < count, unsafe base[stop] == delimiter {
        fieldStart = stop + 1
        continue
      }
      end = stop
      position = min(stop + 1, count)
      if stop + 1 < count, unsafe base[stop] == 0x0D, unsafe base[stop + 1] == 0x0A {
        position = stop + 2
      }
      line += lineCount
      return
    }
  }

  /// Reads a quoted field and gives the offset behind its closing quote; nil if there is none.
  private mutating func quotedField(
    _ base: UnsafePointer<UInt8>, _ count: Int, from open: Int
  ) -> Int? {
    var from = open + 1
    var doubled = false
    while true {
      guard from < count, let found = unsafe memchr(base + from, 0x22, count - from) else {
        unclosedQuoteLine = line + lineCount - 1
        fields.append(Field(start: open + 1, end: count, hasDoubledQuotes: doubled))
        return nil
      }
      let quote = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if quote + 1 < count, unsafe base[quote + 1] == 0x22 {
        doubled = true
        from = quote + 2
        continue
      }
      unsafe countLineEnds(base, open + 1, quote)
      fields.append(Field(start: open + 1, end: quote, hasDoubledQuotes: doubled))
      return quote + 1
    }
  }

  private mutating func countLineEnds(_ base: UnsafePointer<UInt8>, _ from: Int, _ to: Int) {
    var index = from
    while index < to {
      let byte = unsafe base[index]
      if byte == 0x0A {
        lineCount += 1
      } else if byte == 0x0D {
        lineCount += 1
        if index + 1 < to, unsafe base[index + 1] == 0x0A { index += 1 }
      }
      index += 1
    }
  }

  /// Offset of the first delimiter, CR or LF at or behind `from`; `count` if there is none.
  private mutating func nextStructural(
    _ base: UnsafePointer<UInt8>, _ count: Int, from: Int
  ) -> Int {
    if from >= blockStart + 64 || from < blockStart {
      if from >= count { return count }
      blockStart = from & ~63
      blockMask = unsafe structuralMask(UnsafeRawPointer(base + blockStart))
    }
    var mask = blockMask & (~0 << UInt64(from - blockStart))
    while mask == 0 {
      blockStart += 64
      if blockStart >= count {
        blockStart = -64
        return count
      }
      mask = unsafe structuralMask(UnsafeRawPointer(base + blockStart))
      blockMask = mask
    }
    return min(blockStart + mask.trailingZeroBitCount, count)
  }

  /// Bit `n` says whether byte `n` of the 64 bytes at `block` is a delimiter, CR or LF.
  ///
  /// Eight bytes at a time in an integer: the compiler makes loops of `SIMD16` comparisons, which
  /// took five times as long.
  @inline(__always)
  private func structuralMask(_ block: UnsafeRawPointer) -> UInt64 {
    let delimiters = UInt64(delimiter) &* Self.lowBits
    var result: UInt64 = 0
    for word in 0..<8 {
      let bytes = unsafe block.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)
      let found =
        Self.zeroBytes(bytes ^ delimiters) | Self.zeroBytes(bytes ^ Self.lineFeeds)
        | Self.zeroBytes(bytes ^ Self.carriageReturns)
      // The multiplication gathers the high bits of eight bytes in the top byte.
      let gathered = ((found >> 7) &* 0x0102_0408_1020_4080) >> 56
      result |= gathered << UInt64(word * 8)
    }
    return result
  }

  /// The high bit of each byte that is zero, and nothing else.
  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    let sevenBits = lowBits &* 0x7F
    return ~(((word & sevenBits) &+ sevenBits) | word | sevenBits)
  }

  private static let lowBits: UInt64 = 0x0101_0101_0101_0101
  private static let lineFeeds: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
  private static let carriageReturns: UInt64 = 0x0D0D_0D0D_0D0D_0D0D
}
