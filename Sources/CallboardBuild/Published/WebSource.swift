import CallboardCrawl
import CallboardDiagnostics

/// A portal on a web server, read by `curl`: one call a file, only what is asked for.
///
/// The operator names the address; nothing that a repository holds can. Only `http` and `https` are
/// spoken, also behind a redirect, and from `https` no redirect leads back to `http`.
package struct WebSource: PublishedSource {
  /// The address as the operator wrote it.
  package let name: String
  /// With a slash at its end, without query and fragment.
  private let base: String
  private let timeoutSeconds: Int
  private let runner: ProcessRunner
  private let environment: [String: String]

  /// What curl may see of the operator's environment: proxies and certificates.
  private static let passedOn = [
    "http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY",
    "CURL_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR",
  ]

  /// - Parameters:
  ///   - address: The portal's, with its path.
  ///   - timeoutSeconds: For one file.
  ///   - environment: The operator's, for `PATH` and proxies.
  /// - Returns: nil when it is no `http` or `https` address, or holds a user's name, which everyone on this
  ///   machine could read among curl's arguments.
  package init?(_ address: String, timeoutSeconds: Int, environment: [String: String]) {
    guard Self.isAddress(address), let scheme = address.firstRange(of: "://") else { return nil }
    let rest = address[scheme.upperBound...].prefix { $0 != "?" && $0 != "#" }
    let host = rest.prefix { $0 != "/" }
    guard !host.isEmpty, !host.contains("@"), rest.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
    else { return nil }
    name = address
    let path = rest.hasSuffix("/index.html") ? rest.dropLast("index.html".count) : rest
    base = address[..<scheme.upperBound].lowercased() + path + (path.hasSuffix("/") ? "" : "/")
    self.timeoutSeconds = timeoutSeconds
    runner = ProcessRunner(searchPath: environment["PATH"] ?? "")
    self.environment = environment.filter { Self.passedOn.contains($0.key) }
  }

  /// Whether a text that may also name a folder is meant as a web address.
  package static func isAddress(_ text: String) -> Bool {
    let text = text.lowercased()
    return text.hasPrefix("http://") || text.hasPrefix("https://")
  }

  /// The answer to one request; nil for 404 and 410.
  package func read(_ path: String, limit: Int) throws(PublishedCatalogError) -> [UInt8]? {
    var call = ProcessRunner.Invocation("curl", arguments(path, limit), environment: environment)
    // curl keeps the time itself, and says so; this one is for a curl that hangs.
    call.timeoutSeconds = timeoutSeconds + 5
    call.outputLimit = limit
    let outcome: ProcessRunner.Outcome
    do throws(ProcessError) {
      outcome = try runner.run(call)
    } catch {
      let isAbsent = error == .notFound(program: "curl")
      let reason = isAbsent ? "'curl' is not installed" : "'curl' could not be started"
      throw PublishedCatalogError(.unreadable(reason), file: path, place: name)
    }
    let (message, status) = Self.report(outcome.errors)
    switch (outcome.ending, status) {
    case (.exited(0), 200): return outcome.output
    case (.exited(0), 404), (.exited(0), 410): return nil
    case (.exited(0), _):
      let reason = "the server answered with status \(status)"
      throw PublishedCatalogError(.unreadable(reason), file: path, place: name)
    // 63 is curl's code for a file over --max-filesize.
    case (.outputOverLimit, _), (.exited(63), _):
      throw PublishedCatalogError(.tooLarge(limit: limit), file: path, place: name)
    case (.timedOut, _), (.exited(28), _):
      let reason = "the server gave no whole answer within \(timeoutSeconds) s"
      throw PublishedCatalogError(.unreadable(reason), file: path, place: name)
    default:
      throw PublishedCatalogError(.unreadable(message), file: path, place: name)
    }
  }

  private func arguments(_ path: String, _ limit: Int) -> [String] {
    let isSecure = base.hasPrefix("https:")
    return [
      // Must be the first: the user's own .curlrc could change anything.
      "--disable",
      "--silent", "--show-error", "--globoff", "--compressed",
      "--proto", "=http,https", "--proto-redir", isSecure ? "=https" : "=http,https",
      "--location", "--max-redirs", "5",
      "--connect-timeout", String(timeoutSeconds), "--max-time", String(timeoutSeconds),
      "--max-filesize", String(limit),
      "--user-agent", "Callboard/\(GeneratorVersion.current)",
      "--write-out", "%{stderr}\n%{http_code}",
      "--url", base + PercentCode.path(path),
    ]
  }

  /// curl's own words, if any, and the status of the answer, which stands in the last line.
  private static func report(_ errors: [UInt8]) -> (message: String, status: Int) {
    let lines = String(decoding: errors, as: UTF8.self).split(separator: "\n")
    let status = lines.last.flatMap { Int($0) } ?? 0
    // `curl: (7) Failed to connect …`
    let words = lines.dropLast().last.map { line in
      line.firstRange(of: ") ").map { String(line[$0.upperBound...]) } ?? String(line)
    }
    return (words ?? "curl gave no reason", status)
  }
}
