/// A location as annotations write it: `url:https://host/path`, `dir:./docs`.
package struct LocationRef: Hashable, Sendable, CustomStringConvertible {
  package let type: String
  package let target: String

  /// Reads `type:target`, cut at the first colon.
  ///
  /// - Returns: nil if a part is empty, if the text is a bare `http` URL, or if the target would run
  ///   as code.
  package init?(_ text: String) {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let type = Self.trimmed(text[..<colon])
    let target = Self.trimmed(text[text.index(after: colon)...])
    guard !type.isEmpty, !target.isEmpty, type != "http", type != "https",
      !LinkURL.isScript(target)
    else { return nil }
    self.type = type
    self.target = target
  }

  package var description: String { "\(type):\(target)" }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
