import Columns
import Files
import Records
import Threads
import Vocabulary

/// Reading one large file with all workers.
///
/// The files of many employers are read one for each worker. A file that is larger than a worker's
/// share, such as one extract of the whole country, is cut behind line ends, and each part is read
/// as if it were the file. A line end may stand inside of quotes: then the part that ends there
/// ends in an open quote, which is an error, and the file is read again in one go. Where no part
/// ends so, each part begins where a record does.
extension Ingest {
  /// Whether a unit is one file so large that its parts are to be read at once.
  func isLarge(_ unit: Int, for workers: Workers) -> Bool {
    let members = plan.units[unit].members
    let size = plan.byteCount(of: unit)
    return workers.count > 1 && members.count == 1 && plan.items[members[0]].kind == .delimited
      && size >= 2 * partBytes && size > plan.byteCount / (2 * workers.count)
  }

  /// Reads large files one after another, leaving out those that cannot be read so.
  func readInParts(
    _ units: [Int], _ workers: Workers, _ progress: @Sendable (Int) -> Void
  ) -> (parts: [UnitPart], states: [Dictionaries]) {
    var parts: [UnitPart] = []
    var states: [Dictionaries] = []
    for unit in units {
      do throws(IngestFailure) {
        guard let (read, dictionaries) = try readInParts(plan.units[unit].members[0], workers)
        else { continue }
        parts += read.map { part in
          UnitPart(
            unit: unit, tables: .success(part.tables), worker: states.count + part.worker)
        }
        states += dictionaries
        progress(plan.byteCount(of: unit))
      } catch {
        // Reading it in one go says what is wrong, and where.
        continue
      }
    }
    return (parts, states)
  }

  /// Reads one file; nil where it cannot be cut, or was cut in the wrong place.
  private func readInParts(
    _ number: Int, _ workers: Workers
  ) throws(IngestFailure) -> (parts: [(tables: FileTables, worker: Int)], [Dictionaries])? {
    var account = InputAccount(source: plan.items[number].source, path: plan.items[number].path)
    var buffer: [UInt8] = []
    try read(&account, into: &buffer)
    let whole = try textReader(of: buffer, number, &account)
    let cuts = cuts(of: whole)
    guard cuts.count > 2 else { return nil }
    let text = whole.file.text
    let lines = workers.map(0..<cuts.count - 2) { part in
      text.lineEndCount(cuts[part]..<cuts[part + 1])
    }
    let firstLines = lines.reduce(into: [whole.layout.line]) { $0.append($0[$0.count - 1] + $1) }
    let organisation = plan.items[number].organisation
    let bytes = buffer
    let isRead = account
    // The first task of all is the hash of the whole, which takes as long as some parts.
    let (results, states) = workers.map(0..<cuts.count, state: { Dictionaries() }) {
      task, dictionaries -> Result<PartResult, IngestFailure> in
      guard task > 0 else { return .success(.digest(Self.digest(of: bytes, isRead))) }
      let part = whole.part(cuts[task - 1]..<cuts[task], line: firstLines[task - 1])
      do throws(IngestFailure) {
        return .success(
          .tables(
            try tables(
              of: part, RowCells(layout: part.layout, text: part.file.text), isRead, organisation,
              &dictionaries)))
      } catch {
        return .failure(error)
      }
    }
    var parts: [(tables: FileTables, worker: Int)] = []
    for result in results {
      switch try result.value.get() {
      case .digest(let digest): account.sha256 = digest
      case .tables(let tables): parts.append((tables, result.worker))
      }
    }
    account.take(parts.map { $0.tables.accounts[0] })
    precondition(account.balances, "rows read must be accepted or rejected")
    parts[0].tables.accounts = [account]
    for index in parts.indices.dropFirst() { parts[index].tables.accounts = [] }
    return (parts, states)
  }

  /// What one of the workers did.
  private enum PartResult: Sendable {
    case digest(String)
    case tables(FileTables)
  }

  /// Where the parts of a file's text begin, behind the header, and where the last one ends.
  private func cuts(of file: DelimitedFileReader) -> [Int] {
    let text = file.file.text.span
    var cuts = [file.layout.position]
    var next = file.layout.position + partBytes
    while next < text.count {
      while next < text.count, text[next - 1] != 0x0A { next += 1 }
      if next < text.count { cuts.append(next) }
      next += partBytes
    }
    return cuts + [text.count]
  }
}

extension DelimitedFileReader {
  /// A reader of some of the text, which begins with a record at physical line `line`.
  fileprivate func part(_ range: Range<Int>, line: Int) -> DelimitedFileReader {
    var file = file
    file.text = file.text.part(range)
    var layout = layout
    layout.position = 0
    layout.line = line
    return DelimitedFileReader(
      fileNumber: fileNumber, file: file, layout: layout, rowBytes: rowBytes)
  }
}

extension InputAccount {
  /// Takes over what the accounts of a file's parts say.
  fileprivate mutating func take(_ parts: [InputAccount]) {
    for part in parts { add(part) }
    // A part of nothing but blank lines has no encoding, and is no empty report.
    let withRows = parts.filter { $0.rowsRead > 0 }
    let telling = withRows.isEmpty ? [parts[0]] : withRows
    encodings = Set(telling.flatMap(\.encodings)).sorted()
    warnings = telling[0].warnings
  }
}
