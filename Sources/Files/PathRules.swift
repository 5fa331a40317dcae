/// What a path must be before it is handed to the system, and how paths are ordered.
enum PathRules {
  /// Whether `path` is not empty, not absolute, has no empty, `.` or `..` part and no control byte.
  static func isUsableRelative(_ path: String) -> Bool {
    guard !path.isEmpty else { return false }
    return path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .allSatisfy { part in
        !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
          && part.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
      }
  }

  /// Whether an absolute or relative path of the caller can be handed to the system.
  static func isUsable(_ path: String) -> Bool {
    !path.isEmpty && path.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }

  /// Whether `left` comes before `right` in byte order, which `String`'s own order is not.
  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
