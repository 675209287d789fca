import CallboardDiagnostics

/// The path and query of a request, decoded.
struct RequestTarget: Equatable, Sendable {
  /// Begins with a slash and has no `.` or `..`; a slash at the end stays.
  var path: String
  /// By name; of several with one name the last.
  var query: [String: String]

  /// - Parameter text: As in a request's first line.
  /// - Returns: nil when it is no path of this server, or one that leads above its root or holds control characters.
  init?(_ text: String) {
    guard text.hasPrefix("/") else { return nil }
    let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = Self.decoded(parts[0]) else { return nil }
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !segments.contains("."), !segments.contains("..") else { return nil }
    self.path = path
    query = [:]
    for pair in parts.count > 1 ? parts[1].split(separator: "&") : [] {
      let end = pair.firstIndex(of: "=") ?? pair.endIndex
      guard let name = Self.decoded(pair[..<end]),
        let value = Self.decoded(pair[end...].dropFirst())
      else { return nil }
      query[name] = value
    }
  }

  private static func decoded(_ text: Substring) -> String? {
    guard let decoded = PercentCode.decoded(text),
      decoded.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") })
    else { return nil }
    return decoded
  }
}
