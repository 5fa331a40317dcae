import Columns
import Files
import Records
import Threads
import Vocabulary

/// Reading one large file with all workers.
///
/// The files of many employers are read one for each worker. A file that is larger than a worker's
/// share, such as one extract of the whole country, is handed out in parts, see ``PartQueue``, and
/// each part is read as if it were the file. Where a part was cut in the wrong place, or anything
/// else is wrong, the file is read again in one go.
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
        let number = plan.units[unit].members[0]
        guard let (read, dictionaries) = try readInParts(number, workers, progress)
        else { continue }
        parts += read.map { part in
          UnitPart(
            unit: unit, tables: .success(part.tables), worker: states.count + part.worker)
        }
        states += dictionaries
      } catch {
        // Reading it in one go says what is wrong, and where.
        continue
      }
    }
    return (parts, states)
  }

  /// Reads one file; nil where it cannot be cut, or was cut in the wrong place.
  private func readInParts(
    _ number: Int, _ workers: Workers, _ progress: @Sendable (Int) -> Void
  ) throws(IngestFailure) -> (parts: [(tables: FileTables, worker: Int)], [Dictionaries])? {
    var account = InputAccount(source: plan.items[number].source, path: plan.items[number].path)
    let file = try open(account.path)
    var front: [UInt8] = []
    account.byteCount = try readFront(of: file, into: &front)
    let reader = try textReader(of: front, number, &account)
    // The text is that of the file but for a mark at its front, where it is not brought to UTF-8.
    guard reader.file.declared == nil, !reader.layout.isEmptyReport,
      file.size <= Limits.fileBytes
    else { return nil }
    let head = account.byteCount - reader.file.text.count + reader.layout.position
    account.byteCount = file.size
    account.modifiedSeconds = file.identity.modifiedSeconds
    let queue = PartQueue(
      file, behind: front.span.extracting(0..<head), line: reader.layout.line,
      partBytes: partBytes)
    let isRead = account
    let results = workers.onEach(first: {}) { worker in
      takeParts(of: queue, reader, isRead, worker, progress)
    }
    let told = results.reduce(0) { $0 + $1.byteCount }
    var parts = results.flatMap(\.parts).sorted { $0.index < $1.index }
    guard let digest = queue.digest(), !parts.isEmpty else {
      progress(-told)
      return nil
    }
    progress(account.byteCount - told)
    account.sha256 = digest.hexadecimal
    account.take(parts.map { $0.tables.accounts[0] })
    precondition(account.balances, "rows read must be accepted or rejected")
    parts[0].tables.accounts = [account]
    for index in parts.indices.dropFirst() { parts[index].tables.accounts = [] }
    return (parts.map { ($0.tables, $0.worker) }, results.map(\.dictionaries))
  }

  /// The parts that one worker has read, and its dictionaries.
  private struct TakenParts: Sendable {
    var parts: [(index: Int, tables: FileTables, worker: Int)] = []
    var dictionaries = Dictionaries()
    var byteCount = 0
  }

  /// Reads parts until there are none left; stops the queue where one cannot be read.
  private func takeParts(
    of queue: borrowing PartQueue, _ reader: DelimitedFileReader, _ account: InputAccount,
    _ worker: Int, _ progress: @Sendable (Int) -> Void
  ) -> TakenParts {
    let organisation = plan.items[reader.fileNumber].organisation
    var taken = TakenParts()
    var buffer: [UInt8] = []
    while let part = queue.next(into: &buffer) {
      let rows = reader.part(PaddedBytes(buffer, skipping: 0, count: part.byteCount), part.line)
      do throws(IngestFailure) {
        let cells = RowCells(layout: rows.layout, text: rows.file.text)
        let tables = try tables(of: rows, cells, account, organisation, &taken.dictionaries)
        taken.parts.append((part.index, tables, worker))
        taken.byteCount += part.byteCount
        progress(part.byteCount)
      } catch {
        queue.stop()
      }
    }
    return taken
  }

  private func open(_ path: String) throws(IngestFailure) -> InputFile {
    do {
      return try plan.folder.openFile(path)
    } catch {
      throw IngestFailure(error)
    }
  }

  /// Reads as much of a large file as its header needs, whole lines; gives how many bytes.
  private func readFront(
    of file: borrowing InputFile, into buffer: inout [UInt8]
  ) throws(IngestFailure) -> Int {
    do {
      let count = try file.read(
        min(file.size, Self.frontBytes), at: 0, into: &buffer, room: PaddedBytes.padding)
      if count == file.size { return count }
      return PartQueue.recordEnd(PaddedBytes(buffer, skipping: 0, count: count)) ?? 0
    } catch {
      throw IngestFailure(error)
    }
  }

  /// How many bytes of a large file are looked through for its header.
  private static let frontBytes = 1 << 20
}

extension DelimitedFileReader {
  /// A reader of some of the text, which begins with a record at physical line `line`.
  fileprivate func part(_ text: PaddedBytes, _ line: Int) -> DelimitedFileReader {
    var file = file
    file.text = text
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
