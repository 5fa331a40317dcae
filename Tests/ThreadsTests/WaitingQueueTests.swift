import Dispatch
import Glibc
import Testing
import Threads

struct WaitingQueueTests {
  @Test(arguments: [(1, 3), (2, 20), (8, 200)])
  func `every call is made once, and the group waits for all`(limit: Int, count: Int) {
    let calls = Guarded([Int](repeating: 0, count: count))
    let group = DispatchGroup()
    let queue = WaitingQueue("test", limit: limit)
    for index in 0..<count {
      queue.add(to: group) { calls.withLock { $0[index] += 1 } }
    }
    group.wait()
    #expect(calls.withLock { $0 } == [Int](repeating: 1, count: count))
  }

  @Test(arguments: [1, 2])
  func `no more calls are under way than may wait`(limit: Int) {
    let counts = Guarded((now: 0, most: 0))
    let group = DispatchGroup()
    let queue = WaitingQueue("test", limit: limit)
    for _ in 0..<20 {
      queue.add(to: group) {
        counts.withLock {
          $0.now += 1
          $0.most = max($0.most, $0.now)
        }
        usleep(1000)
        counts.withLock { $0.now -= 1 }
      }
    }
    group.wait()
    #expect(counts.withLock { $0.most } <= limit)
  }
}
