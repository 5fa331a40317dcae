import Files
import Threads

/// A list to which the employers' parts come in any order, and of which they are written in order.
///
/// Only parts that wait for one before them are held in memory.
final class ListFile: Sendable {
  private struct State: ~Copyable, Sendable {
    var list: OutputFile?
    var truth: OutputFile?
    var waiting: [Int: [ListExtract.Row]] = [:]
    var next = 0
    /// The number of the line that comes next; the header is line 1.
    var line = 2
    var rowCount = 0
  }

  private let state: Guarded<State>

  init(
    _ path: String, headings: [StaticString], truth truthPath: String?, in folder: Folder
  ) throws(FileError) {
    var list = try folder.createFile(path)
    try list.write(ListExtract.header(headings))
    guard let truthPath else {
      state = Guarded(State(list: consume list, truth: nil))
      return
    }
    var truth = try folder.createFile(truthPath)
    try truth.write("line,employee,person\r\n")
    state = Guarded(State(list: consume list, truth: consume truth))
  }

  /// Takes the rows of the employer `index`; each of them from 0 must come once.
  func submit(_ index: Int, _ rows: [ListExtract.Row]) throws(FileError) {
    try state.withLock { state throws(FileError) in
      state.waiting[index] = rows
      while let rows = state.waiting.removeValue(forKey: state.next) {
        for row in rows {
          try state.list?.write(row.text)
          try state.truth?.write(
            Array(String(state.line).utf8) + [UInt8(ascii: ",")] + row.truth + [0x0D, 0x0A])
          state.line += 1
        }
        state.rowCount += rows.count
        state.next += 1
      }
    }
  }

  /// Closes the files; returns how many rows and bytes the list has.
  func close() throws(FileError) -> (rows: Int, bytes: Int) {
    try state.withLock { state throws(FileError) in
      var bytes = 0
      if let list = state.list.take() { bytes = try list.close(synchronise: false) }
      if let truth = state.truth.take() { try truth.close(synchronise: false) }
      return (state.rowCount, bytes)
    }
  }
}
