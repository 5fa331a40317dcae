package import Files
package import Vocabulary

/// One input file of a run, as the ledger keeps it.
package struct LedgerInput: Sendable, Equatable {
  /// The source it was read for.
  package let source: Source
  /// Its path relative to the input folder.
  package let path: String
  /// Its size in bytes.
  package let byteCount: Int
  /// When it was last changed, in seconds since 1970-01-01 UTC.
  package let modifiedSeconds: Int
  /// The SHA-256 of its bytes.
  package let digest: SHA256Digest
  /// Rows read = accepted + rejected.
  package let rowsRead: Int
  /// Rows accepted.
  package let rowsAccepted: Int
  /// Rows rejected.
  package let rowsRejected: Int

  /// Makes the record of a file; the rows may be 0 where only the identity of inputs is wanted.
  package init(
    source: Source, path: String, byteCount: Int, modifiedSeconds: Int, digest: SHA256Digest,
    rowsRead: Int, rowsAccepted: Int, rowsRejected: Int
  ) {
    self.source = source
    self.path = path
    self.byteCount = byteCount
    self.modifiedSeconds = modifiedSeconds
    self.digest = digest
    self.rowsRead = rowsRead
    self.rowsAccepted = rowsAccepted
    self.rowsRejected = rowsRejected
  }

  /// The identity of a run's inputs: which files, for which sources, with which bytes.
  ///
  /// The order of `inputs`, the time of their last change and the rows do not matter.
  package static func identity(of inputs: [LedgerInput]) -> SHA256Digest {
    let lines = inputs.map { input in
      // A path has no line end, see `FolderListing`.
      "\(input.source.rawValue)\t\(input.digest.hexadecimal)\t\(input.path)\n"
    }
    return SHA256.digest(
      of: lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined())
  }
}

/// A guard that was let pass for one run, and why.
package struct AcceptedGuard: Sendable, Equatable {
  /// The guard's key in the pipeline file.
  package let name: String
  /// The reason given; it must not name a person.
  package let reason: String

  /// Makes one; line ends and control characters of the reason become `?`.
  package init(name: String, reason: String) {
    self.name = name
    self.reason = OneLine.printable(reason)
  }
}

/// All that the ledger keeps of a run that is about to be published.
package struct RunRecord: Sendable {
  /// `<as-of>-<nn>`, from `Ledger.nextRunID(asOf:)`.
  package var id: String
  /// The date the run is for.
  package var asOf: CalendarDay
  /// When it started, UTC as text.
  package var startedAt: String
  /// When it was entered, UTC as text.
  package var recordedAt: String
  /// The program's version.
  package var program: String
  /// The SHA-256 of the pipeline file, and of the layouts beside it where there are any.
  package var pipeline: SHA256Digest
  /// The SHA-256 of `manifest.json`; nil until it is on the disk.
  package var manifest: SHA256Digest?
  /// The input files.
  package var inputs: [LedgerInput]
  /// Accepted staff rows by organisation code.
  package var staffRows: [String: Int]
  /// Guards that were let pass.
  package var acceptedGuards: [AcceptedGuard]
  /// The discrepancies, from `LedgerMemory.night`.
  package var discrepancies: DiscrepancyNight
  /// The recipients for whom there is a code, listed or left out.
  package var deliveries: RecipientRecords
  /// The employees whose flag is carer.
  package var carers: [KeyedHash]

  /// Makes the record of a run.
  package init(
    id: String, asOf: CalendarDay, startedAt: String, recordedAt: String, program: String,
    pipeline: SHA256Digest, manifest: SHA256Digest?, inputs: [LedgerInput],
    staffRows: [String: Int], acceptedGuards: [AcceptedGuard], discrepancies: DiscrepancyNight,
    deliveries: RecipientRecords, carers: [KeyedHash]
  ) {
    self.id = id
    self.asOf = asOf
    self.startedAt = startedAt
    self.recordedAt = recordedAt
    self.program = program
    self.pipeline = pipeline
    self.manifest = manifest
    self.inputs = inputs
    self.staffRows = staffRows
    self.acceptedGuards = acceptedGuards
    self.discrepancies = discrepancies
    self.deliveries = deliveries
    self.carers = carers
  }
}

/// A run that the ledger says was published.
package struct PublishedRun: Sendable, Equatable {
  /// The number of its entry in the chain.
  package let entry: Int
  /// `<as-of>-<nn>`.
  package let id: String
  /// The date it was for.
  package let asOf: CalendarDay
  /// When it started, UTC as text.
  package let startedAt: String
  /// When it was entered, UTC as text.
  package let recordedAt: String
  /// The program's version.
  package let program: String
  /// The SHA-256 of the pipeline file, and of the layouts beside it where there are any.
  package let pipeline: SHA256Digest
  /// `LedgerInput.identity` of its inputs.
  package let inputs: SHA256Digest
  /// The SHA-256 of its `manifest.json`.
  package let manifest: SHA256Digest
  /// Accepted staff rows in total.
  package let staffRows: Int
}
