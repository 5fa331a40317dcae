import TestSupport

/// What `Package.swift` declares: each target with the targets it may import.
///
/// Read from its text, as asking SwiftPM would take longer than all other tests of this folder.
struct PackagePicture {
  /// The dependencies of each target by its name.
  let dependencies: [String: Set<String>]

  /// Reads the text of a `Package.swift`; the functions that declare targets are `declaring`.
  init(text: String) {
    var found: [String: Set<String>] = [:]
    var rest = text[(text.firstRange(of: "\n  targets: [")?.upperBound ?? text.startIndex)...]
    while let start = Self.declaring.compactMap({ rest.firstRange(of: $0) })
      .min(by: { $0.lowerBound < $1.lowerBound })
    {
      let call = rest[start.upperBound..<Self.end(of: rest[start.upperBound...])]
      // Paths, and folders that are left out, are no dependencies.
      let ends = ["exclude:", "path:", "pkgConfig:"].compactMap {
        call.firstRange(of: $0)?.lowerBound
      }
      let names = Self.quoted(call[..<(ends.min() ?? call.endIndex)])
      if let name = names.first {
        let given: Set<String> = rest[start] == "tests(" ? ["TestSupport"] : []
        found[name] = given.union(names.dropFirst())
      }
      rest = rest[call.endIndex...]
    }
    dependencies = found
  }

  private static let declaring = [
    "module(", ".executableTarget(", ".target(", "tests(", ".systemLibrary(",
  ]

  /// The repository's own.
  static let declared = PackagePicture(text: Repository.text("Package.swift") ?? "")

  /// Where the bracket closes that was opened before `text`.
  private static func end(of text: Substring) -> Substring.Index {
    var depth = 1
    for index in text.indices {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" { depth -= 1 }
      if depth == 0 { return index }
    }
    return text.endIndex
  }

  private static func quoted(_ text: Substring) -> [String] {
    text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}
