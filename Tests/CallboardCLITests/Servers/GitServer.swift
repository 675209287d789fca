import CallboardTestSupport
import Foundation
import Testing

/// `git http-backend` over HTTPS on a free port of this machine, as long as a test holds on to it.
///
/// Where it logs, nothing of the server gets into the folder of the test.
final class GitServer {
  /// What came in, and what the server noticed meanwhile.
  struct Request: Decodable {
    var path: String
    /// The header of that name.
    var authorization: String?
    /// Of the answer.
    var status: Int
    /// The arguments of programs of this machine in which the password could be read.
    var exposed: [String]
  }

  private struct Settings: Encodable {
    var root: String
    var certificate: String?
    var password: String?
    var redirects: [String: String]
    var log: String
  }

  /// Scheme, host and port.
  let origin: String
  private let program: BackgroundProgram
  private let folder: TemporaryFolder

  static let isAvailable = python != nil && openssl != nil && git != nil
  private static let python = Command.path(of: "python3")
  private static let openssl = Command.path(of: "openssl")
  private static let git = Command.path(of: "git")

  /// Starts a server.
  ///
  /// - Parameters:
  ///   - root: The folder that holds the repositories.
  ///   - certificate: nil to speak plain HTTP.
  ///   - host: A name of this machine that clients use.
  ///   - password: What every login has to give; nil when nobody has to log in.
  ///   - redirects: Where requests go whose path begins with the key.
  init(
    root: TemporaryFolder,
    certificate: Certificate?,
    host: String = "localhost",
    password: String? = nil,
    redirects: [String: String] = [:]
  ) throws {
    folder = try TemporaryFolder()
    try folder.write("", to: "log")
    let settings = Settings(
      root: root.path,
      certificate: certificate?.pathWithKey,
      password: password,
      redirects: redirects,
      log: "\(folder.path)/log"
    )
    try folder.write(
      String(decoding: try JSONEncoder().encode(settings), as: UTF8.self),
      to: "settings.json"
    )
    program = try BackgroundProgram(
      try #require(Self.python),
      [
        PackageFolder.url.appending(path: "Tests/CallboardCLITests/Servers/git-server.py").path,
        "\(folder.path)/settings.json",
      ]
    )
    let port = try program.waitForLine { Int($0) }
    origin = "\(certificate == nil ? "http" : "https")://\(host):\(port)"
  }

  /// All requests so far, in the order of their answers.
  func requests() throws -> [Request] {
    try folder.text(of: "log").split(separator: "\n").map {
      try JSONDecoder().decode(Request.self, from: Data($0.utf8))
    }
  }

  /// A certificate that nobody has signed, for this machine.
  struct Certificate {
    private let folder: TemporaryFolder
    /// The certificate alone, for those who are to trust it.
    var path: String { "\(folder.path)/certificate.pem" }
    fileprivate var pathWithKey: String { "\(folder.path)/both.pem" }

    init() throws {
      folder = try TemporaryFolder()
      let outcome = try Command.run(
        try #require(GitServer.openssl),
        [
          "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
          "-days", "2", "-subj", "/CN=localhost", "-addext",
          "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", "key.pem", "-out",
          "certificate.pem",
        ],
        in: folder
      )
      try #require(outcome.exitCode == 0, "\(outcome.errors)")
      try folder.write(
        try folder.text(of: "key.pem") + folder.text(of: "certificate.pem"),
        to: "both.pem"
      )
    }
  }
}
