/// An address in a published page, as far as a browser takes it apart (URL Standard, 4.4).
struct PublishedAddress: Equatable, Sendable {
  /// In lower case; nil for a relative address.
  var scheme: String?
  /// In lower case with its port; nil without one.
  var host: String?
  /// Without query and fragment, still percent-encoded.
  var path: String
  /// Without `#`, still percent-encoded; nil without one.
  var fragment: String?

  init(_ text: String) {
    // Browsers take these away before they look.
    var rest = Substring(
      String(
        decoding: text.utf8.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D },
        as: UTF8.self
      )
    )
    while let first = rest.utf8.first, first <= 0x20 { rest = rest.dropFirst() }
    while let last = rest.utf8.last, last <= 0x20 { rest = rest.dropLast() }
    if let colon = rest.firstIndex(of: ":"), Self.isScheme(rest[..<colon]) {
      scheme = rest[..<colon].lowercased()
      rest = rest[rest.index(after: colon)...]
    }
    if let hash = rest.firstIndex(of: "#") {
      fragment = String(rest[rest.index(after: hash)...])
      rest = rest[..<hash]
    }
    rest = rest.prefix { $0 != "?" }
    let isSpecial = scheme == nil || scheme == "http" || scheme == "https"
    let slashes = isSpecial ? rest.prefix { $0 == "/" || $0 == "\\" }.count : 0
    // With a scheme of the web the slashes do not matter.
    if isSpecial, slashes >= 2 || scheme != nil {
      rest = rest.dropFirst(slashes)
      let authority = rest.prefix { $0 != "/" && $0 != "\\" }
      host = String(authority.split(separator: "@").last ?? "").lowercased()
      rest = rest.dropFirst(authority.count)
    }
    path = String(rest)
  }

  private static func isScheme(_ text: Substring) -> Bool {
    guard let first = text.first, first.isASCII, first.isLetter else { return false }
    return text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
  }

  /// `https://host`; nil for an address of this site.
  var origin: String? {
    host.map { "\(scheme ?? "https")://\($0)" }
  }

  /// Whether a browser runs or reads what the address itself holds, or files of the reader's machine.
  var runs: Bool {
    switch scheme {
    case "javascript", "vbscript", "livescript", "blob", "filesystem", "file", "view-source",
      "feed",
      "jar":
      true
    case "data":
      !["image/png;", "image/gif;", "image/jpeg;", "image/webp;"].contains {
        path.lowercased().hasPrefix($0)
      }
    default: false
    }
  }
}
