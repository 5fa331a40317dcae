import Records
import StageSupport
import TestSupport
import Testing
import Vocabulary

struct EncodingTests {
  private static let header = Array("ods code,emp no,forename,surname\n".utf8)

  private static func row(_ number: Int, _ name: [UInt8]) -> [UInt8] {
    Array("RA2,\(number),".utf8) + name + Array(",Lee\n".utf8)
  }

  private func read(_ bytes: [UInt8]) throws -> Extracts {
    try Extracts(reading: [DrawnFile(.staff, bytes: bytes)])
  }

  private static func utf16(_ units: [UInt16], isBigEndian: Bool) -> [UInt8] {
    units.flatMap { unit in
      let high = UInt8(unit >> 8)
      let low = UInt8(unit & 0xFF)
      return isBigEndian ? [high, low] : [low, high]
    }
  }

  @Test func `rows that are not UTF-8 are Windows-1252, each row by itself`() throws {
    let extracts = try read(
      Self.header + Self.row(1, Array("Zoë".utf8)) + Self.row(2, [0x5A, 0x6F, 0xEB])
        + Self.row(3, [0x80, 0x8A, 0x9F, 0xFF]) + Self.row(4, Array("Ann".utf8)))
    #expect(extracts.drawnNames == ["Zoë Lee", "Zoë Lee", "€ŠŸÿ Lee", "Ann Lee"])
    #expect(extracts.inputs[0].encodings == ["UTF-8", "Windows-1252"])
    #expect(extracts.rejects.isEmpty)
  }

  @Test func `a row whose bytes are mixed is Windows-1252 as a whole`() throws {
    let extracts = try read(Self.header + Self.row(1, Array("Zoë".utf8) + [0xEB]))
    #expect(extracts.drawnNames == ["ZoÃ«ë Lee"])
    #expect(extracts.inputs[0].encodings == ["Windows-1252"])
  }

  @Test func `the upper half of Windows-1252 is read character by character`() throws {
    let unused: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
    let bytes = (UInt8(0x80)...0x9F).filter { !unused.contains($0) }
    let extracts = try read(Self.header + Self.row(1, [0x61] + bytes + [0x61]))
    #expect(extracts.drawnNames == ["a€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸa Lee"])
    let latin = (UInt8(0xA1)...0xFF).map { String(Unicode.Scalar($0)) }.joined()
    let extractsOfLatin = try read(Self.header + Self.row(1, Array(0xA1...0xFF)))
    #expect(extractsOfLatin.drawnNames == ["\(latin) Lee"])
  }

  @Test(arguments: [0x81, 0x8D, 0x8F, 0x90, 0x9D] as [UInt8])
  func `bytes that mean nothing in Windows-1252 reject the row`(byte: UInt8) throws {
    let extracts = try read(
      Self.header + Self.row(1, [0x61, byte]) + Self.row(2, [0xC2, byte]) + Self.row(3, [0x62]))
    // C2 and such a byte are UTF-8.
    #expect(extracts.drawnRejects == ["2 encoding"])
    #expect(extracts.assignments[0].count == 2)
    #expect(extracts.rejects[0].raw == [])
    #expect(extracts.inputs[0].encodings == ["UTF-8"])
  }

  /// The bytes of é, a space that does not break, and a separator of lines.
  @Test func `surplus fields are empty or not in the encoding of their row`() throws {
    let extracts = try read(
      Self.header + Array("RA2,1,Zo".utf8) + [0xEB] + Array(",Lee,".utf8) + [0xA0, 0x0A]
        + Array("RA2,2,Zo".utf8) + [0xEB] + Array(",Lee,\u{2028}\n".utf8)
        + Array("RA2,3,Zoë,Lee,\u{A0},\u{2028}\n".utf8))
    #expect(extracts.drawnNames == ["Zoë Lee", "Zoë Lee"])
    #expect(extracts.drawnRejects == ["3 column-count"])
  }

  @Test func `a heading that is no text is one that is not known`() throws {
    let extracts = try read(
      Array("ods code,emp no,forename,surname,".utf8) + [0x78, 0x81, 0x0A]
        + Array("RA2,1,Ann,Lee,x\nRA2,2,Ben,Lee\n".utf8))
    #expect(extracts.drawnNames == ["Ann Lee"])
    #expect(extracts.drawnRejects == ["3 column-count"])
  }

  @Test func `NUL rejects a row in every encoding`() throws {
    let extracts = try read(
      Self.header + Self.row(1, [0]) + Self.row(2, [0xEB, 0]) + Self.row(3, Array("Ann".utf8)))
    #expect(extracts.drawnRejects == ["2 encoding", "3 encoding"])
    for isBigEndian in [true, false] {
      let text = Self.utf16(
        Array("\u{FEFF}ods code,emp no,forename,surname\nRA2,1,A\0,Lee\nRA2,2,Ben,Lee".utf16),
        isBigEndian: isBigEndian)
      let extracts = try read(text)
      #expect(extracts.drawnRejects == ["2 encoding"])
      #expect(extracts.drawnNames == ["Ben Lee"])
    }
  }

  @Test func `every cell counts for the encoding of a row, asked for or not`() throws {
    let extracts = try read(
      Array("ods code,emp no,forename,surname,remarks\n".utf8)
        + Array("RA2,1,Ann,Lee,".utf8) + [0x81, 0x0A] + Array("RA2,2,Ben,Lee,".utf8) + [0xEB])
    #expect(extracts.drawnRejects == ["2 encoding"])
    #expect(extracts.inputs[0].encodings == ["Windows-1252"])
  }

  @Test(arguments: [(true, "UTF-16BE"), (false, "UTF-16LE")])
  func `UTF-16 is known by its byte order mark`(isBigEndian: Bool, name: String) throws {
    let text =
      "\u{FEFF}ods code;emp no;forename;surname\r\nRA2;1;Zoë;\"Le\n€\"\r\n\r\nRA2;2;𠮷;Lee\r\n"
    let extracts = try read(Self.utf16(Array(text.utf16), isBigEndian: isBigEndian))
    #expect(extracts.drawnNames == ["Zoë Le\n€", "𠮷 Lee"])
    #expect(extracts.assignments[0].row.map(\.line) == [2, 5])
    #expect(extracts.inputs[0].encodings == [name])
    #expect(extracts.inputs[0].blank == 1)
  }

  @Test(arguments: [true, false])
  func `half a UTF-16 pair rejects its row and no other`(isBigEndian: Bool) throws {
    func row(_ number: Int, _ name: [UInt16]) -> [UInt16] {
      Array("RA2,\(number),".utf16) + name + Array(",Lee\n".utf16)
    }
    let text =
      Array("\u{FEFF}ods code,emp no,forename,surname\n".utf16) + row(1, [0xD842])
      + row(2, [0xDFB7]) + row(3, [0xDFB7, 0xD842]) + row(4, [0xD842, 0xDFB7])
      + row(5, [0xD842, 0xD842, 0xDFB7]) + row(6, [0xEB])
    let extracts = try read(Self.utf16(text, isBigEndian: isBigEndian))
    #expect(
      extracts.drawnRejects == ["2 encoding", "3 encoding", "4 encoding", "6 encoding"])
    #expect(extracts.drawnNames == ["𠮷 Lee", "ë Lee"])
  }

  @Test func `an odd last byte of UTF-16 rejects the row it stands in`() throws {
    let text = "\u{FEFF}ods code,emp no,forename,surname\nRA2,1,Ann,Lee\nRA2,2,Ben,Lee"
    let bytes = Self.utf16(Array(text.utf16), isBigEndian: false)
    let extracts = try read(bytes + [0x41])
    #expect(extracts.drawnNames == ["Ann Lee"])
    #expect(extracts.drawnRejects == ["3 encoding"])
  }

  @Test func `a byte order mark of UTF-8 is dropped at the start and nowhere else`() throws {
    let extracts = try read(
      [0xEF, 0xBB, 0xBF] + Self.header + Self.row(1, Array("A\u{FEFF}n".utf8)))
    #expect(extracts.drawnNames == ["A\u{FEFF}n Lee"])
    #expect(extracts.inputs[0].encodings == ["UTF-8"])
  }

  @Test(
    arguments: [
      // The first and last of each length, and the neighbours that are not well-formed.
      ([0xC2, 0x80], "UTF-8"), ([0xC1, 0xBF], "Windows-1252"), ([0xDF, 0xBF], "UTF-8"),
      ([0xE0, 0xA0, 0x80], "UTF-8"), ([0xE0, 0x9F, 0xBF], "Windows-1252"),
      ([0xED, 0x9F, 0xBF], "UTF-8"), ([0xED, 0xA0, 0x80], "Windows-1252"),
      ([0xEF, 0xBF, 0xBF], "UTF-8"), ([0xF0, 0x90, 0x80, 0x80], "UTF-8"),
      ([0xF0, 0x8F, 0xBF, 0xBF], "rejected"), ([0xF0, 0x8E, 0xBF, 0xBF], "Windows-1252"),
      ([0xF4, 0x8F, 0xBF, 0xBF], "UTF-8"), ([0xF4, 0x90, 0x80, 0x80], "rejected"),
      ([0xF4, 0x91, 0x80, 0x80], "Windows-1252"), ([0xF5, 0x80, 0x80, 0x80], "Windows-1252"),
      ([0x80], "Windows-1252"), ([0xBF], "Windows-1252"), ([0xE2, 0x82], "Windows-1252"),
      ([0xF0, 0x9F, 0x98], "Windows-1252"), ([0xE2, 0x82, 0xC2, 0x80], "Windows-1252"),
    ] as [([UInt8], String)])
  func `only what is well-formed is UTF-8`(bytes: [UInt8], encoding: String) throws {
    let extracts = try read(Self.header + Self.row(1, [0x61] + bytes + [0x61]))
    #expect(
      extracts.rejects.isEmpty
        ? extracts.inputs[0].encodings == [encoding] : encoding == "rejected")
  }

  /// Rows of a few high bytes, well-formed or nearly so, against the system's own UTF-8.
  @Test(arguments: 0..<UInt64(20))
  func `what is UTF-8 is what the standard library takes for it`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let edges: [UInt8] = [
      0x61, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC,
      0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xF8, 0xFF,
    ]
    let unused: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
    var bytes = Self.header
    var accepted: [Int] = []
    var rejected: [Int] = []
    for line in 2...60 {
      // The ends are plain, so that nothing is trimmed.
      var name = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        edges.randomElement(using: &random) ?? 0x61
      }
      name = [0x61] + name + [0x61]
      bytes += Self.row(line, name)
      let isUTF8 = String(validating: name, as: UTF8.self) != nil
      if isUTF8 || unused.isDisjoint(with: name) {
        accepted.append(line)
      } else {
        rejected.append(line)
      }
    }
    let extracts = try read(bytes)
    #expect(extracts.assignments[0].row.map(\.line) == accepted)
    #expect(extracts.drawnRejects == rejected.map { "\($0) encoding" })
  }
}
