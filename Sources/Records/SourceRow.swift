/// Where a row came from: a file of the run and the physical line where the row begins.
///
/// Files are numbered from 0 in reading order, lines from 1, so rows compare in reading order.
@usableFromInline
package struct SourceRow: Hashable, Sendable, Comparable {
  @usableFromInline let raw: UInt64

  /// A row of file number `file` that begins at physical line `line`.
  @inlinable
  package init(file: Int, line: Int) { raw = UInt64(file) << 32 | UInt64(UInt32(clamping: line)) }

  /// The file's number, from 0: an index into ``Extracts/inputs``.
  @inlinable
  package var file: Int { Int(raw >> 32) }

  /// The physical line, from 1.
  @inlinable
  package var line: Int { Int(raw & 0xFFFF_FFFF) }

  /// Orders rows as they were read.
  @inlinable
  package static func < (left: SourceRow, right: SourceRow) -> Bool { left.raw < right.raw }

  /// Whether both are the same.
  @inlinable
  package static func == (left: SourceRow, right: SourceRow) -> Bool { left.raw == right.raw }
}
