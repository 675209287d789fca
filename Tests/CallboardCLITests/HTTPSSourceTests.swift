import CallboardTestSupport
import Foundation
import Testing

/// Clones over https from a server on this machine that wants a login.
@Suite(.enabled(if: GitServer.isAvailable, "python3, openssl or git is not installed"))
struct HTTPSSourceTests {
  private let source: GitSource
  private let certificate: GitServer.Certificate
  /// Also tells one test's programs from those of another.
  private let token = "t-\(UUID().uuidString)"

  init() throws {
    source = try GitSource()
    certificate = try GitServer.Certificate()
  }

  /// Clones `pay` from a server, with a token in the variable that `site.yaml` names.
  private func build(
    from server: GitServer,
    token: String? = nil,
    trusting certificate: GitServer.Certificate? = nil
  ) throws -> Command.Outcome {
    try source.build(
      "{git: '\(server.origin)/pay', token: {env: PAY_TOKEN}}",
      environment: [
        "PAY_TOKEN": token ?? self.token,
        "GIT_SSL_CAINFO": (certificate ?? self.certificate).path,
      ]
    )
  }

  @Test func logsInWithATokenThatNobodyGetsToSee() throws {
    let server = try GitServer(root: source.root, certificate: certificate, password: token)
    // The second build finds the clone in the cache, and asks what is new.
    for _ in 0..<2 {
      let outcome = try build(from: server)
      #expect(outcome.exitCode == 0, "\(outcome.output)")
      #expect(!outcome.output.contains(token))
    }
    #expect(source.isBuilt)
    let requests = try server.requests()
    let logins = requests.filter { $0.status == 200 }.compactMap(\.authorization)
    #expect(logins.count > 2)
    #expect(requests.flatMap(\.exposed) == [])
    for header in Set(logins) {
      let login = try #require(header.split(separator: " ").last)
      #expect(try source.files(holding: String(login)) == [])
    }
    #expect(try source.files(holding: token) == [])
  }

  @Test func saysThatTheTokenIsMissing() throws {
    let server = try GitServer(root: source.root, certificate: certificate, password: token)
    let outcome = try build(from: server, token: "")
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains("'PAY_TOKEN' for 'pay' is not set [token-missing]"))
    #expect(
      outcome.output.contains(
        "'pay' cannot be fetched: the server asks for a login [repository-unreachable]"
      )
    )
    #expect(outcome.output.matches(of: /--> site\.yaml:3:5/).count == 2)
    #expect(try server.requests().allSatisfy { $0.authorization == nil })
  }

  @Test func saysThatTheTokenIsWrong() throws {
    let server = try GitServer(root: source.root, certificate: certificate, password: token)
    let wrong = "wrong-\(UUID().uuidString)"
    let outcome = try build(from: server, token: wrong)
    #expect(outcome.exitCode == 1)
    #expect(
      outcome.output.contains(
        "'pay' cannot be fetched: the server refused the token [repository-unreachable]"
      )
    )
    #expect(outcome.output.contains("--> site.yaml:3:5"))
    #expect(!outcome.output.contains(wrong))
    #expect(try source.files(holding: wrong) == [])
    #expect(try server.requests().last?.status == 401)
  }

  @Test func trustsNoCertificateThatTheOperatorDoesNot() throws {
    let server = try GitServer(root: source.root, certificate: certificate)
    let outcome = try build(from: server, trusting: GitServer.Certificate())
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains("certificate"))
    #expect(outcome.output.contains("'GIT_SSL_CAINFO'"))
    #expect(try server.requests().isEmpty)
  }

  @Test func keepsTheTokenFromAServerThatItIsRedirectedTo() throws {
    let other = try GitServer(root: source.root, certificate: certificate, host: "127.0.0.1")
    let server = try GitServer(
      root: source.root,
      certificate: certificate,
      password: token,
      redirects: ["/pay": other.origin]
    )
    let outcome = try build(from: server)
    #expect(outcome.exitCode == 0, "\(outcome.output)")
    #expect(source.isBuilt)
    #expect(try !other.requests().isEmpty)
    #expect(try other.requests().allSatisfy { $0.authorization == nil })
    #expect(try !server.requests().isEmpty)
  }

  @Test func isNotRedirectedToAnotherProtocol() throws {
    let plain = try GitServer(root: source.root, certificate: nil)
    for target in [plain.origin, "file://\(source.root.path)", "ssh://localhost"] {
      let server = try GitServer(
        root: source.root,
        certificate: certificate,
        redirects: ["/pay": target]
      )
      let outcome = try build(from: server)
      #expect(outcome.exitCode == 1, "\(target)")
      #expect(
        outcome.output.contains("the server redirects to something other than https"),
        "\(target): \(outcome.output)"
      )
      #expect(try !server.requests().isEmpty)
    }
    #expect(try plain.requests().isEmpty)
  }
}
