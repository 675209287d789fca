import Glibc
import Synchronization

/// One closure on a thread of its own, beside what the caller goes on with.
///
/// Where there is none, the caller runs it at once, so that it runs whatever comes of the rest. The thread is waited for before
/// the value goes, even if nobody asks.
final class SideThread<Output: Sendable>: Sendable {
  private enum State {
    case waiting(@Sendable () -> Output)
    case ended(Output)
  }

  /// What the thread holds, so that it does not keep its own joining.
  private final class Work: Sendable {
    private let state: Mutex<State>

    init(_ body: @escaping @Sendable () -> Output) { state = Mutex(.waiting(body)) }

    /// Runs the closure, or waits for whoever does.
    func run() -> Output {
      state.withLock { state in
        switch state {
        case .ended(let output): return output
        case .waiting(let body):
          let output = body()
          state = .ended(output)
          return output
        }
      }
    }
  }

  private let work: Work
  /// Nil once it was joined, or where there is none.
  private let thread: Mutex<pthread_t?>

  /// Starts at once.
  ///
  /// - Parameter isWanted: Whether there may be another thread; there is none, too, where the system grants no more.
  init(isWanted: Bool = true, _ body: @escaping @Sendable () -> Output) {
    let work = Work(body)
    self.work = work
    let started = isWanted ? ThreadEntrance { _ = work.run() }.start() : nil
    thread = Mutex(started)
    if started == nil { _ = work.run() }
  }

  deinit { join() }

  /// What the closure gave; waits until it has.
  var value: Output {
    join()
    return work.run()
  }

  private func join() {
    thread.withLock { thread in
      if let id = thread { pthread_join(id, nil) }
      thread = nil
    }
  }
}
