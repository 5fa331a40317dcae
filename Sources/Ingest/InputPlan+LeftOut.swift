import Files
import Vocabulary

/// Files that were dropped in and would be missed in silence.
extension InputPlan {
  /// The paths of files that no pattern fits, in folders where a pattern with `*` picks files.
  ///
  /// Such as a workbook beside `staff/*.csv`. In byte order. For a notice only: a folder that
  /// cannot be listed, or has a name that no pattern could fit, has none.
  package func leftOut(by settings: IngestSettings) -> [String] {
    let patterns = Source.allCases.flatMap { settings.blocks(of: $0) }.flatMap(\.files)
    var found: Set<ExactText> = []
    for neighbours in Set(patterns.compactMap(Self.neighbours)) {
      found.formUnion(files(matching: neighbours).map(ExactText.init))
    }
    return found.subtracting(items.map { ExactText($0.path) }).map(\.text)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The pattern of all that lies beside the files that a pattern picks; nil where it names one.
  private static func neighbours(of pattern: String) -> String? {
    let parts = pattern.split(separator: "/")
    guard parts.last?.contains("*") == true else { return nil }
    return (parts.dropLast() + ["*"]).joined(separator: "/")
  }

  private func files(matching pattern: String) -> [String] {
    do {
      return try FolderListing.files(matching: pattern, below: folder).filter { path in
        try folder.kind(of: path) != .folder
      }
    } catch {
      return []
    }
  }
}
