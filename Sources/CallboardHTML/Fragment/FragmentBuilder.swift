package import CallboardDiagnostics

/// Builds a page's content from what the generator makes and what authors wrote as HTML, and lets
/// through only what is harmless.
///
/// All rendered Markdown goes through one builder, so that an author's element may begin in one HTML
/// block and end in another. Each element knows who made it: the generator's elements are trusted,
/// the author's pass an allow-list (see ``Element`` and ``AuthorAttributes``), and no end tag of an
/// author closes an element of the generator. The one exception is the generator's `<p>`, which a
/// block of the author ends as it would in a browser; its later ``close()`` then does nothing.
///
/// The output reads back in a browser as the tree that was built: nothing in it relies on a browser's
/// error correction.
///
/// - Complexity: linear in the input; an author's tag looks at no more open elements than the
///   policy's depth limit and the generator's own nesting allow.
package struct FragmentBuilder {
  /// An element whose end has not come.
  struct OpenElement {
    var node: Int
    var element: Element
    var isAuthor: Bool
  }

  let policy: SanitizerPolicy
  var tree = FragmentTree()
  var findings = SanitizerFindings()
  var spelledTags = SpelledTags()

  /// Outermost first.
  var openElements: [OpenElement] = []
  var openAuthorCount = 0

  /// The nodes that the generator has still to close, some of which an author's block has ended; nil
  /// for an image, which has no node until it is closed.
  private var generatorNodes: [Int?] = []
  private var pendingImage: FragmentImage?

  package init(policy: SanitizerPolicy) {
    self.policy = policy
  }

  /// Opens an element of the generator; its attributes come next.
  package mutating func open(_ name: StaticString) {
    flushImage()
    let bytes = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    let element = Element(name: bytes)
    if element == .img {
      pendingImage = FragmentImage(isAuthor: false)
      generatorNodes.append(nil)
      return
    }
    if openAuthorCount > 0 { makeRoomForGenerator(element) }
    generatorNodes.append(append(element, name: bytes, isAuthor: false))
  }

  /// Adds an attribute to the element that was opened last.
  package mutating func attribute(_ name: StaticString, _ value: String) {
    if pendingImage != nil {
      pendingImage?.add(name, value)
    } else if name.utf8CodeUnitCount == 2, name.description == "id" {
      tree.identifier(value, isAuthor: false)
    } else {
      tree.attribute(name) { Escape.text(BidiControls.removed(from: value), into: &$0) }
    }
  }

  /// Adds an attribute without value, such as `disabled`.
  package mutating func attribute(_ name: StaticString) {
    if pendingImage != nil {
      pendingImage?.add(name)
    } else {
      tree.attribute(name)
    }
  }

  /// Adds `href` or `src` with a URL that comes from the document.
  ///
  /// A relative URL becomes a slot, an allowed absolute one is written, any other is left out.
  ///
  /// - Parameters:
  ///   - name: `href`, `src`, or `cite`.
  ///   - destination: The URL with Markdown's escapes and character references decoded.
  ///   - position: Where the link or image begins in the document.
  package mutating func attribute(
    _ name: StaticString,
    link destination: String,
    at position: SourceSpan.Position
  ) {
    if pendingImage != nil {
      pendingImage?.source = destination
      pendingImage?.position = position
    } else {
      appendLink(name, destination, at: position, isAuthor: false)
    }
  }

  /// Closes the generator's innermost element and what an author left open inside it.
  package mutating func close() {
    guard let innermost = generatorNodes.popLast() else {
      assertionFailure("close() without open(_:)")
      return
    }
    guard let node = innermost else {
      flushImage()
      return
    }
    guard tree.isOpen(node), let depth = openElements.lastIndex(where: { $0.node == node }) else {
      return
    }
    closeElements(downTo: depth)
  }

  /// Adds an element without content or attributes, such as `br`.
  package mutating func void(_ name: StaticString) {
    open(name)
    close()
  }

  /// Adds text to the open element; it is escaped.
  package mutating func text(_ utf8: UnsafeBufferPointer<UInt8>) {
    flushImage()
    if openAuthorCount > 0, !isWhiteSpace(utf8) { enterCell() }
    tree.text(parent: innermostNode) { Escape.text(utf8, into: &$0) }
  }

  /// Adds text in whose place the caller may put another, by the name of what it stands for.
  package mutating func text(_ utf8: UnsafeBufferPointer<UInt8>, slot name: String) {
    flushImage()
    if openAuthorCount > 0 { enterCell() }
    let start = tree.arena.count
    tree.text(parent: innermostNode) { Escape.text(utf8, into: &$0) }
    tree.slot(name, from: start)
  }

  /// Adds text to the open element; it is escaped.
  package mutating func text(_ string: String) {
    var string = string
    string.withUTF8 { text($0) }
  }

  /// Adds markup that the generator made, such as highlighted code, as it is.
  package mutating func markup(_ html: HTML) {
    flushImage()
    if openAuthorCount > 0 { enterCell() }
    tree.text(parent: innermostNode) { $0 += html.bytes }
  }

  /// Remembers a place for the finished fragment to tell: right before the generator's text that
  /// comes next.
  package mutating func place(_ number: Int) {
    flushImage()
    tree.place(number)
  }

  /// Closes what is open and returns the fragment.
  package consuming func finish() -> SanitizedFragment {
    flushImage()
    closeElements(downTo: 0)
    for tag in spelledTags.remaining { findings.add(.tagShown, tag.name, at: tag.position) }
    return FragmentWriter(tree, findings: findings).write()
  }

  mutating func flushImage() {
    guard let image = pendingImage else { return }
    pendingImage = nil
    appendImage(image)
  }
}

extension FragmentBuilder {
  var innermostNode: Int { openElements.last?.node ?? -1 }

  /// Appends an element's start tag and, unless it is void, leaves it open.
  @discardableResult
  mutating func append(_ element: Element, name: some Collection<UInt8>, isAuthor: Bool) -> Int {
    let presence: FragmentTree.Presence =
      if element.isVoid {
        .void
      } else if isAuthor && element.treatment == .removed {
        .removed
      } else {
        .element
      }
    let node = tree.open(
      name,
      presence: presence,
      isPreformatted: element == .pre,
      parent: innermostNode
    )
    if presence != .void {
      openElements.append(OpenElement(node: node, element: element, isAuthor: isAuthor))
      if isAuthor { openAuthorCount += 1 }
    }
    return node
  }

  mutating func closeElements(downTo depth: Int) {
    while openElements.count > depth, let last = openElements.popLast() {
      tree.close(last.node)
      if last.isAuthor { openAuthorCount -= 1 }
    }
  }

  func isWhiteSpace(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.allSatisfy(isHTMLSpace)
  }
}
