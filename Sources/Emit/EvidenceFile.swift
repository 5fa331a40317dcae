import Columns
import Records
import Vocabulary

/// Writes `evidence.csv`: figures for a Carer Confident self-assessment (contract section 8).
struct EvidenceFile: Sendable {
  let contents: RunContents

  private static let columns = ["level", "code", "name", "measure", "value", "base"]

  /// The levels organisation, footprint, all; within a level by code.
  func write(to output: consuming OutputBuffer) -> OutputBuffer {
    let texts = contents.reconciliation.extracts.texts
    var writer = contents.writer(Self.columns, output)
    for (index, employer) in contents.employers.enumerated() {
      let figures = contents.figures.employers[index]
      for measure in measures(of: figures) {
        writer.word("organisation")
        writer.code(employer.code)
        writer.text(texts[employer.name])
        append(measure, to: &writer)
      }
    }
    for (index, footprint) in contents.footprints.enumerated() {
      for measure in measures(of: contents.figures.footprints[index]) {
        writer.word("footprint")
        writer.text(footprint.folder)
        writer.text(texts[footprint.name])
        append(measure, to: &writer)
      }
    }
    for measure in measures(of: contents.figures.all) {
      writer.word("all")
      writer.word("all")
      writer.empty()
      append(measure, to: &writer)
    }
    return writer.end()
  }

  private func append(_ measure: EvidenceMeasure, to writer: inout CSVWriter) {
    writer.text(measure.name.rawValue)
    writer.figure(measure.value)
    writer.text(measure.base)
    writer.endRow()
  }

  private func measures(of figures: FigureSet) -> [EvidenceMeasure] {
    EvidenceMeasure.all(of: figures, contents.settings)
  }
}
