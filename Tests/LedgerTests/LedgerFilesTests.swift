import Files
import Glibc
import Ledger
import TestSupport
import Testing
import Vocabulary

@Suite struct LedgerFilesTests {
  let nights = Nights()
  private var temporary: TemporaryFolder { nights.temporary }

  @Test func `the ledger, its log, its index and its key are their owner's only`() async throws {
    let path = temporary.path
    // In a process of its own, as the umask is the whole process's.
    await #expect(processExitsWith: .success) { [path = path as String] in
      umask(0)
      let folder = try Folder(opening: path)
      do {
        let ledger = try Ledger.open(in: folder, now: Nights.now)
        try Nights.publish(ledger, asOf: Nights.day(0), seen: [Nights.seen("A", in: ledger)])
        // A new ledger has no log; it has one from the second opening on.
        guard unsafe access("\(path)/ledger.sqlite-wal", F_OK) != 0 else { exit(3) }
      }
      let ledger = try Ledger.open(in: folder, now: Nights.now)
      try Nights.publish(ledger, asOf: Nights.day(1), seen: [Nights.seen("A", in: ledger)])
      for name in ["ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm", "ledger.key"] {
        var status = stat()
        guard unsafe stat("\(path)/\(name)", &status) == 0, status.st_mode & 0o777 == 0o600
        else { exit(2) }
      }
      _ = try ledger.head()
    }
  }

  @Test func `what is kept of persons and discrepancies cannot be read`() throws {
    let ledger = try nights.open()
    let seen = Nights.seen("RA2/00012345", in: ledger)
    try Nights.publish(
      ledger, asOf: Nights.day(0), seen: [seen],
      deliveries: [Nights.listed(["RA2/00012345"], in: ledger, code: "0123456789ab")],
      carers: ["RA2/00012345"])
    try ledger.checkpoint()
    let bytes = try #require(temporary.read("ledger.sqlite"))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("00012345"))
    // Of the reason why, the rule and the code's fingerprint stand in clear; the search works.
    #expect(text.contains("flag-conflict"))
    #expect(text.contains("0123456789ab"))
  }

  @Test func `hashes differ from ledger to ledger and between kinds of things`() throws {
    let ledger = try nights.open()
    let other = try Nights().open()
    var hasher = ledger.hashing.makeHasher()
    var otherHasher = other.hashing.makeHasher()
    let hash = hasher.carer(employee: "RA2/1".utf8.span)
    #expect(hash == hasher.carer(employee: "RA2/1".utf8.span))
    #expect(hash != hasher.carer(employee: "RA2/2".utf8.span))
    #expect(hash != otherHasher.carer(employee: "RA2/1".utf8.span))
    #expect(hash != hasher.discrepancy(rule: "RA2/1", subject: "carer"))
    let discrepancy = hasher.discrepancy(rule: "email-shared", subject: "RA2/1")
    #expect(discrepancy != hasher.discrepancy(rule: "ni-number-shared", subject: "RA2/1"))
    #expect(discrepancy != hasher.discrepancy(rule: "email-sharedR", subject: "A2/1"))
    let recipient = hasher.recipient(platform: "efc", footprint: "QWO", employee: "RA2/1".utf8.span)
    #expect(
      recipient != hasher.recipient(platform: "efc", footprint: "", employee: "RA2/1".utf8.span))
    #expect(
      recipient != hasher.recipient(platform: "drc", footprint: "QWO", employee: "RA2/1".utf8.span))
    #expect(
      recipient != hasher.recipient(platform: "efc", footprint: "QWOR", employee: "A2/1".utf8.span))
  }

  @Test func `a ledger without its key, or with another, is refused with what to do`() throws {
    do { _ = try nights.open() }
    let key = try #require(temporary.read("ledger.key"))
    #expect(key.count == 32)
    let path = temporary.path("ledger.key")
    let cases: [([UInt8]?, LedgerError)] = [
      (nil, .keyMissing(path: path)),
      ([1, 2, 3], .keyLength(path: path)),
      (key.reversed(), .keyOfAnother(path: path)),
    ]
    for (content, expected) in cases {
      temporary.remove("ledger.key")
      if let content { temporary.write("ledger.key", bytes: content) }
      temporary.makePrivate(["ledger.key"])
      #expect(throws: expected) { _ = try nights.open() }
      #expect(throws: expected) { _ = try Ledger.openForReading(in: nights.folder()) }
      let faults = try Ledger.verify(in: nights.folder(), against: nil).faults
      #expect(faults.map(\.table) == ["ledger.key"])
      #expect(temporary.read("ledger.key") == content, "nothing is made in its place")
    }
    temporary.remove("ledger.key")
    temporary.write("ledger.key", bytes: key)
    _ = unsafe chmod(path, 0o640)
    #expect(throws: LedgerError.file(FileError(.open, path, .notPrivate))) {
      _ = try nights.open()
    }
    temporary.makePrivate(["ledger.key"])
    _ = try nights.open()
    #expect(LedgerError.keyMissing(path: "k").description.contains("restore the key"))
  }

  @Test func `a key that a cut-off first run left is used`() throws {
    let key = [UInt8](1...32)
    temporary.write("ledger.key", bytes: key)
    temporary.write("ledger.sqlite", "")
    temporary.makePrivate(["ledger.key", "ledger.sqlite"])
    let ledger = try nights.open()
    #expect(temporary.read("ledger.key") == key)
    #expect(try ledger.head().entryCount == 1)
    #expect(try nights.faults() == [])
  }

  @Test func `what is no ledger of ours, or a newer one, is refused`() throws {
    let raw = RawLedger(path: temporary.path("ledger.sqlite"))
    try raw.run("CREATE TABLE people (name TEXT)")
    temporary.write("ledger.key", bytes: [UInt8](1...32))
    temporary.makePrivate(["ledger.sqlite", "ledger.key"])
    #expect(throws: LedgerError.notALedger(path: raw.path)) { _ = try nights.open() }
    temporary.write("ledger.sqlite", "not a database at all, but long enough to be looked at")
    #expect {
      _ = try nights.open()
    } throws: {
      ($0 as? LedgerError)?.kind == .unusable
    }
    for name in ["ledger.sqlite", "ledger.key"] { temporary.remove(name) }
    do { _ = try nights.open() }
    try raw.run("PRAGMA user_version = -1")
    #expect(throws: LedgerError.notALedger(path: raw.path)) { _ = try nights.open() }
    try raw.run("PRAGMA user_version = 2")
    #expect(throws: LedgerError.tooNew(found: 2, known: 1)) { _ = try nights.open() }
    #expect(throws: LedgerError.tooNew(found: 2, known: 1)) {
      _ = try Ledger.openForReading(in: nights.folder())
    }
  }

  @Test func `reading where there is no ledger makes none`() throws {
    let path = temporary.path("ledger.sqlite")
    #expect(throws: LedgerError.missing(path: path)) {
      _ = try Ledger.openForReading(in: nights.folder())
    }
    #expect(throws: LedgerError.missing(path: path)) {
      _ = try Ledger.verify(in: nights.folder(), against: nil)
    }
    #expect(try nights.folder().names() == [])
    // A first run that was cut off at once has left no more than an empty file.
    temporary.write("ledger.key", bytes: [UInt8](1...32))
    temporary.write("ledger.sqlite", "")
    temporary.makePrivate(["ledger.key", "ledger.sqlite"])
    #expect(throws: LedgerError.missing(path: path)) {
      _ = try Ledger.openForReading(in: nights.folder())
    }
    #expect(throws: LedgerError.missing(path: path)) {
      _ = try Ledger.verify(in: nights.folder(), against: nil)
    }
  }

  @Test(arguments: ["ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm", "ledger.key"])
  func `planted links are refused`(name: String) throws {
    _ = unsafe symlink("elsewhere", temporary.path(name))
    #expect {
      _ = try nights.open()
    } throws: {
      ($0 as? LedgerError)?.kind == .creation
    }
    #expect(!temporary.exists("elsewhere"))
  }

  @Test func `a ledger that others may read is refused`() throws {
    do { _ = try nights.open() }
    _ = unsafe chmod(temporary.path("ledger.sqlite"), 0o644)
    let refusal = FileError(.open, temporary.path("ledger.sqlite"), .notPrivate)
    #expect(throws: LedgerError.file(refusal)) { _ = try nights.open() }
  }
}
