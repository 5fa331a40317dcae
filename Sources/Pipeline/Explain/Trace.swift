import Emit
import Records
import Vocabulary

/// Where a row stands, as a trace tells it.
enum TracePlace: Hashable {
  /// A file by its path, and the line, from 1.
  case row(file: String, line: Int)
  /// A row of another employer.
  case hidden
}

/// A file `trace/<footprint>/<organisation>.tsv`, read back; see ``TraceFormat``.
struct Trace {
  /// The date of the run.
  let asOf: CalendarDay
  private let files: [String: String]
  /// The lines of the employees.
  private let lines: [Substring]

  /// Reads a file's head; nil where it is not of this version.
  init?(_ bytes: [UInt8]) {
    var lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: true)[...]
    guard lines.popFirst() == TraceFormat.firstLine[...] else { return nil }
    var asOf = CalendarDay.missing
    var files: [String: String] = [:]
    while let line = lines.first, line.hasPrefix("# ") {
      let cells = line.split(separator: "\t")
      if cells.count == 2, cells[0] == "# as_of" { asOf = CalendarDay(text: cells[1]) }
      if cells.count == 3, cells[0] == "# file" { files[String(cells[1])] = String(cells[2]) }
      lines.removeFirst()
    }
    let headings = lines.popFirst()?.split(separator: "\t").map(String.init)
    guard headings == TraceFormat.Column.allCases.map(\.rawValue), !asOf.isMissing else {
      return nil
    }
    self.asOf = asOf
    self.files = files
    self.lines = Array(lines)
  }

  /// What the trace says of an employee; nil where it has none of this number.
  ///
  /// - Throws: `TraceFault` where the line cannot be understood.
  func employee(_ number: EmployeeNumber) throws(TraceFault) -> TracedEmployee? {
    let text = number.text
    let line = lines.first {
      $0.hasPrefix(text)
        && ($0.utf8.count == text.utf8.count || $0.utf8.dropFirst(text.utf8.count).first == 0x09)
    }
    guard let line else { return nil }
    var reader = TraceLineReader(trace: self, line)
    return try TracedEmployee(number, &reader)
  }

  /// The numbers of the employees here that are the same person as the one whose key this is.
  func employees(ofPerson key: String) -> [String] {
    let place = TraceFormat.Column.allCases.firstIndex(of: .personKey)
    return lines.compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      let number = cells.first ?? ""
      let own = place.flatMap { $0 < cells.count && !cells[$0].isEmpty ? cells[$0] : nil }
      return (own ?? number) == key ? String(number) : nil
    }
  }

  /// All places that the file cites: rows of this organisation, or of its decisions.
  func places() -> Set<TracePlace> {
    var places: Set<TracePlace> = []
    for line in lines {
      for word in line.split(whereSeparator: { $0 == "\t" || $0 == ";" || $0 == " " }).dropFirst() {
        if let place = place(word) { places.insert(place) }
      }
    }
    return places
  }

  /// Reads a place; marks behind the line number are no part of it.
  func place(_ text: Substring) -> TracePlace? {
    if text == TraceFormat.hiddenPlace[...] { return .hidden }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let file = files[String(parts[0])],
      let line = Int(parts[1].prefix { $0.isASCII && $0.isNumber })
    else { return nil }
    return .row(file: file, line: line)
  }
}

/// Why a trace cannot be understood: it was changed, or the program that wrote it was wrong.
struct TraceFault: Error {}

extension CalendarDay {
  /// Reads `YYYY-MM-DD`, as our own files have it; anything else is missing.
  init(text: Substring) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, let day = CalendarDay(year: parts[0], month: parts[1], day: parts[2])
    else {
      self = .missing
      return
    }
    self = day
  }
}
