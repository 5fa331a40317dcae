/// The elements of a part that are open while it is read, and which of them are passed over.
struct OpenPart {
  /// Why reading has to stop; the first counts.
  private(set) var failure: WorkbookError?
  /// Whether there is a failure.
  private(set) var isStopped = false
  /// Whether an element is nested deeper than any that is needed.
  private(set) var isTooDeep = false

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

  init() {
    open = [PartElement](repeating: .other, count: WorkbookLimits.depth + 1)
    open[0] = .document
  }

  /// Ends reading with an error.
  mutating func fail(_ error: WorkbookError) {
    if failure == nil { failure = error }
    isStopped = true
  }

  /// Takes the start of an element by its name as it stands; nil where it is passed over.
  mutating func opens(
    _ name: UnsafePointer<UInt8>, _ attributes: PartAttributes
  ) -> (element: PartElement, parent: PartElement)? {
    if skipped > 0 {
      skipped += 1
      if skipped > WorkbookLimits.depth { isTooDeep = true }
      return nil
    }
    guard depth < WorkbookLimits.depth else {
      isTooDeep = true
      return nil
    }
    bind(attributes)
    let element = unsafe element(name)
    let parent = open[depth]
    depth += 1
    open[depth] = element
    if element == .other {
      skipped = 1
      return nil
    }
    return (element, parent)
  }

  /// Passes over the element opened last with all it holds.
  mutating func skip() { skipped = 1 }

  /// The element opened last; nil where it is passed over.
  var innermost: PartElement? { skipped > 0 ? nil : open[depth] }

  /// Takes the end of the element opened last.
  mutating func closes() {
    if skipped > 0 {
      skipped -= 1
      if skipped > 0 { return }
    }
    if !bindings.isEmpty, bindings[bindings.count - 1].depth == depth { unbind() }
    depth -= 1
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
  private mutating func bind(_ attributes: PartAttributes) {
    var index = 0
    while let (name, value) = unsafe attributes[index] {
      index += 1
      // Safe: names end with 0, where a comparison ends.
      guard unsafe name[0] == UInt8(ascii: "x"), unsafe name[1] == UInt8(ascii: "m"),
        unsafe name[2] == UInt8(ascii: "l"), unsafe name[3] == UInt8(ascii: "n"),
        unsafe name[4] == UInt8(ascii: "s")
      else { continue }
      let next = unsafe name[5]
      guard next == 0 || next == UInt8(ascii: ":") else { continue }
      var prefix: [UInt8] = []
      var place = 6
      while next != 0, unsafe name[place] != 0 {
        unsafe prefix.append(name[place])
        place += 1
      }
      let isKnown = PartElement.namespaces.contains { unsafe $0.isEqual(to: value) }
      bindings.append(Binding(depth: depth + 1, prefix: prefix, isKnown: isKnown))
      if next == 0 { isDefaultKnown = isKnown }
    }
  }

  private mutating func unbind() {
    while let last = bindings.last, last.depth == depth { bindings.removeLast() }
    isDefaultKnown = bindings.last { $0.prefix.isEmpty }?.isKnown ?? false
  }
}
