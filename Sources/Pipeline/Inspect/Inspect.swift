import Files
import Ingest
package import Vocabulary

/// What `carer-reconcile inspect` is asked.
package struct InspectRequest: Sendable {
  /// The path of the file.
  package var path: String
  /// The source to read it for; nil = the one it fits best.
  package var source: Source?
  /// The sheet to read of a workbook; nil = the first visible one that fits.
  package var sheet: String?
  /// The layout to read it by: its name, or the path of a layout file; nil = whichever fits.
  package var layout: String?
  /// Whether personal values are shown instead of masked.
  package var showsValues = false
  /// The date for two-digit years; nil = today in London.
  package var asOf: CalendarDay?

  /// Asks for all about a file.
  package init(path: String) { self.path = path }
}

/// What was found about a file.
package struct InspectReport: Sendable {
  /// The text, line by line.
  package var lines: [TerminalLine]
  /// Why no run could use the file; nil if one could.
  package var failure: RunFailure?
}

/// Tells how a file is read: for who wonders what a run makes of it.
package enum Inspect {
  /// Looks at the file.
  ///
  /// - Throws: where there is nothing to tell: no such file, no such layout.
  package static func run(_ request: InspectRequest) throws(RunFailure) -> InspectReport {
    let inspection = try Inspection(request)
    return inspection.report()
  }
}

/// One file under the glass.
struct Inspection {
  let request: InspectRequest
  let folder: Folder
  /// The file's name in that folder.
  let name: String
  let layouts: LayoutSet
  /// The name of the layout that was asked for.
  let layoutName: String?
  let asOf: CalendarDay

  /// How the file is read for one source.
  struct Reading {
    let source: Source
    let files: [InspectedFile]
    /// Whether it is read only where the block says `organisation:`.
    let needsOrganisation: Bool

    /// How many different columns it has.
    var columnCount: Int { Set(files.flatMap { $0.headings.compactMap(\.column) }).count }
  }

  init(_ request: InspectRequest) throws(RunFailure) {
    self.request = request
    asOf = request.asOf ?? RunClock.londonDay(RunClock.seconds())
    let parts = PathParts(request.path)
    name = parts.name
    do throws(FileError) {
      folder = try Folder(opening: parts.folder, followingLink: true)
      _ = try folder.openFile(name).size
    } catch {
      throw RunFailure(
        .inputMissing, what: "the file cannot be opened: \(error)", place: "",
        remedy: "name a file that is there")
    }
    var layouts = try LayoutSet(patterns: nil, pipeline: "")
    var wanted = request.layout
    if let path = wanted, path.hasSuffix(".json5") { wanted = try layouts.add(file: path) }
    self.layouts = layouts
    layoutName = wanted
    if let wanted {
      let known = layouts.tables.map(\.name) + [layouts.outbound.name]
      guard known.contains(wanted) else {
        throw RunFailure(
          .usage, what: "no such layout \(Display.quoted(wanted))", place: "--layout",
          remedy: Display.suggestion(for: wanted, among: known, noun: "layout"))
      }
    }
  }

  /// The stage that reads the file for a source.
  func ingest(_ source: Source, organisation: String? = nil) throws(IngestFailure) -> Ingest {
    var settings = IngestSettings()
    settings.layouts = layouts.tables
    settings.outbound = layouts.outbound
    settings.syntheticNINumbers = true
    settings.sources[source] = [
      SourceBlock(
        files: [name], organisation: organisation, layout: layoutName, sheet: request.sheet)
    ]
    return Ingest(try InputPlan(settings, below: folder), settings, asOf: asOf)
  }

  /// The sources to try: the one asked for, that of the layout asked for, or all.
  var sources: [Source] {
    if let source = request.source { return [source] }
    if let layout = layouts.tables.first(where: { $0.name == layoutName }) {
      return [layout.source]
    }
    return Source.allCases
  }

  /// Reads the file for a source, with an organisation where it is not read without.
  func read(_ source: Source) throws(IngestFailure) -> Reading {
    do {
      let files = try ingest(source).inspect()
      return Reading(source: source, files: files, needsOrganisation: false)
    } catch {
      // The code is no one's: it only stands in for that of the block.
      guard source == .staff || source == .competences,
        let files = try attempt({ () throws(IngestFailure) in
          try ingest(source, organisation: "X").inspect()
        })
      else { throw error }
      return Reading(source: source, files: files, needsOrganisation: true)
    }
  }

  /// What `body` gives; nil where it fails, as the failure told is that of the first attempt.
  private func attempt(
    _ body: () throws(IngestFailure) -> [InspectedFile]
  ) throws(IngestFailure) -> [InspectedFile]? {
    do {
      return try body()
    } catch {
      guard error.kind == .unusable else { throw error }
      return nil
    }
  }

  // MARK: - The report

  func report() -> InspectReport {
    var text = TerminalText()
    do throws(IngestFailure) {
      let first = try ingest(sources[0])
      text.heading(name)
      if first.kind == .outbound { return try outboundReport(first, text) }
      if first.kind == .workbook || first.kind == .container {
        text.say("A workbook. Its sheets:")
        for sheet in try first.sheetNames() {
          text.item(sheet.isHidden ? "\(sheet.name) (hidden)" : sheet.name)
        }
      } else {
        text.say("A text file.")
      }
      return try tableReport(text)
    } catch {
      return InspectReport(lines: text.lines, failure: RunFailure(error))
    }
  }

  private func tableReport(_ text: TerminalText) throws(IngestFailure) -> InspectReport {
    var text = text
    var readings: [Reading] = []
    var failure: IngestFailure?
    for source in sources {
      do {
        readings.append(try read(source))
      } catch {
        guard error.kind == .unusable else { throw error }
        failure = failure ?? error
      }
    }
    // Of equals the first: the order of the sources is the contract's.
    var best: Reading?
    for reading in readings where reading.columnCount > best?.columnCount ?? -1 { best = reading }
    guard let best else {
      let found = try propose(&text)
      guard let failure else { return InspectReport(lines: text.lines) }
      let isUnread = sources.count > 1 && found
      return InspectReport(
        lines: text.lines,
        failure: isUnread
          ? RunFailure(
            .dataUnusable, what: "no source can read it", place: name,
            remedy: "save the layout above in a folder layouts beside your pipeline file")
          : RunFailure(failure))
    }
    let description = InspectedText(showsValues: request.showsValues, asOf: asOf)
    for file in best.files { description.describe(file, best, in: &text) }
    let others = readings.filter { $0.source != best.source }
    if !others.isEmpty {
      text.heading("Other sources")
      for other in others {
        text.item(
          "\(other.source.rawValue): columns that would be read: \(other.columnCount); "
            + "--source \(other.source.rawValue) shows how")
      }
    }
    return InspectReport(lines: text.lines)
  }

  /// Says which layout would read a file that none reads; whether there is one.
  private func propose(_ text: inout TerminalText) throws(IngestFailure) -> Bool {
    let rows = try ingest(sources[0]).firstRows()
    guard let proposal = LayoutProposal(rows, sources: sources) else {
      text.heading("No layout fits")
      text.say("No heading in its first rows is like one of any column that is read.")
      return false
    }
    text.heading("No layout fits")
    text.say(
      "It is most like a file of the source \(proposal.source.rawValue), with its headings on "
        + "line \(proposal.line). To read it, check what follows and save it as "
        + "layouts/\(layoutFileName).json5 beside your pipeline file.")
    if !proposal.known.isEmpty {
      let known = proposal.known.map { "\($0.heading) = \($0.column.rawValue)" }
      text.say("Known already: \(known.joined(separator: ", ")).")
    }
    if !proposal.other.isEmpty {
      text.say("Like no column: \(proposal.other.joined(separator: ", ")).")
    }
    text.row("")
    for line in proposal.text(name: layoutFileName).split(separator: "\n") {
      text.row(String(line))
    }
    return true
  }

  /// A name for a layout, from the file's.
  private var layoutFileName: String {
    let stem = name.prefix { $0 != "." }.lowercased().unicodeScalars.map { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        ? Character(scalar) : "-"
    }
    let words = String(stem).split(separator: "-").joined(separator: "-").prefix(50)
    return words.isEmpty ? "my-layout" : String(words)
  }

  private func outboundReport(
    _ ingest: Ingest, _ text: TerminalText
  ) throws(IngestFailure) -> InspectReport {
    var text = text
    let summary = try ingest.inspectOutbound()
    let header = summary.header
    text.say("An ESR Generic Outbound file.")
    text.item("kind: \(header.name.content == .full ? "full" : "changes since the run before")")
    text.item("VPD: \(header.name.vpd)")
    text.item("made: \(header.created.text)")
    text.item("run: \(header.run.text); run before: \(header.previousRun.text)")
    text.item("interface version: \(header.version)")
    text.item("trailer: fits, it counts \(summary.trailerCounts)")
    text.heading("Records: \(summary.recordCount)")
    for type in summary.records {
      var what = type.subject?.rawValue ?? (type.isKnown ? "not needed" : "not known")
      if !type.widths.isEmpty {
        let widths = type.widths.map { "\($0.count) of \($0.fieldCount) fields" }
        what += ": \(widths.joined(separator: ", "))"
      }
      if type.misfits > 0 { what += "; \(type.misfits) of a width that no version has" }
      text.row("  \(type.code)  \(type.count)  \(what)")
    }
    return InspectReport(lines: text.lines)
  }
}
