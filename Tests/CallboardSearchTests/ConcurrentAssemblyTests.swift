import Foundation
import Synchronization
import Testing

@testable import CallboardSearch

@Suite struct ConcurrentAssemblyTests {
  /// Enough pages for several parts of the posting table.
  private static let tokens = SampleRecords.site(pages: 900).map { SearchIndex.tokenize($0) }

  @Test func givesEqualBytesOnOneThreadAndOnFour() {
    let serial = SearchIndex.assemble(Self.tokens)
    let calls = Mutex(0)
    let concurrent = SearchIndex.assemble(Self.tokens) { count, body in
      calls.withLock { $0 += 1 }
      run(count, width: 4, body)
    }
    #expect(concurrent == serial)
    #expect(calls.withLock(\.self) > 0)
  }

  @Test func givesEqualBytesForAnyOrderOfParts() {
    let backwards = SearchIndex.assemble(Self.tokens) { count, body in
      for index in (0..<count).reversed() { body(index) }
    }
    #expect(backwards == SearchIndex.assemble(Self.tokens))
  }

  /// Each thread takes every fourth index, the last first.
  private func run(_ count: Int, width: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let isDone = DispatchGroup()
    for thread in 0..<width {
      isDone.enter()
      Thread.detachNewThread {
        for index in stride(from: thread, to: count, by: width).reversed() { body(index) }
        isDone.leave()
      }
    }
    isDone.wait()
  }
}
