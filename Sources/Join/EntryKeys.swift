import Columns
import Threads
import Records
import Vocabulary

/// The subjects of list entries (contract section 5): a key that a person can find in the list.
struct EntryKeys {
  let kind: ListKind
  let extracts: Extracts
  let names: NameKeys

  /// Fills subjects and repetition of `list`; second and later entries with a key get `#2`, `#3`.
  func fill(_ list: inout JoinedList, _ workers: Workers) {
    let keys = workers.mapRanges(of: list.entries.count, size: 4_096) { [list] range in
      list.entries[range].map(key(of:))
    }
    var occurrences: [String: Int] = [:]
    occurrences.reserveCapacity(list.entries.count)
    list.subjects.reserveCapacity(list.entries.count)
    list.isRepeated.reserveCapacity(list.entries.count)
    for key in keys.joined() {
      let occurrence = (occurrences[key] ?? 0) + 1
      occurrences[key] = occurrence
      list.subjects.append(
        kind.subjectPrefix + key + (occurrence > 1 ? "#\(occurrence)" : ""))
      list.isRepeated.append(occurrence > 1)
    }
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
