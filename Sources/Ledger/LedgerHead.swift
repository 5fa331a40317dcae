package import Files

/// The head of the chain: three lines to keep elsewhere, against which a ledger can be held.
///
/// ```
/// carer-reconcile ledger 3f1c…     which ledger it is
/// 42                               how many entries it has
/// 9b0e…                            the hash of the last one
/// ```
///
/// The chain alone proves that what is there fits together. Who can write the ledger could cut off
/// its end, or make another one whole: only an older head, kept where that person cannot reach it,
/// shows this.
package struct LedgerHead: Sendable, Equatable {
  /// The name of the file in the output folder.
  package static let fileName = "ledger-head.txt"
  private static let title = "carer-reconcile ledger "

  /// Which ledger it is: 32 hexadecimal digits, drawn when it was begun.
  package let origin: String
  /// The number of entries, which is the number of the last.
  package let entryCount: Int
  /// The hash that seals the last entry.
  package let hash: SHA256Digest

  init(origin: String, entryCount: Int, hash: SHA256Digest) {
    self.origin = origin
    self.entryCount = entryCount
    self.hash = hash
  }

  /// Reads the three lines; nil for any other text.
  package init?(text: String) {
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    guard lines.count == 3, lines[0].hasPrefix(LedgerHead.title), let count = Int(lines[1]),
      count > 0, let hash = SHA256Digest(hexadecimal: lines[2])
    else { return nil }
    self.init(
      origin: String(lines[0].dropFirst(LedgerHead.title.count)), entryCount: count, hash: hash)
  }

  /// The three lines, each with a line end.
  package var text: String { "\(LedgerHead.title)\(origin)\n\(entryCount)\n\(hash)\n" }

  /// Writes `ledger-head.txt` in one step.
  package func write(in folder: Folder) throws(FileError) {
    try folder.replaceFile(LedgerHead.fileName, with: Array(text.utf8))
  }
}
