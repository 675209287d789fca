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
  private let isOver = Atomic(false)
  private static let interval: UInt32 = 20_000

  /// Runs `body` while another thread looks.
  ///
  /// - Returns: The looks in their order; none where the system does not tell.
  func watch<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> (Result, [Sample]) {
    let watcher = ThreadEntrance { self.look() }.start()
    defer {
      isOver.store(true, ordering: .relaxed)
      if let watcher { pthread_join(watcher, nil) }
    }
    let result = try body()
    return (result, samples.withLock { $0 })
  }

  private func look() {
    while !isOver.load(ordering: .relaxed) {
      if let bytes = ProcessMemory.ofTree() {
        samples.withLock { $0.append(Sample(time: StageTimings.now, bytes: bytes)) }
      }
      usleep(Self.interval)
    }
  }
}
