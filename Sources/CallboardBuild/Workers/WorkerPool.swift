import Synchronization

/// Processes that do what may crash, hang or grow without bounds.
///
/// Started when first needed and kept for the next call. The executable reads frames from its
/// standard input and writes one frame for each to its standard output, in order; a frame is a
/// little-endian 32-bit length and as many bytes. The first frame of a new worker is the pool's
/// `hello`, which it does not answer. It ends at the end of its input.
package final class WorkerPool: Sendable {
  private let executable: String
  private let arguments: [String]
  private let environment: [String]
  private let count: Int
  private let hello: [UInt8]?
  private let limits: WorkerLimits

  private let idle = Mutex<[WorkerProcess]>([])
  private let answerCount = Atomic(0)
  /// Requests given up because the worker exited by itself, while nothing has been answered.
  private let fruitlessExits = Atomic(0)

  /// - Parameters:
  ///   - executable: A path; no search path is looked at.
  ///   - arguments: Without the name of the program itself.
  ///   - count: The number of workers at a time, at least 1.
  ///   - hello: nil to send none.
  ///   - limits: For each request; a worker that exceeds them is killed.
  ///   - environment: All that a worker sees of the environment, as `NAME=value`.
  package init(
    executable: String,
    arguments: [String],
    count: Int,
    hello: [UInt8]?,
    limits: WorkerLimits,
    // The Swift runtime would otherwise start a debugger at every crash.
    environment: [String] = ["LC_ALL=C", "SWIFT_BACKTRACE=enable=no"]
  ) {
    self.executable = executable
    self.arguments = arguments
    self.environment = environment
    self.count = max(1, count)
    self.hello = hello
    self.limits = limits
  }

  /// Asks one request an index and hands over what came of each, in any order.
  ///
  /// Returns when all are delivered. After an error some are not.
  ///
  /// - Parameters:
  ///   - requestCount: The indices are `0..<requestCount`.
  ///   - request: Makes a request shortly before it is sent; called from several threads.
  ///   - deliver: Called once an index, from several threads. A failure is one that happened twice.
  /// - Throws: ``WorkerPoolError`` when there is no worker to be had.
  package func map(
    count requestCount: Int,
    request: @escaping @Sendable (Int) -> [UInt8],
    deliver: @escaping @Sendable (Int, Result<[UInt8], WorkerFailure>) -> Void
  ) throws(WorkerPoolError) {
    let run = Run()
    ThreadTeam.run(width: min(count, requestCount)) { [self] in
      var conversation = WorkerConversation(
        worker: takeIdleWorker(),
        start: startWorker,
        hello: hello,
        limits: limits
      )
      do throws(WorkerPoolError) {
        try conversation.run {
          guard let index = run.next(below: requestCount) else { return nil }
          return WorkerConversation.Request(index: index, payload: request(index))
        } deliver: { (request, result) throws(WorkerPoolError) in
          try check(result)
          deliver(request.index, result)
        }
        if let worker = conversation.worker { keep(worker) }
      } catch {
        run.stop(error)
      }
    }
    if let error = run.error { throw error }
  }

  /// Asks a single request.
  package func call(
    _ request: [UInt8]
  ) throws(WorkerPoolError) -> Result<[UInt8], WorkerFailure> {
    let answer = Answer()
    try map(count: 1, request: { _ in request }, deliver: { _, result in answer.store(result) })
    return answer.result
  }

  /// Ends the workers that are kept, and waits for their end. A later call starts new ones.
  ///
  /// - Returns: The largest resident size that one of them reached, in bytes; nil when none is kept.
  @discardableResult
  package func shutDown() -> Int? {
    idle.withLock { idle in
      defer { idle.removeAll() }
      return idle.compactMap(\.peakMemory).max()
    }
  }

  private func startWorker() throws(WorkerPoolError) -> WorkerProcess {
    try WorkerProcess(executable: executable, arguments: arguments, environment: environment)
  }

  private func takeIdleWorker() -> WorkerProcess? {
    while let worker = idle.withLock({ $0.popLast() }) {
      // It may have died, or said more than it was asked, while nobody looked.
      if worker.isIdle { return worker }
    }
    return nil
  }

  private func keep(_ worker: WorkerProcess) {
    idle.withLock { idle in
      if idle.count < count { idle.append(worker) }
    }
  }

  /// Tells an executable that cannot work at all from requests that it cannot bear.
  private func check(_ result: Result<[UInt8], WorkerFailure>) throws(WorkerPoolError) {
    switch result {
    case .success:
      answerCount.wrappingAdd(1, ordering: .relaxed)
    case .failure(.exited(let code)) where answerCount.load(ordering: .relaxed) == 0:
      guard fruitlessExits.wrappingAdd(1, ordering: .relaxed).newValue < 3 else {
        throw .neverAnswered(executable: executable, exitCode: code)
      }
    case .failure:
      break
    }
  }
}

/// What the threads of one call share.
private final class Run: Sendable {
  private let nextIndex = Atomic(0)
  private let firstError = Mutex<WorkerPoolError?>(nil)

  var error: WorkerPoolError? { firstError.withLock { $0 } }

  func next(below count: Int) -> Int? {
    guard error == nil else { return nil }
    let index = nextIndex.wrappingAdd(1, ordering: .relaxed).oldValue
    return index < count ? index : nil
  }

  func stop(_ error: WorkerPoolError) {
    firstError.withLock { $0 = $0 ?? error }
  }
}

/// The place where the answer to a single request is put.
private final class Answer: Sendable {
  private let stored = Mutex<Result<[UInt8], WorkerFailure>>(.failure(.protocolError))

  var result: Result<[UInt8], WorkerFailure> { stored.withLock { $0 } }

  func store(_ result: Result<[UInt8], WorkerFailure>) {
    stored.withLock { $0 = result }
  }
}
