import CallboardHTML

/// Texts in which MkDocs takes HTML as it stands, such as the titles of a `nav`.
package enum MarkupText {
  /// The text that a browser would show for `<code>list.&#8203;insert</code> &amp; more`; tags without a meaning in HTML
  /// stay.
  package static func plain(_ markup: String) -> String {
    guard markup.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return markup
    }
    var markup = markup
    return markup.withUTF8 { bytes in
      var text: [UInt8] = []
      var index = 0
      while index < bytes.count {
        if let tag = HTMLTag(bytes, at: index), inlineNames.contains(tag.name) {
          index = tag.range.upperBound
        } else {
          text.append(bytes[index])
          index += 1
        }
      }
      return text.withUnsafeBufferPointer(CharacterReferences.decoded)
    }
  }

  private static let inlineNames: Set<[UInt8]> = Set(
    [
      "a", "abbr", "b", "br", "code", "em", "i", "img", "kbd", "mark", "s", "samp", "small", "span",
      "strong", "sub", "sup", "u", "var", "wbr",
    ].map { Array($0.utf8) }
  )
}
