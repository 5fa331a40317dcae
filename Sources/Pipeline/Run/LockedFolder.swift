import Files

/// An output folder that no other process works in while this value lives.
struct LockedFolder {
  let folder: Folder
  let lock: ProcessLock

  /// Makes the folder where it is missing, and locks it.
  init(_ path: String) throws(RunFailure) {
    do {
      folder = try Folder(makingAll: path, followingLink: true)
    } catch {
      throw RunFailure(
        .cannotCreate, what: "\(error)", place: "", remedy: "name another folder with --output")
    }
    do {
      lock = try ProcessLock(in: folder, since: RunClock.text(RunClock.seconds()))
    } catch {
      throw RunFailure(error, path: path)
    }
  }
}

extension RunFailure {
  /// The failure to get the lock of an output folder.
  init(_ failure: ProcessLock.Failure, path: String) {
    switch failure {
    case .held(let process, let since):
      let holder = process.map { "process \($0)" } ?? "another process"
      let time = since.map { ", started \($0)" } ?? ""
      self.init(
        .locked, what: "another run is at work there (\(holder)\(time))", place: path,
        remedy: "wait until it is done and run again")
    case .file(let error): self.init(output: error)
    }
  }
}
