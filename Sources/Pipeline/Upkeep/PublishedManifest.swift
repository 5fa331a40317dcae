import Files

/// What a published run's `manifest.json` says of its files.
struct PublishedManifest {
  /// One file of the run.
  struct Entry: Equatable {
    /// Relative to the run's folder.
    var path: String
    var sha256: String
  }

  /// The SHA-256 of the manifest itself.
  let digest: SHA256Digest
  /// The other files, in byte order of their paths; nil where the text is no manifest.
  let entries: [Entry]?

  /// Reads the manifest of a run's folder.
  init(in folder: Folder) throws(FileError) {
    let bytes = try folder.openFile("manifest.json").readAll(limit: JSON5Limits.manifestByteCount)
    digest = SHA256.digest(of: bytes)
    entries = Self.entries(bytes)
  }

  private static func entries(_ bytes: [UInt8]) -> [Entry]? {
    do throws(JSON5Error) {
      let root = try JSON5Parser.parse(bytes, limit: JSON5Limits.manifestByteCount)
      guard case .object(let members) = root.content,
        case .list(let outputs) = members.first(where: { $0.key == "outputs" })?.value.content
      else { return nil }
      var entries: [Entry] = []
      for output in outputs {
        guard case .object(let fields) = output.content,
          case .text(let path) = fields.first(where: { $0.key == "path" })?.value.content,
          case .text(let sha256) = fields.first(where: { $0.key == "sha256" })?.value.content
        else { return nil }
        entries.append(Entry(path: path, sha256: sha256))
      }
      return entries
    } catch {
      return nil
    }
  }
}
