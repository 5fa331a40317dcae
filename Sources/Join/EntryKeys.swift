import Columns
import Records
import Vocabulary

/// The subjects of list entries (contract section 5): a key that a person can find in the list.
struct EntryKeys {
  let kind: ListKind
  let extracts: Extracts
  let names: NameKeys

  /// Fills subjects and repetition of `list`; second and later entries with a key get `#2`, `#3`.
  func fill(_ list: inout JoinedList) {
    list.subjects = list.entries.map { kind.subjectPrefix + key(of: $0) }
    list.isRepeated = [Bool](repeating: false, count: list.subjects.count)
    // Hardly any key is there twice: only those that may be are counted.
    let marks = list.subjects.map(Self.mark)
    var seen = KeyFilter(count: marks.count)
    var several: Set<UInt64> = []
    for mark in marks where seen.insert(mark) { several.insert(mark) }
    var occurrences: [ExactText: Int] = [:]
    for (number, mark) in marks.enumerated() where several.contains(mark) {
      let occurrence = occurrences[ExactText(list.subjects[number]), default: 0] + 1
      occurrences[ExactText(list.subjects[number])] = occurrence
      if occurrence == 1 { continue }
      list.subjects[number] += "#\(occurrence)"
      list.isRepeated[number] = true
    }
  }

  /// The same for equal bytes, and mostly different for others.
  private static func mark(of text: String) -> UInt64 {
    var mark: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { mark = (mark ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return mark
  }

  /// Reference, else `ORG/NUMBER`, else email, else `last first` keys, else `file:line`.
  private func key(of entry: ListEntry) -> String {
    if !entry.reference.isEmpty {
      let reference = extracts.texts.string(entry.reference)
      return entry.organisation.isMissing
        ? reference : "\(entry.organisation.text):\(reference)"
    }
    if !entry.organisation.isMissing, !entry.number.isMissing {
      return "\(entry.organisation.text)/\(entry.number.text)"
    }
    if !entry.email.isEmpty { return extracts.emails.string(entry.email) }
    let last = names.last[Int(entry.lastName.raw)]
    if last.isEmpty { return extracts.citation(entry.row) }
    let first = names.first[Int(entry.firstName.raw)]
    return first.isEmpty
      ? names.keys.string(last) : "\(names.keys.string(last)) \(names.keys.string(first))"
  }
}
