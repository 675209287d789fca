/// Which values of the `Host` header are answered.
///
/// A page of any web site can make its reader's browser ask a server on the reader's machine, once the site's
/// name has been pointed there (DNS rebinding). Such a request carries the site's name, so only addresses and
/// names of this machine are answered.
struct HostRule: Sendable {
  /// Names besides `localhost`, in lower case.
  var names: Set<String> = []

  /// - Parameter host: The header's value with or without a port; nil when the request has none, which
  ///   HTTP/1.1 forbids.
  func allows(_ host: String?) -> Bool {
    guard let host else { return false }
    let name = Self.name(in: host.lowercased())
    if name == "localhost" || name.hasSuffix(".localhost") || names.contains(name) { return true }
    return Self.isAddress(name)
  }

  /// The part before the port, an IPv6 address without its brackets.
  private static func name(in host: String) -> String {
    if host.hasPrefix("[") { return String(host.dropFirst().prefix { $0 != "]" }) }
    return String(host.prefix { $0 != ":" })
  }

  /// Whether it is spelt as an IP address, which no web site's name can be.
  private static func isAddress(_ name: String) -> Bool {
    if name.contains(":") { return name.allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." } }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }
}
