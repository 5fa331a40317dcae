import CExpat

/// What is made of one kind of XML part; to be subclassed for each.
///
/// It is told of the elements in the namespaces of spreadsheets and relationships, under whatever
/// prefix, and of the text within them. An element that ``start(_:in:_:)`` does not want is passed
/// over with all it holds, so that whoever gets an element knows what it stands in.
///
/// Advice for whoever changes it: a sheet of 50 MB has 50 million events. No allocation, no string
/// and no generic type per event; and what changes with every event is held by its address, since
/// a property of a class is guarded anew each time it is touched.
@safe
class PartEvents {
  private let open: UnsafeMutablePointer<OpenPart>
  private var hasDoctype = false
  /// What is stopped where something is wrong; set while a part is read.
  final var parser: XML_Parser?

  init() {
    unsafe open = UnsafeMutablePointer<OpenPart>.allocate(capacity: 1)
    unsafe open.initialize(to: OpenPart())
  }

  deinit {
    // Safe: nothing but this object knows the address, here and wherever it is used.
    unsafe open.deinitialize(count: 1)
    unsafe open.deallocate()
  }

  // MARK: - For subclasses

  /// Takes the start of an element; false to pass it over with all it holds.
  func start(
    _ element: PartElement, in parent: PartElement, _ attributes: PartAttributes
  ) throws(WorkbookError) -> Bool { false }

  /// Takes a piece of the text in an element that was not passed over.
  func text(
    _ piece: UnsafeBufferPointer<UInt8>, in element: PartElement
  ) throws(WorkbookError) {}

  /// Takes the end of an element that was not passed over.
  func end(_ element: PartElement) throws(WorkbookError) {}

  // MARK: - For the parser

  /// Why a part cannot be read; nil where all is well so far.
  final func failure(of entry: ZipArchive.Entry) -> WorkbookError? {
    if hasDoctype {
      return entry.error(.damaged("a part declares a document type, which no workbook does"))
    }
    if unsafe open.pointee.isTooDeep {
      return entry.error(.damaged("a part is nested too deep"))
    }
    return unsafe open.pointee.failure
  }

  final func elementStarts(_ name: UnsafePointer<UInt8>, _ attributes: PartAttributes) {
    if unsafe open.pointee.isStopped { return }
    guard let (element, parent) = unsafe open.pointee.opens(name, attributes) else {
      if unsafe open.pointee.isTooDeep { stop() }
      return
    }
    do throws(WorkbookError) {
      if try !start(element, in: parent, attributes) { unsafe open.pointee.skip() }
    } catch {
      fail(error)
    }
  }

  final func elementEnds() {
    if unsafe open.pointee.isStopped { return }
    if let element = unsafe open.pointee.innermost {
      do throws(WorkbookError) {
        try end(element)
      } catch {
        fail(error)
      }
    }
    unsafe open.pointee.closes()
  }

  final func textComes(_ piece: UnsafeBufferPointer<UInt8>) {
    if unsafe open.pointee.isStopped { return }
    guard let element = unsafe open.pointee.innermost else { return }
    do throws(WorkbookError) {
      try unsafe text(piece, in: element)
    } catch {
      fail(error)
    }
  }

  final func doctypeComes() {
    hasDoctype = true
    stop()
  }

  private func fail(_ error: WorkbookError) {
    unsafe open.pointee.fail(error)
    stop()
  }

  /// Lets the parser take no further byte.
  private func stop() { _ = unsafe XML_StopParser(parser, XML_Bool(XML_FALSE)) }
}
