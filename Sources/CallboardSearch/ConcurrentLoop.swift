import Synchronization

/// Runs a body once for each index of `0..<count`, in any order and on any threads, and returns when
/// all are done.
package typealias ConcurrentLoop = (_ count: Int, _ body: @escaping @Sendable (Int) -> Void) -> Void

/// Makes the independent parts of the index through a `ConcurrentLoop`.
struct ConcurrentMap {
  let loop: ConcurrentLoop

  /// On the calling thread.
  static var inOrder: ConcurrentMap {
    ConcurrentMap { count, body in
      for index in 0..<count { body(index) }
    }
  }

  /// The results in the order of the indices, whatever order the loop takes them in.
  func callAsFunction<Output: Sendable>(
    _ count: Int,
    _ transform: @escaping @Sendable (Int) -> Output
  ) -> [Output] {
    let gathered = Gathered<Output>(count: count)
    loop(count) { index in gathered.store(transform(index), at: index) }
    return gathered.outputs()
  }
}

/// The results that have come so far.
private final class Gathered<Output: Sendable>: Sendable {
  private let slots: Mutex<[Output?]>

  init(count: Int) {
    slots = Mutex(Array(repeating: nil, count: count))
  }

  func store(_ output: Output, at index: Int) {
    slots.withLock { $0[index] = output }
  }

  func outputs() -> [Output] {
    slots.withLock { $0.compactMap(\.self) }
  }
}
