import Columns
import Records
import Vocabulary

/// Rows as text: the values in the contract's order of columns, joined by `; `, missing ones empty.
extension Extracts {
  private func yes(_ value: Bool) -> String { value ? "yes" : "" }

  private func ni(_ number: NINumber) -> String {
    number.isMissing
      ? ""
      : String(
        decoding: (0..<8).map { UInt8(truncatingIfNeeded: number.raw >> UInt64(56 - 8 * $0)) },
        as: UTF8.self)
  }

  /// Staff rows, assignments all files together.
  var drawnStaff: [String] {
    assignments.flatMap { batch in
      (0..<batch.count).map { row in
        var assignmentNumber: [UInt8] = []
        assignmentNumber.append(contentsOf: batch.assignmentNumber[row])
        let columns: [String] = [
          batch.organisation[row].text, batch.number[row].text,
          String(decoding: assignmentNumber, as: UTF8.self), yes(batch.isPrimary[row]),
          texts.string(batch.status[row]), texts.string(batch.firstName[row]),
          texts.string(batch.lastName[row]), texts.string(batch.knownAs[row]),
          texts.string(batch.previousLastName[row]), batch.birthDate[row].text,
          ni(batch.niNumber[row]), emails.string(batch.email[row]),
          texts.string(batch.staffGroup[row]), texts.string(batch.jobTitle[row]),
          batch.startDate[row].text, batch.leavingDate[row].text, batch.manager[row].text,
          texts.string(batch.flag[row]), batch.flagDate[row].text,
        ]
        return columns.joined(separator: "; ")
      }
    }
  }

  /// First and last names of the staff rows.
  var drawnNames: [String] {
    assignments.flatMap { batch in
      (0..<batch.count).map {
        "\(texts.string(batch.firstName[$0])) \(texts.string(batch.lastName[$0]))"
      }
    }
  }

  /// Competence rows.
  var drawnCompetences: [String] {
    competences.flatMap { batch in
      (0..<batch.count).map { row in
        [
          batch.organisation[row].text, batch.number[row].text, texts.string(batch.name[row]),
          texts.string(batch.level[row]), batch.dateFrom[row].text, batch.dateTo[row].text,
        ].joined(separator: "; ")
      }
    }
  }

  /// Entries of a list: reference, organisation, number, names, birth date, NI number, email, the
  /// three dates, word, consent.
  func drawnEntries(_ kind: ListKind) -> [String] {
    entries(kind).map { entry in
      let columns: [String] = [
        references.string(entry.reference), entry.organisation.text, entry.number.text,
        texts.string(entry.firstName), texts.string(entry.lastName), entry.birthDate.text,
        ni(entry.niNumber), emails.string(entry.email), entry.startDate.text,
        entry.reviewDate.text, entry.endDate.text, texts.string(entry.word), yes(entry.hasConsent),
      ]
      return columns.joined(separator: "; ")
    }
  }

  /// Rows of the organisations source.
  var drawnOrganisations: [String] {
    organisations.map { row in
      [
        row.code.text, texts.string(row.name), row.footprint.text, row.previousFootprint.text,
        row.validFrom.text, row.validTo.text, texts.string(row.hrLeadName),
        emails.string(row.hrLeadEmail),
      ].joined(separator: "; ")
    }
  }

  /// Rows of the footprints source.
  var drawnFootprints: [String] {
    footprints.map { row in
      [row.code.text, texts.string(row.name), row.validFrom.text, row.validTo.text]
        .joined(separator: "; ")
    }
  }

  /// Access codes: line, owner, platform, code, dates.
  var drawnCodes: [String] {
    accessCodes.map { row in
      [
        "\(row.row.line)", (row.isOrganisations ? "organisation " : "footprint ") + row.owner.text,
        row.platform.rawValue, texts.string(row.code), row.validFrom.text, row.validTo.text,
      ].joined(separator: "; ")
    }
  }

  /// Decisions: kind, subject, employee, verdict, until.
  var drawnDecisions: [String] {
    decisions.map { row in
      [
        row.isLink ? "link" : "discrepancy", texts.string(row.subject),
        row.isLink ? "\(row.organisation.text)/\(row.number.text)" : "", "\(row.verdict)",
        row.until.text,
      ].joined(separator: "; ")
    }
  }

  /// Rejects as `line reason`, with the file where there are several.
  var drawnRejects: [String] {
    rejects.map { reject in
      (inputs.count > 1 ? "\(inputs[reject.row.file].path):" : "")
        + "\(reject.row.line) \(reject.reason.rawValue)"
    }
  }

  /// Cells that could not be read, as `line column`.
  var drawnFaults: [String] { faults.map { "\($0.row.line) \($0.column.rawValue)" } }

  /// Rows of all kinds, one line each.
  var drawnRows: [String] {
    drawnStaff + drawnCompetences + drawnEntries(.passports) + drawnEntries(.network)
      + drawnOrganisations + drawnFootprints + drawnCodes + drawnDecisions
  }
}
