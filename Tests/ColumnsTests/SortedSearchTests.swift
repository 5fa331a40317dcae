import Columns
import Testing

@Suite struct SortedSearchTests {
  @Test(arguments: [(0, 0), (1, 0), (2, 1), (3, 2), (5, 3), (9, 5), (10, 6)])
  func `the first place that is reached is found among equal ones too`(from: Int, place: Int) {
    let numbers = [1, 2, 4, 5, 5, 9]
    #expect(numbers.firstPlace { $0 >= from } == place)
    // A slice counts from where it begins.
    #expect(numbers[2...].firstPlace { $0 >= from } == max(2, place))
    #expect((0..<6).firstPlace { numbers[$0] >= from } == place)
  }

  @Test func `nothing is reached in nothing`() {
    #expect([Int]().firstPlace { _ in true } == 0)
    #expect((4..<4).firstPlace { _ in true } == 4)
  }
}
