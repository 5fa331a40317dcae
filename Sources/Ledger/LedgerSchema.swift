/// The tables of the ledger, by version; `PRAGMA user_version` says which a file has.
///
/// ```
/// entries             what happened, in order: created, started, published, failed, dropped,
///  │                  confirmed, purged
///  ├ seals            the chain: previous seal, own seal (32 bytes each)
///  ├ seal_tables      rows and SHA-256 of what an entry has in each table below
///  ├ terms            rule ids, organisation, footprint and platform codes, code fingerprints
///  ├ inputs           files of a published run
///  ├ run_organisations  accepted staff rows for each employer
///  ├ run_counts       discrepancies by status
///  ├ guards           guards that were let pass, and why
///  ├ discrepancy_events  new, waiver ended, reopened, waived, changed, resolved
///  ├ delivery_events  listed, unlisted, confirmed, joined
///  └ flag_events      an employee's flag became carer, or is it no more
/// discrepancies, deliveries, flags   where that has led: rebuilt from the events by `verify`
/// ```
///
/// Everything above the last line is only ever added to; triggers forbid the rest. Days are days
/// since 1970-01-01; times are texts, `YYYY-MM-DD HH:MM:SS UTC`. Subjects, recipients and
/// employees are keyed hashes of 16 bytes.
enum LedgerSchema {
  /// What `PRAGMA application_id` says of our files: "CRLG".
  static let applicationID = 0x4352_4C47

  /// The steps from each version to the next; the first makes an empty file version 1.
  static let migrations: [String] = [version1]

  /// The version that this program writes.
  static var version: Int { migrations.count }

  /// The tables whose rows belong to an entry and are sealed with it.
  static let sealedTables: [SealedTable] = [
    SealedTable("terms", columns: "id, entry, text", order: "id"),
    SealedTable(
      "inputs",
      columns: """
        entry, source, path, byte_count, modified_at, digest, rows_read, rows_accepted, \
        rows_rejected
        """,
      order: "source, path"),
    SealedTable(
      "run_organisations", columns: "entry, organisation, staff_rows", order: "organisation"),
    SealedTable("run_counts", columns: "entry, status, count", order: "status"),
    SealedTable("guards", columns: "entry, guard, reason", order: "guard"),
    SealedTable(
      "discrepancy_events",
      columns: "entry, subject, event, rule, severity, organisation, waived_until",
      order: "subject"),
    SealedTable(
      "delivery_events",
      columns: "entry, recipient, event, footprint, platform, fingerprint",
      order: "recipient, event"),
    SealedTable("flag_events", columns: "entry, employee, event", order: "employee"),
  ]

  /// The columns of `entries` in the order in which they are sealed.
  static let entryColumns = """
    number, kind, recorded_at, started_at, run, as_of, footprint, exit_status, program, pipeline, \
    inputs, manifest, staff_rows, origin, key_check
    """

  /// The tables that are only ever added to.
  static var appendOnlyTables: [String] {
    ["entries", "seals", "seal_tables"] + sealedTables.map(\.name)
  }

  private static let version1 =
    tables
    + appendOnlyTables.map { table in
      """
      CREATE TRIGGER \(table)_never_updated BEFORE UPDATE ON \(table)
      BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END;
      CREATE TRIGGER \(table)_never_deleted BEFORE DELETE ON \(table)
      BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END;

      """
    }.joined()

  private static let tables = """
    CREATE TABLE entries (
      number INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      started_at TEXT,
      run TEXT,
      as_of INTEGER,
      footprint TEXT,
      exit_status INTEGER,
      program TEXT,
      pipeline BLOB,
      inputs BLOB,
      manifest BLOB,
      staff_rows INTEGER,
      origin TEXT,
      key_check BLOB
    ) STRICT;
    CREATE UNIQUE INDEX published_runs ON entries (run) WHERE kind = 'published';
    CREATE TABLE seals (
      entry INTEGER PRIMARY KEY REFERENCES entries,
      previous BLOB NOT NULL CHECK (length(previous) = 32),
      hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;
    CREATE TABLE seal_tables (
      entry INTEGER NOT NULL REFERENCES entries,
      name TEXT NOT NULL,
      row_count INTEGER NOT NULL,
      digest BLOB NOT NULL CHECK (length(digest) = 32),
      PRIMARY KEY (entry, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE terms (
      id INTEGER PRIMARY KEY,
      entry INTEGER NOT NULL REFERENCES entries,
      text TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE INDEX terms_of_entry ON terms (entry);
    CREATE TABLE inputs (
      entry INTEGER NOT NULL REFERENCES entries,
      source TEXT NOT NULL,
      path TEXT NOT NULL,
      byte_count INTEGER NOT NULL,
      modified_at INTEGER NOT NULL,
      digest BLOB NOT NULL CHECK (length(digest) = 32),
      rows_read INTEGER NOT NULL,
      rows_accepted INTEGER NOT NULL,
      rows_rejected INTEGER NOT NULL,
      PRIMARY KEY (entry, source, path)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE run_organisations (
      entry INTEGER NOT NULL REFERENCES entries,
      organisation TEXT NOT NULL,
      staff_rows INTEGER NOT NULL,
      PRIMARY KEY (entry, organisation)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE run_counts (
      entry INTEGER NOT NULL REFERENCES entries,
      status TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (entry, status)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE guards (
      entry INTEGER NOT NULL REFERENCES entries,
      guard TEXT NOT NULL,
      reason TEXT NOT NULL,
      PRIMARY KEY (entry, guard)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE discrepancy_events (
      entry INTEGER NOT NULL REFERENCES entries,
      subject BLOB NOT NULL,
      event INTEGER NOT NULL,
      rule INTEGER NOT NULL REFERENCES terms,
      severity INTEGER NOT NULL,
      organisation INTEGER NOT NULL REFERENCES terms,
      waived_until INTEGER,
      PRIMARY KEY (entry, subject)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE delivery_events (
      entry INTEGER NOT NULL REFERENCES entries,
      recipient BLOB NOT NULL,
      event INTEGER NOT NULL,
      footprint INTEGER NOT NULL REFERENCES terms,
      platform INTEGER NOT NULL REFERENCES terms,
      fingerprint INTEGER NOT NULL REFERENCES terms,
      PRIMARY KEY (entry, recipient, event)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE flag_events (
      entry INTEGER NOT NULL REFERENCES entries,
      employee BLOB NOT NULL,
      event INTEGER NOT NULL,
      PRIMARY KEY (entry, employee)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE discrepancies (
      subject BLOB PRIMARY KEY,
      rule INTEGER NOT NULL,
      severity INTEGER NOT NULL,
      organisation INTEGER NOT NULL,
      state INTEGER NOT NULL,
      first_seen INTEGER NOT NULL,
      waived_until INTEGER,
      changed_in INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE deliveries (
      recipient BLOB PRIMARY KEY,
      footprint INTEGER NOT NULL,
      platform INTEGER NOT NULL,
      first_listed_in INTEGER NOT NULL,
      listed INTEGER,
      confirmed INTEGER,
      confirmed_in INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE flags (
      employee BLOB PRIMARY KEY
    ) STRICT, WITHOUT ROWID;

    """
}

/// A table whose rows belong to entries, and the form in which they are sealed.
struct SealedTable: Sendable {
  let name: String
  private let columns: String
  private let order: String

  init(_ name: String, columns: String, order: String) {
    self.name = name
    self.columns = columns
    self.order = order
  }

  /// Selects the rows of entry ?1 in their one order.
  var selection: String { "SELECT \(columns) FROM \(name) WHERE entry = ?1 ORDER BY \(order)" }

  /// Selects the entries named in the table that do not exist.
  var orphans: String {
    "SELECT DISTINCT entry FROM \(name) WHERE entry NOT IN (SELECT number FROM entries)"
  }
}
