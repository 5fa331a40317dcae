import Columns
import Testing

struct WorkersTests {
  @Test(arguments: [1, 2, 7])
  func `elements are changed in place and results are in their order`(count: Int) {
    let lists = (0..<50).map { [$0] }
    let results = Workers(count: count).map(taking: lists) { list in
      list.append(list[0] * 2)
      return list
    }
    #expect(results == (0..<50).map { [$0, $0 * 2] })
  }

  @Test(arguments: [1, 2, 7])
  func `two things are done, each with its own result`(count: Int) {
    let (number, word) = Workers(count: count).both({ 3 }, { "three" })
    #expect(number == 3)
    #expect(word == "three")
  }
}
