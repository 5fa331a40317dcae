import Ingest
import TestSupport
import Vocabulary

/// Reads made-up series of ESR interface files as staff and as competences.
///
/// The bytes are files with a record separator (1E) between them, numbered 1, 2, … in a series that
/// begins with a full file; where the first line names the file, the harness takes its word.
enum OutboundHarness {
  static func read(_ bytes: [UInt8]) {
    var names: [String] = []
    for (index, file) in bytes.split(separator: 0x1E).prefix(4).enumerated() {
      let kind = index == 0 ? "F" : "C"
      let name = Self.name(in: file) ?? "GO_431_EXP_GO\(kind)_20260601_0000000\(index + 1).DAT"
      IngestHarness.folder.write(name, bytes: Array(file))
      names.append(name)
    }
    defer { for name in names { IngestHarness.folder.remove(name) } }
    if names.isEmpty { return }
    let blocks = [SourceBlock(files: names)]
    _ = IngestHarness.read([.staff: blocks, .competences: blocks])
    let named = [SourceBlock(files: names, organisation: "RA2")]
    _ = IngestHarness.read([.staff: named, .competences: named])
  }

  /// The name that a header states, `HDR~<name>~…`, if it can be one of a file.
  private static func name(in file: ArraySlice<UInt8>) -> String? {
    let fields = file.prefix(64).split(separator: 0x7E, omittingEmptySubsequences: false)
    guard fields.count > 2, fields[1].count > 4, fields[1].count < 60,
      fields[1].allSatisfy({
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || $0 == 0x5F
          || $0 == 0x2E
      })
    else { return nil }
    return String(decoding: fields[1], as: UTF8.self)
  }
}
