package import Foundation

/// The repository that the tests are part of, for tests that read its files.
package enum Repository {
  /// The absolute path of its top folder.
  package static let root: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/")
  }()

  /// The absolute path of something in it.
  package static func path(_ relative: String) -> String { root + "/" + relative }

  /// The text of a file, by its path relative to the top; nil where there is none.
  package static func text(_ relative: String) -> String? {
    FolderContents.text(of: path(relative))
  }

  /// The bytes of a file, by its path relative to the top; nil where there is none.
  package static func bytes(_ relative: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path(relative)).map { Array($0) }
  }

  /// The files below a folder whose names end in one of the suffixes, sorted; none where no folder
  /// is.
  package static func files(below folder: String, suffixes: [String] = [""]) -> [String] {
    FolderContents.files(below: path(folder))
      .filter { file in suffixes.contains { file.hasSuffix($0) } }
      .map { folder + "/" + $0 }
  }
}

/// What lies in a folder on disk.
package enum FolderContents {
  /// The relative paths of all files below a folder, sorted by code point; links are not followed.
  package static func files(below folder: String) -> [String] {
    paths(below: folder).filter { kind(of: folder + "/" + $0) == .typeRegular }
  }

  /// The relative paths of everything below a folder, folders too, sorted by code point.
  package static func paths(below folder: String) -> [String] {
    let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The bytes of every file below a folder by its relative path.
  package static func bytes(below folder: String) -> [String: Data] {
    var bytes: [String: Data] = [:]
    for file in files(below: folder) {
      bytes[file] = FileManager.default.contents(atPath: folder + "/" + file)
    }
    return bytes
  }

  /// The text of a file by its absolute path; nil where there is none.
  package static func text(of path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func kind(of path: String) -> FileAttributeType? {
    do {
      return try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    } catch {
      return nil
    }
  }
}
