import CallboardDiagnostics
import CallboardYAML

/// Pointers into a document (RFC 6901), as they stand behind the `#` of a reference.
enum JSONPointer {
  /// The pointer in one spelling, so that two spellings of a place are one: what need not be escaped is not.
  static func normalized(_ fragment: some StringProtocol) -> String {
    guard let text = PercentCode.decoded(fragment) else { return String(fragment) }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    return parts.map { "/" + escaped(unescaped(String($0))) }.joined()
  }

  /// Of a fragment (RFC 3986, section 3.5), without those that a pointer gives a meaning.
  private static let fragmentCharacters = PercentCode.Kept.unreserved.adding("!$&'()*+,;=:@")

  /// A key as a part of a pointer in a URL.
  static func escaped(_ key: String) -> String {
    let part = key.replacing("~", with: "~0").replacing("/", with: "~1")
    return PercentCode.encoded(part, keeping: fragmentCharacters)
  }

  /// The node that a normalized pointer leads to; nil if there is none.
  static func find(_ pointer: String, in root: YAMLNode) -> YAMLNode? {
    var node = root
    for part in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      let key = unescaped(PercentCode.decoded(part) ?? String(part))
      if let items = node.sequence {
        guard let index = Int(key), items.indices.contains(index) else { return nil }
        node = items[index]
      } else {
        guard let next = node[key] else { return nil }
        node = next
      }
    }
    return node
  }

  private static func unescaped(_ part: String) -> String {
    part.replacing("~1", with: "/").replacing("~0", with: "~")
  }
}
