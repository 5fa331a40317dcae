/// Reads the part of texts that cells share.
struct SharedTextPart {
  /// The texts.
  private(set) var arena: TextArena
  /// Whether the part is a table of texts at all.
  private(set) var isTable = false
  private var runStart = 0

  init(fileCount: Int) { arena = TextArena(fileCount: fileCount) }

  mutating func start(
    _ element: PartElement, in parent: PartElement, _ attributes: PartAttributes
  ) throws(WorkbookError) -> Bool {
    switch (element, parent) {
    case (.sharedTexts, .document):
      isTable = true
      return true
    case (.sharedText, .sharedTexts), (.run, .sharedText): return true
    case (.text, .sharedText), (.text, .run):
      runStart = arena.bytes.count
      return true
    default: return false
    }
  }

  mutating func text(
    _ piece: UnsafeBufferPointer<UInt8>, in element: PartElement
  ) throws(WorkbookError) {
    guard element == .text else { return }
    unsafe arena.bytes.append(contentsOf: piece)
    if arena.isOver(with: 0) { throw TextArena.tooLarge() }
  }

  mutating func end(_ element: PartElement) throws(WorkbookError) {
    if element == .text {
      EscapedText.decode(&arena.bytes, from: runStart)
    } else if element == .sharedText {
      _ = arena.endText()
      if arena.isOver(with: 0) { throw TextArena.tooLarge() }
    }
  }
}

/// Hands the events of the part of shared texts on to ``SharedTextPart``, which is held by its
/// address.
@safe
final class SharedTextEvents: PartEvents {
  private let part: UnsafeMutablePointer<SharedTextPart>

  init(_ part: consuming SharedTextPart) {
    unsafe self.part = UnsafeMutablePointer<SharedTextPart>.allocate(capacity: 1)
    unsafe self.part.initialize(to: part)
  }

  deinit {
    // Safe: nothing but this object knows the address, here and wherever it is used.
    unsafe part.deinitialize(count: 1)
    unsafe part.deallocate()
  }

  /// What was made of the part.
  var content: SharedTextPart { unsafe part.pointee }

  override func start(
    _ element: PartElement, in parent: PartElement, _ attributes: PartAttributes
  ) throws(WorkbookError) -> Bool {
    try unsafe part.pointee.start(element, in: parent, attributes)
  }

  override func text(
    _ piece: UnsafeBufferPointer<UInt8>, in element: PartElement
  ) throws(WorkbookError) {
    try unsafe part.pointee.text(piece, in: element)
  }

  override func end(_ element: PartElement) throws(WorkbookError) {
    try unsafe part.pointee.end(element)
  }
}
