import CallboardDiagnostics

extension FragmentBuilder {
  /// Whether the innermost open element is an author's that holds text and no blocks, such as a
  /// `summary` or a `p`.
  package var isInAuthorText: Bool {
    guard openAuthorCount > 0, let last = openElements.last, last.isAuthor else { return false }
    return last.element == .p || last.element == .summary || last.element == .dt
      || last.element.isHeading
  }

  /// Adds raw HTML that an author wrote: a whole HTML block, or as little as one inline tag.
  ///
  /// Elements may be closed by a later call. A removed element (`<svg>`) takes all up to its end tag
  /// with it, Markdown included; without an end tag it takes only what is left of this call.
  ///
  /// - Parameters:
  ///   - utf8: As cmark hands it out.
  ///   - line: The line of its first byte in the document, from 1.
  ///   - column: The column of its first byte, from 1. Positions on further lines count from the
  ///     line's beginning.
  package mutating func authorMarkup(_ utf8: UnsafeBufferPointer<UInt8>, line: Int, column: Int) {
    flushImage()
    if policy.trustsAuthors {
      tree.text(parent: innermostNode) { $0 += utf8 }
      return
    }
    var reader = AuthorMarkupReader(utf8, line: line, column: column)
    let firstNode = tree.nodes.count
    if let depth = reachableRemoval, openElements[depth].element.isRawText {
      guard reader.tokenizer.skipRawText(of: openElements[depth].element) else { return }
      closeAuthor(openElements[depth].element)
    }
    while let token = reader.tokenizer.next() {
      switch token {
      case .text(let range):
        appendAuthorText(reader.text(range))
      case .unfinishedTag(let range):
        findings.add(.tagUnfinished, "".utf8, at: reader.position(of: range.lowerBound))
        appendAuthorText(reader.text(range))
      case .startTag(let name, let isSelfClosing):
        openAuthor(name, isSelfClosing: isSelfClosing, &reader)
      case .endTag(let name):
        takeBackSpelledTag(reader.tokenizer.source[name])
        closeAuthor(Element(name: reader.tokenizer.source[name]))
      }
      reader.dropsLineBreak = reader.followsPreformattedStart
      reader.followsPreformattedStart = false
    }
    resumeRemovals(since: firstNode)
  }

  private mutating func openAuthor(
    _ name: Range<Int>,
    isSelfClosing: Bool,
    _ reader: inout AuthorMarkupReader
  ) {
    let nameBytes = reader.tokenizer.source[name]
    let element = Element(name: nameBytes)
    let position = reader.position(of: name.lowerBound - 1)
    switch element.treatment {
    case .unwrapped:
      if element == .video, appendVideo(&reader, at: position) { return }
      if element == .other, !isSelfClosing, !reader.tokenizer.hasAttributeValue,
        !HTMLNames.contains(nameBytes)
      {
        spell(name, at: position, reader)
        return
      }
      if element != .picture, element != .source {
        findings.add(.tagRemoved, nameBytes, at: position)
      }
    case .removed:
      if element == .iframe, appendFrame(&reader, at: position) { return }
      findings.add(.elementRemoved, nameBytes, at: position)
      // A browser ignores the slash of <iframe/>, but whoever wrote it meant no content.
      if isSelfClosing || element.isVoid { return }
      if element.isRawText, reader.tokenizer.skipRawText(of: element) { return }
      openRemoval(element)
    case .allowed:
      guard makeRoomForAuthor(element) else { return }
      if element == .img {
        appendImage(reader.image(at: position, &findings))
        return
      }
      guard element.isVoid || openAuthorCount < policy.depthLimit else {
        findings.add(.nestingTooDeep, "".utf8, at: position)
        return
      }
      append(element, name: element.rawValue.utf8, isAuthor: true)
      appendAttributes(of: element, at: position, reader)
      reader.followsPreformattedStart = element == .pre
    }
  }

  private mutating func appendAttributes(
    of element: Element,
    at position: SourceSpan.Position,
    _ reader: AuthorMarkupReader
  ) {
    for attribute in reader.attributes(of: element, at: position, &findings) {
      switch attribute {
      case .identifier(let id):
        tree.identifier(id, isAuthor: true)
      case .flag(let name):
        tree.attribute(name)
      case .text(let name, let value):
        tree.attribute(name) { Escape.text(value, into: &$0) }
      case .link(let name, let destination):
        appendLink(name, destination, at: position, isAuthor: true)
      }
    }
  }

  /// Shows a tag that names no element, such as the placeholder `<cluster name>`, as it is written.
  private mutating func spell(
    _ name: Range<Int>,
    at position: SourceSpan.Position,
    _ reader: AuthorMarkupReader
  ) {
    if openAuthorCount > 0 { enterCell() }
    let tag = reader.text((name.lowerBound - 1)..<reader.tokenizer.position)
    let node = tree.spelledTag(parent: innermostNode) { Escape.authorText(tag, into: &$0) }
    spelledTags.add(reader.tokenizer.source[name], node: node, position: position)
  }

  /// What has an end tag was meant as an element after all, so its tags go and its content stays.
  private mutating func takeBackSpelledTag(_ name: Slice<UnsafeBufferPointer<UInt8>>) {
    guard let tag = spelledTags.take(name) else { return }
    tree.setPresence(.removed, of: tag.node)
    findings.add(.tagRemoved, name, at: tag.position)
  }

  private mutating func appendAuthorText(_ text: UnsafeBufferPointer<UInt8>) {
    if openAuthorCount > 0, !isWhiteSpace(text) { enterCell() }
    tree.text(parent: innermostNode) { Escape.authorText(text, into: &$0) }
  }

  /// Opens an element that is removed with its content if its end tag ever comes.
  private mutating func openRemoval(_ element: Element) {
    if openAuthorCount >= policy.depthLimit, openElements.contains(where: isRemoval) { return }
    enterCell()
    append(element, name: element.rawValue.utf8, isAuthor: true)
  }

  /// The innermost removed element that an end tag could close now.
  private var reachableRemoval: Int? {
    guard openAuthorCount > 0 else { return nil }
    for depth in openElements.indices.reversed() {
      if isRemoval(openElements[depth]) { return depth }
      if !openElements[depth].isAuthor, openElements[depth].element != .p { return nil }
    }
    return nil
  }

  /// Gives back what will follow elements that this call removed and did not close.
  private mutating func resumeRemovals(since firstNode: Int) {
    guard openAuthorCount > 0,
      let depth = openElements.firstIndex(where: { isRemoval($0) && $0.node >= firstNode })
    else { return }
    closeElements(downTo: depth + 1)
    tree.resume(openElements[depth].node)
  }

  private func isRemoval(_ open: OpenElement) -> Bool {
    open.isAuthor && open.element.treatment == .removed
  }
}
