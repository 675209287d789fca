import Glibc
import Synchronization

/// Watches how much memory this process and those that it has started hold together.
///
/// Looks fifty times a second, so that a peak of a moment may be missed. Pages that processes share count once: of the
/// others only what is their own is added.
final class MemorySampler: Sendable {
  /// One look: seconds on the clock of ``StageTimings/now``, and bytes.
  struct Sample: Sendable {
    var time: Double
    var bytes: Int
  }

  private let samples = Mutex<[Sample]>([])
  private static let milliseconds: Int32 = 20

  /// Runs `body` while another thread looks.
  ///
  /// - Returns: The looks in their order; none where the system does not tell.
  func watch<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> (Result, [Sample]) {
    var pair: [Int32] = [-1, -1]
    let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, type, 0, &pair) == 0 else { return (try body(), []) }
    let (ours, theirs) = (pair[0], pair[1])
    let watcher = ThreadEntrance { self.look(until: theirs) }.start()
    defer {
      // Wakes whoever waits for the next look.
      close(ours)
      if let watcher { pthread_join(watcher, nil) }
      close(theirs)
    }
    let result = try body()
    return (result, samples.withLock { $0 })
  }

  /// - Parameter socket: At its end once the other one of its pair is closed.
  private func look(until socket: Int32) {
    var waiting = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    repeat {
      if let bytes = ProcessMemory.ofTree() {
        samples.withLock { $0.append(Sample(time: StageTimings.now, bytes: bytes)) }
      }
    } while poll(&waiting, 1, Self.milliseconds) <= 0
  }
}
