/// A compound file (MS-CFB), as Office wrote all its documents until 2003, and writes a workbook
/// with a password still.
///
/// Only the names of its streams are looked at: they stand in the folder's entries, 128 bytes each,
/// as UTF-16 with the lowest byte first. Entries lie on multiples of 128 bytes from the start of
/// the file, so that all there is to do is to look at each of them.
enum CompoundFile {
  /// What kind of file it is.
  static func problem(of bytes: [UInt8], count: Int) -> WorkbookError.Problem {
    var names: Set<String> = []
    for start in stride(from: 512, through: count - 128, by: 128) {
      if let name = entryName(bytes, at: start) { names.insert(name) }
    }
    if names.contains("EncryptedPackage") { return .passwordProtected }
    return names.contains("Workbook") || names.contains("Book") ? .oldWorkbook : .otherDocument
  }

  /// One of the names that matter, where an entry of it begins.
  private static func entryName(_ bytes: [UInt8], at start: Int) -> String? {
    // The length of the name in bytes, its closing 0 too, and that it is a stream.
    guard bytes[start + 65] == 0, bytes[start + 66] == 2 else { return nil }
    return ["EncryptedPackage", "Workbook", "Book"].first { name in
      let units = Array(name.utf16) + [0]
      return Int(bytes[start + 64]) == 2 * units.count
        && units.indices.allSatisfy { index in
          UInt16(bytes[start + 2 * index]) | UInt16(bytes[start + 2 * index + 1]) << 8
            == units[index]
        }
    }
  }
}
