import CallboardDiagnostics

/// One run of raw HTML while it is read: its tokens, and where they stand in the document.
struct AuthorMarkupReader {
  var tokenizer: MarkupTokenizer

  /// Whether the token read last was `<pre>`, whose first line break is not content.
  var followsPreformattedStart = false
  /// Whether the token at hand follows `<pre>`.
  var dropsLineBreak = false

  private var line: Int
  /// What to add to an offset on the current line to get its column.
  private var columnShift: Int
  private var scanned = 0

  init(_ source: UnsafeBufferPointer<UInt8>, line: Int, column: Int) {
    tokenizer = MarkupTokenizer(source)
    self.line = line
    columnShift = column
  }

  /// The bytes of a text token.
  func text(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    var start = range.lowerBound
    if dropsLineBreak {
      if start < range.upperBound, tokenizer.source[start] == UInt8(ascii: "\r") { start += 1 }
      if start < range.upperBound, tokenizer.source[start] == UInt8(ascii: "\n") { start += 1 }
    }
    return UnsafeBufferPointer(rebasing: tokenizer.source[start..<range.upperBound])
  }

  /// The place of a byte. Offsets must not decrease from call to call.
  mutating func position(of offset: Int) -> SourceSpan.Position {
    while scanned < offset {
      if tokenizer.source[scanned] == UInt8(ascii: "\n") {
        line += 1
        columnShift = -scanned
      }
      scanned += 1
    }
    return SourceSpan.Position(line: line, column: offset + columnShift)
  }

  /// The attributes of the tag read last that its element may have, each once. The rest is reported.
  func attributes(
    of element: Element,
    at position: SourceSpan.Position,
    _ findings: inout SanitizerFindings
  ) -> [AuthorAttribute] {
    var kept: [AuthorAttribute] = []
    for attribute in tokenizer.attributes {
      let nameBytes = tokenizer.source[attribute.name]
      let name = String(decoding: nameBytes, as: UTF8.self).lowercased()
      let bytes = UnsafeBufferPointer(rebasing: tokenizer.source[attribute.value])
      switch AuthorAttribute.judge(name, CharacterReferences.decoded(bytes), of: element) {
      case .allowed(let allowed, let isWhole):
        if !isWhole { findings.add(.attributeRemoved, nameBytes, at: position) }
        // Of two attributes of one name the first counts.
        if !kept.contains(where: { $0.name == allowed.name }) { kept.append(allowed) }
      case .refusedIdentifier:
        findings.add(.identifierRemoved, "".utf8, at: position)
      case .refused:
        findings.add(.attributeRemoved, nameBytes, at: position)
      }
    }
    return kept
  }

  /// The image that the tag read last stands for.
  func image(at position: SourceSpan.Position, _ findings: inout SanitizerFindings) -> FragmentImage
  {
    var image = FragmentImage(isAuthor: true)
    image.position = position
    for attribute in attributes(of: .img, at: position, &findings) {
      switch attribute {
      case .identifier(let id): image.add("id", id)
      case .flag(let name): image.add(name)
      case .text(let name, let value): image.add(name, value)
      case .link(_, let destination): image.source = destination
      }
    }
    return image
  }
}
