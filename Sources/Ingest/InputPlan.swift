package import Files
package import Vocabulary

/// The files of a run, in reading order, before any of them is read.
///
/// Reading order is the order of sources, then blocks and patterns as written, then paths by byte
/// (contract section 9); a file that two patterns match is read once.
package struct InputPlan: Sendable {
  /// One file to be read.
  package struct Item: Sendable {
    /// The source it belongs to.
    package let source: Source
    /// Path relative to the input folder.
    package let path: String
    /// Fills organisation cells; missing where the block does not say so.
    package let organisation: ODSCode
    /// Size in bytes when the plan was made.
    package let byteCount: Int
  }

  /// The folder that paths are relative to.
  package let folder: Folder
  /// The files in reading order.
  package let items: [Item]

  /// How many bytes there are to read.
  package var byteCount: Int { items.reduce(0) { $0 + $1.byteCount } }

  /// Finds the files that the settings name.
  ///
  /// - Throws: `missing` for a pattern without a file that is not optional; `system`.
  package init(_ settings: IngestSettings, below folder: Folder) throws(IngestFailure) {
    var items: [Item] = []
    for source in Source.allCases {
      var seen: Set<String> = []
      for block in settings.blocks(of: source) {
        for pattern in block.files {
          for path in try Self.paths(pattern, folder, source, isOptional: block.isOptional)
          where seen.insert(path).inserted {
            items.append(
              Item(
                source: source, path: path,
                organisation: block.organisation.flatMap { ODSCode($0) } ?? .missing,
                byteCount: try Self.size(of: path, folder)))
          }
        }
      }
    }
    self.folder = folder
    self.items = items
  }

  private static func paths(
    _ pattern: String, _ folder: Folder, _ source: Source, isOptional: Bool
  ) throws(IngestFailure) -> [String] {
    let paths: [String]
    do {
      paths = try FolderListing.files(matching: pattern, below: folder)
    } catch {
      throw IngestFailure(error)
    }
    if paths.isEmpty, !isOptional {
      throw IngestFailure(
        .missing, at: "\(folder.path): \(pattern)", "no file for the source \(source.rawValue)",
        remedy: "put the file there, or mark the block optional: true in the pipeline file")
    }
    return paths
  }

  private static func size(of path: String, _ folder: Folder) throws(IngestFailure) -> Int {
    do {
      return try folder.openFile(path).size
    } catch {
      throw IngestFailure(error)
    }
  }
}
