import Columns

/// The rows of a sheet as they are read: for each cell with text its column and which text it is.
struct SheetRows {
  private(set) var numbers: [UInt32] = []
  private(set) var starts: [UInt32] = [0]
  private(set) var columns: [UInt16] = []
  private(set) var texts: [UInt32] = []
  private var isInOrder = true
  private var isRowInOrder = true

  /// How many bytes all this takes.
  var byteCount: Int { 6 * texts.count + 8 * numbers.count }

  /// Makes room for cells.
  mutating func reserve(cells: Int) {
    columns.reserveCapacity(min(cells, 1 << 28))
    texts.reserveCapacity(min(cells, 1 << 28))
  }

  /// Whether the row that is being read has more cells than there are columns.
  var isRowOverfull: Bool { texts.count - Int(starts[starts.count - 1]) > WorkbookLimits.columns }

  /// Adds a cell to the row that is being read.
  mutating func append(column: Int, text: UInt32) {
    if columns.count > Int(starts[starts.count - 1]), columns[columns.count - 1] >= column {
      isRowInOrder = false
    }
    columns.append(UInt16(truncatingIfNeeded: column))
    texts.append(text)
  }

  /// Ends a row; one without cells is none.
  ///
  /// - Returns: False where two of its cells have one column.
  mutating func endRow(_ number: Int) -> Bool {
    let start = Int(starts[starts.count - 1])
    guard texts.count > start else { return true }
    if let last = numbers.last, last >= number { isInOrder = false }
    numbers.append(UInt32(truncatingIfNeeded: number))
    starts.append(UInt32(truncatingIfNeeded: texts.count))
    guard !isRowInOrder else { return true }
    isRowInOrder = true
    let cells = (start..<texts.count).map { (column: columns[$0], text: texts[$0]) }
      .sorted { $0.column < $1.column }
    for (index, cell) in cells.enumerated() {
      columns[start + index] = cell.column
      texts[start + index] = cell.text
      if index > 0, cells[index - 1].column == cell.column { return false }
    }
    return true
  }

  /// Brings the rows into the order of their numbers, once all are read.
  ///
  /// - Throws: `damaged` where two rows have one number.
  mutating func sort(at place: String) throws(WorkbookError) {
    guard !isInOrder else { return }
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var sorted = SheetRows()
    for (index, row) in order.enumerated() {
      if index > 0, numbers[row] == numbers[order[index - 1]] {
        throw WorkbookError(
          .damaged("a row stands twice"), at: "\(place), row \(numbers[row])")
      }
      for cell in Int(starts[row])..<Int(starts[row + 1]) {
        sorted.append(column: Int(columns[cell]), text: texts[cell])
      }
      _ = sorted.endRow(Int(numbers[row]))
    }
    self = sorted
  }

  // MARK: - Merged regions

  private struct Fill {
    let column: Int
    /// The rows below the region's first one, as indices.
    let rows: Range<Int>
    let text: UInt32
  }

  /// Puts the text of each merged region's first cell into its first column, all the way down.
  ///
  /// Rows without any text stay blank, and cells with a text of their own keep it.
  ///
  /// - Throws: `damaged` where regions overlap; `tooLarge` where more than `bound` bytes are kept.
  mutating func fillDown(
    _ regions: [(column: Int, rows: ClosedRange<Int>)], bound: Int, at place: String
  ) throws(WorkbookError) {
    let sorted = regions.sorted {
      ($0.column, $0.rows.lowerBound) < ($1.column, $1.rows.lowerBound)
    }
    for (first, second) in zip(sorted, sorted.dropFirst())
    where first.column == second.column && first.rows.upperBound >= second.rows.lowerBound {
      throw WorkbookError(
        .damaged("merged regions overlap"), at: "\(place), row \(second.rows.lowerBound)")
    }
    var fills: [Fill] = []
    var cellCount = texts.count
    for region in sorted {
      let first = firstRow(from: region.rows.lowerBound)
      guard first < numbers.count, numbers[first] == region.rows.lowerBound,
        let text = text(row: first, column: region.column)
      else { continue }
      let rows = (first + 1)..<firstRow(from: region.rows.upperBound + 1)
      cellCount += rows.count
      fills.append(Fill(column: region.column, rows: rows, text: text))
    }
    guard 6 * cellCount <= bound else { throw TextArena.tooLarge(at: place) }
    if cellCount > texts.count { apply(fills) }
  }

  /// The first row whose number is at least so much, as an index.
  private func firstRow(from number: Int) -> Int {
    numbers.firstPlace { $0 >= number }
  }

  private func text(row: Int, column: Int) -> UInt32? {
    (Int(starts[row])..<Int(starts[row + 1])).first { columns[$0] == column }.map { texts[$0] }
  }

  /// Puts all rows together anew, with what is filled down.
  private mutating func apply(_ fills: [Fill]) {
    var waiting = fills.sorted { $0.rows.lowerBound > $1.rows.lowerBound }
    // At most one for each column.
    var active: [Fill] = []
    var filled = SheetRows()
    for row in numbers.indices {
      active.removeAll { $0.rows.upperBound <= row }
      while let next = waiting.last, next.rows.lowerBound <= row {
        waiting.removeLast()
        if next.rows.contains(row) { active.append(next) }
      }
      let cells = Int(starts[row])..<Int(starts[row + 1])
      let own = active.isEmpty ? [] : Set(columns[cells])
      for cell in cells { filled.append(column: Int(columns[cell]), text: texts[cell]) }
      for fill in active where !own.contains(UInt16(fill.column)) {
        filled.append(column: fill.column, text: fill.text)
      }
      _ = filled.endRow(Int(numbers[row]))
    }
    self = filled
  }
}
