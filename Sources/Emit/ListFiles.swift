import Columns
import Records
import Vocabulary

/// Writes `links.csv`, `review.csv` and `rejects.csv` (contract section 8).
struct ListFiles: Sendable {
  let contents: RunContents

  // MARK: - links.csv

  private static let linkColumns = [
    "source", "file", "line", "subject", "organisation_code", "employee_number", "person_key",
    "method", "probability", "outcome",
  ]

  /// One row per list entry, in reading order, passports before network.
  func links(to output: consuming OutputBuffer) -> OutputBuffer {
    let links = contents.reconciliation.links
    var writer = contents.writer(Self.linkColumns, output)
    append(links.passports, to: &writer)
    append(links.memberships, to: &writer)
    return writer.end()
  }

  private func append(_ list: JoinedList, to writer: inout CSVWriter) {
    let workforce = contents.reconciliation.workforce
    let codes = contents.employers.map(\.code.characters)
    let inputs = contents.reconciliation.extracts.inputs
    let source = list.kind.source.rawValue
    for index in list.entries.indices {
      // Entries name employees here and there.
      let ahead = min(index + FieldTexts.rowsAhead, list.entries.count - 1)
      if let employee = list.links[ahead].employee {
        workforce.employees.organisation.span.prefetch(employee)
        workforce.employees.number.span.prefetch(employee)
        workforce.persons.key.span.prefetch(employee)
      }
      let row = list.entries[index].row
      writer.word(text: source)
      writer.text(inputs[row.file].path.utf8.span)
      writer.integer(row.line)
      writer.text(list.subjects[index].utf8.span)
      if let employee = list.links[index].employee {
        let code = codes[Int(workforce.employees.organisation[employee])]
        writer.short(code)
        let number = workforce.employees.number[employee].digits
        writer.short(number)
        let key = Int(workforce.persons.key[employee])
        writer.employee(
          codes[Int(workforce.employees.organisation[key])],
          key == employee ? number : workforce.employees.number[key].digits)
        writer.word(text: list.links[index].method?.rawValue ?? "")
      } else {
        for _ in 0..<4 { writer.empty() }
      }
      writer.figure(list.links[index].probability.map(Probability.text) ?? "")
      writer.word(text: list.links[index].outcome.rawValue)
      writer.endRow()
    }
  }

  // MARK: - review.csv

  /// The columns of `review.csv`.
  static let reviewColumns = [
    "kind", "subject", "employee", "decision", "probability", "entry_last_name", "entry_first_name",
    "entry_organisation", "entry_work_email", "candidate_last_name", "candidate_first_name",
    "candidate_organisation", "candidate_work_email", "ni_number_agreement",
    "birth_date_agreement", "agreement_levels",
  ]

  /// One row per candidate that a person is asked about: by subject, the likeliest candidate first.
  func review(to output: consuming OutputBuffer) -> OutputBuffer {
    var writer = contents.writer(Self.reviewColumns, output)
    append(reviews: reviewOrder(), to: &writer)
    return writer.end()
  }

  /// Writes the rows of some reviews, by their indices into ``Links/reviews``.
  func append<Writer: RowWriter & ~Copyable>(reviews: [Int], to writer: inout Writer) {
    let links = contents.reconciliation.links
    for place in reviews {
      let review = links.reviews[place]
      append(review, links.list(review.kind).subjects[review.entry], to: &writer)
    }
  }

  /// The order of `review.csv`: indices into ``Links/reviews``.
  func reviewOrder() -> [Int] {
    let links = contents.reconciliation.links
    let subjects = links.reviews.map { links.list($0.kind).subjects[$0.entry] }
    return links.reviews.indices.sorted { left, right in
      let (first, second) = (links.reviews[left], links.reviews[right])
      if SpanOrder.precedes(subjects[left].utf8.span, subjects[right].utf8.span) { return true }
      if SpanOrder.precedes(subjects[right].utf8.span, subjects[left].utf8.span) { return false }
      if first.probability != second.probability { return first.probability > second.probability }
      return first.employee < second.employee
    }
  }

  /// How NI number and birth date of entry and candidate agree, in a word each.
  func agreements(of review: Review) -> (niNumber: String, birthDate: String) {
    let employees = contents.reconciliation.workforce.employees
    let entry = contents.reconciliation.links.list(review.kind).entries[review.entry]
    let niNumber = employees.niNumber[review.employee]
    let birthDate = employees.birthDate[review.employee]
    return (
      Self.agreement(
        isMissing: entry.niNumber.isMissing || niNumber.isMissing,
        isEqual: entry.niNumber == niNumber),
      Self.agreement(
        isMissing: entry.birthDate.isMissing || birthDate.isMissing,
        isEqual: entry.birthDate == birthDate)
    )
  }

  private func append<Writer: RowWriter & ~Copyable>(
    _ review: Review, _ subject: String, to writer: inout Writer
  ) {
    let emails = contents.reconciliation.extracts.emails
    let workforce = contents.reconciliation.workforce
    let employees = workforce.employees
    let candidate = review.employee
    let entry = contents.reconciliation.links.list(review.kind).entries[review.entry]
    writer.word("link")
    writer.text(subject)
    let code = workforce.organisationCode(of: candidate).characters
    writer.employee(code, employees.number[candidate].digits)
    writer.empty()  // decision, for the reviewer to fill in
    writer.figure(Probability.text(review.probability))
    writer.text(entry.lastName, contents.fields)
    writer.text(entry.firstName, contents.fields)
    writer.code(entry.organisation)
    writer.text(emails[entry.email])
    writer.text(employees.lastName[candidate], contents.fields)
    writer.text(employees.firstName[candidate], contents.fields)
    writer.short(code)
    writer.text(emails[employees.email[candidate]])
    let agreement = agreements(of: review)
    writer.text(agreement.niNumber)
    writer.text(agreement.birthDate)
    writer.text(review.levels.joined(separator: "; "))
    writer.endRow()
  }

  /// How two values agree, in a word: the values themselves stay out of the file.
  private static func agreement(isMissing: Bool, isEqual: Bool) -> String {
    isMissing ? "missing" : (isEqual ? "same" : "different")
  }

  // MARK: - rejects.csv

  private static let rejectColumns = ["source", "file", "line", "reason", "detail", "raw"]

  /// One row per rejected row, in reading order.
  func rejects(to output: consuming OutputBuffer) -> OutputBuffer {
    let extracts = contents.reconciliation.extracts
    var writer = contents.writer(Self.rejectColumns, output)
    for reject in extracts.rejects {
      writer.text(reject.source.rawValue)
      writer.text(extracts.inputs[reject.row.file].path)
      writer.integer(reject.row.line)
      writer.text(reject.reason.rawValue)
      writer.text(reject.detail)
      writer.text(reject.raw.span)
      writer.endRow()
    }
    return writer.end()
  }
}
