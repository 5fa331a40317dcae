// Public, as only then can what is inlined elsewhere use it.
public import Vocabulary
import Columns

/// The organisation of each of some rows, as runs of rows that have the same.
///
/// Rows of one employer mostly stand together, and most files hold one employer's: a column of
/// codes would be a tenth of what is read, to be gone through again and again.
@usableFromInline
package struct OrganisationRuns: Sendable {
  /// The runs, one behind the other.
  @usableFromInline package internal(set) var runs: [Run] = []

  /// Rows of one organisation.
  @usableFromInline
  package struct Run: Sendable {
    /// The organisation, and the place behind its last row.
    @usableFromInline package let organisation: ODSCode
    @usableFromInline package internal(set) var end: Int

    @inlinable
    init(_ organisation: ODSCode, end: Int) { (self.organisation, self.end) = (organisation, end) }
  }

  /// Those of no rows.
  package init() {}

  /// How many rows there are.
  @inlinable package var count: Int { runs.last?.end ?? 0 }

  /// Adds a row.
  @inlinable
  package mutating func append(_ organisation: ODSCode) {
    let last = runs.count - 1
    if last >= 0, runs[last].organisation == organisation {
      runs[last].end += 1
    } else {
      runs.append(Run(organisation, end: count + 1))
    }
  }

  /// The organisation of a row, in O(log n).
  package subscript(row: Int) -> ODSCode {
    runs[runs.firstPlace { $0.end > row }].organisation
  }
}
