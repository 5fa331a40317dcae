import Emit
import TestSupport
import Testing
import Vocabulary

@Suite struct OutputBufferTests {
  /// Keeps what it takes, and the size of each piece.
  private final class Kept: OutputSink {
    var bytes: [UInt8] = []
    var sizes: [Int] = []

    func take(_ piece: borrowing Span<UInt8>) {
      for index in piece.indices { bytes.append(piece[index]) }
      sizes.append(piece.count)
    }
  }

  /// A table of rows with texts of many lengths.
  private static func table(rows: Int, seed: UInt64) -> [[String]] {
    var random = SplitMix64(seed: seed)
    return (0..<rows).map { row in
      (0..<4).map { column in
        let length = Int.random(in: 0...(column == 3 ? 200 : 20), using: &random)
        return String(
          (0..<length).map { _ in "abcdefgh, \"é".randomElement(using: &random) ?? "x" })
      } + ["\(row)"]
    }
  }

  private static func write(
    _ rows: [[String]], to output: consuming OutputBuffer
  ) -> OutputBuffer {
    var writer = CSVWriter(columns: ["a", "b", "c", "d", "n"], byteOrderMark: true, output)
    for row in rows {
      for cell in row { writer.text(cell) }
      writer.endRow()
    }
    return writer.end()
  }

  @Test(arguments: [0, 1, 3_000, 20_000])
  func `pieces put together are the file, and one buffer serves file after file`(rows: Int) {
    let table = Self.table(rows: rows, seed: UInt64(rows))
    let whole = Self.write(table, to: OutputBuffer()).bytes
    var buffer = OutputBuffer()
    for _ in 0..<2 {
      let sink = Kept()
      buffer.begin(sink)
      buffer = Self.write(table, to: buffer)
      buffer.end()
      #expect(sink.bytes == whole)
      #expect(sink.sizes.dropLast().allSatisfy { $0 >= OutputBuffer.pieceBytes })
      #expect(sink.sizes.allSatisfy { $0 < OutputBuffer.pieceBytes + 1_000 })
    }
  }

  @Test func `a row longer than the buffer is whole`() {
    let long = String(repeating: "x", count: 3 * OutputBuffer.pieceBytes)
    let sink = Kept()
    var buffer = OutputBuffer()
    buffer.begin(sink)
    buffer = Self.write([[long, "", "", "", "1"]], to: buffer)
    buffer.end()
    #expect(
      String(decoding: sink.bytes.dropFirst(3), as: UTF8.self) == "a,b,c,d,n\r\n\(long),,,,1\r\n")
  }

  @Test(arguments: [
    0, 9, -9, 10, 99, 100, -1_234_567, 99_999_999, 100_000_000, -100_000_000, 1_000_000_007,
    12_345_678_900_000_000, Int.max, Int.min,
  ])
  func `numbers are written in digits`(value: Int) {
    var writer = CSVWriter(columns: ["n"], byteOrderMark: false, OutputBuffer())
    writer.integer(value)
    writer.endRow()
    let bytes = writer.end().bytes
    #expect(String(decoding: bytes, as: UTF8.self) == "n\r\n\(value)\r\n")
  }

  @Test(arguments: [
    (0, "0000000000000000"), (0x0123_4567_89AB_CDEF, "0123456789abcdef"),
    (0x9A9A_A9A9_F0F0_0F0F, "9a9aa9a9f0f00f0f"), (UInt64.max, "ffffffffffffffff"),
  ])
  func `numbers are written in hexadecimal digits`(value: UInt64, digits: String) {
    var writer = CSVWriter(columns: ["n"], byteOrderMark: false, OutputBuffer())
    writer.hexadecimal(value)
    writer.endRow()
    let bytes = writer.end().bytes
    #expect(String(decoding: bytes, as: UTF8.self) == "n\r\n\(digits)\r\n")
  }
}
