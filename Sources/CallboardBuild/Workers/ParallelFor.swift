import Synchronization

/// Runs the indices of a range on several threads.
///
/// What comes out depends on the indices alone, not on the number of threads or their luck: results
/// stand in the order of the indices, and of several errors the one with the lowest index is
/// thrown.
package struct ParallelFor: Sendable {
  /// The number of threads, which may exceed the number of cores. At least 1.
  package var width: Int

  /// Indices handed to a thread at a time. More cost less and balance worse.
  package var chunkSize: Int

  /// A width or a chunk size below 1 counts as 1.
  package init(width: Int, chunkSize: Int = 16) {
    self.width = max(1, width)
    self.chunkSize = max(1, chunkSize)
  }

  /// Transforms each index; the results have the order of the indices.
  ///
  /// - Parameters:
  ///   - count: The indices are `0..<count`.
  ///   - state: Makes what one thread keeps for itself, such as a buffer.
  ///   - transform: Called once for each index, unless one before it failed.
  /// - Returns: One result an index.
  /// - Throws: The error of the lowest index that failed.
  package func map<State, Output: Sendable, Failure: Error>(
    count: Int,
    state: @escaping @Sendable () -> State,
    _ transform: @escaping @Sendable (inout State, Int) throws(Failure) -> Output
  ) throws(Failure) -> [Output] {
    let progress = ParallelProgress<Output, Failure>(count: count, chunkSize: chunkSize)
    let chunkCount = (max(0, count) + chunkSize - 1) / chunkSize
    ThreadTeam.run(width: min(width, max(1, chunkCount))) {
      var state = state()
      while let chunk = progress.nextChunk() {
        var outputs: [Output] = []
        outputs.reserveCapacity(chunk.count)
        do throws(Failure) {
          for index in chunk { outputs.append(try transform(&state, index)) }
          progress.record(outputs, from: chunk.lowerBound)
        } catch {
          progress.record(error, at: chunk.lowerBound + outputs.count)
        }
      }
    }
    return try progress.outputs()
  }

  /// ``map(count:state:_:)`` for threads that keep nothing to themselves.
  package func map<Output: Sendable, Failure: Error>(
    count: Int,
    _ transform: @escaping @Sendable (Int) throws(Failure) -> Output
  ) throws(Failure) -> [Output] {
    try map(count: count, state: {}) { (_: inout Void, index) throws(Failure) in
      try transform(index)
    }
  }

  /// Runs `body` for each index.
  package func run<State, Failure: Error>(
    count: Int,
    state: @escaping @Sendable () -> State,
    _ body: @escaping @Sendable (inout State, Int) throws(Failure) -> Void
  ) throws(Failure) {
    _ = try map(count: count, state: state, body)
  }

  /// ``run(count:state:_:)`` for threads that keep nothing to themselves.
  package func run<Failure: Error>(
    count: Int,
    _ body: @escaping @Sendable (Int) throws(Failure) -> Void
  ) throws(Failure) {
    _ = try map(count: count, body)
  }
}

/// How far the threads of one ``ParallelFor`` have come.
private final class ParallelProgress<Output: Sendable, Failure: Error>: Sendable {
  private struct Findings: Sendable {
    var chunks: [(start: Int, outputs: [Output])] = []
    var failure: (index: Int, error: Failure)?
  }

  private let count: Int
  private let chunkSize: Int
  private let nextIndex = Atomic(0)
  private let hasFailed = Atomic(false)
  private let findings = Mutex(Findings())

  init(count: Int, chunkSize: Int) {
    self.count = count
    self.chunkSize = chunkSize
  }

  /// Chunks go out in ascending order and each is worked on up to its own first error. So when one
  /// has failed, all that come before it are at work or done, and the lowest error will be found.
  func nextChunk() -> Range<Int>? {
    guard !hasFailed.load(ordering: .relaxed) else { return nil }
    let start = nextIndex.wrappingAdd(chunkSize, ordering: .relaxed).oldValue
    return start < count ? start..<min(start + chunkSize, count) : nil
  }

  func record(_ outputs: [Output], from start: Int) {
    findings.withLock { $0.chunks.append((start, outputs)) }
  }

  func record(_ error: Failure, at index: Int) {
    hasFailed.store(true, ordering: .relaxed)
    findings.withLock { findings in
      if let other = findings.failure, other.index < index { return }
      findings.failure = (index, error)
    }
  }

  /// All results, which are given away. To be called once, when no thread is at work any more.
  func outputs() throws(Failure) -> [Output] {
    var findings = findings.withLock { findings in
      defer { findings = Findings() }
      return findings
    }
    if let failure = findings.failure { throw failure.error }
    findings.chunks.sort { $0.start < $1.start }
    var outputs: [Output] = []
    outputs.reserveCapacity(count)
    // The results of a large site are not held twice.
    for index in findings.chunks.indices {
      outputs += findings.chunks[index].outputs
      findings.chunks[index].outputs = []
    }
    return outputs
  }
}
