import Glibc
import Synchronization
import Threads

/// A folder that is filled out of sight and then appears whole under its name, or never.
///
/// `.staging-<id>` lies beside the place where it will be seen, so that one rename in one file
/// system publishes it. Files may be made and finished from several tasks at once.
///
/// What is on the disk when: `synchronise` returns only after `fsync` of every file and every
/// folder has succeeded; only then may `publish` be called, which renames and flushes both parents.
package final class StagedFolder: Sendable {
  /// What the name of every staging folder begins with.
  package static let prefix = ".staging-"

  private let folder: Folder
  private let output: Folder
  private let name: String
  private let writer = BlockWriter()
  private let flusher = FileFlusher()
  private let folders = Guarded<Set<String>>([])
  private let isSynchronised = Atomic<Bool>(false)

  /// Makes `.staging-<id>` in `output`; left-over ones must have been dealt with before.
  package init(in output: Folder, id: String) throws(FileError) {
    self.output = output
    name = StagedFolder.prefix + id
    try output.makeNewFolder(name)
    folder = try output.folder(name)
  }

  /// Creates a file below the folder, and the folders it lies in, all for their owner only.
  package func createFile(_ relative: String) throws(FileError) -> StagedFile {
    try SystemCalls.checkRelative(relative, .create)
    if let slash = relative.utf8.lastIndex(of: UInt8(ascii: "/")) {
      try makeFolder(String(relative[..<slash]))
    }
    let path = folder.path(of: relative)
    let descriptor = try OutputFile.create(
      folder: folder.descriptor, name: relative, shownAs: path)
    return StagedFile(OpenOutput(descriptor, path: path), writer)
  }

  /// Makes a folder below the folder, also an empty one.
  package func makeFolder(_ relative: String) throws(FileError) {
    let failure = folders.withLock { folders -> FileError? in
      guard !folders.contains(relative) else { return nil }
      do throws(FileError) {
        try folder.makeFolder(relative)
      } catch {
        return error
      }
      var made = relative[...]
      folders.insert(relative)
      while let slash = made.utf8.lastIndex(of: UInt8(ascii: "/")) {
        made = made[..<slash]
        folders.insert(String(made))
      }
      return nil
    }
    if let failure { throw failure }
  }

  /// Takes over a file that is complete; it is closed and on the disk when `synchronise` returns.
  ///
  /// - Throws: `FileError`, of any file that was finished before.
  package func finish(_ file: StagedFile) throws(FileError) -> StagedFile.Written {
    isSynchronised.store(false, ordering: .relaxed)
    let (written, unflushed) = file.finish()
    try flusher.add(unflushed)
    return written
  }

  /// Flushes every file and every folder to the disk; a failure is final.
  ///
  /// The output folder too, which holds the name of this one.
  package func synchronise() throws(FileError) {
    let files = try flusher.finish()
    let folders = folders.withLock { $0.sorted(by: PathRules.precedes) }
    let own = [folder, output]
    try StagedFolder.forEach(
      below: own.count + files.count + folders.count
    ) { index throws(FileError) in
      if index < own.count { return try own[index].synchronise() }
      let place = index - own.count
      if place < files.count { return try files[place].flush() }
      try folder.folder(folders[place - files.count]).synchronise()
    }
    isSynchronised.store(true, ordering: .relaxed)
  }

  /// Gives the folder its final name below the output folder, made durable.
  ///
  /// The folders above the name are made where they are missing.
  ///
  /// - Precondition: `synchronise` was called after the last file was finished.
  package func publish(as relative: String) throws(FileError) {
    let isSynchronised = isSynchronised.load(ordering: .relaxed)
    precondition(isSynchronised, "a run was to be published before its files were on the disk")
    try StagedFolder.publish(name, as: relative, in: output)
  }

  /// Calls `body`, which waits for the disk, for each index below `count`, several at once.
  ///
  /// - Throws: what the first call that failed threw; the others were made too.
  private static func forEach(
    below count: Int, _ body: @Sendable (Int) throws(FileError) -> Void
  ) throws(FileError) {
    let failures = WaitingCalls.map(Array(0..<count)) { index -> FileError? in
      do throws(FileError) {
        try body(index)
        return nil
      } catch {
        return error
      }
    }
    if let first = failures.lazy.compactMap(\.self).first { throw first }
  }
}

/// What a run finds of runs before it that were cut off.
extension StagedFolder {
  /// The ids of the staging folders that are left in `output`, in byte order.
  package static func leftOver(in output: Folder) throws(FileError) -> [String] {
    // Other names in the folder are no business of ours, whatever bytes they have.
    try output.listing().names
      .filter { $0.utf8.starts(with: prefix.utf8) }
      .map { String($0.dropFirst(prefix.count)) }
  }

  /// Removes a staging folder with all it holds; links in it are not followed.
  package static func removeLeftOver(_ id: String, in output: Folder) throws(FileError) {
    try output.removeTree(prefix + id)
    try output.synchronise()
  }

  /// Publishes a staging folder that was whole and on the disk when its run was cut off.
  package static func publishLeftOver(
    _ id: String, as relative: String, in output: Folder
  ) throws(FileError) {
    try publish(prefix + id, as: relative, in: output)
  }

  private static func publish(
    _ name: String, as relative: String, in output: Folder
  ) throws(FileError) {
    var folders = [output]
    if let slash = relative.utf8.lastIndex(of: UInt8(ascii: "/")) {
      let above = String(relative[..<slash])
      try output.makeFolder(above)
      folders.append(try output.folder(above))
    }
    try output.rename(name, to: relative)
    try forEach(below: folders.count) { [folders] index throws(FileError) in
      try folders[index].synchronise()
    }
  }
}
