/// Finds the word that someone meant to type.
package enum NearestWord {
  /// The word of `known` that `word` most likely was meant to be; nil if none is near enough.
  ///
  /// Near enough is at most one edit for each three letters typed, and one for shorter words.
  package static func likely(for word: String, among known: [String]) -> String? {
    guard let (nearest, distance) = nearest(to: word, among: known) else { return nil }
    return distance <= max(1, word.unicodeScalars.count / 3) ? nearest : nil
  }

  /// The word of `known` with the fewest edits from `word`, however many; nil if there is none.
  ///
  /// Case is not an edit but decides between equals; after that the first one is taken.
  package static func nearest(
    to word: String, among known: [String]
  ) -> (word: String, distance: Int)? {
    // No known word is longer than 100; what is cut off could only add the same edits to each.
    let typed = Array(word.unicodeScalars.prefix(100))
    let folded = Array(word.lowercased().unicodeScalars.prefix(100))
    var best: (word: String, distance: Int, exactDistance: Int)?
    for candidate in known {
      let distance = distance(folded, Array(candidate.lowercased().unicodeScalars))
      let exact = self.distance(typed, Array(candidate.unicodeScalars))
      if let found = best, (found.distance, found.exactDistance) <= (distance, exact) { continue }
      best = (candidate, distance, exact)
    }
    return best.map { ($0.word, $0.distance) }
  }

  /// The Damerau–Levenshtein distance (optimal string alignment) of two texts.
  ///
  /// It counts the letters to insert, remove, replace or swap with their neighbour. Takes time
  /// proportional to the product of the lengths.
  package static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for column in 0..<right.count {
        let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
        var cost = min(replaced, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
