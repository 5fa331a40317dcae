import Records
import Vocabulary

extension Reconciliation {
  /// Calls `body` with each passport that has not ended and each membership that has not left.
  func forEachOpenEntry(_ body: (ListKind, Int, EntryLink) -> Void) {
    for (index, link) in links.passports.links.enumerated()
    where links.passportStates[index] != .ended {
      body(.passports, index, link)
    }
    for (index, link) in links.memberships.links.enumerated()
    where links.membershipStates[index] != .left {
      body(.network, index, link)
    }
  }
}

extension JoinedList {
  /// The index of the entry that a row holds, or nil, in O(log n): entries are in reading order.
  func index(of row: SourceRow) -> Int? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].row < row { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].row == row ? low : nil
  }
}

extension MembershipState {
  /// Whether the membership is in force: carer-member or ally.
  var isCurrent: Bool { self == .carerMember || self == .ally }
}
