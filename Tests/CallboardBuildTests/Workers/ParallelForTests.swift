import CallboardBuild
import Glibc
import Synchronization
import Testing

@Suite struct ParallelForTests {
  private struct Failure: Error, Equatable {
    var index: Int
  }

  @Test func keepsResultsInTheOrderOfTheIndices() {
    for (width, chunkSize, count) in [
      (1, 16, 100), (8, 1, 1000), (3, 7, 50), (64, 16, 5), (4, 4, 0),
    ] {
      let squares = ParallelFor(width: width, chunkSize: chunkSize).map(count: count) { $0 * $0 }
      #expect(squares == (0..<count).map { $0 * $0 })
    }
  }

  @Test func givesEachThreadAStateOfItsOwn() {
    let states = OccurrenceCounter()
    let loop = ParallelFor(width: 4, chunkSize: 1)
    let seen = loop.map(count: 100, state: { (states.next(), 0) }) { state, _ in
      state.1 += 1
      usleep(100)
      return state
    }
    #expect(states.value == 4)
    let callsByState = Dictionary(grouping: seen, by: \.0).mapValues { $0.map(\.1).sorted() }
    for calls in callsByState.values { #expect(calls == Array(1...calls.count)) }
  }

  @Test func runsOnMoreThreadsThanTheMachineHasCores() {
    // Each waits until all have begun, so that fewer threads would not get there.
    let meeting = Meeting(width: 40)
    ParallelFor(width: 40, chunkSize: 1).run(count: 40) { _ in meeting.join() }
    #expect(meeting.isComplete)
  }

  @Test func throwsTheErrorOfTheLowestIndex() {
    for _ in 0..<20 {
      #expect(throws: Failure(index: 37)) {
        try ParallelFor(width: 8, chunkSize: 2).run(count: 1000) { (index) throws(Failure) in
          if index == 37 { usleep(500) }
          if index >= 37 { throw Failure(index: index) }
        }
      }
    }
  }

  @Test func stopsSoonAfterAnError() {
    let calls = OccurrenceCounter()
    #expect(throws: Failure.self) {
      try ParallelFor(width: 2, chunkSize: 4).run(count: 1_000_000) { (index) throws(Failure) in
        _ = calls.next()
        if index == 10 { throw Failure(index: index) }
      }
    }
    #expect(calls.value < 1_000_000)
  }
}

/// Where threads wait for each other, for a second at most.
private final class Meeting: Sendable {
  private let width: Int
  private let present = Atomic(0)

  init(width: Int) {
    self.width = width
  }

  var isComplete: Bool { present.load(ordering: .relaxed) == width }

  func join() {
    present.wrappingAdd(1, ordering: .relaxed)
    for _ in 0..<1000 where !isComplete { usleep(1000) }
  }
}
