import CExpat

/// Reads one XML part as a stream and hands its elements on; to be subclassed for each kind of
/// part.
///
/// What the subclasses are told: elements of the namespaces of spreadsheets and relationships,
/// under whatever prefix, and text within them. An element that ``start(_:in:_:)`` does not want
/// is passed over with all it holds, so that whoever gets an element knows what it stands in. Any
/// document type declaration is refused, and with it every entity that is not XML's own.
///
/// Advice for whoever changes it: a sheet of 50 MB has 50 million events. No allocation, no string
/// and no closure per event, here and in the subclasses.
@safe
class PartReader {
  /// Why reading has to stop; the first counts.
  private(set) var failure: WorkbookError?
  /// The name of the part, for messages.
  let place: String

  private var parser: XML_Parser?
  /// The elements that are open, as many as ``depth`` says.
  private var open: [PartElement]
  private var depth = 0
  /// How many elements are open within one that is passed over, itself too; 0 = none is.
  private var skipped = 0

  /// A prefix that a document binds to a namespace, as long as the element is open that says so.
  private struct Binding {
    let depth: Int
    let prefix: [UInt8]
    let isKnown: Bool
  }
  private var bindings: [Binding] = []
  private var isDefaultKnown = false

  /// The namespaces whose elements are told of.
  private static let namespaces: [StaticString] = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/relationships",
  ]

  /// How many bytes are unpacked and parsed at a time.
  private static let pieceBytes = 1 << 16

  init(part: String) {
    place = "part \(part)"
    open = [PartElement](repeating: .other, count: WorkbookLimits.depth + 1)
    open[0] = .document
  }

  // MARK: - For subclasses

  /// Takes the start of an element; false to pass it over with all it holds.
  func start(_ element: PartElement, in parent: PartElement, _ attributes: PartAttributes) -> Bool {
    false
  }

  /// Takes the end of an element that was not passed over.
  func end(_ element: PartElement) {}

  /// Takes a piece of the text in an element that was not passed over.
  func text(_ piece: UnsafeBufferPointer<UInt8>, in element: PartElement) {}

  /// Ends reading with an error.
  final func fail(_ error: WorkbookError) {
    if failure == nil {
      failure = error
      _ = unsafe XML_StopParser(parser, XML_Bool(XML_FALSE))
    }
  }

  // MARK: - Reading

  /// Reads a whole part.
  final func read(_ stream: consuming PartStream) throws(WorkbookError) {
    guard let parser = unsafe XML_ParserCreate(nil) else {
      throw WorkbookError(.tooLarge("no memory is left"), at: place)
    }
    unsafe self.parser = parser
    defer {
      unsafe XML_ParserFree(parser)
      unsafe self.parser = nil
    }
    // Safe: the parser does not outlive this call, through which `self` lives.
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe setHandlers(parser)
    var fed = 0
    while true {
      guard let space = unsafe XML_GetBuffer(parser, CInt(Self.pieceBytes)) else {
        throw WorkbookError(.tooLarge("a piece of markup has no end"), at: place)
      }
      // Safe: the parser gives as many bytes as were asked for.
      let buffer = unsafe UnsafeMutableBufferPointer(
        start: space.assumingMemoryBound(to: UInt8.self), count: Self.pieceBytes)
      let count = try unsafe stream.read(into: buffer)
      let status = unsafe XML_ParseBuffer(parser, CInt(count), count == 0 ? 1 : 0)
      if let failure { throw failure }
      guard status == XML_STATUS_OK else { throw unsafe syntaxError(parser) }
      if count == 0 { return }
      fed += count
      let pending = unsafe fed - Int(XML_GetCurrentByteIndex(parser))
      guard pending <= WorkbookLimits.markupBytes else {
        throw WorkbookError(.tooLarge("a piece of markup is too long"), at: place)
      }
    }
  }

  private func syntaxError(_ parser: XML_Parser) -> WorkbookError {
    let line = unsafe XML_GetCurrentLineNumber(parser)
    let column = unsafe XML_GetCurrentColumnNumber(parser)
    return WorkbookError(
      .damaged("a part is no XML at line \(line), column \(column)"), at: place)
  }

  private func setHandlers(_ parser: XML_Parser) {
    // Safe: the user data is the reader, which lives as long as the parser; names, values and
    // texts live through the call.
    unsafe XML_SetElementHandler(
      parser,
      { reader, name, attributes in
        guard let reader = unsafe reader, let name = unsafe name,
          let attributes = unsafe attributes
        else { return }
        unsafe Unmanaged<PartReader>.fromOpaque(reader)._withUnsafeGuaranteedRef {
          unsafe $0.elementStarts(name, attributes)
        }
      },
      { reader, _ in
        guard let reader = unsafe reader else { return }
        unsafe Unmanaged<PartReader>.fromOpaque(reader)._withUnsafeGuaranteedRef {
          $0.elementEnds()
        }
      })
    unsafe XML_SetCharacterDataHandler(parser) { reader, text, count in
      guard let reader = unsafe reader, let text = unsafe text else { return }
      unsafe Unmanaged<PartReader>.fromOpaque(reader)._withUnsafeGuaranteedRef {
        unsafe $0.textComes(text, Int(count))
      }
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { reader, _, _, _, _ in
      guard let reader = unsafe reader else { return }
      let found = unsafe Unmanaged<PartReader>.fromOpaque(reader).takeUnretainedValue()
      found.fail(
        WorkbookError(
          .damaged("a part declares a document type, which no workbook does"), at: found.place))
    }
  }

  // MARK: - Events

  private func elementStarts(
    _ name: UnsafePointer<XML_Char>,
    _ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>
  ) {
    if failure != nil { return }
    if skipped > 0 {
      skipped += 1
      if skipped > WorkbookLimits.depth { failDeep() }
      return
    }
    guard depth < WorkbookLimits.depth else { return failDeep() }
    let attributes = unsafe PartAttributes(list)
    bind(attributes)
    let element = unsafe element(UnsafeRawPointer(name).assumingMemoryBound(to: UInt8.self))
    let parent = open[depth]
    depth += 1
    open[depth] = element
    if element == .other || !start(element, in: parent, attributes) {
      skipped = 1
    }
  }

  private func elementEnds() {
    if failure != nil { return }
    if skipped > 0 {
      skipped -= 1
      if skipped > 0 { return }
    } else {
      end(open[depth])
    }
    if let last = bindings.last, last.depth == depth { unbind() }
    depth -= 1
  }

  private func textComes(_ text: UnsafePointer<XML_Char>, _ count: Int) {
    if skipped > 0 || failure != nil { return }
    let bytes = unsafe UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
    unsafe self.text(UnsafeBufferPointer(start: bytes, count: count), in: open[depth])
  }

  private func failDeep() {
    fail(WorkbookError(.damaged("a part is nested too deep"), at: place))
  }

  // MARK: - Namespaces

  /// What an element is; `other` where its namespace is none of ours.
  private func element(_ name: UnsafePointer<UInt8>) -> PartElement {
    var colon = 0
    // Safe: names end with 0.
    while unsafe name[colon] != 0, unsafe name[colon] != UInt8(ascii: ":") { colon += 1 }
    if unsafe name[colon] == 0 { return isDefaultKnown ? unsafe PartElement(name: name) : .other }
    let prefix = unsafe UnsafeBufferPointer(start: name, count: colon)
    let binding = bindings.last { unsafe $0.prefix.elementsEqual(prefix) }
    guard let binding, binding.isKnown else { return .other }
    return unsafe PartElement(name: name + colon + 1)
  }

  /// Takes the namespaces that an element declares, itself included.
  private func bind(_ attributes: PartAttributes) {
    unsafe attributes.forEach { name, value in
      guard unsafe name[0] == UInt8(ascii: "x"), unsafe name[1] == UInt8(ascii: "m"),
        unsafe name[2] == UInt8(ascii: "l"), unsafe name[3] == UInt8(ascii: "n"),
        unsafe name[4] == UInt8(ascii: "s")
      else { return }
      let next = unsafe name[5]
      let isDefault = next == 0
      guard isDefault || next == UInt8(ascii: ":") else { return }
      var prefix: [UInt8] = []
      var index = 6
      while !isDefault, unsafe name[index] != 0 {
        unsafe prefix.append(name[index])
        index += 1
      }
      let isKnown = Self.namespaces.contains { unsafe $0.isEqual(to: value) }
      bindings.append(Binding(depth: depth + 1, prefix: prefix, isKnown: isKnown))
      if isDefault { isDefaultKnown = isKnown }
    }
  }

  private func unbind() {
    while let last = bindings.last, last.depth == depth { bindings.removeLast() }
    isDefaultKnown = bindings.last { $0.prefix.isEmpty }?.isKnown ?? false
  }
}
