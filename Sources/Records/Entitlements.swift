package import Vocabulary

/// Who is to be given which platform's code (contract section 7).
package struct Entitlements: Sendable {
  /// By organisation index and platform: the row of ``Extracts/accessCodes`` that gives its code.
  package var codeRow: [[Platform: Int]] = []
  /// Recipients of the carers' platform, by employee index, ascending.
  package var carers: [Int] = []
  /// Recipients of the managers' platform, by employee index, ascending.
  package var managers: [Int] = []
  /// Employees who would be carer recipients but have no valid email, ascending.
  package var carersWithoutEmail: [Int] = []

  /// Makes empty entitlements.
  package init() {}

  /// The recipients of a platform, by employee index, ascending.
  package func recipients(_ platform: Platform) -> [Int] {
    switch platform {
    case .digitalResource: carers
    case .employersForCarers: managers
    }
  }
}
