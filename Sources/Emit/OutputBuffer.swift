import Vocabulary

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
    case 33...64:
      unsafe Self.copyEnds(source, target, length, of: SIMD32<UInt8>.self)
    case 17...32:
      unsafe Self.copyEnds(source, target, length, of: SIMD16<UInt8>.self)
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
  private static func copyEnds<Word: BitwiseCopyable>(
    _ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer, _ length: Int, of: Word.Type
  ) {
    let rest = length - MemoryLayout<Word>.size
    // Safe: the caller has seen to it that a word fits into the length.
    let first = unsafe source.loadUnaligned(as: Word.self)
    let last = unsafe source.loadUnaligned(fromByteOffset: rest, as: Word.self)
    unsafe target.storeBytes(of: first, as: Word.self)
    unsafe target.storeBytes(of: last, toByteOffset: rest, as: Word.self)
  }

  /// Adds a short text.
  @inline(__always)
  mutating func append(_ text: ShortText) {
    reserve(ShortText.capacity)
    unsafe store(text)
    count += text.count
  }

  /// Adds a short text and a byte behind it.
  @inline(__always)
  mutating func append(_ text: ShortText, then end: UInt8) {
    reserve(ShortText.capacity + 1)
    unsafe store(text)
    // Safe: there is room for the longest text and a byte.
    unsafe base[count + text.count] = end
    count += text.count + 1
  }

  /// Stores both words of a short text, whatever its length; what lies behind is not counted.
  ///
  /// - Precondition: there is room for sixteen bytes.
  @unsafe @inline(__always)
  private func store(_ text: ShortText) {
    let target = unsafe UnsafeMutableRawPointer(base + count)
    unsafe target.storeBytes(of: text.low.littleEndian, as: UInt64.self)
    unsafe target.storeBytes(of: text.high.littleEndian, toByteOffset: 8, as: UInt64.self)
  }

  /// Adds a text that lies among others, sixteen bytes at a time.
  ///
  /// - Precondition: there are sixteen bytes more behind the text, whatever they are.
  @inline(__always)
  mutating func append(padded texts: Span<UInt8>, from start: Int, to end: Int) {
    precondition(start >= 0 && start <= end && end + 16 <= texts.count, "texts are padded")
    reserve(end - start + 16)
    let source = unsafe texts.bytes
    let target = unsafe UnsafeMutableRawPointer(base + count)
    var offset = 0
    repeat {
      // Safe: less than sixteen bytes behind the text are read and written; both have them.
      let block = unsafe source.unsafeLoadUnaligned(
        fromByteOffset: start + offset, as: SIMD16<UInt8>.self)
      unsafe target.storeBytes(of: block, toByteOffset: offset, as: SIMD16<UInt8>.self)
      offset += 16
    } while offset < end - start
    count += end - start
  }

  /// Adds a text and a byte behind it, unless `finds` is not 0 for some eight bytes of the text.
  ///
  /// Copies and looks in one go. The words cover the text, some bytes twice; those of a text that
  /// is shorter have digits besides.
  ///
  /// - Returns: whether it was added.
  @inline(__always)
  mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, then end: UInt8, unless finds: (UInt64) -> UInt64
  ) -> Bool {
    let length = text.count
    reserve(length + 1)
    let target = unsafe UnsafeMutableRawPointer(base + count)
    var found: UInt64 = 0
    if let start = text.baseAddress, length > 0 {
      // Safe: all that is read lies within the text, all that is written within its room.
      let source = unsafe UnsafeRawPointer(start)
      if length >= 8 {
        let last = length - 8
        var offset = 0
        while offset < last {
          let word = unsafe source.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
          unsafe target.storeBytes(of: word, toByteOffset: offset, as: UInt64.self)
          found |= finds(word)
          offset += 8
        }
        let word = unsafe source.loadUnaligned(fromByteOffset: last, as: UInt64.self)
        unsafe target.storeBytes(of: word, toByteOffset: last, as: UInt64.self)
        found |= finds(word)
      } else if length >= 4 {
        let first = unsafe source.loadUnaligned(as: UInt32.self)
        let last = unsafe source.loadUnaligned(fromByteOffset: length - 4, as: UInt32.self)
        unsafe target.storeBytes(of: first, as: UInt32.self)
        unsafe target.storeBytes(of: last, toByteOffset: length - 4, as: UInt32.self)
        found = finds(UInt64(first) | UInt64(last) << 32)
      } else {
        var word: UInt64 = 0x3030_3030_3030_3030
        for place in 0..<length {
          let byte = unsafe start[place]
          unsafe base[count + place] = byte
          word = word << 8 | UInt64(byte)
        }
        found = finds(word)
      }
    }
    if found != 0 { return false }
    // Safe: there is room for the text and a byte.
    unsafe base[count + length] = end
    count += length + 1
    return true
  }

  /// Adds the decimal digits of a number, with a minus sign where it is negative.
  @inline(__always)
  mutating func appendDigits(_ value: Int) {
    guard value >= 0, value < 100_000_000 else { return appendManyDigits(value) }
    reserve(8)
    let digits = DecimalDigits.eight(UInt32(value))
    // The leading zeros, but for the last digit of 0.
    let zeros = min(7, (digits ^ 0x3030_3030_3030_3030).trailingZeroBitCount / 8)
    // Safe: there is room for eight bytes.
    unsafe UnsafeMutableRawPointer(base + count).storeBytes(
      of: (digits >> UInt64(8 * zeros)).littleEndian, as: UInt64.self)
    count += 8 - zeros
  }

  private mutating func appendManyDigits(_ value: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    let (high, low) = value.magnitude.quotientAndRemainder(dividingBy: 100_000_000)
    if high == 0 { return appendDigits(Int(low)) }
    appendDigits(Int(high))
    append(ShortText(low: DecimalDigits.eight(UInt32(low)), high: 0, count: 8))
  }

  /// Adds a number as 16 hexadecimal digits.
  mutating func appendHexadecimal(_ value: UInt64) {
    append(
      ShortText(
        low: Self.hexadecimal(UInt32(truncatingIfNeeded: value >> 32)),
        high: Self.hexadecimal(UInt32(truncatingIfNeeded: value)), count: 16))
  }

  /// The eight hexadecimal digits of a number in ASCII, the first in the lowest byte.
  private static func hexadecimal(_ value: UInt32) -> UInt64 {
    // One digit a byte, the last one lowest.
    var digits = UInt64(value)
    digits = (digits | digits << 16) & 0x0000_FFFF_0000_FFFF
    digits = (digits | digits << 8) & 0x00FF_00FF_00FF_00FF
    digits = (digits | digits << 4) & 0x0F0F_0F0F_0F0F_0F0F
    // 1 in each byte of a digit above nine: six more carries into the next half.
    let letters = ((digits &+ 0x0606_0606_0606_0606) >> 4) & 0x0101_0101_0101_0101
    return (digits &+ 0x3030_3030_3030_3030 &+ letters &* 0x27).byteSwapped
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
  ///
  /// - Precondition: nothing of the file was handed on.
  mutating func insertFirst(_ bytes: [UInt8]) {
    // The sink can have them first; only in memory all the rest must make way.
    if let sink { return sink.take(bytes.span) }
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

  /// Takes out again what is gathered from a place on, at most sixteen bytes.
  mutating func takeShort(from place: Int) -> ShortText {
    precondition(place >= 0 && place <= count, "so much is not gathered")
    let length = count - place
    append(ShortText(low: 0, high: 0, count: ShortText.capacity))
    count = place
    // Safe: sixteen bytes are written behind the place, the last of them just now.
    let taken = unsafe UnsafeRawPointer(base + place)
    return ShortText(
      low: unsafe taken.loadUnaligned(as: UInt64.self).littleEndian,
      high: unsafe taken.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian,
      count: length)
  }

  /// Puts the two bytes of a line end in the place of the last byte.
  @inline(__always)
  mutating func replaceLastWithLineEnd() {
    precondition(count > 0, "there is no last byte")
    reserve(1)
    // Safe: there is at least one byte, and room for another.
    unsafe base[count - 1] = 0x0D
    unsafe base[count] = 0x0A
    count += 1
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
