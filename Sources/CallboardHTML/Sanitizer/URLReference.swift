/// A URL as an author wrote it, taken apart as far as it takes to judge it.
enum URLReference: Equatable {
  /// Relative to the page: a path, a query, a fragment, or nothing at all. No reader who decodes it once more
  /// finds a scheme at its beginning.
  case relative(String)
  /// `http` or `https`; the host is in lower case, with its port if the URL names one.
  case web(String, host: String, isSecure: Bool)
  /// Any other scheme, in lower case.
  case other(String, scheme: String)
  case refused(Refusal)

  /// Why a URL is refused whatever its use.
  enum Refusal: String {
    /// `//host/path`, which takes the page's scheme.
    case noScheme = "//"
    /// Browsers read `\` as `/`.
    case backslash = "\\"
    /// `https://user@host`, which hides the host.
    case userInfo = "user@host"
    /// `https:path`, an empty host, or a host with characters that no host has.
    case host
    case controlCharacter = "control character"
  }

  /// - Parameter text: With character references decoded.
  init(_ text: String) {
    let bytes = Self.stripped(text)
    if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      self = .refused(.controlCharacter)
      return
    }
    let url = String(decoding: bytes, as: UTF8.self)
    guard let scheme = Self.scheme(of: bytes) else {
      let path = bytes.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
      if path.contains(UInt8(ascii: "\\")) {
        self = .refused(.backslash)
      } else if path.starts(with: "//".utf8) {
        self = .refused(.noScheme)
      } else {
        self = .relative(Self.looksLikeScheme(path) ? "./" + url : url)
      }
      return
    }
    if scheme == "http" || scheme == "https" {
      self = Self.web(bytes, url: url, scheme: scheme)
    } else {
      self = .other(url, scheme: scheme)
    }
  }

  /// Without what the URL Standard (4.4) takes away before it looks: controls and spaces at the ends,
  /// tabs and line breaks everywhere.
  private static func stripped(_ text: String) -> [UInt8] {
    var bytes = text.utf8.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }[...]
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return Array(bytes.drop { $0 <= 0x20 })
  }

  private static func scheme(of bytes: [UInt8]) -> String? {
    guard let first = bytes.first, isASCIILetter(first),
      let colon = bytes.firstIndex(where: { !isSchemeByte($0) }),
      bytes[colon] == UInt8(ascii: ":")
    else { return nil }
    return lowercased(bytes[..<colon])
  }

  /// Whether the path's first part has an escaped colon, as in `javascript%3A…`: a scheme to those who decode first
  /// and read then.
  private static func looksLikeScheme(_ path: ArraySlice<UInt8>) -> Bool {
    var rest = path.prefix { $0 != UInt8(ascii: "/") }
    while let percent = rest.firstIndex(of: UInt8(ascii: "%")) {
      rest = rest[(percent + 1)...]
      // The bit that tells `A` from `a`; what else it could hide are controls, which no URL here has.
      if rest.prefix(2).map({ $0 | 0x20 }) == Array("3a".utf8) { return true }
    }
    return false
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    isASCIILetter(byte) || isASCIIDigit(byte) || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  private static func web(_ bytes: [UInt8], url: String, scheme: String) -> URLReference {
    let rest = bytes[(scheme.utf8.count + 1)...]
    let path = rest.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    if path.contains(UInt8(ascii: "\\")) { return .refused(.backslash) }
    guard path.starts(with: "//".utf8) else { return .refused(.host) }
    let authority = path.dropFirst(2).prefix { $0 != UInt8(ascii: "/") }
    if authority.contains(UInt8(ascii: "@")) { return .refused(.userInfo) }

    // An IPv6 address holds colons of its own.
    let literal = authority.first == UInt8(ascii: "[") ? authority.prefix { $0 != 0x5D } : []
    let hostEnd = authority.dropFirst(literal.count).firstIndex(of: UInt8(ascii: ":"))
    let host = authority[..<(hostEnd ?? authority.endIndex)]
    let port = authority[host.endIndex...].dropFirst()
    let isHost =
      literal.isEmpty
      ? host.allSatisfy(isHostByte)
      : host.dropFirst(literal.count).elementsEqual("]".utf8)
        && literal.dropFirst().allSatisfy { isASCIIHexDigit($0) || ":.".utf8.contains($0) }
    guard !host.isEmpty, isHost, port.allSatisfy(isASCIIDigit) else { return .refused(.host) }
    return .web(url, host: lowercased(authority), isSecure: scheme == "https")
  }

  /// Letters, digits, `-`, `.`, `_`, `~`, `%` and everything that is not ASCII.
  private static func isHostByte(_ byte: UInt8) -> Bool {
    if byte >= 0x80 || isASCIILetter(byte) || isASCIIDigit(byte) { return true }
    return "-._~%".utf8.contains(byte)
  }

  private static func lowercased(_ bytes: some Sequence<UInt8>) -> String {
    let lowered = bytes.map { byte in
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
    return String(decoding: lowered, as: UTF8.self)
  }
}

extension URLReference {
  /// Whether an image may carry its bytes in this URL: a base64 `data:` URL of a raster format.
  ///
  /// Never SVG, which is a document.
  static func isImageData(_ url: String, limit: Int) -> Bool {
    guard url.utf8.count <= limit, let comma = url.utf8.firstIndex(of: UInt8(ascii: ",")) else {
      return false
    }
    let header = lowercased(url.utf8[..<comma])
    let formats = ["png", "gif", "jpeg", "webp"]
    guard formats.contains(where: { header == "data:image/\($0);base64" }) else { return false }
    return url.utf8[comma...].dropFirst().allSatisfy { byte in
      isASCIILetter(byte) || isASCIIDigit(byte) || "+/=%".utf8.contains(byte)
    }
  }
}
