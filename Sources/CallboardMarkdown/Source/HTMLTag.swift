/// One tag of raw HTML that begins and ends on a line.
struct HTMLTag {
  /// From `<` to behind `>`.
  var range: Range<Int>
  /// In lower case.
  var name: [UInt8]
  var isEnd: Bool
  /// Whether it asks for its content to be read as Markdown.
  var opensMarkdown: Bool

  /// nil when no tag begins at `start`, or it does not end on the line.
  init?(_ line: UnsafeBufferPointer<UInt8>, at start: Int) {
    guard start < line.count, line[start] == UInt8(ascii: "<") else { return nil }
    var index = start + 1
    isEnd = index < line.count && line[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let name = line[index...].prefix(16).prefix(while: isWordByte)
    guard let first = name.first, !isDigit(first) else { return nil }
    self.name = name.map(lowercased)
    index = name.endIndex
    opensMarkdown = false
    var quote: UInt8?
    while index < line.count {
      let byte = line[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        range = start..<(index + 1)
        return
      } else if isBlankByte(byte), Self.isMarkdownAttribute(line[(index + 1)...]) {
        opensMarkdown = !isEnd
      }
      index += 1
    }
    return nil
  }

  /// Whether the name is one that CommonMark takes for a block (0.29, 4.6, kind 6).
  var isBlock: Bool { HTMLLine.isBlockName(name[...]) }

  /// Whether an attribute begins here that is `markdown` with a value other than `0`.
  private static func isMarkdownAttribute(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard rest.starts(with: "markdown".utf8) else { return false }
    let value = rest.dropFirst(8)
    guard let next = value.first else { return false }
    if isBlankByte(next) || next == UInt8(ascii: ">") { return true }
    guard next == UInt8(ascii: "=") else { return false }
    let word = value.dropFirst().drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    return word.first != UInt8(ascii: "0")
  }
}
