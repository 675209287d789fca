package import CallboardBuild
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix

/// Serves a site from memory to browsers on this machine, and tells their pages when it changes.
///
/// HTTP is SwiftNIO's; see `docs/decisions/preview-server.md`.
package final class PreviewServer: Sendable {
  private let group: MultiThreadedEventLoopGroup
  private let channel: any Channel
  private let audience: Audience

  /// The address of the site's root.
  package let address: String

  /// Listens at an address of this machine.
  ///
  /// - Parameters:
  ///   - host: A name or an address, such as `127.0.0.1`.
  ///   - ports: Tried in turn; 0 is any that is free.
  /// - Throws: ``BuildFailure`` that names the last port that was tried and the system's reason.
  package init(host: String, ports: [Int], portal: PreviewPortal?) throws(BuildFailure) {
    Self.raiseFileLimit()
    group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
    let audience = Audience(portal: portal)
    var rule = HostRule()
    // Whoever may be asked from other machines is known by any name that leads here.
    rule.names.insert(host.lowercased())
    if host == "0.0.0.0" || host == "::" { rule.names.formUnion(Self.machineNames) }
    let bootstrap = ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 1024)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { [rule] channel in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          try pipeline.addHandler(IdleStateHandler(allTimeout: .seconds(120)))
          try pipeline.configureHTTPServerPipeline(withErrorHandling: true)
          try pipeline.addHandler(RequestHandler(audience: audience, rule: rule))
        }
      }
    var failure: any Error = POSIXFailure()
    var bound: (any Channel)?
    for port in ports where bound == nil {
      do {
        bound = try bootstrap.bind(host: host, port: port).wait()
      } catch {
        failure = error
      }
    }
    guard let bound, let port = bound.localAddress?.port else {
      try? group.syncShutdownGracefully()
      throw Self.failure(failure, host: host, port: ports.last ?? 0)
    }
    channel = bound
    self.audience = audience
    let name = host.contains(":") ? "[\(host)]" : host
    address = "http://\(name):\(port)"
  }

  /// Shows a new state, and tells the open pages what it means for them.
  func show(_ content: PreviewContent) { audience.show(content) }

  /// Ends all connections.
  package func stop() {
    try? channel.close().wait()
    try? group.syncShutdownGracefully()
  }

  /// Stands where no port was given.
  private struct POSIXFailure: Error, CustomStringConvertible {
    var description: String { "no port was given" }
  }

  private static func failure(_ error: any Error, host: String, port: Int) -> BuildFailure {
    if let error = error as? IOError, error.errnoCode == EADDRINUSE {
      return BuildFailure(
        "port \(port) of \(host) is taken by another program",
        help: ["Choose another one with '--port', or '--port 0' for any that is free."]
      )
    }
    let reason = (error as? IOError).map { String(cString: strerror($0.errnoCode)) } ?? "\(error)"
    return BuildFailure(
      "the preview cannot be served at \(host), port \(port): \(reason)",
      help: ["Check '--host' and '--port'."]
    )
  }

  /// What this machine calls itself, in lower case.
  private static var machineNames: Set<String> {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return [] }
    let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return [String(decoding: bytes, as: UTF8.self).lowercased()]
  }

  /// Allows as many open connections as the system does.
  private static func raiseFileLimit() {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }
}
