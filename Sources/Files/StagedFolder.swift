import Glibc
import Threads

/// A folder that is filled out of sight and then appears whole under its name, or never.
///
/// `.staging-<id>` lies beside the place where it will be seen, so that one rename in one file
/// system publishes it. Files may be made and finished from several tasks at once.
///
/// What is on the disk when: `synchronise` returns only after `fsync` of every file and every
/// folder has succeeded; only then may `publish` be called, which renames and flushes both parents.
///
/// How a thousand small files are flushed: `fsync` right after each file commits the journal a
/// thousand times. `syncfs` would be one call, but reports write errors only since Linux 5.8 and
/// waits for other programs' files too. So finished files stay open, up to `openFileLimit` of
/// them, while the kernel is already writing them out (`posix_fadvise`), and are then flushed a few
/// at a time: the first `fsync` commits the journal for all, the others find little to do, and each
/// reports the errors of its own file, since its descriptor was open all the time. Measured on ext4
/// with 1,000 files of 40 kB, one after another: 0.13 s against 0.28 s. The task that finds the
/// limit reached has them flushed while the others go on making files.
package final class StagedFolder: Sendable {
  /// What the name of every staging folder begins with.
  package static let prefix = ".staging-"
  /// How many finished files wait open for their `fsync` at most.
  static let openFileLimit = 128

  /// The folder itself, for reading back what was written.
  package let folder: Folder
  private let output: Folder
  private let name: String

  private struct State {
    var folders: Set<String> = []
    var waiting: [FinishedFile] = []
  }

  private struct FinishedFile {
    let descriptor: Int32
    let path: String

    /// Brings the file to the disk and closes it, that also where it could not be brought there.
    func flush() throws(FileError) {
      do throws(FileError) {
        try SystemCalls.synchronise(descriptor, path)
      } catch {
        SystemCalls.discard(descriptor)
        throw error
      }
      try SystemCalls.check(close(descriptor), .close, path)
    }
  }

  private let state = Guarded(State())

  /// Makes `.staging-<id>` in `output`; left-over ones must have been dealt with before.
  package init(in output: Folder, id: String) throws(FileError) {
    self.output = output
    name = StagedFolder.prefix + id
    try output.makeNewFolder(name)
    folder = try output.folder(name)
  }

  deinit {
    state.withLock { state in
      for file in state.waiting { SystemCalls.discard(file.descriptor) }
      state.waiting = []
    }
  }

  /// Creates a file below the folder, and the folders it lies in, all for their owner only.
  package func createFile(_ relative: String) throws(FileError) -> OutputFile {
    try SystemCalls.checkRelative(relative, .create)
    if let slash = relative.utf8.lastIndex(of: UInt8(ascii: "/")) {
      try makeFolder(String(relative[..<slash]))
    }
    return try folder.createFile(relative)
  }

  /// Makes a folder below the folder, also an empty one.
  package func makeFolder(_ relative: String) throws(FileError) {
    try withState { state throws(FileError) in
      guard !state.folders.contains(relative) else { return }
      try folder.makeFolder(relative)
      var made = relative[...]
      state.folders.insert(relative)
      while let slash = made.utf8.lastIndex(of: UInt8(ascii: "/")) {
        made = made[..<slash]
        state.folders.insert(String(made))
      }
    }
  }

  /// Takes over a file that is complete; it is closed and on the disk when `synchronise` returns.
  package func finish(_ file: consuming OutputFile) throws(FileError) -> OutputFile.Written {
    let path = file.path
    let (written, descriptor) = try file.release()
    // A hint only: begin to write out now. Whether it was taken shows in the time of fsync.
    _ = posix_fadvise(descriptor, 0, 0, Int32(POSIX_FADV_DONTNEED))
    let due = state.withLock { state -> [FinishedFile] in
      state.waiting.append(FinishedFile(descriptor: descriptor, path: path))
      guard state.waiting.count >= StagedFolder.openFileLimit else { return [] }
      defer { state.waiting = [] }
      return state.waiting
    }
    try StagedFolder.forEach(below: due.count) { index throws(FileError) in
      try due[index].flush()
    }
    return written
  }

  /// Flushes every file and every folder to the disk; a failure is final.
  ///
  /// The output folder too, which holds the name of this one.
  package func synchronise() throws(FileError) {
    let (files, folders) = state.withLock { state in
      defer { state.waiting = [] }
      return (state.waiting, state.folders.sorted(by: PathRules.precedes))
    }
    let own = [folder, output]
    try StagedFolder.forEach(
      below: own.count + files.count + folders.count
    ) { index throws(FileError) in
      if index < own.count { return try own[index].synchronise() }
      let place = index - own.count
      if place < files.count { return try files[place].flush() }
      try folder.folder(folders[place - files.count]).synchronise()
    }
  }

  /// Gives the folder its final name below the output folder, made durable.
  ///
  /// The folders above the name are made where they are missing.
  ///
  /// - Precondition: `synchronise` was called after the last file was finished.
  package func publish(as relative: String) throws(FileError) {
    let isFlushed = state.withLock { $0.waiting.isEmpty }
    precondition(isFlushed, "a run was to be published before its files were on the disk")
    try StagedFolder.publish(name, as: relative, in: output)
  }

  /// Runs `body` with the state held, keeping the type of its error.
  private func withState(
    _ body: (inout State) throws(FileError) -> Void
  ) throws(FileError) {
    let failure: FileError? = state.withLock { state in
      do throws(FileError) {
        try body(&state)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  /// Calls `body`, which waits for the disk, for each index below `count`, several at once.
  ///
  /// - Throws: what the first call that failed threw; the others were made too.
  private static func forEach(
    below count: Int, _ body: @Sendable (Int) throws(FileError) -> Void
  ) throws(FileError) {
    let failures = Guarded<[Int: FileError]>([:])
    WaitingCalls.forEach(below: count) { index in
      do throws(FileError) {
        try body(index)
      } catch {
        failures.withLock { $0[index] = error }
      }
    }
    if let first = failures.withLock({ $0.min { $0.key < $1.key } }) { throw first.value }
  }
}

/// What a run finds of runs before it that were cut off.
extension StagedFolder {
  /// The ids of the staging folders that are left in `output`, in byte order.
  package static func leftOver(in output: Folder) throws(FileError) -> [String] {
    // Other names in the folder are no business of ours, whatever bytes they have.
    try FolderReader.names(of: output.descriptor, path: output.path)
      .filter { $0.starts(with: prefix.utf8) }
      .map { name throws(FileError) in
        String(try FolderReader.text(of: name, in: output.path).dropFirst(prefix.count))
      }
      .sorted(by: PathRules.precedes)
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
