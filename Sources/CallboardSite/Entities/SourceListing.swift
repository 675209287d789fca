import CallboardHTML
import CallboardHighlight

/// Code as numbered lines, each of which can be linked to: `#L12`.
enum SourceListing {
  /// The beginning of a text, at most `limit` bytes of whole characters.
  static func prefix(of bytes: ArraySlice<UInt8>, _ limit: Int) -> ArraySlice<UInt8> {
    guard bytes.count > limit else { return bytes }
    var end = bytes.startIndex + limit
    while end > bytes.startIndex, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return bytes[..<end]
  }

  /// - Parameters:
  ///   - code: UTF-8. Beyond ``Highlighter/sizeLimit`` it stays without colour.
  ///   - firstLine: The number of its first line.
  ///   - language: As ``Highlighter`` knows it.
  /// - Returns: The inside of a `code` element.
  static func html(
    _ code: ArraySlice<UInt8>,
    firstLine: Int,
    language: String,
    _ strings: UIStrings
  ) -> HTML {
    let colored = code.withUnsafeBufferPointer {
      Highlighter.html(code: $0, language: language)
    }
    let markup = colored ?? HTML(escaping: String(decoding: code, as: UTF8.self))
    var listing: [UInt8] = []
    listing.reserveCapacity(markup.bytes.count * 2)
    var number = firstLine
    // Neither the highlighter nor escaping lets a tag reach across a line break.
    for line in markup.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    {
      let digits = String(number).utf8
      listing += "<span class=\"source-line\" id=\"L".utf8
      listing += digits
      listing += "\"><a tabindex=\"-1\" href=\"#L".utf8
      listing += digits
      listing += "\" data-line=\"".utf8
      listing += digits
      listing += "\" aria-label=\"".utf8
      Escape.text(strings.text("inspect.line", ["line": String(number)]), into: &listing)
      listing += "\"></a>".utf8
      listing += line
      listing += "\n</span>".utf8
      number += 1
    }
    return HTML(trusted: listing)
  }
}
