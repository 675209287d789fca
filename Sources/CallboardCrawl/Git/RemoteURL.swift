/// Where git fetches a repository from, taken apart and without its secrets.
///
/// Reads `https://host/path`, `ssh://user@host:port/path`, `user@host:path`, `file:///path` and
/// `/path`. Any other scheme is refused, above all `ext::`, which runs a program.
package struct RemoteURL: Hashable, Sendable, CustomStringConvertible {
  /// The ways to fetch that are known.
  package enum Scheme: String, Hashable, Sendable {
    case https
    /// Read for the sake of links to a forge; never fetched from.
    case http
    case ssh
    case file
  }

  package let scheme: Scheme
  /// In lower case, and empty for files. An IPv6 address stands in brackets.
  package let host: String
  /// nil for the usual port of the scheme.
  package let port: Int?
  /// Begins with `/`, except in `user@host:path`, where it is relative to the user's home.
  package let path: String
  /// Needed to log in by ssh; of no meaning to anyone else.
  let user: String?
  /// The secret that stood in front of the host. It never gets into a message or an argument.
  let password: Secret?

  /// Reads a URL.
  ///
  /// - Throws: ``RemoteURLError``, which never quotes the URL.
  package init(_ text: String) throws(RemoteURLError) {
    guard !text.isEmpty, text.utf8.first != UInt8(ascii: "-") else { throw .notAURL }
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { throw .character }
    if let separator = text.firstRange(of: "://") {
      guard let scheme = Scheme(rawValue: text[..<separator.lowerBound].lowercased()) else {
        throw .scheme
      }
      try self.init(scheme: scheme, rest: text[separator.upperBound...])
    } else if text.hasPrefix("/") {
      self.init(scheme: .file, path: text)
    } else {
      try self.init(shortForm: text)
    }
  }

  private init(
    scheme: Scheme,
    host: String = "",
    port: Int? = nil,
    path: String,
    user: String? = nil,
    password: Secret? = nil
  ) {
    self.scheme = scheme
    self.host = host
    self.port = port
    self.path = path
    self.user = user
    self.password = password
  }

  /// Everything after `://`.
  private init(scheme: Scheme, rest: Substring) throws(RemoteURLError) {
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    let path = String(rest[slash...])
    if scheme == .file {
      guard rest[..<slash].isEmpty || rest[..<slash] == "localhost" else { throw .host }
      guard path.count > 1 else { throw .path }
      self.init(scheme: scheme, path: path)
      return
    }
    let authority = rest[..<slash]
    let (userinfo, server) = Self.split(authority, atLast: "@")
    let (host, port) = try Self.hostAndPort(server)
    guard path.utf8.count > 1 else { throw .path }
    let user = userinfo?.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    try Self.check(user: user?.first)
    self.init(
      scheme: scheme,
      host: host,
      port: port == scheme.usualPort ? nil : port,
      path: path,
      user: user?.first.map(String.init),
      password: user?.dropFirst().first.map { Secret(String($0)) }
    )
  }

  /// `user@host:path`, as ssh writes it.
  private init(shortForm text: String) throws(RemoteURLError) {
    guard let colon = text.firstIndex(of: ":"), !text[..<colon].contains("/") else {
      throw .notAURL
    }
    let path = text[text.index(after: colon)...]
    // `ext::command` and other remote helpers look like this.
    guard !path.hasPrefix(":") else { throw .scheme }
    guard let first = path.utf8.first, first != UInt8(ascii: "-") else { throw .path }
    let (user, server) = Self.split(text[..<colon], atLast: "@")
    try Self.check(user: user)
    let (host, _) = try Self.hostAndPort(server)
    self.init(scheme: .ssh, host: host, path: String(path), user: user.map(String.init))
  }

  /// The URL without user and password, for messages.
  package var description: String {
    switch scheme {
    case .file: path
    case .http, .https, .ssh: "\(scheme.rawValue)://\(authority)\(absolutePath)"
    }
  }

  /// Host and port.
  package var authority: String {
    host + (port.map { ":\($0)" } ?? "")
  }

  /// The path's components without `.git` at the end: `["acme", "payments"]`.
  package var pathComponents: [String] {
    var components = path.split(separator: "/").map(String.init)
    if let last = components.last, last.hasSuffix(".git"), last.utf8.count > 4 {
      components[components.count - 1] = String(last.dropLast(4))
    } else if components.last == ".git" {
      // The folder of a working copy's objects: the copy's name says more.
      components.removeLast()
    }
    return components
  }

  /// What git is given: with the user for ssh, never with a password.
  var argument: String {
    switch scheme {
    case .file: return "file://" + path
    case .http, .https: return description
    case .ssh:
      let login = user.map { $0 + "@" } ?? ""
      if path.hasPrefix("/") { return "ssh://\(login)\(authority)\(path)" }
      return "\(login)\(host):\(path)"
    }
  }

  private var absolutePath: String { path.hasPrefix("/") ? path : "/" + path }
}

extension RemoteURL.Scheme {
  fileprivate var usualPort: Int? {
    switch self {
    case .https: 443
    case .http: 80
    case .ssh: 22
    case .file: nil
    }
  }
}

extension RemoteURL {
  private static func split(
    _ text: Substring,
    atLast separator: Character
  ) -> (Substring?, Substring) {
    guard let index = text.lastIndex(of: separator) else { return (nil, text) }
    return (text[..<index], text[text.index(after: index)...])
  }

  private static func hostAndPort(_ text: Substring) throws(RemoteURLError) -> (String, Int?) {
    var host = text
    var port: Int?
    if let colon = text.lastIndex(of: ":"), !text[colon...].contains("]") {
      host = text[..<colon]
      guard let number = Int(text[text.index(after: colon)...]), (1...65_535).contains(number)
      else { throw .host }
      port = number
    }
    let isAddress = host.hasPrefix("[") && host.hasSuffix("]")
    let name = isAddress ? host.dropFirst().dropLast() : host
    let isAllowed = name.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "_"):
        true
      case UInt8(ascii: ":"): isAddress
      default: false
      }
    }
    // ssh would take a host that begins with a hyphen for an option.
    guard isAllowed, let first = name.utf8.first, first != UInt8(ascii: "-") else { throw .host }
    return (host.lowercased(), port)
  }

  /// ssh would take a user that begins with a hyphen for an option.
  private static func check(user: Substring?) throws(RemoteURLError) {
    if let user, user.utf8.first == UInt8(ascii: "-") { throw .host }
  }
}

/// Why a text is no URL that a repository can be fetched from.
package enum RemoteURLError: Error, Equatable, Sendable, CustomStringConvertible {
  case notAURL
  case scheme
  case host
  case path
  /// It holds a space or a control character.
  case character

  /// Completes the sentence "the URL …".
  package var description: String {
    switch self {
    case .notAURL: "is not an absolute URL"
    case .scheme: "has a scheme other than https, ssh and file"
    case .host: "has no valid host"
    case .path: "names no repository on its host"
    case .character: "holds a space or a control character"
    }
  }
}

/// A text that must not be printed. Its descriptions are empty words, whoever asks.
struct Secret: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  let value: String

  init(_ value: String) {
    self.value = value
  }

  var description: String { "(secret)" }
  var debugDescription: String { description }
  var customMirror: Mirror { Mirror(self, children: []) }
}
