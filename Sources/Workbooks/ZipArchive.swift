/// The table of contents of a zip archive (PKWARE's APPNOTE 6.3.3; zip64 too).
///
///     local header, name, extra, data      for each file
///     central header, name, extra, comment for each file: 46 bytes and what they say
///     zip64 end record, its locator        where there is much
///     end record: 22 bytes and a comment   "PK\5\6", count, size and place of the central headers
///
/// Only the central headers are believed; a local header is looked at for its length alone. Names
/// are compared as Office Open XML does: without case, with `/` for `\`, without a leading `/` or
/// `./`. A name that stands twice is refused, since readers would differ on which one counts.
struct ZipArchive: Sendable {
  /// One file of the archive.
  struct Entry: Sendable {
    /// The name as it stands, for messages.
    let name: String
    let method: UInt16
    let isEncrypted: Bool
    let checksum: UInt32
    let packedCount: Int
    let unpackedCount: Int
    /// Where its local header begins.
    let offset: Int

    /// What is wrong with it.
    func error(_ problem: WorkbookError.Problem) -> WorkbookError {
      WorkbookError(problem, at: "part \(name)")
    }
  }

  let bytes: [UInt8]
  /// How many of the bytes are the file's.
  let count: Int
  /// By the name in the form that is compared.
  private(set) var entries: [String: Entry] = [:]

  /// Reads the table of contents.
  init(_ bytes: [UInt8], count: Int) throws(WorkbookError) {
    self.bytes = bytes
    self.count = count
    let directory = try findDirectory()
    try readDirectory(directory)
  }

  /// The file of a name, whatever its case.
  subscript(name: String) -> Entry? { entries[Self.compared(name)] }

  /// A name in the form that is compared.
  static func compared(_ name: String) -> String {
    var parts: [Substring] = []
    for part in name.lowercased().split(whereSeparator: { $0 == "/" || $0 == "\\" })
    where part != "." {
      parts.append(part)
    }
    return parts.joined(separator: "/")
  }

  /// Where the packed bytes of a file lie.
  func data(of entry: Entry) throws(WorkbookError) -> Range<Int> {
    guard number(at: entry.offset, bytes: 4) == 0x0403_4B50,
      let nameCount = number(at: entry.offset + 26, bytes: 2),
      let extraCount = number(at: entry.offset + 28, bytes: 2)
    else {
      throw entry.error(.damaged("a part is not where it should be"))
    }
    let start = entry.offset + 30 + nameCount + extraCount
    guard start <= count, entry.packedCount <= count - start else {
      throw entry.error(.damaged("a part reaches beyond the end of the file"))
    }
    return start..<(start + entry.packedCount)
  }

  // MARK: - The central headers

  private struct Directory {
    var entryCount: Int
    var range: Range<Int>
    /// How many bytes stand before the archive.
    var shift: Int
  }

  /// A number of 2, 4 or 8 bytes, lowest first; nil beyond the end, or where it is no `Int`.
  private func number(at offset: Int, bytes size: Int) -> Int? {
    guard offset >= 0, offset <= count - size else { return nil }
    var value: UInt64 = 0
    for index in (0..<size).reversed() { value = value << 8 | UInt64(bytes[offset + index]) }
    return Int(exactly: value)
  }

  private func findDirectory() throws(WorkbookError) -> Directory {
    let noEnd = WorkbookError(
      .damaged("its table of contents is missing, as when a copy was cut off"))
    // The comment behind the end record has up to 65,535 bytes.
    var place = count - 22
    let last = max(0, place - 65_535)
    while place >= last {
      if bytes[place] == 0x50, number(at: place, bytes: 4) == 0x0605_4B50 { break }
      place -= 1
    }
    guard place >= last, place >= 0, var entryCount = number(at: place + 10, bytes: 2),
      var size = number(at: place + 12, bytes: 4), var start = number(at: place + 16, bytes: 4)
    else { throw noEnd }
    var end = place
    if entryCount == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF,
      number(at: place - 20, bytes: 4) == 0x0706_4B50
    {
      guard let record = number(at: place - 12, bytes: 8),
        number(at: record, bytes: 4) == 0x0606_4B50,
        let manyEntries = number(at: record + 32, bytes: 8),
        let largeSize = number(at: record + 40, bytes: 8),
        let farStart = number(at: record + 48, bytes: 8)
      else { throw noEnd }
      (entryCount, size, start, end) = (manyEntries, largeSize, farStart, record)
    }
    guard size <= end, start <= end - size else { throw noEnd }
    // Some programs put something before the archive and leave the offsets as they were.
    var shift = 0
    if size > 0, number(at: start, bytes: 4) != 0x0201_4B50 { shift = end - size - start }
    return Directory(
      entryCount: entryCount, range: (start + shift)..<(start + shift + size), shift: shift)
  }

  private mutating func readDirectory(_ directory: Directory) throws(WorkbookError) {
    let damaged = WorkbookError(.damaged("its table of contents cannot be read"))
    var place = directory.range.lowerBound
    var entryCount = 0
    while place < directory.range.upperBound {
      entryCount += 1
      guard entryCount <= WorkbookLimits.parts else {
        throw WorkbookError(.tooLarge("it has more than \(WorkbookLimits.parts) parts"))
      }
      guard number(at: place, bytes: 4) == 0x0201_4B50,
        let flags = number(at: place + 8, bytes: 2), let method = number(at: place + 10, bytes: 2),
        let checksum = number(at: place + 16, bytes: 4),
        var packed = number(at: place + 20, bytes: 4),
        var unpacked = number(at: place + 24, bytes: 4),
        let nameCount = number(at: place + 28, bytes: 2),
        let extraCount = number(at: place + 30, bytes: 2),
        let commentCount = number(at: place + 32, bytes: 2),
        var offset = number(at: place + 42, bytes: 4)
      else { throw damaged }
      let nameEnd = place + 46 + nameCount
      let next = nameEnd + extraCount + commentCount
      guard next <= directory.range.upperBound else { throw damaged }
      try readLarge(nameEnd..<(nameEnd + extraCount), &unpacked, &packed, &offset)
      let name = String(decoding: bytes[(place + 46)..<nameEnd], as: UTF8.self)
      place = next
      if name.hasSuffix("/") || name.hasSuffix("\\") { continue }
      let entry = Entry(
        name: Self.shown(name), method: UInt16(method), isEncrypted: flags & 1 != 0,
        checksum: UInt32(checksum), packedCount: packed, unpackedCount: unpacked,
        offset: offset + directory.shift)
      guard entries.updateValue(entry, forKey: Self.compared(name)) == nil else {
        throw entry.error(.damaged("it has two parts of one name"))
      }
    }
    // Programs that do not know zip64 write the lower 16 bits of the count.
    guard entryCount & 0xFFFF == directory.entryCount & 0xFFFF else { throw damaged }
  }

  /// Reads the numbers that need 8 bytes, which stand in the extra field 1 in this order.
  private func readLarge(
    _ extra: Range<Int>, _ unpacked: inout Int, _ packed: inout Int, _ offset: inout Int
  ) throws(WorkbookError) {
    let damaged = WorkbookError(.damaged("its table of contents cannot be read"))
    let needed = [unpacked, packed, offset].map { $0 == 0xFFFF_FFFF }
    guard needed.contains(true) else { return }
    var place = extra.lowerBound
    while place + 4 <= extra.upperBound {
      guard let kind = number(at: place, bytes: 2), let size = number(at: place + 2, bytes: 2)
      else { break }
      place += 4
      guard kind == 1 else {
        place += size
        continue
      }
      func take(_ value: inout Int, if isNeeded: Bool) throws(WorkbookError) {
        guard isNeeded else { return }
        guard place + 8 <= extra.upperBound, let large = number(at: place, bytes: 8) else {
          throw damaged
        }
        value = large
        place += 8
      }
      try take(&unpacked, if: needed[0])
      try take(&packed, if: needed[1])
      try take(&offset, if: needed[2])
      guard packed <= count, offset <= count else { throw damaged }
      return
    }
    throw damaged
  }

  /// A name as messages show it: short, and without what would break a line.
  static func shown(_ name: String) -> String {
    String(
      name.unicodeScalars.prefix(80).map { scalar in
        let isPlain =
          scalar.properties.generalCategory != .control
          && scalar.properties.generalCategory != .format && scalar != "\u{2028}"
          && scalar != "\u{2029}"
        return isPlain ? Character(scalar) : "?"
      })
  }
}
