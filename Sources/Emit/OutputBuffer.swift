/// Takes the bytes of a file, piece by piece and in their order.
package protocol OutputSink: AnyObject {
  /// Takes the next piece; the span is gone when it returns.
  func take(_ piece: borrowing Span<UInt8>)
}

/// The bytes of one file on their way out: gathered, and handed on in pieces where there is a sink.
///
/// One buffer serves a worker for all its files, so that the memory it touches stays the same and
/// stays in the core's cache: a piece is written, hashed and given to the system while it is hot.
/// Safe: `base` has `capacity` bytes, of which the first `count` are written, and only the value
/// itself knows it.
@safe package struct OutputBuffer: ~Copyable {
  /// How many bytes are gathered before they are handed on.
  package static let pieceBytes = 1 << 18

  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var sink: (any OutputSink)?
  /// How many bytes are gathered now.
  package private(set) var count = 0

  /// An empty buffer without a sink, which gathers all that it gets.
  package init() {
    capacity = Self.pieceBytes + Self.pieceBytes / 4
    unsafe base = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
  }

  deinit { unsafe base.deallocate() }

  /// Begins the next file: what was gathered is forgotten, pieces go to `sink`.
  package mutating func begin(_ sink: any OutputSink) {
    count = 0
    self.sink = sink
  }

  /// Hands on what is left and lets the sink go.
  package mutating func end() {
    handOn()
    sink = nil
  }

  /// Hands on what is gathered, if it is a piece already; called between rows.
  @inline(__always)
  mutating func handOnPieces() {
    if count >= Self.pieceBytes { handOn() }
  }

  private mutating func handOn() {
    guard let sink, count > 0 else { return }
    // Safe: so many bytes are written, and the sink reads them during the call only.
    let gathered = unsafe UnsafeBufferPointer(start: base, count: count)
    sink.take(unsafe gathered.span)
    count = 0
  }

  // MARK: - Adding bytes

  /// Adds one byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    // Safe: there is room for one byte.
    unsafe base[count] = byte
    count += 1
  }

  /// Adds the bytes of a span.
  @inline(__always)
  mutating func append(_ bytes: Span<UInt8>) {
    // Safe: the buffer is only read while the span lives.
    unsafe bytes.withUnsafeBufferPointer { unsafe append($0) }
  }

  /// Adds the bytes of an array.
  mutating func append(_ bytes: [UInt8]) { append(bytes.span) }

  /// Adds the UTF-8 of a text.
  mutating func append(_ text: String) {
    var text = text
    // Safe: the buffer is only read while the string lives.
    text.withUTF8 { unsafe append($0) }
  }

  /// Adds a word of ours.
  @inline(__always)
  mutating func append(_ word: StaticString) {
    word.withUTF8Buffer { unsafe append($0) }
  }

  /// Adds bytes; most are few, and a call of the library would cost more than the copy.
  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    let length = bytes.count
    guard let start = bytes.baseAddress else { return }
    reserve(length)
    // Safe: both sides have `length` bytes; the two loads of a pair may overlap within them.
    let source = unsafe UnsafeRawPointer(start)
    let target = unsafe UnsafeMutableRawPointer(base + count)
    switch length {
    case 8...16:
      unsafe Self.copyEnds(source, target, length, of: UInt64.self)
    case 4...7:
      unsafe Self.copyEnds(source, target, length, of: UInt32.self)
    case 2...3:
      unsafe Self.copyEnds(source, target, length, of: UInt16.self)
    case 1:
      unsafe target.storeBytes(of: start[0], as: UInt8.self)
    default:
      unsafe target.copyMemory(from: source, byteCount: length)
    }
    count += length
  }

  /// Copies the first and the last bytes of a text that is no longer than both.
  @inline(__always)
  private static func copyEnds<Word: FixedWidthInteger & BitwiseCopyable>(
    _ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer, _ length: Int, of: Word.Type
  ) {
    let rest = length - MemoryLayout<Word>.size
    // Safe: the caller has seen to it that a word fits into the length.
    let first = unsafe source.loadUnaligned(as: Word.self)
    let last = unsafe source.loadUnaligned(fromByteOffset: rest, as: Word.self)
    unsafe target.storeBytes(of: first, as: Word.self)
    unsafe target.storeBytes(of: last, toByteOffset: rest, as: Word.self)
  }

  /// Adds the first `length` of ten bytes.
  @inline(__always)
  mutating func append(_ bytes: InlineArray<10, UInt8>, count length: Int) {
    precondition(length >= 0 && length <= 10, "ten bytes were given")
    reserve(10)
    // Safe: there is room for ten bytes; what lies behind `length` is not counted.
    for place in 0..<10 { unsafe base[count + place] = bytes[place] }
    count += length
  }

  /// Adds the decimal digits of a number, with a minus sign where it is negative.
  mutating func appendDigits(_ value: Int) {
    reserve(20)
    var rest = value.magnitude
    var length = 1
    var bound: UInt = 10
    while rest >= bound {
      length += 1
      if length == 19 { break }
      bound *= 10
    }
    // Safe: a sign and the at most 19 digits of a 64-bit number fit into 20 bytes.
    if value < 0 {
      unsafe base[count] = UInt8(ascii: "-")
      count += 1
    }
    for place in (0..<length).reversed() {
      unsafe base[count + place] = UInt8(truncatingIfNeeded: rest % 10) + 0x30
      rest /= 10
    }
    count += length
  }

  /// Adds a number as 16 hexadecimal digits.
  mutating func appendHexadecimal(_ value: UInt64) {
    reserve(16)
    for place in 0..<16 {
      let nibble = UInt8(truncatingIfNeeded: value >> UInt64(60 - 4 * place)) & 0xF
      // Safe: there is room for sixteen bytes.
      unsafe base[count + place] = nibble < 10 ? 0x30 + nibble : 0x57 + nibble
    }
    count += 16
  }

  /// The buffer with more bytes in it, for files that are made in memory.
  consuming func appending(_ bytes: [UInt8]) -> OutputBuffer {
    append(bytes)
    return self
  }

  // MARK: - What is gathered

  /// A copy of what is gathered.
  package var bytes: [UInt8] {
    // Safe: so many bytes are written.
    unsafe Array(UnsafeBufferPointer(start: base, count: count))
  }

  /// A copy of what is gathered from a place on.
  func bytes(from place: Int) -> [UInt8] {
    precondition(place >= 0 && place <= count, "so much is not gathered")
    // Safe: the place is within what is written.
    return unsafe Array(UnsafeBufferPointer(start: base + place, count: count - place))
  }

  /// Puts bytes before all that is gathered.
  mutating func insertFirst(_ bytes: [UInt8]) {
    reserve(bytes.count)
    // Safe: there is room for what is gathered behind the new bytes; the copy may overlap.
    unsafe UnsafeMutableRawPointer(base + bytes.count).copyMemory(from: base, byteCount: count)
    let gathered = count
    count = 0
    append(bytes)
    count = gathered + bytes.count
  }

  /// Forgets what is gathered from a place on.
  mutating func remove(from place: Int) {
    precondition(place >= 0 && place <= count, "so much is not gathered")
    count = place
  }

  /// Puts another byte in the place of the last.
  @inline(__always)
  mutating func replaceLast(with byte: UInt8) {
    precondition(count > 0, "there is no last byte")
    // Safe: there is at least one byte.
    unsafe base[count - 1] = byte
  }

  /// Calls `body` with what is gathered from a place on.
  func withBytes<Result>(
    from place: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    precondition(place >= 0 && place <= count, "so much is not gathered")
    // Safe: the place is within what is written.
    return unsafe body(UnsafeBufferPointer(start: base + place, count: count - place))
  }

  @inline(__always)
  private mutating func reserve(_ length: Int) {
    if count + length > capacity { grow(by: length) }
  }

  @inline(never)
  private mutating func grow(by length: Int) {
    let larger = max(capacity * 2, count + length)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    // Safe: the new memory is larger than the old, and apart from it.
    unsafe moved.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = moved
    capacity = larger
  }
}
