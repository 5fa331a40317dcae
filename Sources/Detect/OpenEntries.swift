import Columns
import Records
import Vocabulary

/// A list entry that still counts, and what became of it.
struct OpenEntry {
  let kind: ListKind
  let index: Int
  let isLinked: Bool
  let wasAmbiguous: Bool
  let hadConflict: Bool

  /// The entry at a place of its list.
  fileprivate init(_ kind: ListKind, _ index: Int, _ links: [EntryLink]) {
    // Read one by one: a link taken out would be retained with all it holds.
    self.kind = kind
    self.index = index
    isLinked = links[index].outcome == .linked
    wasAmbiguous = links[index].wasAmbiguous
    hadConflict = links[index].hadConflict
  }
}

extension Reconciliation {
  /// Calls `body` with each passport that has not ended and each membership that has not left.
  func forEachOpenEntry(_ body: (OpenEntry) -> Void) {
    for index in links.passportStates.indices where links.passportStates[index] != .ended {
      body(OpenEntry(.passports, index, links.passports.links))
    }
    for index in links.membershipStates.indices where links.membershipStates[index] != .left {
      body(OpenEntry(.network, index, links.memberships.links))
    }
  }
}

extension JoinedList {
  /// The index of the entry that a row holds, or nil, in O(log n): entries are in reading order.
  func index(of row: SourceRow) -> Int? {
    let place = entries.firstPlace { $0.row >= row }
    return place < entries.count && entries[place].row == row ? place : nil
  }
}

extension MembershipState {
  /// Whether the membership is in force: carer-member or ally.
  var isCurrent: Bool { self == .carerMember || self == .ally }
}
