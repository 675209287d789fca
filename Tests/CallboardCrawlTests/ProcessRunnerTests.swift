import CallboardTestSupport
import Testing

@testable import CallboardCrawl

@Suite struct ProcessRunnerTests {
  private let runner = TemporaryFolder.runner

  private func shell(_ script: String) -> ProcessRunner.Invocation {
    ProcessRunner.Invocation("sh", ["-c", script], environment: ["PATH": "/usr/bin:/bin"])
  }

  @Test func returnsOutputErrorsAndExitCode() throws {
    let outcome = try runner.run(shell("echo out; echo err >&2; exit 3"))
    #expect(outcome.ending == .exited(code: 3))
    #expect(String(decoding: outcome.output, as: UTF8.self) == "out\n")
    #expect(String(decoding: outcome.errors, as: UTF8.self) == "err\n")
    #expect(!outcome.isSuccess)
  }

  @Test func passesNothingOnButTheGivenEnvironment() throws {
    var invocation = ProcessRunner.Invocation("env", [])
    invocation.environment = ["ONLY": "this one"]
    let outcome = try runner.run(invocation)
    #expect(String(decoding: outcome.output, as: UTF8.self) == "ONLY=this one\n")
  }

  @Test func doesNotPassTheStreamsOfAnotherProgramOn() throws {
    // The least of several counts: other tests of this process open and close files meanwhile.
    func openFiles() throws -> Int? {
      let count = shell("ls /proc/self/fd | wc -l")
      return try (0..<20).compactMap { _ in
        Int(String(decoding: try runner.run(count).output, as: UTF8.self).filter(\.isNumber))
      }.min()
    }
    let before = try #require(try openFiles())
    let other = try ChildProcess(
      executable: "/bin/cat",
      arguments: [],
      environment: [:],
      errorStream: .captured
    )
    #expect(try openFiles() == before)
    #expect(other.id > 0)
  }

  @Test func feedsAndDrainsMoreThanTheStreamsHold() throws {
    var invocation = shell("cat; head -c 1000000 /dev/zero >&2")
    invocation.input = [UInt8](repeating: 7, count: 3_000_000)
    let outcome = try runner.run(invocation)
    #expect(outcome.isSuccess)
    #expect(outcome.output == invocation.input)
    #expect(outcome.errors.count == 4_096, "the rest is thrown away")
  }

  @Test func survivesAProgramThatDoesNotReadItsInput() throws {
    var invocation = shell("exit 0")
    invocation.input = [UInt8](repeating: 7, count: 3_000_000)
    #expect(try runner.run(invocation).isSuccess)
  }

  @Test func endsAProgramWhoseTimeIsUp() throws {
    var invocation = shell("sleep 100")
    invocation.timeoutSeconds = 1
    #expect(try runner.run(invocation).ending == .timedOut)
    invocation = shell("trap '' TERM; while :; do sleep 1; done")
    invocation.timeoutSeconds = 1
    #expect(try runner.run(invocation).ending == .timedOut)
  }

  @Test func endsAProgramThatWritesTooMuch() throws {
    var invocation = shell("while :; do echo xxxxxxxxxxxxxxxxxxx; done")
    invocation.outputLimit = 100_000
    #expect(try runner.run(invocation).ending == .outputOverLimit)
  }

  @Test func stopsWhenTheReaderHasSeenEnough() throws {
    let outcome = try runner.run(shell("while :; do echo x; done")) { _ in false }
    #expect(outcome.ending == .stopped)
  }

  @Test func doesNotWaitForAHelperThatOutlivesTheProgram() throws {
    // Its standard error stays open for a minute, as that of a shared ssh connection does.
    let outcome = try runner.run(shell("sleep 60 >/dev/null & echo done"))
    #expect(outcome.isSuccess)
    #expect(String(decoding: outcome.output, as: UTF8.self) == "done\n")
  }

  @Test func saysWhichSignalEndedAProgram() throws {
    #expect(try runner.run(shell("kill -9 $$")).ending == .signalled(9))
  }

  @Test func findsProgramsInAbsoluteFoldersOnly() throws {
    #expect(throws: ProcessError.notFound(program: "no-such-program")) {
      try runner.run(ProcessRunner.Invocation("no-such-program", []))
    }
    #expect(ProcessRunner(searchPath: ".:bin:").path(of: "sh") == nil)
  }
}
