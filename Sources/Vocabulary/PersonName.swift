/// Names as people type them: titles, and full names in one cell (contract section 1).
package enum PersonName {
  /// First and last name of a full name; white space between words stays as it stands.
  ///
  /// With a comma it is `last, first`; otherwise the last word is the last name and those before it
  /// the first name. Leading titles go, as long as a word is left.
  package static func split(fullName: Span<UInt8>) -> (first: [UInt8], last: [UInt8]) {
    var comma: Int?
    for index in fullName.indices where fullName[index] == .comma {
      comma = index
      break
    }
    if let comma {
      let last = withoutTitles(fullName.extracting(0..<comma))
      let first = withoutTitles(fullName.extracting((comma + 1)..<fullName.count))
      return (first, last)
    }
    let words = wordsWithoutTitles(fullName)
    guard let lastWord = words.last else { return ([], []) }
    return (text(fullName, words.dropLast()), text(fullName, [lastWord][...]))
  }

  /// The name without its leading titles; white space between words stays as it stands.
  package static func withoutTitles(_ name: Span<UInt8>) -> [UInt8] {
    text(name, wordsWithoutTitles(name)[...])
  }

  /// The first word of a name, once its leading titles are gone.
  package static func firstWord(_ name: Span<UInt8>) -> [UInt8] {
    text(name, wordsWithoutTitles(name).prefix(1))
  }

  private static func wordsWithoutTitles(_ name: Span<UInt8>) -> [Range<Int>] {
    var words = WhiteSpace.words(of: name)
    while words.count > 1, isTitle(name.extracting(words[0])) { words.removeFirst() }
    return words
  }

  /// The text from the first to the last of `words`, as it stands.
  private static func text(_ name: Span<UInt8>, _ words: ArraySlice<Range<Int>>) -> [UInt8] {
    guard let first = words.first, let last = words.last else { return [] }
    return (first.lowerBound..<last.upperBound).map { name[$0] }
  }

  private static func isTitle(_ word: Span<UInt8>) -> Bool {
    guard word.count <= 10 else { return false }
    var key = FixedWord.key(word)
    if key.last == .stop { key.removeLast() }
    return titles.contains(key)
  }

  private static let titles: Set<[UInt8]> = Set(
    [
      "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "rev", "reverend",
      "sister", "lord", "lady", "cllr",
    ].map { Array($0.utf8) })
}
