import Columns
import Files
import Ingest
import Records
import TestSupport
import Vocabulary

/// Reads made-up files through the whole first stage, as a run does.
enum IngestHarness {
  /// One folder for the life of the process: the fuzzer calls some thousand times a second.
  private static let folder = TemporaryFolder()

  /// The as-of date: 15 June 2026, in days since 1970-01-01.
  private static let asOf = CalendarDay(raw: 20_619)

  /// Reads a delimited file: the first byte chooses the source, the second whether the pipeline
  /// file says which organisation it is of; the rest is the file.
  static func readDelimited(_ bytes: [UInt8]) {
    guard bytes.count >= 2 else { return }
    let sources = Source.allCases
    let source = sources[Int(bytes[0]) % sources.count]
    let organisation = bytes[1] % 2 == 0 ? nil : "RA2"
    folder.write("input.csv", bytes: Array(bytes.dropFirst(2)))
    read([source: [SourceBlock(files: ["input.csv"], organisation: organisation)]])
  }

  /// Reads the files of `sources` and checks that no row was lost.
  static func read(_ sources: [Source: [SourceBlock]]) {
    var settings = IngestSettings()
    settings.sources = sources
    settings.readsLinkageColumns = true
    let extracts: Extracts
    do {
      let plan = try InputPlan(settings, below: Folder(opening: folder.path))
      extracts = try Ingest(plan, settings, asOf: asOf).run(Workers(count: 1))
    } catch let failure as IngestFailure {
      for part in [failure.place, failure.problem, failure.remedy] { Message.check(part) }
      return
    } catch {
      preconditionFailure("the folder cannot be opened: \(error)")
    }
    for account in extracts.inputs {
      precondition(account.balances, "rows read are neither accepted nor rejected")
    }
    let rejected = extracts.inputs.reduce(0) { $0 + $1.rejected }
    precondition(extracts.rejects.count == rejected, "a reject is not listed")
    for reject in extracts.rejects { Message.check(reject.detail) }
  }
}
