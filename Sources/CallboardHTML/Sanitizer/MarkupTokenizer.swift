/// Cuts an author's HTML into tags and text as a browser does (HTML Standard, 13.2.5), in one pass.
///
/// Comments, processing instructions, CDATA sections and doctypes are passed over. Raw text is the
/// caller's business: see ``skipRawText(of:)``.
struct MarkupTokenizer {
  enum Token {
    case text(Range<Int>)
    /// Its attributes are in ``MarkupTokenizer/attributes``.
    case startTag(name: Range<Int>, isSelfClosing: Bool)
    case endTag(name: Range<Int>)
    /// A tag that never ends: all the rest of the source, beginning with its `<`.
    case unfinishedTag(Range<Int>)
  }

  struct Attribute {
    var name: Range<Int>
    /// Without quotes; empty for an attribute without a value.
    var value: Range<Int>
  }

  /// Further attributes of a tag are not kept. No honest tag has as many.
  private static let attributeLimit = 256

  let source: UnsafeBufferPointer<UInt8>
  private(set) var position = 0
  private(set) var attributes: [Attribute] = []

  /// Whether the tag read last has an attribute with a value, as markup has and a placeholder has not.
  var hasAttributeValue: Bool { attributes.contains { !$0.value.isEmpty } }

  init(_ source: UnsafeBufferPointer<UInt8>) {
    self.source = source
  }

  /// nil at the end of the source.
  mutating func next() -> Token? {
    while position < source.count {
      let start = position
      while position < source.count, !isMarkup(at: position) { position += 1 }
      if position > start { return .text(start..<position) }

      switch source[position + 1] {
      case UInt8(ascii: "!"):
        skipDeclaration()
      case UInt8(ascii: "?"):
        skip(behind: UInt8(ascii: ">"))
      case UInt8(ascii: "/"):
        if position + 2 < source.count, isASCIILetter(source[position + 2]) {
          return tag(nameStart: position + 2, isEnd: true)
        }
        skip(behind: UInt8(ascii: ">"))
      default:
        return tag(nameStart: position + 1, isEnd: false)
      }
    }
    return nil
  }

  /// Moves behind the end tag of an element whose content is raw text.
  ///
  /// - Returns: Whether there is such a tag; if not, the position is the end of the source.
  mutating func skipRawText(of element: Element) -> Bool {
    while position < source.count {
      guard source[position] == UInt8(ascii: "<"), position + 1 < source.count,
        source[position + 1] == UInt8(ascii: "/")
      else {
        position += 1
        continue
      }
      let nameStart = position + 2
      let nameEnd = endOfTagName(from: nameStart, limit: 12)
      if nameEnd < source.count, isTagNameEnd(source[nameEnd]),
        Element(name: source[nameStart..<nameEnd]) == element, element != .plaintext
      {
        position = nameEnd
        skip(behind: UInt8(ascii: ">"))
        return true
      }
      position += 2
    }
    return false
  }

  // MARK: Tags

  private mutating func tag(nameStart: Int, isEnd: Bool) -> Token {
    let start = position
    attributes.removeAll(keepingCapacity: true)
    let nameEnd = endOfTagName(from: nameStart, limit: .max)
    position = nameEnd
    var lastSlash = -1
    while position < source.count {
      let byte = source[position]
      if byte == UInt8(ascii: ">") {
        let isSelfClosing = lastSlash == position - 1
        position += 1
        let name = nameStart..<nameEnd
        return isEnd ? .endTag(name: name) : .startTag(name: name, isSelfClosing: isSelfClosing)
      } else if byte == UInt8(ascii: "/") {
        lastSlash = position
        position += 1
      } else if isHTMLSpace(byte) {
        position += 1
      } else {
        attribute()
      }
    }
    return .unfinishedTag(start..<source.count)
  }

  private mutating func attribute() {
    let nameStart = position
    position += 1  // An equals sign may begin a name.
    while position < source.count, !isTagNameEnd(source[position]),
      source[position] != UInt8(ascii: "=")
    {
      position += 1
    }
    let name = nameStart..<position
    var value = position..<position
    skipSpace()
    if position < source.count, source[position] == UInt8(ascii: "=") {
      position += 1
      skipSpace()
      value = attributeValue()
    }
    if attributes.count < Self.attributeLimit {
      attributes.append(Attribute(name: name, value: value))
    }
  }

  private mutating func attributeValue() -> Range<Int> {
    guard position < source.count else { return position..<position }
    let quote = source[position]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      position += 1
      let start = position
      while position < source.count, source[position] != quote { position += 1 }
      let value = start..<position
      if position < source.count { position += 1 }
      return value
    }
    let start = position
    while position < source.count, !isHTMLSpace(source[position]),
      source[position] != UInt8(ascii: ">")
    {
      position += 1
    }
    return start..<position
  }

  private func endOfTagName(from start: Int, limit: Int) -> Int {
    var end = start
    while end < source.count, end - start < limit, !isTagNameEnd(source[end]) { end += 1 }
    return end
  }

  private func isTagNameEnd(_ byte: UInt8) -> Bool {
    isHTMLSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }

  // MARK: What is passed over

  /// Whether `<` here begins a tag, comment or the like, and is not just a character.
  private func isMarkup(at index: Int) -> Bool {
    guard source[index] == UInt8(ascii: "<"), index + 1 < source.count else { return false }
    switch source[index + 1] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    case UInt8(ascii: "/"): return index + 2 < source.count
    case let byte: return isASCIILetter(byte)
    }
  }

  /// Passes over `<!-- … -->`, in all the ways in which a browser lets it end, or `<!…>`.
  private mutating func skipDeclaration() {
    let body = position + 4
    guard body <= source.count, source[position + 2] == UInt8(ascii: "-"),
      source[position + 3] == UInt8(ascii: "-")
    else {
      skip(behind: UInt8(ascii: ">"))
      return
    }
    // The dashes that open a comment may also be those that close it: <!--> and <!--->.
    position = body
    while position < source.count {
      if source[position] == UInt8(ascii: ">"), endsComment(before: position, body: body) {
        position += 1
        return
      }
      position += 1
    }
  }

  private func endsComment(before index: Int, body: Int) -> Bool {
    let isDash = { (offset: Int) in self.source[index - offset] == UInt8(ascii: "-") }
    if isDash(1), isDash(2) { return true }
    return index - 3 >= body && source[index - 1] == UInt8(ascii: "!") && isDash(2) && isDash(3)
  }

  private mutating func skip(behind byte: UInt8) {
    while position < source.count, source[position] != byte { position += 1 }
    if position < source.count { position += 1 }
  }

  private mutating func skipSpace() {
    while position < source.count, isHTMLSpace(source[position]) { position += 1 }
  }
}
