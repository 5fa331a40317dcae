/// A column of a sheet that is written.
package struct SheetColumn: Sendable {
  /// What stands in the first row.
  package let heading: String
  /// The words that a cell of it may hold, for a drop-down; none = anything.
  package let choices: [String]

  /// Makes a column; choices hold no comma and no quote, and 255 characters in all.
  package init(_ heading: String, choices: [String] = []) {
    precondition(choices.joined(separator: ",").utf16.count <= 255, "Excel knows no longer list")
    self.heading = heading
    self.choices = choices
  }
}
