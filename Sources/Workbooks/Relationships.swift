/// What a part says other parts are to it (Open Packaging Conventions, part 2 of the standard).
struct Relationships {
  /// One other part.
  struct Target {
    /// The last word of its type, such as `worksheet`: strict and transitional differ before it.
    let kind: String
    /// Its name from the top of the archive.
    let part: String
  }

  /// By the name that the part refers to it with.
  private(set) var byID: [String: Target] = [:]
  /// The first of each kind.
  private(set) var byKind: [String: Target] = [:]

  /// Reads the relationships of a part, or with "" of the whole; none where no part says any.
  init(of part: String, in archive: ZipArchive) throws(WorkbookError) {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { String(part[...$0]) } ?? ""
    let name = slash.map { String(part[part.index(after: $0)...]) } ?? part
    guard let entry = archive["\(folder)_rels/\(name).rels"] else { return }
    let part = RelationshipPart()
    try PartReader.read(entry, of: archive, into: part)
    for (id, type, target) in part.found {
      let kind = type.lastIndex(of: "/").map { String(type[type.index(after: $0)...]) } ?? type
      let relationship = Target(kind: kind, part: Self.resolved(target, from: folder))
      byID[id] = relationship
      if byKind[kind] == nil { byKind[kind] = relationship }
    }
  }

  /// The name of a part that a part in `folder` calls `target`.
  static func resolved(_ target: String, from folder: String) -> String {
    let target = withoutPercents(target)
    let whole = target.hasPrefix("/") ? target : folder + target
    var parts: [Substring] = []
    for part in whole.split(whereSeparator: { $0 == "/" || $0 == "\\" }) where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  /// A text with `%20` and its like decoded; as it stands where they are no UTF-8.
  private static func withoutPercents(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let bytes = Array(text.utf8)
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let digits = bytes[min(index + 1, bytes.count)..<min(index + 3, bytes.count)]
      if bytes[index] == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        decoded.append(value)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return String(validating: decoded, as: UTF8.self) ?? text
  }
}

/// Reads a part of relationships.
private final class RelationshipPart: PartEvents {
  private(set) var found: [(id: String, type: String, target: String)] = []

  override func start(
    _ element: PartElement, in parent: PartElement, _ attributes: PartAttributes
  ) throws(WorkbookError) -> Bool {
    switch (element, parent) {
    case (.relationships, .document): return true
    case (.relationship, .relationships):
      guard attributes["TargetMode"] != "External", let id = attributes["Id"],
        let type = attributes["Type"], let target = attributes["Target"]
      else { return false }
      if found.count < WorkbookLimits.parts { found.append((id, type, target)) }
      return false
    default: return false
    }
  }
}
