package import CallboardDiagnostics

/// One thing the sanitiser did not let through.
///
/// A fragment reports each pair of kind and name once, at the first place.
package struct SanitizerFinding: Hashable, Sendable {
  /// What the sanitiser did.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// An element was removed with all of its content, such as `script`.
    case elementRemoved
    /// A tag is not allowed; its content stays.
    case tagRemoved
    /// A tag that names no element of HTML is shown as text, as a placeholder is.
    case tagShown
    /// An attribute is not allowed, or its value is not.
    case attributeRemoved
    /// An `id` is malformed, reserved for the theme (`cb:`), a name of every object, or taken by an earlier element.
    case identifierRemoved
    /// A URL is not allowed; the name says why (see ``URLReference/Refusal``) or is its scheme.
    case addressRefused
    /// An image or video of a host that is not listed became a link; the name is the host.
    case imageReplaced
    /// A tag without an end (`<div class="a`) is shown as text.
    case tagUnfinished
    /// Elements were nested deeper than the policy's limit.
    case nestingTooDeep
  }

  package var kind: Kind
  /// The element, attribute, scheme or host, in lower case, at most 40 bytes; empty where the kind
  /// says it all.
  package var name: String
  /// In the document that the fragment was built from.
  package var position: SourceSpan.Position

  package init(kind: Kind, name: String, position: SourceSpan.Position) {
    self.kind = kind
    self.name = name
    self.position = position
  }
}

/// Collects findings, each kind and name once, and never more than a page of them.
struct SanitizerFindings {
  /// A hostile page may hold any number of different names; nobody reads more than this.
  private static let limit = 100
  private static let nameLimit = 40

  private struct Key: Hashable {
    var kind: SanitizerFinding.Kind
    var name: String
  }

  private(set) var all: [SanitizerFinding] = []
  private var seen: Set<Key> = []

  mutating func add(
    _ kind: SanitizerFinding.Kind,
    _ name: some Collection<UInt8>,
    at position: SourceSpan.Position
  ) {
    guard all.count < Self.limit else { return }
    let lowered = name.prefix(Self.nameLimit).map { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      case 0..<0x20, 0x7F: UInt8(ascii: "?")
      default: byte
      }
    }
    let name = String(decoding: lowered, as: UTF8.self)
    guard seen.insert(Key(kind: kind, name: name)).inserted else { return }
    all.append(SanitizerFinding(kind: kind, name: name, position: position))
  }
}
