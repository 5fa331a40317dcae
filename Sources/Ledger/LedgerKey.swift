import Files

/// The 32 secret bytes that make the ledger's hashes mean nothing to whoever lacks them.
///
/// It lies beside the ledger as `ledger.key`, for its owner only. It is made when the first run
/// begins the ledger, and never again: with another key nothing known would be recognised.
enum LedgerKey {
  static let fileName = "ledger.key"
  static let byteCount = 32

  /// The key of a ledger that is there.
  static func read(in folder: Folder) throws(LedgerError) -> [UInt8] {
    let path = folder.path(of: fileName)
    let bytes: [UInt8]
    do throws(FileError) {
      let file = try folder.openFile(fileName)
      try file.checkPrivate()
      bytes = try file.readAll(limit: 4_096)
    } catch {
      throw error.isMissing ? .keyMissing(path: path) : .file(error)
    }
    guard bytes.count == byteCount else { throw .keyLength(path: path) }
    return bytes
  }

  /// The key for a ledger that is about to begin: the one that is there, or a new one, on the disk.
  static func readOrMake(in folder: Folder) throws(LedgerError) -> [UInt8] {
    do throws(FileError) {
      if try folder.kind(of: fileName) == nil {
        // Whole under its name or not there at all, also when the run is cut off here.
        try folder.replaceFile(fileName, with: RandomBytes.make(count: byteCount))
      }
    } catch {
      throw .file(error)
    }
    return try read(in: folder)
  }

  /// What the ledger keeps of its key, to know it again.
  static func check(of key: [UInt8]) -> SHA256Digest {
    var hasher = KeyedHasher(key: key)
    return hasher.hash(Array("carer-reconcile ledger key".utf8))
  }
}
