import Threads
import Columns
import Records
import Vocabulary

/// Says quickly of most numbers that no employee has them.
///
/// A number may be mistyped in a hundred ways, of which hardly any gives another's: those need not
/// be asked for.
struct KnownNumbers: Sendable {
  private let inOrganisation: KeyFilter
  private let anywhere: KeyFilter
  private let niNumbers: KeyFilter

  /// Takes note of the numbers of the staff.
  init(_ picture: StaffPicture, _ workers: Workers) {
    let made = workers.map(0..<3) { part in
      switch part {
      case 0: Self.filter(picture) { IndexKeyKind.number.key($0.number.raw) }
      case 1:
        Self.filter(picture) {
          $0.niNumber.isMissing ? nil : IndexKeyKind.niNumber.key($0.niNumber.raw)
        }
      default:
        Self.filter(picture) {
          IndexKeyKind.numberInOrganisation.key($0.number.raw, UInt64($0.organisation))
        }
      }
    }
    anywhere = made[0]
    niNumbers = made[1]
    inOrganisation = made[2]
  }

  @inline(__always)
  private static func filter(_ picture: StaffPicture, _ key: (StaffCard) -> UInt64?) -> KeyFilter {
    var filter = KeyFilter(count: picture.count)
    for employee in 0..<picture.count {
      if let key = key(picture.cards[employee]) { filter.insert(key) }
    }
    return filter
  }

  /// Whether an employee may have a number of its kind; false is certain.
  func mayHave(_ key: UInt64, _ kind: IndexKeyKind) -> Bool {
    switch kind {
    case .numberInOrganisation: inOrganisation.mayContain(key)
    case .number: anywhere.mayContain(key)
    case .niNumber: niNumbers.mayContain(key)
    default: true
    }
  }
}
