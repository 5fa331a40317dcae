import Testing

@testable import Sample

@Suite struct SampleRandomTests {
  @Test func `a stream is the same each time it is made`() {
    var one = SampleRandom(seed: 7, .person, 12)
    var other = SampleRandom(seed: 7, .person, 12)
    #expect((0..<100).map { _ in one.next() } == (0..<100).map { _ in other.next() })
  }
}
