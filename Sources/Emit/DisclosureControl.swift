/// Keeps small counts from telling who is a carer.
///
/// NHS England's rule for sub-national counts, as contract section 8 fixes it:
/// 0 is 0; 1 to 7 is `*`; other counts go to the nearest 5, halves up; totals are rounded from true
/// totals, never added up from rounded parts. What is worked out from counts uses the rounded ones
/// and is `*` where a part is. Where only one part of a shown total is `*`, a reader could work it
/// out by subtraction: a second part is then `*` too (``secondToHide(_:total:)``).
enum DisclosureControl {
  /// The smallest count that is hidden.
  static let smallestHidden = 1
  /// The largest count that is hidden.
  static let largestHidden = 7
  /// Other counts are rounded to a multiple of this.
  static let roundingBase = 5
  /// What stands in place of a hidden count.
  static let symbol = "*"

  /// Whether a count is hidden for its own size.
  static func isHidden(_ count: Int) -> Bool {
    (smallestHidden...largestHidden).contains(count)
  }

  /// A count to the nearest ``roundingBase``, halves up.
  static func rounded(_ count: Int) -> Int {
    (2 * count + roundingBase) / (2 * roundingBase) * roundingBase
  }

  /// The place of the part to hide where exactly one is hidden and the total is shown, or nil.
  ///
  /// It is the part with the smallest other true count above 0; of equal ones the first, so parts
  /// come sorted by code.
  static func secondToHide(_ parts: [ControlledCount], total: ControlledCount) -> Int? {
    guard !total.isHidden, parts.count(where: \.isHidden) == 1 else { return nil }
    return smallestShown(parts)
  }

  /// The place of the part with the smallest true count above 0 that is not hidden yet, the first
  /// of equals, or nil.
  static func smallestShown(_ parts: [ControlledCount]) -> Int? {
    parts.indices.filter { !parts[$0].isHidden && parts[$0].count > 0 }
      .min { parts[$0].count < parts[$1].count }
  }
}

/// A count, and whether it may be shown.
package struct ControlledCount: Sendable, Equatable {
  /// The true count.
  package let count: Int
  /// Whether `*` stands in its place.
  package var isHidden: Bool
  /// Whether it is shown as it is, without rounding.
  private let isExact: Bool

  /// Puts a count under a rule.
  package init(_ count: Int, _ disclosure: EmitSettings.Disclosure) {
    self.count = count
    isExact = disclosure == .none
    isHidden = !isExact && DisclosureControl.isHidden(count)
  }

  /// The number that readers see and that rates are worked out from; nil where it is hidden.
  package var shown: Int? {
    if isHidden { return nil }
    return isExact ? count : DisclosureControl.rounded(count)
  }

  /// What a cell says.
  package var text: String { shown.map(String.init) ?? DisclosureControl.symbol }
}
