import Synchronization
import Testing

@testable import CallboardBuild

struct SideThreadTests {
  @Test func givesWhatTheClosureGave() {
    #expect(SideThread { 6 * 7 }.value == 42)
  }

  @Test func runsBesideWhoeverStartedIt() {
    let isAhead = Mutex(false)
    let side = SideThread {
      while !isAhead.withLock({ $0 }) {}
      return true
    }
    isAhead.withLock { $0 = true }
    #expect(side.value)
  }

  @Test func runsAtOnceWithoutAThread() {
    let runs = Mutex(0)
    let side = SideThread(isWanted: false) { runs.withLock { $0 += 1 } }
    #expect(runs.withLock { $0 } == 1)
    _ = (side.value, side.value)
    #expect(runs.withLock { $0 } == 1)
  }

  @Test func isWaitedForBeforeItGoes() {
    let hasEnded = Mutex(false)
    do {
      _ = SideThread {
        for _ in 0..<100_000 { hasEnded.withLock { _ in } }
        hasEnded.withLock { $0 = true }
      }
    }
    #expect(hasEnded.withLock { $0 })
  }
}
