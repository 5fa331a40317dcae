import Columns
import Records
import Vocabulary

/// How one ESR interface file is read, for whoever looks at a file by itself.
package struct OutboundInspection: Sendable {
  /// The records of one type.
  package struct RecordCount: Sendable, Equatable {
    /// The type's code; `?` for records whose first field is no code.
    package var code: String
    /// What they are about; nil for types that no source needs.
    package var subject: OutboundSubject?
    /// Whether the layout knows the type.
    package var isKnown: Bool
    /// How many there are.
    package var count: Int
    /// How many there are of each number of fields that a version of the type has, ascending.
    package var widths: [Width] = []
    /// How many have a number of fields that no version has: each would be rejected.
    package var misfits = 0
  }

  /// The records of one type that are of one version.
  package struct Width: Sendable, Equatable {
    /// The version's number of fields.
    package var fieldCount: Int
    /// How many there are.
    package var count: Int
  }

  /// The first record, which agrees with the file's name.
  package let header: OutboundHeader
  /// The types in the order of their codes.
  package let records: [RecordCount]
  /// How many records there are, header and trailer apart.
  package let recordCount: Int
  /// What the trailer's number counts: the records, or header and trailer too.
  package let trailerCounts: String

  /// Looks at the first `count` bytes of `bytes`, which the file at `path` holds.
  ///
  /// - Precondition: the padding of `PaddedBytes` stands behind the bytes.
  init(
    _ bytes: [UInt8], count: Int, path: String, _ layout: OutboundLayout
  ) throws(IngestFailure) {
    let text = DecodedFile(bytes, count: count).text
    var scan = try OutboundScan(text, path: path)
    header = scan.header
    var tallies: [UInt32: Tally] = [:]
    while let code = try scan.next(in: text).map(OutboundScan.plain) {
      let isNew = tallies[code] == nil
      if isNew { tallies[code] = Tally(code, layout) }
      tallies[code]?.add(scan.record, text)
    }
    records = tallies.keys.sorted().compactMap { tallies[$0]?.result }
    recordCount = scan.recordCount
    trailerCounts = scan.counting?.rawValue ?? ""
  }

  /// Counts the records of one type.
  private struct Tally {
    private var counted: RecordCount
    private let versions: [OutboundVersion]
    private var widths: [Int: Int] = [:]

    init(_ code: UInt32, _ layout: OutboundLayout) {
      let name = OutboundScan.text(of: code) ?? "?"
      let type = layout.records.first { $0.update == name || $0.delete == name }
      counted = RecordCount(
        code: name, subject: type?.subject, isKnown: type != nil || layout.skipped.contains(name),
        count: 0)
      versions =
        type.map { type in
          type.delete == name ? OutboundRecords.deletions : type.versions.map(OutboundVersion.init)
        } ?? []
    }

    mutating func add(_ record: RecordScanner, _ text: PaddedBytes) {
      counted.count += 1
      guard counted.subject != nil else { return }
      if let version = OutboundVersion.fitting(record.fields, text, versions) {
        widths[version.fieldCount, default: 0] += 1
      } else {
        counted.misfits += 1
      }
    }

    var result: RecordCount {
      var result = counted
      result.widths = widths.sorted { $0.key < $1.key }.map {
        Width(fieldCount: $0.key, count: $0.value)
      }
      return result
    }
  }
}

extension Ingest {
  /// Looks at the one interface file that the plan names.
  ///
  /// - Throws: `unusable` for all that makes a run refuse the file by itself; `system`.
  package func inspectOutbound() throws(IngestFailure) -> OutboundInspection {
    var buffer: [UInt8] = []
    let account = try opened(into: &buffer)
    return try OutboundInspection(
      buffer, count: account.byteCount, path: account.path, settings.outbound)
  }
}
