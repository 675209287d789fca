/// Lines of raw HTML after which authors go on in Markdown.
enum HTMLLine {
  /// Whether a line is nothing but the end tag of a block, or an empty block of its own, `<div class="x"></div>`.
  /// CommonMark takes all lines up to the next blank one for HTML; MkDocs does not.
  static func endsBlock(_ line: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start < line.count, line[start] == UInt8(ascii: "<") else { return false }
    var end = line.count
    while end > start, isBlankByte(line[end - 1]) { end -= 1 }
    if let open = HTMLTag(line, at: start), !open.isEnd, open.isBlock,
      let close = HTMLTag(line, at: open.range.upperBound), close.isEnd, close.name == open.name,
      close.range.upperBound == end
    {
      return true
    }
    let tag = line[(start + 1)..<end]
    // One tag alone: the only `>` is the last byte.
    guard tag.last == UInt8(ascii: ">"), tag.dropLast().firstIndex(of: UInt8(ascii: ">")) == nil
    else { return false }
    return tag.first == UInt8(ascii: "/") && isBlockName(tag.dropFirst())
  }

  /// Whether a text begins with the name of an element that CommonMark takes for a block.
  static func isBlockName(_ tag: some Collection<UInt8>) -> Bool {
    let name = tag.prefix(while: isWordByte).map(lowercased)
    return blockNames.contains(String(decoding: name, as: UTF8.self))
  }

  /// CommonMark 0.29, section 4.6, kind 6, with `picture` and `video`, which stand as blocks as well.
  private static let blockNames: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "col", "colgroup",
    "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "iframe",
    "legend",
    "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "param", "picture", "section",
    "source", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track",
    "ul",
    "video",
  ]
}
