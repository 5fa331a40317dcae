import Ingest
import Records
import StageSupport
import Vocabulary

/// One ESR interface file as a test draws it: records by the names of their fields.
struct DrawnOutbound {
  var vpd = "431"
  var content = "F"
  var day = "20260601"
  var sequence = 1
  var run = "20260601 000000"
  var previousRun = ""
  var records: [String] = []
  /// What the header says in place of the file's own name, VPD or trailer.
  var headerName: String?
  var headerVPD: String?
  var trailer: String?
  var folder = "esr/"
  var lineEnd = "\n"

  /// A full file.
  static func full(_ sequence: Int = 1, run: String = "20260601 000000", _ records: String...)
    -> DrawnOutbound
  {
    DrawnOutbound(
      day: String(run.prefix(8)), sequence: sequence, run: run, records: records)
  }

  /// A file of changes.
  static func changes(
    _ sequence: Int, run: String, after previous: String, _ records: String...
  ) -> DrawnOutbound {
    DrawnOutbound(
      content: "C", day: String(run.prefix(8)), sequence: sequence, run: run,
      previousRun: previous, records: records)
  }

  /// The file's name.
  var name: String {
    let digits = String(sequence)
    let zeros = String(repeating: "0", count: 8 - digits.count)
    return "GO_\(vpd)_EXP_GO\(content)_\(day)_\(zeros)\(digits).DAT"
  }

  /// The lines of the file.
  var lines: [String] {
    [
      "HDR~\(headerName ?? name)~\(run)~\(headerVPD ?? vpd)~\(previousRun)~\(run)~01"
    ] + records + [trailer ?? "TRL~\(records.count)"]
  }

  /// The file as it is read for a source.
  func file(_ source: Source, organisation: String? = nil) -> DrawnFile {
    DrawnFile(
      source, lines.map { $0 + lineEnd }.joined(), path: folder + name, organisation: organisation)
  }

  /// A record: the cells of the fields named, the others empty.
  ///
  /// `width` chooses a version by its number of fields, else it is the first one.
  static func record(_ code: String, width: Int? = nil, _ cells: [String: String]) -> String {
    let type = OutboundLayout.drawn.records.first { $0.update == code }
    let versions = type?.versions ?? []
    let names = versions.first { width == nil || $0.count == width } ?? []
    let line = names.map { $0 == "record type" ? code : cells[$0] ?? "" }
    precondition(cells.keys.allSatisfy(names.contains), "a field the version does not have")
    return line.joined(separator: "~")
  }

  /// A person: names and number made of the id where nothing is said of them.
  static func person(
    _ id: String, from start: String = "20200101", to end: String = "47121231",
    width: Int? = nil, _ cells: [String: String] = [:]
  ) -> String {
    record(
      "PRA", width: width,
      [
        "person id": id, "effective start date": start, "effective end date": end,
        "employee number": "1000\(id)", "first name": "Ann", "last name": "Lee",
      ].merging(cells) { $1 })
  }

  /// An assignment of a person.
  static func assignment(
    _ id: String, of person: String, from start: String = "20200101",
    to end: String = "47121231", width: Int? = nil, _ cells: [String: String] = [:]
  ) -> String {
    record(
      "ASA", width: width,
      [
        "person id": person, "assignment id": id, "effective start date": start,
        "effective end date": end, "assignment number": "1000\(person)-\(id)",
      ].merging(cells) { $1 })
  }

  /// A competency of a person.
  static func competency(
    _ id: String, of person: String, _ name: String, width: Int? = nil,
    _ cells: [String: String] = [:]
  ) -> String {
    record(
      "CMA", width: width,
      [
        "person id": person, "competency element id": id, "competency name": name,
      ].merging(cells) { $1 })
  }

  /// An organisation.
  static func organisation(
    _ id: String, _ code: String, parent: String = "", _ cells: [String: String] = [:]
  ) -> String {
    record(
      "ORA",
      [
        "organisation id": id, "nacs code": code, "parent organisation id": parent,
      ].merging(cells) { $1 })
  }
}

extension Extracts {
  /// What Ingest makes of interface files, all of them read for one source.
  init(
    reading files: [DrawnOutbound], for source: Source = .staff, vpd: [String: String] = [:],
    organisation: String? = nil, workers: Int = 1
  ) throws {
    try self.init(
      reading: files.map { $0.file(source, organisation: organisation) }, workers: workers,
      vpd: vpd)
  }

  /// Each file as `name: rows read, accepted, rejected`, and what else is said of it.
  var drawnAccounts: [String] {
    inputs.map { input in
      let name = input.path.split(separator: "/").last.map(String.init) ?? ""
      var text = "\(name.dropFirst(11).prefix(4)) \(name.dropLast(4).suffix(2))"
      text += ": \(input.rowsRead), \(input.accepted), \(input.rejected)"
      if input.skipped > 0 { text += ", \(input.skipped) skipped" }
      if input.isDuplicate { text += ", duplicate" }
      if input.supersededBy != nil { text += ", superseded" }
      return text
    }
  }
}
