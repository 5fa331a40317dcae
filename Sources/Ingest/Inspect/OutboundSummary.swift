import Columns
import Records

/// What an interface file says of itself, and how many records of each type it holds.
package struct OutboundSummary: Sendable {
  /// Its first record.
  package let header: OutboundHeader
  /// How many records there are, header and trailer apart.
  package let recordCount: Int
  /// What the trailer's number counts: `records`, or those with header and trailer.
  package let counted: String
  /// How many records each type has, by code; those without one under `?`.
  package let records: [(code: String, count: Int)]
}

extension Ingest {
  /// Goes through the records of an interface file, whatever stands in them.
  ///
  /// - Throws: `unusable` where header or trailer are not as they must be.
  package func outboundSummary() throws(IngestFailure) -> OutboundSummary {
    var buffer: [UInt8] = []
    let account = try opened(into: &buffer)
    let text = DecodedFile(buffer, count: account.byteCount).text
    var scan = try OutboundScan(text, path: account.path)
    var counts: [String: Int] = [:]
    while let code = try scan.next(in: text) {
      counts[OutboundScan.text(of: code) ?? "?", default: 0] += 1
    }
    return OutboundSummary(
      header: scan.header, recordCount: scan.recordCount,
      counted: scan.counting?.rawValue ?? "",
      records: counts.sorted { $0.key < $1.key }.map {
        (code: $0.key, count: $0.value)
      })
  }
}
