/// Blocks under names of the configuration's own, such as `/// new | Title`.
///
/// They get the name of the block that they stand for, with their type as an option:
/// `/// admonition | Title` and `    type: new`.
///
/// - Complexity: linear in the text.
enum NamedBlocks {
  static func apply(_ types: [BlockType], to source: inout MarkdownSource) {
    guard !types.isEmpty, source.contains("///") else { return }
    let byName = Dictionary(types.map { (Array($0.name.utf8), $0) }, uniquingKeysWith: { $1 })
    var rewrite = LineRewrite(capacity: source.body.count + source.body.count / 8)
    var fence = FenceTracker()
    var isChanged = false
    source.forEachLine { bytes, number in
      let isCode = fence.isCode(SourceLine(bytes), bytes)
      guard !isCode, let opener = opener(bytes, byName) else {
        rewrite.append(bytes, from: number)
        return
      }
      isChanged = true
      let (type, name) = opener
      let head = bytes[..<name.lowerBound]
      let title = bytes[name.upperBound...].contains(UInt8(ascii: "|")) ? "" : " | \(type.title)"
      let rest = Array(bytes[name.upperBound...]).trimmedAtEnd
      let line = Array(head) + Array(type.block.name.utf8) + rest + Array("\(title)\n".utf8)
      rewrite.append(line, from: number, shift: type.block.name.utf8.count - name.count)
      let margin = head.prefix { isBlankByte($0) || $0 == UInt8(ascii: ">") }
      rewrite.append(Array(margin) + Array("    type: \(type.look)\n".utf8), from: number)
    }
    if isChanged { rewrite.replaceText(of: &source) }
  }

  /// The type that a line opens a block of, and where its name stands; nil if it opens none.
  private static func opener(
    _ line: UnsafeBufferPointer<UInt8>,
    _ types: [[UInt8]: BlockType]
  ) -> (BlockType, Range<Int>)? {
    guard let start = line.firstIndex(where: { !isBlankByte($0) && $0 != UInt8(ascii: ">") }),
      line[start...].starts(with: "///".utf8)
    else { return nil }
    var first = start
    while first < line.count, line[first] == UInt8(ascii: "/") || line[first] == UInt8(ascii: " ") {
      first += 1
    }
    let end = line[first...].firstIndex { !isWordByte($0) } ?? line.count
    guard let type = types[line[first..<end].map(lowercased)] else { return nil }
    let rest = line[end...].drop(while: isBlankByte)
    guard rest.isEmpty || rest.first == UInt8(ascii: "|") else { return nil }
    return (type, first..<end)
  }
}

extension BlockType.Block {
  fileprivate var name: String {
    switch self {
    case .admonition: "admonition"
    case .details: "details"
    }
  }
}

extension [UInt8] {
  fileprivate var trimmedAtEnd: [UInt8] {
    var end = count
    while end > 0, isBlankByte(self[end - 1]) { end -= 1 }
    return Array(self[..<end])
  }
}
