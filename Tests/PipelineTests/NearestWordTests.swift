import Pipeline
import Testing

@Suite struct NearestWordTests {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("", "ab", 2), ("abc", "abc", 0), ("guards", "gaurds", 1),
    ("kitten", "sitting", 3), ("ca", "abc", 3), ("join", "joni", 1), ("emit", "edit", 1),
  ])
  func `edits are counted with neighbours swapped as one`(
    left: String, right: String, edits: Int
  ) {
    #expect(NearestWord.distance(Array(left.unicodeScalars), Array(right.unicodeScalars)) == edits)
    #expect(NearestWord.distance(Array(right.unicodeScalars), Array(left.unicodeScalars)) == edits)
  }

  @Test func `a word is meant only if it is near enough`() {
    let known = ["run", "check", "rules", "help"]
    #expect(NearestWord.likely(for: "rnu", among: known) == "run")
    #expect(NearestWord.likely(for: "RUN", among: known) == "run")
    #expect(NearestWord.likely(for: "chekc", among: known) == "check")
    #expect(NearestWord.likely(for: "publish", among: known) == nil)
    #expect(NearestWord.likely(for: "x", among: []) == nil)
  }

  @Test func `the nearest word is named however far it is`() {
    #expect(NearestWord.nearest(to: "bom", among: ["byteOrderMark"])?.word == "byteOrderMark")
    #expect(NearestWord.nearest(to: "ab", among: ["ax", "ay"])?.word == "ax")
    #expect(NearestWord.nearest(to: "Ab", among: ["ab", "Ab"])?.word == "Ab")
    #expect(NearestWord.nearest(to: "ab", among: []) == nil)
  }
}
