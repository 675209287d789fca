import CallboardYAML

/// What the value of a well-known annotation looks like to the tools that read it.
///
/// The catalog itself takes any string, so a wrong one shows only where a tool stays empty.
enum AnnotationShape: Sendable {
  /// An `http` or `https` URL.
  case webURL
  /// A location of one of some types, with its prefix: `dir:./docs`.
  case location([String])
  /// A reference to an entity that names its kind, or is of the kind given.
  case entity(defaultKind: String?)
  /// Names joined by slashes, so many of them, without a slash or a scheme before or after.
  case slug(ClosedRange<Int>)
  /// A text without blanks.
  case word
  /// A project's key in Jira: capital letters, digits and `_`.
  case jiraKey
  /// A DNS label, as Kubernetes asks for.
  case dnsLabel
  /// A query such as `app=shop,component=front`.
  case labelSelector
  /// Any path but an absolute one, or a URL.
  case path
  case uuid
  case choice([String])

  /// Whether a value has the shape.
  func accepts(_ text: String) -> Bool {
    switch self {
    case .webURL: return text.hasPrefix("https://") || text.hasPrefix("http://")
    case .location(let types): return LocationRef(text).map { types.contains($0.type) } ?? false
    case .entity(let kind): return (try? EntityRef(text, in: .init(kind: kind))) != nil
    case .slug(let counts):
      let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      return counts.contains(parts.count) && !parts.contains(where: \.isEmpty)
        && !text.utf8.contains { $0 == UInt8(ascii: ":") } && Self.isWord(text)
    case .word: return Self.isWord(text)
    case .jiraKey:
      return text.utf8.first.map { (0x41...0x5A).contains($0) } ?? false
        && text.utf8.allSatisfy { $0.isDigit || (0x41...0x5A).contains($0) || $0 == 0x5F }
    case .dnsLabel: return FieldFormat.isLabel(text.utf8[...])
    case .labelSelector: return !text.isEmpty && !text.hasPrefix("=") && !text.hasSuffix("=")
    case .path: return !text.isEmpty && !text.hasPrefix("/")
    case .uuid:
      let parts = text.utf8.split(separator: .hyphen, omittingEmptySubsequences: false)
      return parts.map(\.count) == [8, 4, 4, 4, 12]
        && text.utf8.allSatisfy {
          $0 == .hyphen || $0.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0 | 0x20)
        }
    case .choice(let values): return values.contains(text)
    }
  }

  /// The shape as an instruction, for help texts.
  var rule: String {
    switch self {
    case .webURL: "Write the whole address with 'https://'."
    case .location(let types):
      "Begin it with \(types.map { "'\($0):'" }.joined(separator: " or "))."
    case .entity(let kind):
      kind.map { "Write the reference of a \($0), such as '\($0):default/name'." }
        ?? "Write a whole reference, such as 'component:default/name'."
    case .slug(let counts):
      "Write \(counts.lowerBound == counts.upperBound ? "" : "at least ")\(counts.lowerBound) "
        + "\(counts.lowerBound == 1 ? "name" : "names with '/' between them"), without a scheme or host."
    case .word: "Write it without blanks."
    case .jiraKey: "Write the project's key in capitals, such as 'SHOP'."
    case .dnsLabel: "Use 1 to 63 lower-case letters, digits and '-'."
    case .labelSelector: "Write a selector such as 'app=shop'."
    case .path: "Write a path from the descriptor's folder, or a URL."
    case .uuid: "Write the id as 8-4-4-4-12 hexadecimal digits."
    case .choice(let values):
      "Write \(values.map { "'\($0)'" }.joined(separator: " or "))."
    }
  }

  private static func isWord(_ text: String) -> Bool {
    !text.isEmpty && !text.utf8.contains { $0 <= 0x20 }
  }
}
