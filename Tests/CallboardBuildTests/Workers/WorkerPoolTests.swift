import CallboardBuild
import CallboardTestSupport
import Foundation
import Synchronization
import Testing

@Suite struct WorkerPoolTests {
  private static let limits = WorkerLimits(wallSeconds: 20, maxResponseBytes: 1 << 26)

  /// `cat` sends every frame back.
  private static func echo(count: Int) -> WorkerPool {
    WorkerPool(executable: "/bin/cat", arguments: [], count: count, hello: nil, limits: limits)
  }

  @Test func deliversEveryAnswerOnceUnderItsIndex() throws {
    for (workers, requests) in [(1, 100), (3, 1000), (8, 3), (2, 0), (2, 1)] {
      let texts = (0..<requests).map { "request \($0)" }
      #expect(try Self.echo(count: workers).answers(to: texts) == texts.map { .success($0) })
    }
  }

  @Test func movesFramesLargerThanAnyBufferBothWays() throws {
    // Two of these in flight would lock up a pool that writes before it reads.
    let texts = (0..<6).map { String(repeating: "\($0)", count: 3_000_000 + $0) }
    #expect(try Self.echo(count: 1).answers(to: texts) == texts.map { .success($0) })
    #expect(
      try Self.echo(count: 1).answers(to: ["", "a", ""]) == ["", "a", ""].map { .success($0) }
    )
  }

  @Test func saysThatAnExecutableIsMissing() {
    let pool = WorkerPool(
      executable: "/nowhere/worker",
      arguments: [],
      count: 2,
      hello: nil,
      limits: Self.limits
    )
    let error = #expect(throws: WorkerPoolError.self) { try pool.answers(to: ["a", "b"]) }
    #expect(error?.description.contains("/nowhere/worker") == true)
  }

  @Test(.enabled(if: TestWorker.python != nil))
  func greetsEachNewWorkerAndKeepsItForTheNextCall() throws {
    let pool = try TestWorker.pool(count: 1)
    #expect(try pool.answers(to: ["a", "b"]) == [.success("hello:a"), .success("hello:b")])
    let identifier = try pool.call(Array("pid".utf8)).get()
    #expect(try pool.call(Array("pid".utf8)).get() == identifier)
    pool.shutDown()
    #expect(try pool.call(Array("pid".utf8)).get() != identifier)
  }

  @Test(.enabled(if: TestWorker.python != nil))
  func shutsDownWhenWorkersHaveEndedAndTellsTheLargest() throws {
    let pool = try TestWorker.pool(count: 1)
    let answer = try pool.call(Array("pid".utf8)).get()
    let worker = try #require(pid_t(String(decoding: answer, as: UTF8.self)))
    let small = try #require(pool.shutDown())
    #expect(kill(worker, 0) == -1)
    #expect(pool.shutDown() == nil)
    _ = try pool.call(Array("grow 16000000".utf8))
    let large = try #require(pool.shutDown())
    #expect(large >= small + 16_000_000)
  }

  @Test(.enabled(if: TestWorker.python != nil))
  func reportsWhatBecameOfARequestAndSparesTheOthers() throws {
    let bad: [(String, WorkerFailure)] = [
      ("crash", .crashed(signal: SIGSEGV)), ("exit 3", .exited(code: 3)),
      ("exit 0", .exited(code: 0)), ("hang", .timedOut(seconds: 4)),
      ("grow 20000", .responseTooLarge(bytes: 20000)), ("close", .crashed(signal: SIGKILL)),
    ]
    // Python itself needs a second to start on a busy machine.
    let pool = try TestWorker.pool(wallSeconds: 4, maxResponseBytes: 10_000)
    var requests: [String] = []
    var expected: [Result<String, WorkerFailure>] = []
    for index in 0..<60 {
      let fault = index.isMultiple(of: 10) ? bad[index / 10] : nil
      requests.append(fault?.0 ?? "\(index)")
      expected.append(fault.map { .failure($0.1) } ?? .success("hello:\(index)"))
    }
    let answers = try pool.answers(to: requests)
    for (index, answer) in answers.enumerated() {
      #expect(answer == expected[index], "\(requests[index])")
    }
    #expect(answers.count == expected.count)
  }

  @Test(.enabled(if: TestWorker.python != nil))
  func triesOnceMoreInAFreshWorker() throws {
    let folder = try TemporaryFolder()
    let requests = (0..<4).map { "once \(folder.path)/\($0)" }
    let answers = try TestWorker.pool().answers(to: requests)
    #expect(answers == requests.map { _ in .success("survived") })
  }

  /// Whom a worker was at when it died is not known then: several answers are lost with it.
  @Test(.enabled(if: TestWorker.python != nil))
  func findsOutAtWhichOfSeveralRequestsAWorkerFails() throws {
    let pool = try TestWorker.pool(count: 1, hello: "gather")
    let requests = (0..<80).map { [7, 8, 31, 62, 79].contains($0) ? "crash" : "\($0)" }
    let answers = try pool.answers(to: requests)
    #expect(
      answers
        == requests.map {
          $0 == "crash" ? .failure(.crashed(signal: SIGSEGV)) : .success("gather:\($0)")
        }
    )
  }

  @Test(.enabled(if: TestWorker.python != nil), arguments: [(length: 10, count: 16), (300_000, 2)])
  func holdsManyShortRequestsOrFewLongOnes(length: Int, count: Int) throws {
    let pool = try TestWorker.pool(count: 1)
    let asked = Mutex(0)
    let askedBeforeAnswer = Mutex<Int?>(nil)
    try pool.map(count: 40) { index in
      asked.withLock { $0 += 1 }
      return index == 0 ? Array("exit 3".utf8) : [UInt8](repeating: 0x61, count: length)
    } deliver: { _, _ in
      askedBeforeAnswer.withLock { $0 = $0 ?? asked.withLock { $0 } }
    }
    #expect(askedBeforeAnswer.withLock { $0 } == count)
    #expect(asked.withLock { $0 } == 40)
  }

  @Test(.enabled(if: TestWorker.python != nil))
  func noticesAWorkerThatAnswersTwice() throws {
    let pool = try TestWorker.pool(count: 1)
    #expect(try pool.answers(to: ["chat"]) == [.success("one")])
    // The second answer must not be taken for that of the next request.
    usleep(50_000)
    #expect(try pool.answers(to: ["a"]) == [.success("hello:a")])
  }

  @Test(.enabled(if: TestWorker.python != nil))
  func givesUpOnAnExecutableThatNeverAnswers() throws {
    let pool = try TestWorker.pool(count: 2, hello: "unfit")
    #expect(
      throws: WorkerPoolError.neverAnswered(
        executable: TestWorker.python ?? "",
        exitCode: 64
      )
    ) {
      try pool.answers(to: (0..<1000).map { "\($0)" })
    }
  }

  @Test(.enabled(if: TestWorker.python != nil))
  func showsAWorkerNothingOfItsSurroundings() throws {
    let pool = try TestWorker.pool(count: 4)
    let environment = try pool.call(Array("environment".utf8)).get()
    #expect(
      String(decoding: environment, as: UTF8.self)
        == "[('LC_ALL', 'C'), ('SWIFT_BACKTRACE', 'enable=no')]"
    )
    // The three standard ones and the one that lists them.
    let files = try pool.answers(to: ["files", "files", "files"])
    #expect(files.allSatisfy { (try? $0.get()) == "0 1 2 3" }, "\(files)")
  }

  @Test(.enabled(if: TestWorker.python != nil))
  func leavesNoProcessesAndNoOpenFiles() throws {
    func openFiles() throws -> Int {
      try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    }
    var identifiers: [pid_t] = []
    do {
      let pool = try TestWorker.pool(count: 3, wallSeconds: 0.3)
      let requests = (0..<30).map { $0.isMultiple(of: 9) ? "hang" : $0 == 5 ? "crash" : "pid" }
      identifiers = try pool.answers(to: requests).compactMap { try? pid_t($0.get()) }
    }
    #expect(!identifiers.isEmpty)
    // A zombie could still be signalled.
    for identifier in identifiers { #expect(kill(identifier, 0) != 0) }
  }
}
