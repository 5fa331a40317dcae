package import Dispatch
import Synchronization

/// Takes calls that wait for the disk and makes a few of them at once, while the caller goes on.
package final class WaitingQueue: Sendable {
  // A queue of its own for each has a thread of its own: a shared one would give no more threads
  // than there are cores.
  private let queues: [DispatchQueue]
  private let turn = Atomic<Int>(0)
  private let room: DispatchSemaphore

  /// A queue in which at most `limit` calls are not done; `label` is for debuggers.
  package init(_ label: String, limit: Int) {
    queues = (0..<WaitingCalls.atOnce).map { DispatchQueue(label: "\(label) \($0)") }
    room = DispatchSemaphore(value: limit)
  }

  /// Makes a call in its turn, which the group waits for; where too many are not done, it waits.
  package func add(to group: DispatchGroup, _ call: @escaping @Sendable () -> Void) {
    room.wait()
    let next = turn.wrappingAdd(1, ordering: .relaxed).oldValue
    queues[next % queues.count].async(group: group) { [room] in
      call()
      room.signal()
    }
  }
}
