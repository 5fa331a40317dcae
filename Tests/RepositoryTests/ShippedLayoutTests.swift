import Pipeline
import Testing
import TestSupport

/// Holds the layouts that are built into the program against `Pipelines/layouts`.
struct ShippedLayoutTests {
  @Test func `the program holds every layout of the repository, byte for byte`() throws {
    let files = Repository.files(below: "Pipelines/layouts", suffixes: [".json5"])
    #expect(!files.isEmpty)
    #expect(ShippedLayouts.files.map { "Pipelines/layouts/\($0.name)" } == files.sorted())
    for (name, bytes) in ShippedLayouts.files {
      #expect(Repository.text("Pipelines/layouts/\(name)").map { Array($0.utf8) } == bytes)
    }
  }
}
