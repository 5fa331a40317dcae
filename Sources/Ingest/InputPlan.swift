package import Files
import Threads
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
    /// What it holds, by its first bytes when the plan was made.
    package let kind: ContentKind
    /// The layout that the block says.
    let layout: String?
    /// The sheet that the block says.
    let sheet: String?
  }

  /// What is read at one go: a file, or all interface files of one employer.
  struct Unit: Sendable {
    /// The files, as indices into ``InputPlan/items``, ascending; at least one.
    var members: [Int]
  }

  /// The folder that paths are relative to.
  package let folder: Folder
  /// The files in reading order.
  package let items: [Item]
  /// What is read at one go, by first member; every item is in one unit.
  let units: [Unit]

  /// How many bytes there are to read.
  package var byteCount: Int { items.reduce(0) { $0 + $1.byteCount } }

  /// How many bytes there are to read for a unit.
  func byteCount(of unit: Int) -> Int {
    units[unit].members.reduce(0) { $0 + items[$1].byteCount }
  }

  /// Finds the files that the settings name.
  ///
  /// - Throws: `missing` for a pattern without a file that is not optional; `system`.
  package init(_ settings: IngestSettings, below folder: Folder) throws(IngestFailure) {
    var found: [(source: Source, block: SourceBlock, path: String)] = []
    for source in Source.allCases {
      var seen: Set<ExactText> = []
      for block in settings.blocks(of: source) {
        for pattern in block.files {
          for path in try Self.paths(pattern, folder, source, isOptional: block.isOptional)
          where seen.insert(ExactText(path)).inserted {
            found.append((source, block, path))
          }
        }
      }
    }
    // Several at once: on a disk far away each look waits for answers.
    let looks = WaitingCalls.map(found.map(\.path)) { Self.look(at: $0, folder) }
    items = try zip(found, looks).map { file, look throws(IngestFailure) in
      let (byteCount, kind) = try look.get()
      return Item(
        source: file.source, path: file.path,
        organisation: file.block.organisation.flatMap { ODSCode($0) } ?? .missing,
        byteCount: byteCount, kind: kind, layout: file.block.layout, sheet: file.block.sheet)
    }
    self.folder = folder
    units = Self.units(of: items)
  }

  /// Interface files of one employer make a unit, as changes apply on the file before them.
  private static func units(of items: [Item]) -> [Unit] {
    struct Series: Hashable {
      let source: Source
      /// Empty where the name is not one of an interface file, which is refused later.
      let vpd: String
    }
    var units: [Unit] = []
    var series: [Series: Int] = [:]
    for (number, item) in items.enumerated() {
      if item.kind == .outbound {
        let name = OutboundFileName(path: item.path)
        let key = Series(source: item.source, vpd: name?.vpd ?? "")
        if let unit = series[key] {
          units[unit].members.append(number)
          continue
        }
        series[key] = units.count
      }
      units.append(Unit(members: [number]))
    }
    return units
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
        .missing, at: "\(folder.path): \(pattern)",
        "no file for the source \(source.rawValue)\(neighbours(of: pattern, folder))",
        remedy: "put the file there, or mark the block optional: true in the pipeline file")
    }
    return paths
  }

  /// How many files a message names.
  private static let shownNeighbours = 3

  /// What lies where a pattern looked in vain, for the message.
  ///
  /// Files of other names, or a folder whose name has other capitals: they count here, though not
  /// in Windows. Of what cannot be listed nothing is said.
  private static func neighbours(of pattern: String, _ folder: Folder) -> String {
    let parts = pattern.split(separator: "/", omittingEmptySubsequences: false)
    let place = parts.dropLast().joined(separator: "/")
    if place.contains("*") { return "" }
    do {
      var found = try FolderListing.files(
        matching: place.isEmpty ? "*" : place + "/*", below: folder)
      if !found.isEmpty, !place.isEmpty {
        let more = found.count > shownNeighbours ? " and \(found.count - shownNeighbours) more" : ""
        found = Array(found.prefix(shownNeighbours))
        return ", though there \(found.count == 1 && more.isEmpty ? "is" : "are") "
          + found.joined(separator: ", ") + more
      }
      let first = parts[0]
      let alike = try FolderListing.files(matching: "*", below: folder)
        .first { $0 != first && $0.lowercased() == first.lowercased() }
      return alike.map { ", though there is \($0): capitals count" } ?? ""
    } catch {
      return ""
    }
  }

  /// The size of a file, and what it holds by its first bytes.
  private static func look(
    at path: String, _ folder: Folder
  ) -> Result<(byteCount: Int, kind: ContentKind), IngestFailure> {
    do throws(FileError) {
      let file = try folder.openFile(path)
      var front = [UInt8](repeating: 0, count: ContentKind.byteCount)
      var span = front.mutableSpan
      let count = try file.read(into: &span, at: 0)
      let kind = ContentKind(front: front.span.extracting(0..<count))
      // A name of ESR's says what a file was meant to be, also where its first line is lost.
      let isNamed = kind == .delimited && OutboundFileName(path: path) != nil
      return .success((file.size, isNamed ? .outbound : kind))
    } catch {
      return .failure(IngestFailure(error))
    }
  }
}
