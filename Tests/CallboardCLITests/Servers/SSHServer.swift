import CallboardTestSupport
import Foundation
import Glibc
import Testing

/// An ssh server on a free port of this machine, with keys of its own, beside an agent that holds a
/// key it lets in; both as long as a test holds on to it.
final class SSHServer {
  let port: UInt16
  private let folder: TemporaryFolder
  private let server: BackgroundProgram
  private let agent: BackgroundProgram

  /// As root, sshd wants a folder that the start of the system's own server makes.
  static let isAvailable =
    sshd != nil && keygen != nil
    && (getuid() != 0 || FileManager.default.fileExists(atPath: "/run/sshd"))
  private static let sshd = Command.path(of: "sshd")
  private static let keygen = Command.path(of: "ssh-keygen")

  init() throws {
    folder = try TemporaryFolder()
    port = try Self.freePort()
    for name in ["host", "user", "other"] {
      try Self.run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", name], in: folder)
    }
    try folder.write(
      """
      Port \(port)
      ListenAddress 127.0.0.1
      HostKey \(folder.path)/host
      AuthorizedKeysFile \(folder.path)/user.pub
      PidFile none
      StrictModes no
      UsePAM no
      PasswordAuthentication no
      KbdInteractiveAuthentication no

      """,
      to: "sshd_config"
    )
    server = try BackgroundProgram(
      try #require(Self.sshd),
      ["-D", "-e", "-f", "\(folder.path)/sshd_config"]
    )
    _ = try server.waitForLine { $0.firstRange(of: "Server listening") }
    agent = try BackgroundProgram(
      try #require(Command.path(of: "ssh-agent")),
      ["-D", "-a", "\(folder.path)/agent"]
    )
    _ = try agent.waitForLine { $0.firstRange(of: "SSH_AUTH_SOCK") }
    try Self.run("ssh-add", ["-q", "user"], in: folder, environment: ["SSH_AUTH_SOCK": socket])
  }

  /// Where the agent listens.
  var socket: String { "\(folder.path)/agent" }

  /// The address of a folder of this machine.
  func address(of path: String) -> String {
    "ssh://\(NSUserName())@127.0.0.1:\(port)\(path)"
  }

  /// Which server's keys the operator has noted.
  enum KnownHosts {
    case this
    case none
    /// This server, with another key than it has.
    case changed
  }

  /// An operator's call of ssh that knows of no file of the user who runs the tests.
  func command(knowing hosts: KnownHosts) throws -> String {
    let key: String? =
      switch hosts {
      case .this: try folder.text(of: "host.pub")
      case .none: nil
      case .changed: try folder.text(of: "other.pub")
      }
    let file = "known-\(hosts)"
    try folder.write(key.map { "[127.0.0.1]:\(port) \($0)" } ?? "", to: file)
    return "ssh -F /dev/null -oIdentityFile=none -oGlobalKnownHostsFile=/dev/null "
      + "-oUserKnownHostsFile=\(folder.path)/\(file)"
  }

  private static func run(
    _ program: String,
    _ arguments: [String],
    in folder: TemporaryFolder,
    environment: [String: String] = [:]
  ) throws {
    let path = try #require(Command.path(of: program))
    let outcome = try Command.run(path, arguments, in: folder, environment: environment)
    try #require(outcome.exitCode == 0, "\(outcome.errors)")
  }

  /// What the machine could not do, as its `errno`.
  private struct SystemError: Error {
    var code: Int32
  }

  /// A port that was free a moment ago; sshd cannot look for one itself.
  private static func freePort() throws -> UInt16 {
    let descriptor = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 ? getsockname(descriptor, $0, &length) : -1
      }
    }
    if result != 0 { throw SystemError(code: errno) }
    return UInt16(bigEndian: address.sin_port)
  }
}
