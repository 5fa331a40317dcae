/// Hands the events of a sheet's part on to ``SheetPart``, which is held by its address.
@safe
final class SheetEvents: PartEvents {
  private let part: UnsafeMutablePointer<SheetPart>

  init(_ part: consuming SheetPart) {
    unsafe self.part = UnsafeMutablePointer<SheetPart>.allocate(capacity: 1)
    unsafe self.part.initialize(to: part)
  }

  deinit {
    // Safe: nothing but this object knows the address, here and wherever it is used.
    unsafe part.deinitialize(count: 1)
    unsafe part.deallocate()
  }

  /// What was made of the part.
  var content: SheetPart { unsafe part.pointee }

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
