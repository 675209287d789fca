/// Lines of raw HTML after which authors go on in Markdown.
enum HTMLLine {
  /// Whether a line is nothing but the end tag of a block, or a start tag with the `markdown`
  /// attribute. CommonMark takes all lines up to the next blank one for HTML; MkDocs does not.
  static func endsBlock(_ line: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start < line.count, line[start] == UInt8(ascii: "<") else { return false }
    var end = line.count
    while end > start, isBlankByte(line[end - 1]) { end -= 1 }
    let tag = line[(start + 1)..<end]
    // One tag alone: the only `>` is the last byte.
    guard tag.last == UInt8(ascii: ">"), tag.dropLast().firstIndex(of: UInt8(ascii: ">")) == nil
    else { return false }
    if tag.first == UInt8(ascii: "/") { return isBlockName(tag.dropFirst()) }
    return isBlockName(tag) && hasMarkdownAttribute(tag)
  }

  private static func isBlockName(_ tag: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let name = tag.prefix(while: isWordByte).map(lowercased)
    return blockNames.contains(String(decoding: name, as: UTF8.self))
  }

  private static func hasMarkdownAttribute(_ tag: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    tag.split(whereSeparator: { isBlankByte($0) || $0 == UInt8(ascii: ">") }).contains { word in
      word.prefix { $0 != UInt8(ascii: "=") }.elementsEqual("markdown".utf8)
    }
  }

  private static let blockNames: Set<String> = [
    "div", "details", "p", "table", "figure", "center", "section", "article", "aside", "iframe",
    "picture", "video", "ul", "ol", "dl", "blockquote",
  ]
}
