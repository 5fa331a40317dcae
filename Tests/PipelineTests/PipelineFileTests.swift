import Detect
import Emit
import Ingest
import Join
import Normalise
import Pipeline
import TestSupport
import Testing
import Vocabulary

let knownRules = ["flag-without-passport", "manager-unknown", "passport-review-overdue"]

/// What `text` says as a pipeline file.
func readPipeline(_ text: String) throws(PipelineFileFaults) -> PipelineFile {
  try PipelineFile.read(path: "pipeline.json5", bytes: Array(text.utf8), knownRules: knownRules)
}

@Suite struct PipelineFileTests {
  @Test func `a file with the required keys only has the defaults of the contract`() throws {
    let file = try readPipeline(
      """
      { pipeline: "nightly", stages: ["ingest"], sources: { staff: { files: ["staff/*.csv"] } } }
      """)
    var expected = PipelineFile()
    expected.name = "nightly"
    expected.stages = [.ingest]
    expected.ingest.sources = [.staff: [SourceBlock(files: ["staff/*.csv"])]]
    // The default methods include the probabilistic one, which asks for more columns.
    expected.ingest.readsLinkageColumns = true
    #expect(file == expected)
    #expect(file.guards.maximumRejectedShare == 0.05)
    #expect(file.guards.maximumShrink == 0.20)
    #expect(file.join.accept == 0.95)
    #expect(file.join.margin == 0.05)
    #expect(file.join.review == 0.50)
    #expect(file.join.methods.count == 5)
    #expect(file.emit.products.count == 5)
    #expect(file.emit.surveyRate == 0.32)
    #expect(file.emit.surveyName == "NHS Staff Survey 2023")
    #expect(file.emit.disclosure == .nhsEngland)
    #expect(file.emit.reconciledScope == .evidence)
    #expect(file.emit.deliveryScope == .all)
    #expect(!file.emit.writesWorkbooks)
    #expect(file.emit.byteOrderMark)
    #expect(!file.ingest.syntheticNINumbers)
  }

  /// The pipeline file of contract section 9, with other values than the defaults.
  static let whole = """
    // a comment
    {
      pipeline: "example-one",
      stages: ["ingest", "normalise", "join", "detect", "emit",],   /* in this order */
      input: "../SampleData/night-1",
      output: "../output",
      vpd: { "431": "ra2" },
      layouts: ["own/*.json5"],
      sources: {
        staff: [{ files: ["staff/*.csv"] }, { files: ["./council//*.csv"], organisation: "10x01",
                                                layout: "own-staff", sheet: "Staff" }],
        competences: { files: ['competences/*.csv'], optional: true },
        "passports": { files: ["p/a.csv", "p/b.csv"], },
        network: { files: ["network/*.csv"] },
        organisations: { files: ["reference/etr.csv"] },
        footprints: { files: ["reference/footprints.csv"], optional: false },
        "access-codes": { files: ["codes.csv"] },
        decisions: { files: ["decisions/*.csv"], optional: true },
      },
      normalise: {
        carerFlag: {
          carer: ["registered carer", "Registered  Carer"], "not-carer": ["nobody"],
          declined: ["rather not"], "not-recorded": ["?"],
        },
        competences: { ignore: ["*young carer*"] },
        syntheticNINumbers: true,
      },
      join: { methods: ["work-email", "employee-number"], accept: .9, margin: 0, review: +.4 },
      detect: { rules: { "flag-without-passport": "low", "manager-unknown": "off" } },
      emit: {
        products: ["evidence"], reconciledScope: "all", deliveryScope: "outstanding",
        workbooks: true,
        csv: { byteOrderMark: false }, evidence: { surveyRate: 1., surveyName: "Survey" },
      },
      disclosure: "none",
      guards: { maximumRejectedShare: .9, maximumShrink: .20, olderInput: "allow", },
    }
    """

  @Test func `every key of the contract is read`() throws {
    let file = try readPipeline(Self.whole)
    #expect(file.name == "example-one")
    #expect(file.stages == [.ingest, .normalise, .join, .detect, .emit])
    #expect(file.input == "../SampleData/night-1")
    #expect(file.output == "../output")
    #expect(file.ingest.organisationsByVPD == ["431": "RA2"])
    #expect(file.layoutPatterns == ["own/*.json5"])
    #expect(
      file.ingest.blocks(of: .staff) == [
        SourceBlock(files: ["staff/*.csv"]),
        SourceBlock(
          files: ["council/*.csv"], organisation: "10X01", layout: "own-staff", sheet: "Staff"),
      ])
    #expect(
      file.ingest.blocks(of: .competences) == [
        SourceBlock(files: ["competences/*.csv"], isOptional: true)
      ])
    #expect(file.ingest.blocks(of: .passports) == [SourceBlock(files: ["p/a.csv", "p/b.csv"])])
    #expect(file.ingest.blocks(of: .accessCodes) == [SourceBlock(files: ["codes.csv"])])
    #expect(file.ingest.sources.count == 8)
    #expect(file.ingest.syntheticNINumbers)
    #expect(
      file.normalise.carerFlagKeys == [
        .carer: ["registered carer", "Registered  Carer"], .notCarer: ["nobody"],
        .declined: ["rather not"],
        .notRecorded: ["?"],
      ])
    #expect(file.normalise.ignoredCompetences == ["*young carer*"])
    #expect(file.join.methods == [.employeeNumber, .workEmail])
    #expect(file.join.accept == 0.9)
    #expect(file.join.margin == 0)
    #expect(file.join.review == 0.4)
    #expect(
      file.detect.ruleOverrides == [
        "flag-without-passport": .severity(.low), "manager-unknown": .off,
      ]
    )
    #expect(file.emit.products == [.evidence])
    #expect(file.emit.reconciledScope == .all)
    #expect(file.emit.deliveryScope == .outstanding)
    #expect(file.emit.writesWorkbooks)
    #expect(!file.emit.byteOrderMark)
    #expect(file.emit.surveyRate == 1)
    #expect(file.emit.surveyName == "Survey")
    #expect(file.emit.disclosure == .none)
    #expect(file.guards.maximumRejectedShare == 0.9)
    #expect(file.guards.maximumShrink == 0.2)
    #expect(file.guards.olderInput == .allow)
  }

  @Test func `what stands at a bound is within it`() throws {
    let name = String(repeating: "a-1", count: 20)
    let file = try readPipeline(
      """
      {
        pipeline: "nightly", stages: ["ingest"],
        sources: { staff: { files: ["*.csv"], organisation: "abcdefghij", layout: "\(name)" } },
        join: { accept: 0.8, review: 0.8 },
      }
      """)
    let block = file.ingest.blocks(of: .staff)[0]
    #expect(block.organisation == "ABCDEFGHIJ")
    #expect(block.layout == name)
    #expect(file.join.review == file.join.accept)
    for text in ["organisation: 'abcdefghijk'", "layout: '\(name)x'"] {
      #expect(throws: PipelineFileFaults.self) {
        try readPipeline(
          "{ pipeline: 'n', stages: ['ingest'], sources: { staff: { files: ['a'], \(text) } } }")
      }
    }
  }

  @Test func `every declared key stands in the whole example`() {
    for row in PipelineFileSchema.rows {
      let key = row.path.split(separator: ".").last.map(String.init) ?? ""
      #expect(Self.whole.contains("\(key): ") || Self.whole.contains("\"\(key)\": "), "\(key)")
    }
  }

  @Test(arguments: 0..<UInt64(200))
  func `no changed file stops the program`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var bytes = Array(Self.whole.utf8)
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(bytes[(place * 7) % bytes.count], at: place)
      case 2: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      default: bytes.removeSubrange(place..<min(bytes.count, place + 20))
      }
    }
    do {
      _ = try PipelineFile.read(path: "pipeline.json5", bytes: bytes, knownRules: knownRules)
    } catch {
      #expect(!error.faults.isEmpty)
      #expect(error.message.hasPrefix("pipeline.json5: "))
      #expect(!error.message.contains { $0.isNewline })
    }
  }

  @Test func `the table names every key with what to give and what holds without it`() throws {
    let rows = PipelineFileSchema.rows
    let accept = try #require(rows.first { $0.path == "join.accept" })
    #expect(accept.expectation == "a number from 0 to 1")
    #expect(accept.standard == "0.95")
    #expect(accept.summary == "The probability from which the probabilistic method links.")
    #expect(
      rows.filter { $0.standard == "required" }.map(\.path) == [
        "pipeline", "stages", "sources.staff", "sources.*.files",
      ])
    #expect(PipelineFileSchema.markdownTable.split(separator: "\n").count == rows.count + 2)
  }
}
