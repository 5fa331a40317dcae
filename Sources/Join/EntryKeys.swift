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
    var hashes: [UInt64] = []
    hashes.reserveCapacity(list.entries.count)
    var subject: [UInt8] = []
    list.subjects = list.entries.map { entry in
      subject.removeAll(keepingCapacity: true)
      subject.append(contentsOf: kind.subjectPrefix.utf8)
      appendKey(of: entry, to: &subject)
      hashes.append(Self.hash(of: subject))
      return UTF8Text.string(subject.span)
    }
    list.isRepeated = [Bool](repeating: false, count: list.subjects.count)
    // Hardly any key is there twice: only those that may be are counted.
    var seen = KeyFilter(count: hashes.count)
    var several: Set<UInt64> = []
    for hash in hashes where seen.insert(hash) { several.insert(hash) }
    var occurrences: [ExactText: Int] = [:]
    for (number, hash) in hashes.enumerated() where several.contains(hash) {
      let occurrence = occurrences[ExactText(list.subjects[number]), default: 0] + 1
      occurrences[ExactText(list.subjects[number])] = occurrence
      if occurrence == 1 { continue }
      list.subjects[number] += "#\(occurrence)"
      list.isRepeated[number] = true
    }
  }

  private static func hash(of text: [UInt8]) -> UInt64 {
    var hash = ByteHash()
    for byte in text { hash.add(byte) }
    return hash.value
  }

  /// Reference, else `ORG/NUMBER`, else email, else `last first` keys, else `file:line`.
  private func appendKey(of entry: ListEntry, to subject: inout [UInt8]) {
    if !entry.reference.isEmpty {
      if !entry.organisation.isMissing {
        subject.append(contentsOf: entry.organisation.text.utf8)
        subject.append(UInt8(ascii: ":"))
      }
      Self.append(extracts.references[entry.reference], to: &subject)
    } else if !entry.organisation.isMissing, !entry.number.isMissing {
      subject.append(contentsOf: entry.organisation.text.utf8)
      subject.append(UInt8(ascii: "/"))
      subject.append(contentsOf: entry.number.text.utf8)
    } else if !entry.email.isEmpty {
      Self.append(extracts.emails[entry.email], to: &subject)
    } else {
      appendName(of: entry, to: &subject)
    }
  }

  private func appendName(of entry: ListEntry, to subject: inout [UInt8]) {
    let last = names.last[Int(entry.lastName.raw)]
    if last.isEmpty { return subject.append(contentsOf: extracts.citation(entry.row).utf8) }
    Self.append(names.keys[last], to: &subject)
    let first = names.first[Int(entry.firstName.raw)]
    if first.isEmpty { return }
    subject.append(UInt8(ascii: " "))
    Self.append(names.keys[first], to: &subject)
  }

  private static func append(_ text: Span<UInt8>, to subject: inout [UInt8]) {
    for place in text.indices { subject.append(text[place]) }
  }
}
