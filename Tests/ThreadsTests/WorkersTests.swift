import Testing
import Threads

struct WorkersTests {
  @Test(arguments: [-1, 0, 1, 2, 7])
  func `results come in the order of the indices whatever the number of workers`(count: Int) {
    let workers = Workers(count: count)
    #expect(workers.map(0..<200) { $0 * $0 } == (0..<200).map { $0 * $0 })
    #expect(workers.map(5..<8) { $0 } == [5, 6, 7])
    #expect(workers.map(3..<3) { $0 } == [])
    #expect(workers.map(9..<10) { "\($0)" } == ["9"])
  }

  @Test(arguments: [1, 2, 7])
  func `each index is worked on once, by the worker whose state saw it`(count: Int) {
    let (results, states) = Workers(count: count).map(10..<110, state: { [Int]() }) {
      index, seen in
      seen.append(index)
      return index + 1
    }
    #expect(results.map(\.value) == Array(11..<111))
    #expect(states.flatMap(\.self).sorted() == Array(10..<110))
    #expect(states.count <= count)
    for (place, result) in results.enumerated() {
      #expect(states[result.worker].contains(10 + place))
    }
  }

  @Test func `without an index there is one state and no result`() {
    let (results, states) = Workers(count: 3).map(0..<0, state: { 1 }) { index, _ in index }
    #expect(results.isEmpty)
    #expect(states == [1])
  }

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

  @Test(arguments: [1, 2, 7])
  func `an array is filled part by part, each in its place`(count: Int) {
    let workers = Workers(count: count)
    let words = workers.fill(parts: [2, 0, 3]) { part, room in
      for number in 0..<[2, 0, 3][part] { room.append("\(part)\(number)") }
    }
    #expect(words == ["00", "01", "20", "21", "22"])
    for length in [0, 1, 9, 10, 11, 1000] {
      let squares = workers.fill(count: length, size: 10) { range, room in
        for index in range { room.append(index * index) }
      }
      #expect(squares == (0..<length).map { $0 * $0 })
    }
    #expect(workers.fill(parts: []) { (_, _: inout OutputSpan<Int>) in } == [])
  }

  @Test func `a part that is not filled is a mistake of ours`() async {
    await #expect(processExitsWith: .failure) {
      _ = Workers(count: 1).fill(parts: [2]) { _, room in room.append(1) }
    }
  }

  @Test(arguments: [1, 2, 7])
  func `lists of ranges become one in their order`(count: Int) {
    let all = Workers(count: count).joinRanges(of: 23, size: 5) { range in
      range.filter { $0 % 3 == 0 }
    }
    #expect(all == [0, 3, 6, 9, 12, 15, 18, 21])
    #expect(Workers(count: count).joinRanges(of: 0, size: 5) { Array($0) } == [])
  }

  private struct Refused: Error {}

  @Test(arguments: [1, 2, 7])
  func `both are done when one thing was done meanwhile`(count: Int) {
    let other = Guarded(0)
    let mine = Workers(count: count).meanwhile({ other.withLock { $0 = 4 } }) { "mine" }
    #expect(mine == "mine")
    #expect(other.withLock { $0 } == 4)
  }

  @Test(arguments: [(1, 0), (2, 4)])
  func `an error is thrown when the other is done, which one worker does not begin`(
    count: Int, done: Int
  ) {
    let other = Guarded(0)
    #expect(throws: Refused.self) {
      try Workers(count: count).meanwhile({ other.withLock { $0 = 4 } }) { throw Refused() }
    }
    #expect(other.withLock { $0 } == done)
  }
}
