import CallboardTestSupport
import Testing

/// Clones over ssh from a server on this machine, with a key that an agent holds.
@Suite(.enabled(if: SSHServer.isAvailable, "sshd is not installed, or has no /run/sshd for root"))
struct SSHSourceTests {
  private let source: GitSource
  private let server: SSHServer

  init() throws {
    source = try GitSource()
    server = try SSHServer()
  }

  private func build(
    knowing hosts: SSHServer.KnownHosts = .this,
    agent: String? = nil
  ) throws -> Command.Outcome {
    try source.build(
      "git: \(server.address(of: "\(source.root.path)/pay"))",
      environment: [
        "GIT_SSH_COMMAND": server.command(knowing: hosts),
        "SSH_AUTH_SOCK": agent ?? server.socket,
      ]
    )
  }

  @Test func logsInWithTheKeyOfTheAgent() throws {
    let outcome = try build()
    #expect(outcome.exitCode == 0, "\(outcome.output)")
    #expect(source.isBuilt)
  }

  @Test func refusesAServerThatTheOperatorDoesNotKnow() throws {
    let outcome = try build(knowing: .none)
    #expect(outcome.exitCode == 1)
    #expect(
      outcome.output.contains(
        "'pay' cannot be fetched: Host key verification failed [repository-unreachable]"
      )
    )
    #expect(outcome.output.contains("--> site.yaml:3:5"))
    #expect(outcome.output.contains("connect once with 'ssh -p \(server.port) 127.0.0.1'"))
  }

  @Test func refusesAServerWhoseKeyHasChanged() throws {
    let outcome = try build(knowing: .changed)
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains("REMOTE HOST IDENTIFICATION HAS CHANGED!"))
    #expect(outcome.output.contains("ask its administrators"))
  }

  @Test func saysThatNoKeyIsLetIn() throws {
    let outcome = try build(agent: "/nonexistent")
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains("Permission denied (publickey)"))
    #expect(outcome.output.contains("to the ssh agent"))
    #expect(outcome.output.contains("--> site.yaml:3:5"))
  }
}
