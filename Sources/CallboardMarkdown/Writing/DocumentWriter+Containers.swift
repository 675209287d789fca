import CCMarkGFM
import CallboardDiagnostics
import CallboardHTML

extension DocumentWriter {
  /// What a container's first line says, with the options under it.
  struct ContainerHead {
    var opener: ContainerOpener
    var type: AdmonitionType?
    var isOpen: Bool
    var startsSet: Bool
    var isChosen = false
    /// What stands behind `|`; nil when nothing does.
    var title: String?
    /// Of the option `attrs`.
    var attributes = AttributeList()

    var isTab: Bool {
      if case .tab = opener.style { true } else { false }
    }
  }

  mutating func openContainer(_ node: CMarkNode) {
    guard let head = head(of: node) else {
      // Cannot happen while the parser opens containers by the same rule; a plain box if it does.
      builder.open("div")
      return
    }
    search.breakBlock()
    reportIfEmpty(node)
    switch head.opener.style {
    case .admonition:
      openAdmonition(head.type, words: head.opener.words, attributes: head.attributes)
      if head.opener.title == nil { admonitionTitle(defaultTitle(head)) }
    case .details:
      builder.open("details")
      write(head.attributes, own: [classes(head.type, words: head.opener.words)])
      if head.isOpen { builder.attribute("open") }
      newline()
      if head.opener.title?.isEmpty ?? true { summary(defaultTitle(head)) }
    case .tab:
      if !joinsPrevious(node, head) { openTabs(node) }
      builder.open("section")
      write(head.attributes, own: ["tabbed-block"])
      builder.attribute("data-cb-label", plainLabel(of: node))
      newline()
    case .box: openBox(head)
    case .definitions:
      builder.open("dl")
      write(head.attributes)
      newline()
      definitionBlocks.insert(node)
    case .caption: openCaption(node)
    }
  }

  mutating func closeContainer(_ node: CMarkNode) {
    closeBlock()
    guard let head = head(of: node) else { return }
    if case .caption = head.opener.style { closeBlock() }
    guard head.isTab, nextTab(after: node) == nil else { return }
    closeTabs()
  }

  /// Opens a title; true if it is the label of a tab, which stands above the whole set already.
  mutating func openContainerTitle(_ node: CMarkNode) -> Bool {
    let style = cmark_node_parent(node).flatMap(head(of:))?.opener.style
    guard style?.showsTitle ?? true else { return true }
    switch style {
    case .details: builder.open("summary")
    default:
      builder.open("p")
      builder.attribute("class", "admonition-title")
    }
    return false
  }

  /// The tab that follows in the same set; nil when the set ends.
  func nextTab(after node: CMarkNode) -> CMarkNode? {
    guard let next = cmark_node_next(node), let head = head(of: next), joinsPrevious(next, head)
    else { return nil }
    return next
  }

  mutating func closeContainerTitle() {
    closeBlock()
  }

  /// - Parameter words: The type as the author wrote it, and what follows it.
  mutating func openAdmonition(
    _ type: AdmonitionType?,
    words: [String] = [],
    attributes: AttributeList = AttributeList()
  ) {
    builder.open("aside")
    write(attributes, own: [classes(type, words: words)])
    newline()
  }

  mutating func admonitionTitle(_ title: String) {
    builder.open("p")
    builder.attribute("class", "admonition-title")
    builder.text(title)
    builder.close()
    newline()
  }

  private mutating func summary(_ title: String) {
    builder.open("summary")
    builder.text(title)
    builder.close()
    newline()
  }

  /// An author who indents by too little has the content beneath the box instead of in it.
  private mutating func reportIfEmpty(_ node: CMarkNode) {
    let last = cmark_node_last_child(node)
    guard last.map({ $0.type == dialect.containerTitle }) ?? true,
      head(of: node)?.opener.style != .box,
      let line = source.line(Int(cmark_node_get_start_line(node)))
    else { return }
    let opener = source.body[line].drop(while: isBlankByte).prefix(60)
    report(
      .emptyContainer(String(decoding: opener, as: UTF8.self), file: file, at: position(of: node))
    )
  }

  /// A type that the theme does not know has a class that a site's own styles may use, under a prefix
  /// that no class of the theme has.
  private func classes(_ type: AdmonitionType?, words: [String]) -> String {
    var classes = "admonition"
    if let type {
      classes += " \(type.name)"
    } else if let word = words.first {
      classes += " callout-\(word)"
    }
    // Beside the text that follows, at the start or the end of its lines.
    if words.dropFirst().contains("inline") {
      classes += words.dropFirst().contains("end") ? " inline end" : " inline"
    }
    return classes
  }

  private func defaultTitle(_ head: ContainerHead) -> String {
    guard let word = head.opener.words.first ?? head.type?.name else {
      if case .details = head.opener.style { return "Details" }
      return "Note"
    }
    return AdmonitionType.defaultTitle(for: word)
  }

  /// Tabs that follow each other directly make one set.
  private func joinsPrevious(_ node: CMarkNode, _ head: ContainerHead) -> Bool {
    guard head.isTab, !head.startsSet, let previous = cmark_node_previous(node) else {
      return false
    }
    return self.head(of: previous)?.isTab ?? false
  }

  /// Reads a container's first line again: the tree keeps only where it stands. nil for other nodes.
  func head(of node: CMarkNode) -> ContainerHead? {
    guard dialect.isContainer(node.type) else { return nil }
    let first = Int(cmark_node_get_start_line(node))
    let column = Int(cmark_node_get_start_column(node))
    guard let line = source.line(first), column >= 1,
      let opener = source.body.withUnsafeBufferPointer({
        ContainerOpener.parse(UnsafeBufferPointer(rebasing: $0[line]), at: column - 1)
      })
    else { return nil }
    var head = ContainerHead(
      opener: opener,
      type: opener.words.lazy.compactMap(AdmonitionType.named).first,
      isOpen: false,
      startsSet: false,
      title: nil
    )
    if opener.style == .box, let title = opener.title {
      let start = line.lowerBound
      let text = source.body[(start + title.lowerBound)..<(start + title.upperBound)]
      head.title = String(decoding: text, as: UTF8.self)
    }
    if case .details(let isOpen) = opener.style { head.isOpen = isOpen }
    if case .tab(let startsSet, let isChosen) = opener.style {
      (head.startsSet, head.isChosen) = (startsSet, isChosen)
    }
    guard opener.fenceLength > 0 else { return head }
    let last = ContainerState(of: node).lastHeaderLine
    for number in first..<max(first, last) { apply(optionOn: number + 1, to: &head) }
    return head
  }

  private func apply(optionOn number: Int, to head: inout ContainerHead) {
    guard let line = source.line(number) else { return }
    let option = source.body.withUnsafeBufferPointer { body -> BlockOption? in
      let bytes = UnsafeBufferPointer(rebasing: body[line])
      // The marks of quotes around the block are not part of its options.
      return bytes.firstIndex { !isBlankByte($0) && $0 != UInt8(ascii: ">") }
        .flatMap { BlockOption.parse(bytes, at: $0) }
    }
    guard let option else { return }
    let isTrue = option.value.lowercased() == "true"
    switch option.key {
    case "open": head.isOpen = isTrue
    case "new": head.startsSet = isTrue
    case "select": head.isChosen = isTrue
    case "type":
      let word = option.value.lowercased()
      // A blank would begin a class of its own, which may be one of the theme's.
      guard word.utf8.allSatisfy({ isWordByte($0) || $0 >= 0x80 }),
        word.unicodeScalars.allSatisfy({ $0.isASCII || $0.properties.isAlphabetic })
      else { return }
      head.type = AdmonitionType.named(word)
      if head.opener.words.isEmpty { head.opener.words = [word] }
    case "attrs": head.attributes = option.attributes
    case "id": head.attributes.id = option.value
    case "class": head.attributes.classes = option.value.split(separator: " ").map(String.init)
    default: break
    }
  }
}
