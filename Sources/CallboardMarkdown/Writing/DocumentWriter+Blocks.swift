import CCMarkGFM
import CallboardDiagnostics
import CallboardHTML

extension DocumentWriter {
  /// Opens a paragraph; true if it is the `[TOC]` mark, which is written whole, or empty.
  mutating func openParagraph(_ node: CMarkNode) -> Bool {
    if isTerm(node) {
      openTerm(node)
      return false
    }
    if isInDefinitionBlock(node) {
      builder.open("dt")
      return false
    }
    if cmark_node_first_child(node) == nil { return true }
    if isTableOfContents(node) {
      tableOfContents()
      return true
    }
    if isTagListing(node) {
      tagListing()
      return true
    }
    // Text of the author's own paragraph, or of an element that holds no paragraphs.
    isBareParagraph = options.dialect == .techDocs && builder.isInAuthorText
    if node.owner == node, !isBareParagraph {
      builder.open("p")
      writeAttributes(of: node)
    }
    return false
  }

  mutating func closeParagraph(_ node: CMarkNode) {
    if isTerm(node) {
      closeTerm()
      return
    }
    if isInDefinitionBlock(node) {
      closeBlock()
      return
    }
    if footnotes.isSectionOpen { footnoteReturns(after: node) }
    if node.owner != node || isBareParagraph {
      search.breakBlock()
      if cmark_node_next(node) != nil { newline() }
    } else {
      closeBlock()
    }
  }

  mutating func openHeading(_ node: CMarkNode) {
    builder.open(Self.headingNames[Int(cmark_node_get_heading_level(node)) - 1])
    isInsideHeading = true
    guard outline.headings.indices.contains(headingCount) else { return }
    let heading = outline.headings[headingCount]
    builder.attribute("id", heading.id)
    writeAttributes(of: node)
    if let alias = heading.alias {
      builder.open("span")
      builder.attribute("id", alias)
      builder.close()
    }
    search.beginSection(headingCount)
  }

  mutating func closeHeading(_ node: CMarkNode) {
    if outline.headings.indices.contains(headingCount) {
      builder.open("a")
      builder.attribute("class", "headerlink")
      builder.attribute("href", "#" + outline.headings[headingCount].id)
      builder.attribute("aria-label", "Link to this section")
      builder.text("#")
      builder.close()
    }
    isInsideHeading = false
    headingCount += 1
    builder.close()
    newline()
  }

  private static let headingNames: [StaticString] = ["h1", "h2", "h3", "h4", "h5", "h6"]

  mutating func openList(_ node: CMarkNode) {
    search.breakBlock()
    if isInDefinitionBlock(node) { return }
    guard cmark_node_get_list_type(node) == CMARK_ORDERED_LIST else {
      builder.open("ul")
      // Not by `map`: a method as a value holds a copy of the writer.
      let isTaskList = if let first = cmark_node_first_child(node) { isTask(first) } else { false }
      writeAttributes(of: node, own: isTaskList ? ["task-list"] : [])
      newline()
      return
    }
    builder.open("ol")
    let start = Int(cmark_node_get_list_start(node))
    if start != 1 { builder.attribute("start", String(start)) }
    writeAttributes(
      of: node,
      own: annotations.group(explainedBy: node) == nil ? [] : ["annotations"]
    )
    newline()
  }

  mutating func openItem(_ node: CMarkNode) {
    if let list = cmark_node_parent(node), isInDefinitionBlock(list) {
      builder.open("dd")
      return
    }
    builder.open("li")
    writeAttributes(of: node, own: isTask(node) ? ["task-list-item"] : [])
    noteNumber(node)
    guard isTask(node) else { return }
    builder.open("input")
    builder.attribute("type", "checkbox")
    builder.attribute("disabled")
    let isDone = cmark_gfm_extensions_get_tasklist_item_checked(node)
    if isDone { builder.attribute("checked") }
    builder.attribute("aria-label", isDone ? "Done" : "Not done")
    builder.close()
    builder.text(" ")
  }

  private func isTask(_ item: CMarkNode) -> Bool {
    cmark_node_get_syntax_extension(item) == dialect.taskItemExtension
  }

  mutating func closeItem() {
    builder.close()
    newline()
    search.breakBlock()
  }

  mutating func openQuote(_ node: CMarkNode) {
    guard let alert = outline.alert(of: node) else {
      builder.open("blockquote")
      writeAttributes(of: node)
      newline()
      return
    }
    openAdmonition(alert.type)
    admonitionTitle(alert.title ?? AdmonitionType.defaultTitle(for: alert.type.name))
  }

  /// Writes raw HTML: judged by the sanitiser, or as it is where authors are trusted.
  mutating func authorMarkup(
    _ markup: Slice<UnsafeBufferPointer<UInt8>>,
    at position: SourceSpan.Position
  ) {
    let markup = UnsafeBufferPointer(rebasing: markup)
    if options.policy.trustsAuthors, options.dialect == .gitHub {
      TagFilter.apply(to: markup).withUnsafeBufferPointer {
        builder.authorMarkup($0, line: position.line, column: position.column)
      }
    } else {
      builder.authorMarkup(markup, line: position.line, column: position.column)
    }
  }

  mutating func htmlBlock(_ node: CMarkNode) {
    if options.dialect == .techDocs, TagListing.isMark(node.literal) {
      tagListing()
      return
    }
    enterAnnotatedHTML(node)
    let position = position(of: node)
    let endsLine = node.literal.last == UInt8(ascii: "\n")
    authorMarkup(node.literal.dropLast(endsLine ? 1 : 0), at: position)
    // A text that begins right behind a tag on a line of its own has no blank before it.
    if endsLine, !builder.isInAuthorText { newline() }
    HTMLText.append(node.literal, to: &search)
  }

  mutating func thematicBreak() {
    builder.void("hr")
    newline()
  }
}
