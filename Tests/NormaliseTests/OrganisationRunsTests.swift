import Records
import Testing
import Vocabulary

struct OrganisationRunsTests {
  @Test func `rows of one organisation that stand together are one run`() throws {
    var organisations = OrganisationRuns()
    let codes = ["RA2", "RA2", "RB3", "RA2", "RC4", "RC4", "RC4"]
    for code in codes { organisations.append(try #require(ODSCode(code))) }

    #expect(organisations.count == 7)
    #expect(codes.indices.map { organisations[$0].text } == codes)
    #expect(organisations.runs.map(\.organisation.text) == ["RA2", "RB3", "RA2", "RC4"])
    #expect(organisations.runs.map(\.end) == [2, 3, 4, 7])
  }

  @Test func `no rows have no runs`() {
    #expect(OrganisationRuns().count == 0)
    #expect(OrganisationRuns().runs.isEmpty)
  }
}
