import Columns
import Records
import Vocabulary

extension NameKeys {
  /// Works out the keys of names, each distinct one once.
  ///
  /// `firstNames` are columns of first and known-as names, `lastNames` of last and previous last
  /// names.
  init(
    firstNames: [[TextCode]], lastNames: [[TextCode]], in texts: TextDictionary
  ) {
    self.init()
    first = [TextCode](repeating: .empty, count: texts.count)
    firstWord = first
    last = first
    var isDone = [Bool](repeating: false, count: texts.count)
    for codes in firstNames {
      for code in codes where !isDone[Int(code.raw)] {
        isDone[Int(code.raw)] = true
        let name = PersonName.withoutTitles(texts[code])
        let word = PersonName.firstWord(texts[code])
        first[Int(code.raw)] = keys.code(of: NameKey.key(name.span).span)
        firstWord[Int(code.raw)] = keys.code(of: NameKey.key(word.span).span)
      }
    }
    isDone = [Bool](repeating: false, count: texts.count)
    for codes in lastNames {
      for code in codes where !isDone[Int(code.raw)] {
        isDone[Int(code.raw)] = true
        last[Int(code.raw)] = keys.code(of: NameKey.key(texts[code]).span)
      }
    }
  }
}
