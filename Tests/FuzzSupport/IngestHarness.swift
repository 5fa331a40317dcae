import Files
import Ingest
import Pipeline
import Records
import TestSupport
import Threads
import Vocabulary

/// Reads made-up files through the whole first stage, as a run does.
enum IngestHarness {
  /// One folder for the life of the process: the fuzzer calls some thousand times a second.
  static let folder = TemporaryFolder()

  /// The layouts that come with the program.
  private static let layouts: LayoutSet = {
    do {
      return try LayoutSet()
    } catch {
      preconditionFailure("a shipped layout has a fault: \(error)")
    }
  }()

  /// The as-of date: 15 June 2026, in days since 1970-01-01.
  static let asOf = CalendarDay(raw: 20_619)

  /// Reads a delimited file: the first byte chooses the source, the second whether the pipeline
  /// file says which organisation it is of; the rest is the file.
  static func readDelimited(_ bytes: [UInt8]) { _ = read([bytes]) }

  /// Reads several delimited files, each as ``readDelimited(_:)`` does; nil where one is refused.
  static func read(_ files: [[UInt8]]) -> Extracts? {
    var blocks: [Source: [SourceBlock]] = [:]
    for (number, bytes) in files.enumerated() where bytes.count >= 2 {
      let sources = Source.allCases
      let source = sources[Int(bytes[0]) % sources.count]
      let organisation = bytes[1] % 2 == 0 ? nil : "RA2"
      let name = "input-\(number).csv"
      folder.write(name, bytes: Array(bytes.dropFirst(2)))
      blocks[source, default: []].append(SourceBlock(files: [name], organisation: organisation))
    }
    return read(blocks)
  }

  /// Reads a workbook as staff extract and as decisions, which looks into all its sheets.
  static func readWorkbook(_ bytes: [UInt8]) {
    folder.write("input.xlsx", bytes: bytes)
    let block = SourceBlock(files: ["input.xlsx"], organisation: "RA2")
    _ = read([.staff: [block]])
    _ = read([.decisions: [block]])
  }

  /// Reads the files of `sources` and checks that no row was lost; nil where one is refused.
  static func read(_ sources: [Source: [SourceBlock]]) -> Extracts? {
    var settings = IngestSettings()
    settings.sources = sources
    settings.readsLinkageColumns = true
    settings.outbound = layouts.outbound
    settings.layouts = layouts.tables
    let extracts: Extracts
    do {
      let plan = try InputPlan(settings, below: Folder(opening: folder.path))
      extracts = try Ingest(plan, settings, asOf: asOf).run(Workers(count: 1))
    } catch let failure as IngestFailure {
      for part in [failure.place, failure.problem, failure.remedy] { Message.check(part) }
      return nil
    } catch {
      preconditionFailure("the folder cannot be opened: \(error)")
    }
    for account in extracts.inputs {
      precondition(account.balances, "rows read are neither accepted nor rejected")
    }
    let rejected = extracts.inputs.reduce(0) { $0 + $1.rejected }
    precondition(extracts.rejects.count == rejected, "a reject is not listed")
    for reject in extracts.rejects { Message.check(reject.detail) }
    return extracts
  }
}
