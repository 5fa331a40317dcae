import Files
import Vocabulary

/// What an entry of the chain records; raw values are those of `entries.kind`.
package enum EntryKind: String, CaseIterable, Sendable {
  /// The ledger was begun.
  case created
  /// A run began to work.
  case started
  /// A run was published.
  case published
  /// A run ended with an error.
  case failed
  /// A run was found cut off and its files were thrown away.
  case dropped
  /// The lists of a run were said to have been sent.
  case confirmed
  /// The person-level outputs of a run were removed.
  case purged
}

/// The columns of one row of `entries`, but for number and hash.
struct EntryFields {
  var kind: EntryKind
  var recordedAt: String
  var startedAt: String?
  var run: String?
  var asOf: CalendarDay?
  var footprint: String?
  var exitStatus: Int?
  var program: String?
  var pipeline: SHA256Digest?
  var inputs: SHA256Digest?
  var manifest: SHA256Digest?
  var staffRows: Int?
  var origin: String?
  var keyCheck: SHA256Digest?

  init(_ kind: EntryKind, recordedAt: String) {
    self.kind = kind
    self.recordedAt = recordedAt
  }
}

/// Adds entries to the chain, within a transaction of the caller.
struct EntryWriter {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// Writes the first entry, with an origin drawn at random.
  func begin(now: String, keyCheck: SHA256Digest) throws(LedgerError) {
    let drawn: [UInt8]
    do throws(FileError) {
      drawn = try RandomBytes.make(count: SHA256Digest.byteCount)
    } catch {
      throw .file(error)
    }
    var fields = EntryFields(.created, recordedAt: now)
    fields.origin = SHA256Digest(bytes: drawn)?.hexadecimal(digits: 32)
    fields.keyCheck = keyCheck
    let number = try add(fields)
    _ = try EntrySealer(database).seal(number)
  }

  /// Adds and seals an entry without rows in other tables.
  func addSealed(_ fields: EntryFields) throws(LedgerError) {
    let number = try add(fields)
    _ = try EntrySealer(database).seal(number)
  }

  /// Adds an entry; it must be sealed when its rows in the other tables are written.
  ///
  /// - Returns: its number, one more than that of the last entry.
  func add(_ fields: EntryFields) throws(LedgerError) -> Int {
    let number = try nextNumber()
    try add(fields, number: number)
    return number
  }

  /// The number of the next entry.
  func nextNumber() throws(LedgerError) -> Int {
    try database.integer("SELECT coalesce(max(number), 0) FROM entries", to: "be read") + 1
  }

  /// Adds an entry under its number, whose rows may be there already.
  func add(_ fields: EntryFields, number: Int) throws(LedgerError) {
    let statement = try database.prepare(
      """
      INSERT INTO entries (\(LedgerSchema.entryColumns))
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
      """, to: "take an entry")
    try statement.bind(1, number)
    try statement.bind(2, fields.kind.rawValue)
    try statement.bind(3, fields.recordedAt)
    try statement.bind(4, fields.startedAt)
    try statement.bind(5, fields.run)
    try statement.bind(6, fields.asOf.map { Int($0.raw) })
    try statement.bind(7, fields.footprint)
    try statement.bind(8, fields.exitStatus)
    try statement.bind(9, fields.program)
    try statement.bind(10, fields.pipeline)
    try statement.bind(11, fields.inputs)
    try statement.bind(12, fields.manifest)
    try statement.bind(13, fields.staffRows)
    try statement.bind(14, fields.origin)
    try statement.bind(15, fields.keyCheck)
    try statement.run()
  }
}
