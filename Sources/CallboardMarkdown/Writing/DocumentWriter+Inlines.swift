import CCMarkGFM
import CallboardDiagnostics
import CallboardHTML
import CallboardHighlight

extension DocumentWriter {
  /// Text of a text node: literal but for the symbols, ordinals and abbreviations that the dialect knows.
  mutating func runningText(_ node: CMarkNode) {
    if options.style.usesTypographicMarks { OpeningQuotes.turn(in: node) }
    let literal = node.literal
    if hasVariables { reportVariable(in: literal) }
    guard let shorthands = options.style.shorthands,
      var match = shorthands.match(in: literal, from: 0), !isInsideLink(node)
    else {
      words(literal, of: node)
      return
    }
    var start = 0
    while true {
      words(UnsafeBufferPointer(rebasing: literal[start..<match.range.lowerBound]), of: node)
      let spelling = UnsafeBufferPointer(rebasing: literal[match.range])
      if isEscaped(spelling) {
        text(spelling)
      } else {
        builder.open("a")
        let place = source.origins.position(line: currentLine, column: 1)
        builder.attribute("href", link: match.url, at: place)
        text(spelling)
        builder.close()
      }
      start = match.range.upperBound
      guard let next = shorthands.match(in: literal, from: start) else { break }
      match = next
    }
    words(UnsafeBufferPointer(rebasing: literal[start...]), of: node)
  }

  /// Whether the author took the meaning from a shorthand, as in `\\#1`: the tree does not tell.
  private func isEscaped(_ spelling: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let line = source.line(currentLine) else { return false }
    var rest = source.body[line]
    while let backslash = rest.firstIndex(of: UInt8(ascii: "\\")) {
      rest = rest[(backslash + 1)...]
      if rest.starts(with: spelling) { return true }
    }
    return false
  }

  private func isInsideLink(_ inline: CMarkNode) -> Bool {
    var parent = cmark_node_parent(inline)
    while let node = parent, !node.isBlock {
      if node.type == CMARK_NODE_LINK { return true }
      parent = cmark_node_parent(node)
    }
    return false
  }

  /// Part of a text without shorthands.
  private mutating func words(_ literal: UnsafeBufferPointer<UInt8>, of node: CMarkNode) {
    guard !literal.isEmpty else { return }
    let isAnnotated = annotations.current != nil
    guard options.replacesSymbols || !outline.abbreviations.isEmpty || isAnnotated,
      !isAddress(node)
    else {
      text(literal)
      return
    }
    let hasAbbreviations = !outline.abbreviations.isEmpty
    guard hasAbbreviations || literal.contains(where: isDigit) else {
      plainText(literal)
      return
    }
    var written = 0
    var index = 0
    while index < literal.count {
      if hasAbbreviations,
        let (length, meaning) = outline.abbreviations.match(literal, at: index)
      {
        plainText(UnsafeBufferPointer(rebasing: literal[written..<index]))
        builder.open("abbr")
        builder.attribute("title", meaning)
        text(UnsafeBufferPointer(rebasing: literal[index..<(index + length)]))
        builder.close()
        index += length
        written = index
      } else if options.replacesSymbols, let length = Ordinal.suffixLength(literal, at: index) {
        plainText(UnsafeBufferPointer(rebasing: literal[written..<index]))
        builder.open("sup")
        text(UnsafeBufferPointer(rebasing: literal[index..<(index + length)]))
        builder.close()
        index += length
        written = index
      } else if isAnnotated, let (number, length) = nextMark(literal, at: index) {
        plainText(UnsafeBufferPointer(rebasing: literal[written..<index]))
        annotationMark(number)
        index += length
        written = index
      } else {
        index += 1
      }
    }
    plainText(UnsafeBufferPointer(rebasing: literal[written...]))
  }

  /// Says once a page that a name in double braces stands for nothing.
  private mutating func reportVariable(in literal: UnsafeBufferPointer<UInt8>) {
    guard let open = literal.firstIndex(of: UInt8(ascii: "{")),
      literal[open...].starts(with: "{{".utf8),
      let close = literal[open...].firstIndex(of: UInt8(ascii: "}")),
      literal[close...].starts(with: "}}".utf8)
    else { return }
    hasVariables = false
    let spelling = String(decoding: literal[open...(close + 1)].prefix(80), as: UTF8.self)
    let place = source.origins.position(line: currentLine, column: 1)
    report(.variableUnknown(spelling, file: file, at: place))
  }

  /// Text in which only symbols are replaced.
  private mutating func plainText(_ literal: UnsafeBufferPointer<UInt8>) {
    guard !literal.isEmpty else { return }
    if options.replacesSymbols, let replaced = SmartSymbols.replace(literal) {
      replaced.withUnsafeBufferPointer { text($0) }
    } else {
      text(literal)
    }
  }

  /// Whether a text is the URL of the link around it, as the autolink extension makes them.
  private func isAddress(_ text: CMarkNode) -> Bool {
    guard let link = cmark_node_parent(text), link.type == CMARK_NODE_LINK else { return false }
    return link.url.utf8.suffix(text.literal.count).elementsEqual(text.literal)
  }

  mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    builder.text(text)
    if !isInsideHeading { search.append(text) }
  }

  mutating func softBreak(_ node: CMarkNode) {
    currentLine += 1
    if let parent = cmark_node_parent(node), parent.type == CMARK_NODE_PARAGRAPH, isTerm(parent) {
      breakTerm()
      return
    }
    let isKept = options.style.keepsLineEnds && node.type == CMARK_NODE_SOFTBREAK
    if isKept, !isInsideHeading { builder.void("br") }
    newline()
    if !isInsideHeading { search.space() }
  }

  mutating func hardBreak(_ node: CMarkNode) {
    builder.void("br")
    softBreak(node)
  }

  mutating func inlineCode(_ node: CMarkNode) {
    openInline("code", node)
    let code = node.literal
    if options.dialect == .techDocs, let (language, start) = InlineLanguage.find(in: code) {
      builder.attribute("class", "language-\(language)")
      // `` #!js `a` ``: CommonMark strips blanks at both ends or at none.
      let end = code.lastIndex { !isBlankByte($0) } ?? start
      let rest = UnsafeBufferPointer(rebasing: code[start..<max(start, end + 1)])
      if options.highlightsCode, let html = Highlighter.html(code: rest, language: language) {
        builder.markup(html)
        if !isInsideHeading { search.append(rest) }
      } else {
        text(rest)
      }
    } else {
      text(code)
    }
    builder.close()
  }

  mutating func inlineHTML(_ node: CMarkNode) {
    let position = position(of: node)
    authorMarkup(node.literal[...], at: position)
  }

  /// Opens an inline element, with the id and classes of an attribute list right behind it.
  mutating func openInline(_ name: StaticString, _ node: CMarkNode) {
    builder.open(name)
    writeAttributes(behind: node)
  }

  /// Opens emphasis or an element of the dialect; true if that was all of it.
  mutating func openEmphasis(_ node: CMarkNode) -> Bool {
    switch InlineElement.of(node) {
    case nil:
      // Not by `map`: a method as a value holds a copy of the writer.
      let isStrong =
        if let first = cmark_node_first_child(node) { isEmphasised(first) } else { false }
      openInline(isStrong ? "strong" : "em", node)
    case .mark: openInline("mark", node)
    case .insertion: openInline("ins", node)
    case .deletion: openInline("del", node)
    case .superscript: openInline("sup", node)
    case .`subscript`: openInline("sub", node)
    case .comment:
      builder.open("span")
      builder.attribute("class", "critic-comment")
    case .keys:
      keys(node)
      return true
    case .replacement:
      replacement(node)
      return true
    case .icon:
      builder.open("span")
      builder.attribute("class", "twemoji")
    case .math:
      inlineMath(node)
      return true
    case .variable:
      variable(node)
      return true
    }
    return false
  }

  /// Whether a node is the `strong` of `***text***`, which MkDocs writes around the `em`, and CommonMark within it.
  func isEmphasised(_ node: CMarkNode) -> Bool {
    guard options.dialect == .techDocs, node.type == CMARK_NODE_STRONG,
      cmark_node_previous(node) == nil, cmark_node_next(node) == nil,
      let parent = cmark_node_parent(node), parent.type == CMARK_NODE_EMPH
    else { return false }
    guard InlineElement.of(parent) == nil,
      let line = source.line(Int(cmark_node_get_start_line(parent)))
    else { return false }
    // Of `_**text**_` both make the same.
    let start = max(0, Int(cmark_node_get_start_column(parent)) - 1)
    let signs = source.body[line].dropFirst(start).prefix(3)
    return signs.elementsEqual("***".utf8) || signs.elementsEqual("___".utf8)
  }

  private mutating func keys(_ node: CMarkNode) {
    builder.open("span")
    builder.attribute("class", "keys")
    var key = cmark_node_first_child(node)
    while let current = key {
      builder.open("kbd")
      text(current.literal)
      builder.close()
      key = cmark_node_next(current)
      search.space()
      if key != nil { builder.text("+") }
    }
    builder.close()
  }

  /// Writes a variable as it was written, for the link stage to put its value there.
  private mutating func variable(_ node: CMarkNode) {
    guard let spelling = cmark_node_first_child(node)?.literal,
      let variable = PageVariable(spelling: spelling)
    else { return }
    builder.text(spelling, slot: variable.rawValue)
  }

  private mutating func replacement(_ node: CMarkNode) {
    let parts: [(StaticString, CMarkNode?)] = [
      ("del", cmark_node_first_child(node)), ("ins", cmark_node_last_child(node)),
    ]
    for (name, part) in parts {
      builder.open(name)
      if let part { text(part.literal) }
      builder.close()
    }
  }

  mutating func openLink(_ node: CMarkNode) {
    builder.open("a")
    // `[](){ #id }` is a place to link to, and leads nowhere itself.
    if !node.url.isEmpty || cmark_node_first_child(node) != nil {
      builder.attribute("href", link: node.url, at: linkPosition(of: node))
    }
    if let shorthands = options.style.shorthands, let short = shorthands.shortened(node.url),
      let text = cmark_node_first_child(node), cmark_node_next(text) == nil,
      text.type == CMARK_NODE_TEXT, text.literal.elementsEqual(node.url.utf8)
    {
      text.setLiteral(short.utf8)
    }
    if options.dialect == .techDocs, node.url.hasPrefix("mailto:"),
      let text = cmark_node_first_child(node), cmark_node_next(text) == nil,
      text.type == CMARK_NODE_TEXT, text.literal.elementsEqual(node.url.utf8)
    {
      // `<mailto:a@b>`: the scheme is for programs.
      text.setLiteral(node.url.utf8.dropFirst("mailto:".utf8.count))
    }
    let list = takeAttributes(behind: node) ?? AttributeList()
    write(list, title: node.linkTitle)
  }

  mutating func image(_ node: CMarkNode) {
    let alternative = plainText(of: node)
    builder.open("img")
    builder.attribute("src", link: node.url, at: linkPosition(of: node))
    builder.attribute("alt", String(decoding: alternative, as: UTF8.self))
    let list = takeAttributes(behind: node) ?? AttributeList()
    write(list, title: node.linkTitle)
    writeSize(list)
    builder.attribute("loading", "lazy")
    builder.close()
    if !isInsideHeading {
      search.space()
      alternative.withUnsafeBufferPointer { search.append($0) }
      search.space()
    }
  }

  /// The text of the inlines beneath a node, without markup.
  func plainText(of node: CMarkNode) -> [UInt8] {
    var text: [UInt8] = []
    node.forEachDescendant { inline in
      switch inline.type {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: text.append(contentsOf: inline.literal)
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text.append(UInt8(ascii: " "))
      default: break
      }
      return true
    }
    return text
  }
}
