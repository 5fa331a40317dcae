import Columns
import Records
import Vocabulary

/// The data that the script of `report.html` shows: discrepancies, and entries to review.
///
/// Texts that come often stand once and are named by their number. True values and persons: the
/// page is for whoever runs it for all, and for the auditor (contract section 8). No access code,
/// NI number or birth date is in it.
///
/// The format, which `ReportScript` reads:
///
///     { "asOf", "key", "statuses": […], "rules": [[id, severity, action]…],
///       "places": [[organisation, name, footprint]…], "files": […], "details": […], "days": […],
///       "rows": [[id, rule, place, subject, number, last, first, detail, status, day, age,
///                 [file, line, file, line…]]…],
///       "reviews": [[subject, employee, probability, entry, candidate, agreement, levels]…] }
struct ReportData: Sendable {
  /// The page shows no more discrepancies than this, the most severe first: a browser holds them
  /// in memory.
  static let rowLimit = 250_000
  /// The page shows no more entries to review than this.
  static let reviewLimit = 20_000

  let contents: RunContents
  /// What names this run in the browser's storage.
  let key: String

  /// How many discrepancies the page shows.
  var rowCount: Int { min(Self.rowLimit, contents.discrepancies.order.count) }

  /// Writes the data as JSON that may stand in a page.
  func write(to output: consuming OutputBuffer) -> OutputBuffer {
    var data = ScriptData(output)
    data.open("{")
    data.key("asOf")
    data.text(contents.reconciliation.asOf.text)
    data.key("key")
    data.text(key)
    data.key("statuses")
    append(DiscrepancyStatus.allCases.map(\.rawValue), to: &data)
    data.key("rules")
    data.open("[")
    for rule in contents.findings.rules {
      append([rule.id, rule.severity.rawValue, rule.action], to: &data)
    }
    data.close("]")
    appendDiscrepancies(to: &data)
    appendReviews(to: &data)
    data.close("}")
    return data.end()
  }

  private func append(_ texts: [String], to data: inout ScriptData) {
    data.open("[")
    for text in texts { data.text(text) }
    data.close("]")
  }

  // MARK: - Discrepancies

  private struct Place: Hashable {
    let organisation: ODSCode
    let footprint: ODSCode
  }

  /// What a row names by number: its place, its detail and the day it was first seen.
  private struct Numbers {
    let place: Int32
    let detail: Int32
    let day: Int32
  }

  /// Writes the texts that rows name by number, then the rows.
  private func appendDiscrepancies(to data: inout ScriptData) {
    let texts = contents.findingTexts
    let table = contents.discrepancies
    var places = TextNumbers<Place>()
    var details = TextNumbers<TextCode>()
    var days = TextNumbers<CalendarDay>()
    let numbers = table.order.prefix(rowCount).map { finding in
      let place = table.places[finding]
      return Numbers(
        place: Int32(
          places.number(of: Place(organisation: place.organisation, footprint: place.footprint))),
        detail: Int32(details.number(of: texts.details[finding])),
        day: Int32(days.number(of: table.lives[finding].firstSeen)))
    }
    data.key("places")
    data.open("[")
    for place in places.texts {
      let name = contents.reconciliation.reference.facts(place.organisation).name
      append(
        [
          place.organisation.text, contents.reconciliation.extracts.texts.string(name),
          place.footprint.text,
        ], to: &data)
    }
    data.close("]")
    data.key("files")
    append(contents.reconciliation.extracts.inputs.map(\.path), to: &data)
    data.key("details")
    append(details.texts.map(texts.fields.texts.string(_:)), to: &data)
    data.key("days")
    append(days.texts.map(\.text), to: &data)
    data.key("rows")
    appendRows(numbers, to: &data)
  }

  private func appendRows(_ numbers: [Numbers], to rows: inout ScriptData) {
    let all = contents.findings.all
    let table = contents.discrepancies
    let texts = contents.reconciliation.extracts.texts
    var statuses = TextNumbers<DiscrepancyStatus>()
    for status in DiscrepancyStatus.allCases { _ = statuses.number(of: status) }
    rows.open("[")
    for (finding, numbers) in zip(table.order, numbers) {
      let place = table.places[finding]
      let life = table.lives[finding]
      rows.open("[")
      rows.hexadecimal(table.ids[finding])
      rows.integer(all[finding].rule)
      rows.integer(Int(numbers.place))
      if table.employee(of: finding) == nil {
        rows.text(table.text(of: finding))
      } else {
        rows.text(place.organisation.characters, place.number)
      }
      rows.text(place.number)
      rows.text(texts[place.lastName])
      rows.text(texts[place.firstName])
      rows.integer(Int(numbers.detail))
      rows.integer(statuses.number(of: life.status))
      rows.integer(Int(numbers.day))
      rows.integer(life.ageDays)
      rows.open("[")
      for row in all[finding].rows {
        rows.integer(row.file)
        rows.integer(row.line)
      }
      rows.close("]")
      rows.close("]")
    }
    rows.close("]")
  }

  // MARK: - Entries to review

  private func appendReviews(to data: inout ScriptData) {
    let lists = ListFiles(contents: contents)
    let links = contents.reconciliation.links
    data.key("reviews")
    data.open("[")
    for place in lists.reviewOrder().prefix(Self.reviewLimit) {
      let review = links.reviews[place]
      data.open("[")
      data.text(links.list(review.kind).subjects[review.entry])
      data.text(contents.reconciliation.employeeText(review.employee))
      data.text(Probability.text(review.probability))
      data.text(entryText(review))
      data.text(candidateText(review.employee))
      let agreement = lists.agreements(of: review)
      data.text("NI number \(agreement.niNumber), birth date \(agreement.birthDate)")
      data.text(review.levels.joined(separator: "; "))
      data.close("]")
    }
    data.close("]")
  }

  private func entryText(_ review: Review) -> String {
    let extracts = contents.reconciliation.extracts
    let entry = contents.reconciliation.links.list(review.kind).entries[review.entry]
    return Self.joined([
      extracts.texts.string(entry.firstName) + " " + extracts.texts.string(entry.lastName),
      entry.organisation.text, extracts.emails.string(entry.email),
    ])
  }

  private func candidateText(_ employee: Int) -> String {
    let extracts = contents.reconciliation.extracts
    let workforce = contents.reconciliation.workforce
    return Self.joined([
      extracts.texts.string(workforce.employees.firstName[employee]) + " "
        + extracts.texts.string(workforce.employees.lastName[employee]),
      workforce.organisationCode(of: employee).text,
      extracts.emails.string(workforce.employees.email[employee]),
    ])
  }

  private static func joined(_ parts: [String]) -> String {
    parts.filter { $0 != "" && $0 != " " }.joined(separator: ", ")
  }
}
