import Synchronization

/// Counts from 0, from any thread.
final class OccurrenceCounter: Sendable {
  private let count = Atomic(0)

  var value: Int { count.load(ordering: .relaxed) }

  func next() -> Int {
    count.wrappingAdd(1, ordering: .relaxed).oldValue
  }
}
