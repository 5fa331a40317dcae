import Columns
import Records
import Vocabulary

/// Finds the competences that say something about care, and whose they are (contract section 3).
struct CompetenceMatching {
  let asOf: CalendarDay
  let texts: TextDictionary
  let patterns: CompetencePatterns
  let spellings: CarerFlagSpellings

  /// Fills the competence parts of `workforce`, whose employees are known.
  func match(_ batches: [CompetenceBatch], into workforce: inout Workforce) {
    let meanings = meanings(of: batches)
    var flags: [TextCode: CarerFlag] = [:]
    var unknown: [UnknownHolder] = []
    var unmapped: [[UInt8]: Int] = [:]
    for batch in batches {
      for offset in 0..<batch.count {
        let meaning = meanings[Int(batch.name[offset].raw)]
        if meaning == .nothing { continue }
        if meaning == .unmapped {
          addUnmapped(batch.name[offset], batch.row[offset], &unmapped, &workforce)
          continue
        }
        let organisation = batch.organisation[offset]
        if meaning == .passport {
          workforce.organisationsWithPassportCompetence.insert(organisation)
        }
        guard let employee = workforce.employee(organisation, batch.number[offset]) else {
          unknown.append(
            UnknownHolder(
              organisation: organisation, number: batch.number[offset], row: batch.row[offset]))
          continue
        }
        let level = batch.level[offset]
        let flag = flags[level] ?? flag(level: texts[level])
        flags[level] = flag
        workforce.competences.append(
          competence(of: employee, batch, offset, isPassport: meaning == .passport, flag))
      }
    }
    workforce.unknownHolders = unknown
    workforce.competences.sort { ($0.employee, $0.row) < ($1.employee, $1.row) }
    workforce.indexCompetences()
  }

  private func meanings(of batches: [CompetenceBatch]) -> [CompetenceMeaning] {
    texts.judgements(of: batches.lazy.map(\.name), other: .nothing) { patterns.meaning($0) }
  }

  private func addUnmapped(
    _ name: TextCode, _ row: SourceRow, _ places: inout [[UInt8]: Int],
    _ workforce: inout Workforce
  ) {
    let key = FixedWord.key(texts[name])
    if let place = places[key] {
      workforce.unmappedCompetences[place].rows.append(row)
      return
    }
    places[key] = workforce.unmappedCompetences.count
    let words = WhiteSpace.words(of: texts[name]).map { range in
      UTF8Text.string(texts[name].extracting(range))
    }
    workforce.unmappedCompetences.append(
      UnmappedCompetence(name: words.joined(separator: " "), rows: [row]))
  }

  private func competence(
    of employee: Int, _ batch: CompetenceBatch, _ offset: Int, isPassport: Bool,
    _ flag: CarerFlag
  ) -> CarerCompetence {
    let from = batch.dateFrom[offset]
    let to = batch.dateTo[offset]
    return CarerCompetence(
      employee: employee, row: batch.row[offset], isPassport: isPassport,
      isOpen: asOf.isWithin(from: from, to: to), flag: flag, date: from)
  }

  /// What an open carer competence of this level says.
  private func flag(level: Span<UInt8>) -> CarerFlag {
    let key = FlagKey.key(level)
    if let flag = spellings.flag(key: key) {
      return flag == .notCarer || flag == .declined ? flag : .carer
    }
    let word = String(decoding: key, as: UTF8.self).split { !$0.isLetter }.first ?? ""
    return ["no", "not", "former", "previous", "ended"].contains(word) ? .notCarer : .carer
  }
}
