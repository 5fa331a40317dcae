import Ingest
import Pipeline

/// Reads made-up layout files, as layouts of headings and as layouts of records.
enum LayoutHarness {
  static func read(_ bytes: [UInt8]) {
    do {
      _ = try SourceLayout.read(path: "layout.json5", bytes: bytes)
    } catch {
      Message.check(error.message)
    }
    do {
      _ = try OutboundLayout.read(path: "layout.json5", bytes: bytes)
    } catch {
      Message.check(error.message)
    }
  }
}
