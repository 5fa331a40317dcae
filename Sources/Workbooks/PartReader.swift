import CExpat

/// Reads one XML part as a stream and tells ``PartEvents`` of what it holds.
///
/// Any document type declaration is refused, and with it every entity that is not XML's own.
enum PartReader {
  /// How many bytes are unpacked and parsed at a time.
  private static let pieceBytes = 1 << 16

  /// Reads a whole part.
  static func read(
    _ entry: ZipArchive.Entry, of archive: ZipArchive, into events: PartEvents
  ) throws(WorkbookError) {
    var stream = try PartStream(archive, entry)
    guard let parser = unsafe XML_ParserCreate(nil) else {
      throw entry.error(.tooLarge("no memory is left"))
    }
    defer {
      unsafe XML_ParserFree(parser)
      unsafe events.parser = nil
    }
    unsafe events.parser = parser
    // Safe: the parser does not outlive this call, through which `events` lives.
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(events).toOpaque())
    unsafe setHandlers(parser)
    var fed = 0
    while true {
      guard let space = unsafe XML_GetBuffer(parser, CInt(pieceBytes)) else {
        throw entry.error(.tooLarge("a piece of markup has no end"))
      }
      // Safe: the parser gives as many bytes as were asked for.
      let buffer = unsafe UnsafeMutableBufferPointer(
        start: space.assumingMemoryBound(to: UInt8.self), count: pieceBytes)
      let count = try unsafe stream.read(into: buffer)
      let status = unsafe XML_ParseBuffer(parser, CInt(count), count == 0 ? 1 : 0)
      if let failure = events.failure(of: entry) { throw failure }
      guard status == XML_STATUS_OK else {
        let line = unsafe XML_GetCurrentLineNumber(parser)
        let column = unsafe XML_GetCurrentColumnNumber(parser)
        throw entry.error(.damaged("a part is no XML at line \(line), column \(column)"))
      }
      if count == 0 { return }
      fed += count
      // What has begun and not ended is looked at anew with every piece that comes.
      guard unsafe fed - Int(XML_GetCurrentByteIndex(parser)) <= WorkbookLimits.markupBytes else {
        throw entry.error(.tooLarge("a piece of markup is too long"))
      }
    }
  }

  private static func setHandlers(_ parser: XML_Parser) {
    // Safe: the user data are the events, which live as long as the parser; names, values and
    // texts live through the call.
    unsafe XML_SetElementHandler(
      parser,
      { events, name, attributes in
        guard let events = unsafe events, let name = unsafe name,
          let attributes = unsafe attributes
        else { return }
        unsafe Unmanaged<PartEvents>.fromOpaque(events)._withUnsafeGuaranteedRef {
          unsafe $0.elementStarts(
            UnsafeRawPointer(name).assumingMemoryBound(to: UInt8.self), PartAttributes(attributes))
        }
      },
      { events, _ in
        guard let events = unsafe events else { return }
        unsafe Unmanaged<PartEvents>.fromOpaque(events)._withUnsafeGuaranteedRef {
          $0.elementEnds()
        }
      })
    unsafe XML_SetCharacterDataHandler(parser) { events, text, count in
      guard let events = unsafe events, let text = unsafe text else { return }
      let bytes = unsafe UnsafeBufferPointer(
        start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: Int(count))
      unsafe Unmanaged<PartEvents>.fromOpaque(events)._withUnsafeGuaranteedRef {
        unsafe $0.textComes(bytes)
      }
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { events, _, _, _, _ in
      guard let events = unsafe events else { return }
      unsafe Unmanaged<PartEvents>.fromOpaque(events)._withUnsafeGuaranteedRef { $0.doctypeComes() }
    }
  }
}
