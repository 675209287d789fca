/// What authors spell short of a forge, where `pymdownx.magiclink` is told to link it: `#12`, `owner/name#12`,
/// `@name`, `!12` for a change and, on GitHub, `?12` for a discussion.
package struct ForgeShorthands: Hashable, Sendable {
  /// The forges that the extension knows by name.
  package enum Forge: Int, Hashable, Sendable {
    case gitHub
    case gitLab
    case bitbucket

    /// As `provider` names it; GitHub for a name that is not known.
    package init(provider: String?) {
      switch provider {
      case "gitlab": self = .gitLab
      case "bitbucket": self = .bitbucket
      default: self = .gitHub
      }
    }
  }

  package var forge: Forge
  /// `owner/name` of the repository that a bare number counts in; empty when it is not said.
  package var repository: String
  /// `repo_url_shorthand`: numbers of issues and changes.
  package var linksReferences: Bool
  /// `social_url_shorthand`: names of people and organisations.
  package var linksMentions: Bool
  /// `repo_url_shortener`: whether the full address of an issue or a change shows as its number, that of a commit as its
  /// beginning, and that of a repository as its name.
  package var shortensAddresses: Bool

  package init(
    forge: Forge,
    repository: String,
    linksReferences: Bool,
    linksMentions: Bool,
    shortensAddresses: Bool
  ) {
    self.forge = forge
    self.repository = repository
    self.linksReferences = linksReferences
    self.linksMentions = linksMentions
    self.shortensAddresses = shortensAddresses
  }

  /// A spelling in a text.
  struct Match: Equatable {
    var range: Range<Int>
    var url: String
  }

  /// The first spelling at or behind a byte of a text; nil when there is none.
  ///
  /// - Complexity: linear in the text up to the end of the match.
  func match(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Match? {
    var index = start
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "#") where linksReferences, UInt8(ascii: "!") where linksReferences,
        UInt8(ascii: "?") where linksReferences:
        if let found = reference(text, at: index, from: start) { return found }
      case UInt8(ascii: "@") where linksMentions:
        if let found = mention(text, at: index) { return found }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// `owner/name#12` for the address of an issue or a change and `owner/name@1a2b3c4` for that of a commit, without the
  /// name for the repository at hand; `owner/name` for a repository; nil for any other address.
  func shortened(_ url: String) -> String? {
    guard shortensAddresses, url.hasPrefix(host) else { return nil }
    var parts = url.dropFirst(host.count).split(separator: "/", omittingEmptySubsequences: false)
    if parts.count > 2, parts.last?.isEmpty == true { parts.removeLast() }
    guard parts.allSatisfy(isAddressPart), let first = parts.first,
      !Self.ownPages.contains(String(first))
    else { return nil }
    if parts.count == 2 { return parts.joined(separator: "/") }
    if parts.count == 4, parts[2] == "commit", (7...40).contains(parts[3].utf8.count),
      parts[3].allSatisfy(\.isHexDigit)
    {
      let owner = parts[..<2].joined(separator: "/")
      return owner == repository ? String(parts[3].prefix(7)) : "\(owner)@\(parts[3].prefix(7))"
    }
    guard let marker = parts.firstIndex(where: { issuePaths.contains($0) }), marker >= 2,
      marker + 2 == parts.count, let number = parts.last, isNumber(number)
    else { return nil }
    let isChange = parts[marker] == "merge_requests"
    let owner = parts[..<marker].filter { $0 != "-" }.joined(separator: "/")
    return (owner == repository ? "" : owner) + (isChange ? "!" : "#") + number
  }

  /// What stands where owners do in addresses of the forges' own pages.
  private static let ownPages: Set<String> = [
    "about", "apps", "collections", "enterprise", "explore", "features", "login", "marketplace",
    "notifications", "orgs", "pricing", "search", "security", "settings", "sponsors", "topics",
    "users",
  ]

  /// Whether a part of an address can be a name or a number: a query and a fragment cannot.
  private func isAddressPart(_ part: Substring) -> Bool {
    !part.isEmpty && part.utf8.allSatisfy { isWordByte($0) || $0 == UInt8(ascii: ".") }
  }

  private var host: String {
    switch forge {
    case .gitHub: "https://github.com/"
    case .gitLab: "https://gitlab.com/"
    case .bitbucket: "https://bitbucket.org/"
    }
  }

  private var issuePaths: Set<Substring> {
    switch forge {
    case .gitHub: ["issues", "pull", "discussions"]
    case .gitLab: ["issues", "merge_requests"]
    case .bitbucket: ["issues", "pull-requests"]
    }
  }

  private func reference(
    _ text: UnsafeBufferPointer<UInt8>,
    at mark: Int,
    from start: Int
  ) -> Match? {
    guard let folder = folder(of: text[mark]) else { return nil }
    let digits = text[(mark + 1)...].prefix(10).prefix(while: isDigit)
    guard (1...9).contains(digits.count), !isNamePart(text, digits.endIndex) else { return nil }
    var first = mark
    while first > start, mark - first < 140, isPathByte(text[first - 1]) { first -= 1 }
    let owner = String(decoding: text[first..<mark], as: UTF8.self)
    let named = owner.isEmpty ? repository : owner
    let parts = named.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 2, !parts.contains(where: \.isEmpty) else { return nil }
    if first > 0, isNamePart(text, first - 1) || text[first - 1] >= 0x80 { return nil }
    let number = String(decoding: digits, as: UTF8.self)
    return Match(range: first..<digits.endIndex, url: "\(host)\(named)/\(folder)/\(number)")
  }

  /// The part of an address in which a forge keeps what a sign stands for; nil if it keeps none.
  private func folder(of sign: UInt8) -> String? {
    switch (forge, sign) {
    case (.gitHub, UInt8(ascii: "!")): "pull"
    case (.gitHub, UInt8(ascii: "?")): "discussions"
    case (.gitHub, _), (.bitbucket, UInt8(ascii: "#")): "issues"
    case (.gitLab, UInt8(ascii: "!")): "-/merge_requests"
    case (.gitLab, UInt8(ascii: "#")): "-/issues"
    case (.bitbucket, UInt8(ascii: "!")): "pull-requests"
    default: nil
    }
  }

  private func mention(_ text: UnsafeBufferPointer<UInt8>, at mark: Int) -> Match? {
    if mark > 0, isNamePart(text, mark - 1) || text[mark - 1] >= 0x80 { return nil }
    var name = text[(mark + 1)...].prefix(40).prefix { isWordByte($0) && $0 != UInt8(ascii: "_") }
    while name.last == UInt8(ascii: "-") { name = name.dropLast() }
    guard !name.isEmpty, name.count < 40,
      !isNamePart(text, name.endIndex) || isDot(text, name.endIndex)
    else { return nil }
    return Match(
      range: mark..<name.endIndex,
      url: host + String(decoding: name, as: UTF8.self)
    )
  }

  /// Whether a word or a path goes on with a byte.
  private func isNamePart(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    text.indices.contains(index)
      && (isWordByte(text[index]) || text[index] == UInt8(ascii: "/")
        || text[index] == UInt8(ascii: "@") || text[index] == UInt8(ascii: "&"))
  }

  private func isDot(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    text.indices.contains(index) && text[index] == UInt8(ascii: ".")
  }

  private func isPathByte(_ byte: UInt8) -> Bool {
    isWordByte(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
  }

  private func isNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(isDigit)
  }
}
