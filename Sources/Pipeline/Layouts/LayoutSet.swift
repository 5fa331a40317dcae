package import Files
package import Ingest
import Vocabulary

/// The layouts of a run: those that come with the program, and those beside the pipeline file.
package struct LayoutSet: Sendable {
  /// Layouts of files with headings, by name in byte order.
  package private(set) var tables: [SourceLayout] = []

  /// The layout of interface records.
  package private(set) var outbound = OutboundLayout()

  /// What only one file can be: the layout of a name, and the one of interface records.
  private enum Seat: Hashable {
    case table(name: String)
    case outbound
  }

  /// Where what has a seat was read, and whether it came with the program.
  private var origins: [Seat: (path: String, isShipped: Bool)] = [:]
  private var faults: [PipelineFileFaults] = []

  /// The folder and pattern that are looked at where the pipeline file says nothing.
  private static let standardPattern = "layouts/*.json5"

  /// The layouts that come with the program.
  ///
  /// - Throws: `wrongPipeline`, which the tests show not to happen.
  package init() throws(RunFailure) {
    for (name, bytes) in ShippedLayouts.files { add(name, bytes, isShipped: true) }
    try finish()
  }

  /// Adds those that a pipeline file names, relative to its own folder.
  ///
  /// - Parameters:
  ///   - patterns: What the key `layouts` says; nil if the file does not have it.
  ///   - pipeline: The path of the pipeline file.
  /// - Throws: `wrongPipeline` for faults, of all files at once; `inputMissing` for a pattern that
  ///   is written and matches nothing.
  package init(patterns: [String]?, pipeline: String) throws(RunFailure) {
    try self.init()
    let parts = PathParts(pipeline)
    for pattern in patterns ?? [Self.standardPattern] {
      let files = try Self.files(pattern, beside: parts)
      if files.isEmpty, patterns != nil {
        throw RunFailure(
          .inputMissing, what: "no layout file", place: parts.prefix + pattern,
          remedy: "put the file there, or mend layouts in the pipeline file")
      }
      // A copy of a shipped layout is known already, under whatever name it lies there.
      for (path, bytes) in files where !ShippedLayouts.files.contains(where: { $0.bytes == bytes })
      {
        add(path, bytes, isShipped: false)
      }
    }
    try finish()
  }

  /// Adds a layout file by its path; gives the layout's name.
  package mutating func add(file path: String) throws(RunFailure) -> String {
    let bytes: [UInt8]
    do {
      bytes = try InputFile(opening: path).readAll(limit: JSON5Limits.maximumByteCount)
    } catch {
      throw RunFailure(
        error.isMissing ? .inputMissing : .ioError, what: "the layout cannot be read: \(error)",
        place: "", remedy: "name a layout file, or the name of a layout")
    }
    // Named by hand, it goes before one of its name that was found.
    origins = origins.mapValues { ($0.path, true) }
    let name: String
    do {
      name = try read(path, bytes, isShipped: false)
    } catch {
      throw RunFailure(error)
    }
    try finish()
    return name
  }

  /// The files that a pattern means below the folder of the pipeline file.
  private static func files(
    _ pattern: String, beside pipeline: PathParts
  ) throws(RunFailure) -> [(path: String, bytes: [UInt8])] {
    do throws(FileError) {
      let folder = try Folder(opening: pipeline.folder, followingLink: true)
      var files: [(path: String, bytes: [UInt8])] = []
      for path in try FolderListing.files(matching: pattern, below: folder) {
        let bytes = try folder.openFile(path).readAll(limit: JSON5Limits.maximumByteCount)
        files.append((pipeline.prefix + path, bytes))
      }
      return files
    } catch {
      throw RunFailure(
        error.isMissing ? .inputMissing : .ioError, what: "a layout cannot be read: \(error)",
        place: "", remedy: "put it right and run again")
    }
  }

  /// Adds a layout, or notes its faults.
  private mutating func add(_ path: String, _ bytes: [UInt8], isShipped: Bool) {
    do {
      _ = try read(path, bytes, isShipped: isShipped)
    } catch {
      faults.append(error)
    }
  }

  /// Adds a layout, which takes the place of a shipped one of its seat; gives its name.
  private mutating func read(
    _ path: String, _ bytes: [UInt8], isShipped: Bool
  ) throws(PipelineFileFaults) -> String {
    let tree = try SettingsText.object(path: path, bytes: bytes)
    let sha256 = SHA256.digest(of: bytes).hexadecimal
    if OutboundLayout.isDescribed(by: tree) {
      var layout = try OutboundLayout.read(path: path, tree: tree)
      layout.sha256 = sha256
      try claim(.outbound, path, isShipped: isShipped)
      outbound = layout
      return layout.name
    }
    var layout = try SourceLayout.read(path: path, tree: tree)
    layout.sha256 = sha256
    try claim(.table(name: layout.name), path, isShipped: isShipped)
    tables.removeAll { $0.name == layout.name }
    tables.append(layout)
    return layout.name
  }

  /// Enters where a layout was read; one that came with the program may be replaced, once.
  private mutating func claim(
    _ seat: Seat, _ path: String, isShipped: Bool
  ) throws(PipelineFileFaults) {
    if let origin = origins[seat], !origin.isShipped {
      let other = Display.plainPath(origin.path)
      let (key, problem) =
        switch seat {
        case .table: ("name", "\(other) has this name too, give another one")
        case .outbound: ("records", "\(other) describes interface records too, take one away")
        }
      throw PipelineFileFaults(
        file: path,
        faults: [
          PipelineFileFault(at: JSON5Position(line: 1, column: 1), path: key, problem: problem)
        ])
    }
    origins[seat] = (path, isShipped)
  }

  private mutating func finish() throws(RunFailure) {
    tables.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    guard let first = faults.first else { return }
    if faults.count == 1 { throw RunFailure(first) }
    throw RunFailure(
      .wrongPipeline, what: faults.map(\.message).joined(separator: "; "), place: "layouts",
      remedy: "")
  }

  /// What tells two runs' settings apart: the pipeline file's digest, with layouts of its own.
  package func digest(with pipeline: SHA256Digest) -> SHA256Digest {
    let shipped = Set(ShippedLayouts.files.map { SHA256.digest(of: $0.bytes).hexadecimal })
    let all = tables.map { ($0.name, $0.sha256) } + [(outbound.name, outbound.sha256)]
    let own = all.filter { !shipped.contains($0.1) }
    if own.isEmpty { return pipeline }
    let text = own.reduce(pipeline.hexadecimal) { "\($0)\n\($1.0) \($1.1)" }
    return SHA256.digest(of: Array(text.utf8))
  }

  /// What is wrong with the layouts that the blocks of a pipeline file name.
  func faults(of file: PipelineFile) -> [PipelineFileFault] {
    var faults: [PipelineFileFault] = []
    for source in Source.allCases {
      let hasRecords = source == .staff || source == .competences
      let known =
        tables.filter { $0.source == source }.map(\.name) + (hasRecords ? [outbound.name] : [])
      for (index, block) in file.ingest.blocks(of: source).enumerated() {
        guard let layout = block.layout, !known.contains(layout) else { continue }
        let paths = [
          "sources.\(source.rawValue)[\(index)].layout", "sources.\(source.rawValue).layout",
        ]
        let path = paths.first { file.layoutPositions[$0] != nil } ?? paths[0]
        faults.append(
          PipelineFileFault(
            at: file.layoutPositions[path] ?? JSON5Position(line: 1, column: 1), path: path,
            problem: "no such layout of the source \(source.rawValue), "
              + Display.suggestion(for: layout, among: known, noun: "layout")))
      }
    }
    return faults
  }
}
