import TestSupport
import Testing
import Vocabulary

/// The fixed words of the contract, and the forms in which cells are compared with them.
struct WordTests {
  @Test(arguments: ["y", "yes", "true", "t", "1", "Y", "YES", "True", "T"])
  func `yes is yes`(typed: String) {
    #expect(cell(typed, YesNo.read) == .yes)
  }

  @Test(arguments: ["n", "no", "false", "f", "0", "N", "No", "FALSE", "F"])
  func `no is no`(typed: String) {
    #expect(cell(typed, YesNo.read) == .no)
  }

  @Test(arguments: [
    "yess", "ye", "2", "10", "tru", "falsee", "maybe", "n/a", "-", "oui", "ｙ", "y.",
  ])
  func `any other word is unreadable, nothing is missing`(typed: String) {
    #expect(cell(typed, YesNo.read) == .unreadable)
    #expect(cell("", YesNo.read) == .missing)
  }

  @Test(arguments: [
    ("ann.lee@example.nhs.uk", "ann.lee@example.nhs.uk"),
    ("Ann.Lee@Example.NHS.UK", "ann.lee@example.nhs.uk"),
    ("mailto:ann@example.uk", "ann@example.uk"), ("MailTo:Ann@example.uk", "ann@example.uk"),
    ("Ann Lee <ann@example.uk>", "ann@example.uk"), ("<ann@example.uk>", "ann@example.uk"),
    ("\"Lee, Ann\" <Ann@Example.uk>", "ann@example.uk"),
    ("Lee < ann@example.uk >", "ann@example.uk"),
    ("a@b.c", "a@b.c"), ("a.@b.c", "a.@b.c"), (".a@b.c", ".a@b.c"),
    ("o'neill+x@b-c.uk", "o'neill+x@b-c.uk"),
    ("ÉVA@example.uk", "éva@example.uk"),
  ])
  func `an email address is read out of what stands around it`(typed: String, address: String) {
    #expect(cell(typed) { EmailAddress.read($0).map(text) } == address)
  }

  @Test(arguments: 0..<UInt64(20))
  func `a plain address stands as it would be read, and few others are not plain`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<2000 {
      let count = Int.random(in: 0...66, using: &random)
      var bytes = (0..<count).map { _ in Array("aaaz9-..".utf8).randomElement(using: &random) ?? 0 }
      for _ in 0..<Int.random(in: 0...3, using: &random) where count > 0 {
        let odd = Array("@@@@@A <>é".utf8).randomElement(using: &random) ?? 0
        bytes[Int.random(in: 0..<count, using: &random)] = odd
      }
      let isSame = EmailAddress.read(bytes.span) == bytes
      #expect(
        EmailAddress.isPlain(bytes.span)
          == (isSame && count <= 64 && !bytes.contains { $0 == 0x3C || $0 == 0x3E || $0 >= 0x80 }))
    }
  }

  @Test(arguments: [
    "", "ann", "ann@", "@example.uk", "ann@example", "ann@.uk", "ann@example.", "ann@example..uk",
    "ann@@example.uk", "ann@ex@ample.uk", "ann lee@example.uk", "ann@exam ple.uk",
    "ann@example.uk;bob@example.uk", "ann@example.uk bob@example.uk", "ann\u{A0}@example.uk",
    "mailto:", "Ann <ann@example>", "Ann <>", "none", "n/a", "Ann <ann@example.uk> x",
  ])
  func `any other text is no email address`(typed: String) {
    #expect(cell(typed) { EmailAddress.read($0).map(text) } == nil)
  }

  @Test(arguments: [
    ("Yes", "yes"), ("  YES  ", "yes"), ("Yes -  Carer", "yes - carer"), ("yes\u{A0}", "yes"),
    ("\"Yes\"", "yes"), ("'Yes'", "yes"), ("“Yes”", "yes"), ("‘Yes’", "yes"),
    ("\" Yes \"", "yes"), ("Yes.", "yes"), ("\"Yes.\"", "yes"), (".", ""), ("\"\"", ""), ("''", ""),
    ("\".\"", ""), ("“I  am a\tcarer.”", "i am a carer"),
    // Only one pair of quotes, only one full stop, in this order.
    ("\"'yes'\"", "'yes'"), ("yes..", "yes."), ("\"yes\".", "\"yes\""), ("yes .", "yes "),
    // Quotes that are no pair.
    ("\"yes", "\"yes"), ("yes\"", "yes\""), ("\"yes'", "\"yes'"), ("”yes“", "”yes“"), ("\"", "\""),
    ("'", "'"), ("“", "“"),
  ])
  func `a flag key is the cell without its trimmings`(typed: String, key: String) {
    #expect(text(FlagKey.key(typed)) == key)
  }

  @Test(arguments: [
    ("", MemberType.carer), ("carer", .carer), ("Member", .carer), ("Working  Carer", .carer),
    ("unpaid carer", .carer), ("STAFF CARER", .carer), ("current carer", .carer), ("ally", .ally),
    ("Supporter", .ally), ("sponsor", .ally), ("champion", .ally), ("Former Carer", .ally),
    ("manager", .ally), ("HR", .ally), ("volunteer", .ally),
  ])
  func `a member's type says carer or ally`(typed: String, type: MemberType) {
    #expect(cell(typed) { MemberType($0) } == type)
  }

  @Test(arguments: ["carers", "parent", "friend", "ally carer", "workingcarer", "past carer", "-"])
  func `another member type is none of them`(typed: String) {
    #expect(cell(typed) { MemberType($0) } == nil)
  }

  @Test(arguments: [
    ("efc", Platform.employersForCarers), ("Employers for Carers", .employersForCarers),
    ("EFC  Digital", .employersForCarers), ("digital-resource", .digitalResource),
    ("Digital Resource", .digitalResource), ("digital resource for carers", .digitalResource),
    ("DRC", .digitalResource), ("carers digital", .digitalResource),
  ])
  func `a platform has several names`(typed: String, platform: Platform) {
    #expect(cell(typed) { Platform($0) } == platform)
  }

  @Test(arguments: ["", "efc-digital", "employers", "digital", "digitalresource", "carers uk"])
  func `other names are no platform`(typed: String) {
    #expect(cell(typed) { Platform($0) } == nil)
  }

  @Test(arguments: [
    ("In  Progress", "in progress"), ("\u{FEFF}ENDED\u{3000}", "ended"), ("ÉTÉ", "été"), ("É", "é"),
    ("a\u{85}b\u{2028}c", "a b c"), ("", ""), ("a\u{200B}b", "a\u{200B}b"),
  ])
  func `fixed words are compared without case, white space collapsed`(typed: String, key: String) {
    #expect(cell(typed, FixedWord.text) == key)
  }
}

/// White space against the Unicode property itself.
struct WhiteSpaceTests {
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.value == 0xFEFF
  }

  @Test func `white space is Unicode's, and the byte order mark`() {
    var wrong: [UInt32] = []
    for value in UInt32(0)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let expected = Self.isSpace(scalar) ? String(scalar).utf8.count : 0
      if cell(String(scalar), { WhiteSpace.length(in: $0, at: 0) }) != expected {
        wrong.append(value)
      }
    }
    #expect(wrong == [])
  }

  @Test(arguments: [
    "", " ", "a", " a ", "a b", "\u{A0}a\u{3000}", "\u{FEFF}", "é\u{85}é",
    "\u{2003}\u{2003}a b\u{2028}",
    "\u{200B}a", "a\u{180E}", "\ta\r\n", "日本 語", "\u{1680}a\u{205F}b\u{202F}",
  ])
  func `trimming and words agree with splitting scalar by scalar`(typed: String) {
    var words: [String] = [""]
    for scalar in typed.unicodeScalars {
      if Self.isSpace(scalar) {
        words.append("")
      } else {
        words[words.count - 1].unicodeScalars.append(scalar)
      }
    }
    words.removeAll { $0.isEmpty }
    let bytes = Array(typed.utf8)
    let found = WhiteSpace.words(of: bytes.span).map { text(Array(bytes[$0])) }
    #expect(found == words)
    let trimmed = text(Array(bytes[WhiteSpace.trimmedRange(of: bytes.span)]))
    var expected = typed.unicodeScalars[...]
    while let first = expected.first, Self.isSpace(first) { expected.removeFirst() }
    while let last = expected.last, Self.isSpace(last) { expected.removeLast() }
    #expect(trimmed.unicodeScalars.elementsEqual(expected))
  }
}
