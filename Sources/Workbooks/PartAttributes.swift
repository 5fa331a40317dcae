/// The attributes of an element, while it is being told of.
///
/// Names and values are bytes that end with 0.
@safe
struct PartAttributes {
  /// Name, value, name, value, and nil at the end.
  private let list: UnsafeMutablePointer<UnsafePointer<CChar>?>

  init(_ list: UnsafeMutablePointer<UnsafePointer<CChar>?>) { unsafe self.list = unsafe list }

  /// A name and its value by their place from 0; nil behind the last.
  ///
  /// - Precondition: there is an attribute before this place, or it is the first.
  @inline(__always)
  subscript(index: Int) -> (name: UnsafePointer<UInt8>, value: UnsafePointer<UInt8>)? {
    // Safe: the list ends with nil, and names and values alternate.
    guard let name = unsafe list[2 * index], let value = unsafe list[2 * index + 1] else {
      return nil
    }
    return unsafe (
      UnsafeRawPointer(name).assumingMemoryBound(to: UInt8.self),
      UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self)
    )
  }

  /// The value of an attribute; nil where the element does not have it.
  subscript(name: StaticString) -> String? {
    var index = 0
    while let (own, value) = unsafe self[index] {
      if unsafe name.isEqual(to: own) {
        return unsafe String(decodingCString: value, as: UTF8.self)
      }
      index += 1
    }
    return nil
  }

  /// The value of an attribute with a prefix, such as `r:id`.
  subscript(prefixed local: StaticString) -> String? {
    var index = 0
    while let (own, value) = unsafe self[index] {
      var colon = 0
      while unsafe own[colon] != 0, unsafe own[colon] != UInt8(ascii: ":") { colon += 1 }
      if unsafe own[colon] != 0, unsafe local.isEqual(to: own + colon + 1) {
        return unsafe String(decodingCString: value, as: UTF8.self)
      }
      index += 1
    }
    return nil
  }

  /// The whole number that an attribute holds; nil where there is none.
  func number(_ name: StaticString) -> Int? {
    guard let text = self[name], text.utf8.count <= 18, !text.isEmpty,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }

  /// Whether an attribute says yes.
  func isTrue(_ name: StaticString) -> Bool {
    guard let text = self[name] else { return false }
    return text == "1" || text == "true"
  }
}
