import Glibc
import Synchronization
import Testing
import Threads

struct WaitingCallsTests {
  @Test(arguments: [0, 1, 3, 4, 5, 200])
  func `each index is called once, and all are done at the end`(count: Int) {
    let calls = Guarded([Int](repeating: 0, count: count))
    WaitingCalls.forEach(below: count) { index in
      calls.withLock { $0[index] += 1 }
    }
    #expect(calls.withLock { $0 } == [Int](repeating: 1, count: count))
  }

  @Test(arguments: [0, 1, 3, 200])
  func `results stand in the order of the elements, whichever came first`(count: Int) {
    let results = WaitingCalls.map(Array(0..<count)) { number -> Int in
      usleep(UInt32((count - number) % 7 * 100))
      return number * number
    }
    #expect(results == (0..<count).map { $0 * $0 })
  }

  @Test func `several wait at once, also where there are fewer cores`() {
    let arrived = Atomic<Int>(0)
    let isAlone = Atomic<Bool>(false)
    WaitingCalls.forEach(below: 4) { _ in
      arrived.wrappingAdd(1, ordering: .relaxed)
      for _ in 0..<10_000 where arrived.load(ordering: .relaxed) < 4 { usleep(1000) }
      if arrived.load(ordering: .relaxed) < 4 { isAlone.store(true, ordering: .relaxed) }
    }
    let wasAlone = isAlone.load(ordering: .relaxed)
    #expect(!wasAlone)
  }
}
