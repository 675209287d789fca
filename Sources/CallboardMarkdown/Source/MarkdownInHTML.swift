/// Makes Markdown inside HTML elements with the attribute `markdown` readable to CommonMark, as in
/// Python-Markdown's `md_in_html`.
///
/// CommonMark reads Markdown again after a blank line. So the tag gets a line of its own and a blank
/// one behind it, and what is indented along with the tags is moved to the left, lest it be code. The
/// attribute itself stays, and falls to the sanitiser.
///
/// - Complexity: linear in the text.
struct MarkdownInHTML {
  /// An element with the attribute whose end tag has not come.
  private struct OpenElement {
    var name: [UInt8]
    /// Of the tag, in the text as written.
    var indent: Int
    /// The columns by which the tag is moved to the left.
    var tagDedent: Int
    /// Those of the content; nil before its first line.
    var dedent: Int?
    /// Further elements of the same name inside.
    var depth = 0
  }

  private var open: [OpenElement] = []
  private var fence = FenceTracker()
  private var rewrite: LineRewrite
  /// Whether the last line was HTML inside an element of ours, behind which Markdown goes on.
  private var endsHTML = false
  /// Whether an indented line may belong to a list item or container rather than be code.
  private var isInList = false

  static func apply(to source: inout MarkdownSource) {
    guard source.contains("markdown"), isNeeded(source) else { return }
    var pass = MarkdownInHTML(rewrite: LineRewrite(capacity: source.body.count + 256))
    source.forEachLine { pass.read($0, number: $1) }
    pass.rewrite.replaceText(of: &source)
  }

  /// Whether a line begins with a tag that has the attribute.
  private static func isNeeded(_ source: MarkdownSource) -> Bool {
    var isNeeded = false
    source.forEachLine { line, _ in
      guard
        let start = line.firstIndex(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }),
        line[start] == UInt8(ascii: "<")
      else { return }
      isNeeded = isNeeded || HTMLTag(line, at: start)?.opensMarkdown == true
    }
    return isNeeded
  }

  private init(rewrite: LineRewrite) {
    self.rewrite = rewrite
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, number: Int) {
    let line = SourceLine(bytes)
    if fence.isCode(line, bytes) {
      beginContent(line)
      if endsHTML { rewrite.separate(at: number) }
      endsHTML = false
      append(bytes, line, number)
      return
    }
    switch line.kind {
    case .blank:
      endsHTML = false
      rewrite.append(bytes, from: number)
      return
    case .item, .container: isInList = true
    default: if line.indent == 0 { isInList = false }
    }
    guard bytes[line.indentBytes] == UInt8(ascii: "<"), line.indent < 4 || isInList || !open.isEmpty
    else {
      beginContent(line)
      if endsHTML { rewrite.separate(at: number) }
      endsHTML = false
      append(bytes, line, number)
      return
    }
    readHTML(bytes, line, number)
  }

  /// Reads a line that begins with a tag, and perhaps goes on with more of them.
  private mutating func readHTML(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ line: SourceLine,
    _ number: Int
  ) {
    var start = line.indentBytes
    // Each tag looks for its end on the rest of the line.
    for _ in 0..<Self.tagsPerLine {
      guard let tag = HTMLTag(bytes, at: start), tag.opensMarkdown, tag.isBlock else {
        readOtherTag(bytes, line, number)
        return
      }
      let end = tag.range.upperBound
      let rest = bytes[end...].drop(while: isBlankByte)
      let isWhole = Self.closes(tag.name, in: rest)
      // A `summary` of one line stands with the tags; what follows may be indented more.
      if !isWhole || line.indent >= 4 { beginContent(line) }
      let (indent, dedent) = (line.indent, self.dedent)
      rewrite.separate(at: number)
      let column = max(0, indent - dedent)
      rewrite.append(
        Array(bytes[tag.range]) + "\n".utf8,
        indent: column,
        from: number,
        at: tag.range.lowerBound
      )
      rewrite.separate(at: number)
      if !isWhole {
        open.append(OpenElement(name: tag.name, indent: indent, tagDedent: dedent, dedent: nil))
      }
      guard !rest.isEmpty else { return }
      start = rest.startIndex
      guard bytes[start] == UInt8(ascii: "<") else {
        rewrite.append(rest, indent: column, from: number, at: start)
        endsHTML = isWhole && endsInTag(bytes)
        return
      }
      guard let next = HTMLTag(bytes, at: start), next.opensMarkdown, next.isBlock else {
        rewrite.append(rest, indent: column, from: number, at: start)
        endsHTML = endsInTag(bytes)
        return
      }
    }
    rewrite.append(bytes[start...], from: number, shift: -start)
  }

  private static let tagsPerLine = 8

  private mutating func readOtherTag(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ line: SourceLine,
    _ number: Int
  ) {
    let tag = HTMLTag(bytes, at: line.indentBytes)
    if let tag, let last = open.last, last.name == tag.name {
      if !tag.isEnd {
        open[open.count - 1].depth += Self.closes(tag.name, in: bytes[...]) ? 0 : 1
      } else if last.depth > 0 {
        open[open.count - 1].depth -= 1
      } else {
        open.removeLast()
        let column = max(0, line.indent - last.tagDedent)
        rewrite.separate(at: number)
        let text = bytes[line.indentBytes...]
        rewrite.append(text, indent: column, from: number, at: line.indentBytes)
        endsHTML = true
        return
      }
    }
    beginContent(line)
    let isBlock = tag?.isBlock ?? false
    if endsHTML, !isBlock { rewrite.separate(at: number) }
    append(bytes, line, number)
    endsHTML = isBlock && !open.isEmpty && endsInTag(bytes)
  }

  private var dedent: Int { open.last?.dedent ?? 0 }

  /// Notes how far the first line of an element's content is indented.
  private mutating func beginContent(_ line: SourceLine) {
    guard let last = open.last, last.dedent == nil else { return }
    // Content left of its tag stands where the author wants it.
    let dedent = last.tagDedent + max(0, line.indent - last.indent)
    open[open.count - 1].dedent = min(line.indent, dedent)
  }

  /// Adds a line, moved to the left with the content that it belongs to.
  private mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ line: SourceLine,
    _ number: Int
  ) {
    let column = max(0, line.indent - dedent)
    guard dedent > 0, line.indent > 0 else {
      rewrite.append(bytes, from: number)
      return
    }
    let text = bytes[line.indentBytes...]
    rewrite.append(text, indent: column, from: number, at: line.indentBytes)
  }

  /// Whether a line ends in an end tag.
  private func endsInTag(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let end = bytes.lastIndex(where: { !isBlankByte($0) }), bytes[end] == UInt8(ascii: ">"),
      let open = bytes[..<end].lastIndex(of: UInt8(ascii: "<"))
    else { return false }
    return bytes[open + 1] == UInt8(ascii: "/")
  }

  /// Whether a text holds the end tag of an element.
  private static func closes(
    _ name: [UInt8],
    in text: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    var index = text.startIndex
    while let open = text[index...].firstIndex(of: UInt8(ascii: "<")) {
      let tag = text[open...].dropFirst()
      if tag.first == UInt8(ascii: "/"),
        tag.dropFirst().prefix(name.count).lazy.map(lowercased).elementsEqual(name)
      {
        return true
      }
      index = open + 1
    }
    return false
  }
}
