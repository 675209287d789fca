/// Finds the block between `---` lines at the head of a file.
enum FrontMatterScan {
  struct Block {
    /// The bytes between the fences.
    var content: Range<Int>
    /// Behind the closing fence's line.
    var end: Int
    /// Lines up to and with the closing fence.
    var lineCount: Int
  }

  /// nil when the file has none. A file may well begin with a horizontal rule, so the block has to
  /// look like keys of YAML: its first line that is neither blank nor a comment begins `key:`.
  /// Lines must end in line feeds only.
  static func find(in text: [UInt8]) -> Block? {
    guard text.starts(with: "---".utf8), isFence(text, 0..<lineEnd(text, from: 0)) else {
      return nil
    }
    let contentStart = min(lineEnd(text, from: 0) + 1, text.count)
    var start = contentStart
    var lineCount = 1
    var looksLikeKeys = false
    while start < text.count {
      let end = lineEnd(text, from: start)
      let line = start..<end
      lineCount += 1
      if isFence(text, line) {
        return Block(
          content: contentStart..<start,
          end: min(end + 1, text.count),
          lineCount: lineCount
        )
      }
      if !looksLikeKeys, !isBlankOrComment(text, line) {
        guard beginsWithKey(text, line) else { return nil }
        looksLikeKeys = true
      }
      start = end + 1
    }
    return nil
  }

  private static func lineEnd(_ text: [UInt8], from start: Int) -> Int {
    text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
  }

  private static func isFence(_ text: [UInt8], _ line: Range<Int>) -> Bool {
    guard line.count >= 3 else { return false }
    let marker = text[line.prefix(3)]
    guard marker.elementsEqual("---".utf8) || marker.elementsEqual("...".utf8) else {
      return false
    }
    return text[line.dropFirst(3)].allSatisfy(isBlankByte)
  }

  private static func isBlankOrComment(_ text: [UInt8], _ line: Range<Int>) -> Bool {
    guard let first = text[line].first(where: { !isBlankByte($0) }) else { return true }
    return first == UInt8(ascii: "#")
  }

  private static func beginsWithKey(_ text: [UInt8], _ line: Range<Int>) -> Bool {
    guard let colon = text[line].firstIndex(of: UInt8(ascii: ":")), colon > line.lowerBound else {
      return false
    }
    let isFollowedByBlank = colon + 1 == line.upperBound || isBlankByte(text[colon + 1])
    let key = text[line.lowerBound..<colon]
    return isFollowedByBlank
      && key.allSatisfy { isWordByte($0) || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ".") }
  }
}
