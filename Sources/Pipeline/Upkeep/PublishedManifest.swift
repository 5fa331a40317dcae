import Emit
import Files
import Vocabulary

/// An input file of a run: one path may be read for two sources.
struct InputName: Hashable {
  let source: String
  /// Relative to the input folder.
  let path: String
}

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
  /// The input files by name: the source each was read for.
  let sources: [String: Source]
  /// The columns that were read of each input file; files of which they are not said are left out.
  let columns: [InputName: [String]]
  /// The version of the program that made the run; nil where it is not said.
  let programVersion: String?

  /// Reads the manifest of a run's folder.
  init(in folder: Folder) throws(FileError) {
    let bytes = try folder.openFile(OutputPaths.manifest)
      .readAll(limit: JSON5Limits.manifestByteCount)
    digest = SHA256.digest(of: bytes)
    let root = Self.root(bytes)
    entries = root.flatMap(Self.entries)
    var sources: [String: Source] = [:]
    var columns: [InputName: [String]] = [:]
    for input in root?["inputs"]?.items ?? [] {
      guard let name = input["name"]?.text, let source = input["source"]?.text else { continue }
      sources[name] = Source(rawValue: source)
      columns[InputName(source: source, path: name)] = input["columns"]?.items?.compactMap(\.text)
    }
    self.sources = sources
    self.columns = columns
    programVersion = root?["program"]?["version"]?.text
  }

  private static func root(_ bytes: [UInt8]) -> JSON5Value? {
    do throws(JSON5Error) {
      return try JSON5Parser.parse(bytes, limit: JSON5Limits.manifestByteCount)
    } catch {
      return nil
    }
  }

  private static func entries(_ root: JSON5Value) -> [Entry]? {
    guard let outputs = root["outputs"]?.items else { return nil }
    var entries: [Entry] = []
    for output in outputs {
      guard let path = output["path"]?.text, let sha256 = output["sha256"]?.text else {
        return nil
      }
      entries.append(Entry(path: path, sha256: sha256))
    }
    return entries
  }
}

extension JSON5Value {
  /// The value of an object's key; nil where this is no object or has no such key.
  fileprivate subscript(key: String) -> JSON5Value? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The values of a list; nil where this is none.
  fileprivate var items: [JSON5Value]? {
    guard case .list(let items) = content else { return nil }
    return items
  }

  /// The text; nil where this is none.
  fileprivate var text: String? {
    guard case .text(let text) = content else { return nil }
    return text
  }
}
