/// The slow, obvious twins of ``BytePattern``: whole matrices, one cell at a time.
enum SlowDistances {
  /// Optimal string alignment by the full matrix.
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var cells = [[Int]](
      repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
    for row in 0...left.count { cells[row][0] = row }
    for column in 0...right.count { cells[0][column] = column }
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    for row in 1...left.count {
      for column in 1...right.count {
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        cells[row][column] = min(
          cells[row - 1][column] + 1, cells[row][column - 1] + 1,
          cells[row - 1][column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          cells[row][column] = min(cells[row][column], cells[row - 2][column - 2] + 1)
        }
      }
    }
    return cells[left.count][right.count]
  }

  /// Jaro–Winkler as Winkler wrote it down: flags, transpositions, prefix of up to four.
  static func similarity(_ left: [UInt8], _ right: [UInt8]) -> Double {
    if left.isEmpty || right.isEmpty { return left.isEmpty && right.isEmpty ? 1 : 0 }
    let reach = max(0, max(left.count, right.count) / 2 - 1)
    var leftFlags = [Bool](repeating: false, count: left.count)
    var rightFlags = [Bool](repeating: false, count: right.count)
    for (place, byte) in right.enumerated() {
      for other in left.indices
      where abs(other - place) <= reach && !leftFlags[other] && left[other] == byte {
        leftFlags[other] = true
        rightFlags[place] = true
        break
      }
    }
    let leftMatches = zip(left, leftFlags).filter(\.1).map(\.0)
    let rightMatches = zip(right, rightFlags).filter(\.1).map(\.0)
    if leftMatches.isEmpty { return 0 }
    let moved = zip(leftMatches, rightMatches).count { $0 != $1 }
    let matches = Double(leftMatches.count)
    let jaro =
      (matches / Double(left.count) + matches / Double(right.count)
        + (matches - Double(moved / 2)) / matches) / 3
    guard jaro > 0.7 else { return jaro }
    let prefix = zip(left, right).prefix(4).prefix { $0 == $1 }.count
    return jaro + Double(prefix) * 0.1 * (1 - jaro)
  }
}
