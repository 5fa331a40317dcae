import Columns
import Vocabulary

extension TextDictionary {
  /// What `judge` says of each text that occurs in the codes, by code; `other` for all other codes.
  ///
  /// A text is looked at once, however many rows have it.
  func judgements<Judgement>(
    of batches: some Sequence<[TextCode]>, other: Judgement, _ judge: (Span<UInt8>) -> Judgement
  ) -> [Judgement] {
    var judgements = [Judgement](repeating: other, count: count)
    var isKnown = [Bool](repeating: false, count: count)
    for codes in batches {
      for code in codes where !isKnown[Int(code.raw)] {
        isKnown[Int(code.raw)] = true
        judgements[Int(code.raw)] = judge(self[code])
      }
    }
    return judgements
  }
}
