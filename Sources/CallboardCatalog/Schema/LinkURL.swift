/// Judges URLs as the WHATWG parser does without a base URL.
///
/// Answers only whether there is a URL; which schemes may stand in a page is not decided here.
enum LinkURL {
  private static let special: Set<String> = ["http", "https", "ws", "wss", "ftp"]

  /// Whether `new URL(text)` would succeed.
  static func isAbsolute(_ text: String) -> Bool {
    guard let (scheme, rest) = split(text) else { return false }
    if scheme == "file" { return true }
    if special.contains(scheme) {
      let authority = rest.drop { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
      return isHost(authority.prefix { !"/\\?#".utf8.contains($0) }, isSpecial: true)
    }
    // Other schemes have a host only after two slashes, and it may be empty.
    guard rest.starts(with: "//".utf8) else { return true }
    let authority = rest.dropFirst(2).prefix { !"/?#".utf8.contains($0) }
    return authority.isEmpty || isHost(authority, isSpecial: false)
  }

  /// Whether a browser would run the URL as code: `javascript:`, however it is disguised.
  static func isScript(_ text: String) -> Bool {
    split(text)?.scheme == "javascript"
  }

  /// The scheme in lower case and all after its colon, without the bytes that the parser ignores.
  private static func split(_ text: String) -> (scheme: String, rest: ArraySlice<UInt8>)? {
    var bytes = text.utf8.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }[...]
    bytes = bytes.drop { $0 <= 0x20 }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = bytes[..<colon]
    guard let first = scheme.first, (first | 0x20).isLowerLetter,
      scheme.allSatisfy({ $0.isLetterOrDigit || "+.-".utf8.contains($0) })
    else { return nil }
    return (String(decoding: scheme, as: UTF8.self).lowercased(), bytes[(colon + 1)...])
  }

  private static func isHost(_ authority: ArraySlice<UInt8>, isSpecial: Bool) -> Bool {
    let afterUser = authority.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 }
    let host = authority[(afterUser ?? authority.startIndex)...]
    if host.first == UInt8(ascii: "[") {
      guard let end = host.firstIndex(of: UInt8(ascii: "]")) else { return false }
      let address = host[(host.startIndex + 1)..<end]
      guard !address.isEmpty, address.allSatisfy(isAddressByte) else { return false }
      let port = host[(end + 1)...]
      return port.isEmpty || (port.first == UInt8(ascii: ":") && isPort(port.dropFirst()))
    }
    let colon = host.firstIndex(of: UInt8(ascii: ":")) ?? host.endIndex
    guard isPort(host[colon...].dropFirst()) else { return false }
    let name = host[..<colon]
    if isSpecial, name.isEmpty { return false }
    return !name.contains { isForbidden($0, isSpecial: isSpecial) }
      && (!isSpecial || hasWholeEscapes(name))
  }

  private static func isPort(_ text: ArraySlice<UInt8>) -> Bool {
    var port = 0
    for byte in text {
      guard byte.isDigit else { return false }
      port = port * 10 + Int(byte - UInt8(ascii: "0"))
      if port > 65_535 { return false }
    }
    return true
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    byte.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
      || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
  }

  /// The forbidden host code points of the URL standard.
  private static func isForbidden(_ byte: UInt8, isSpecial: Bool) -> Bool {
    if byte == 0 || byte == 0x20 || "#/:<>?@[\\]^|".utf8.contains(byte) { return true }
    return isSpecial && (byte < 0x20 || byte == 0x7F)
  }

  /// Whether every `%` begins an escape; a lone one is forbidden in a special scheme's host.
  private static func hasWholeEscapes(_ name: ArraySlice<UInt8>) -> Bool {
    name.indices.allSatisfy { index in
      guard name[index] == UInt8(ascii: "%") else { return true }
      let digits = name[(index + 1)...].prefix(2)
      return digits.count == 2
        && digits.allSatisfy {
          $0.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0 | 0x20)
        }
    }
  }
}
