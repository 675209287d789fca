/// Closes and opens elements so that what comes next may stand where it comes, by the rules of HTML's
/// tree construction (HTML Standard, 13.2.6.4) for the elements that are allowed.
///
/// Where a browser would move content about, such as text between the rows of a table, the content gets
/// the elements that it lacks instead.
extension FragmentBuilder {
  /// Only elements of the author between the generator's innermost element and here are closed.
  mutating func makeRoomForGenerator(_ element: Element) {
    if !element.isTablePart { enterCell() }
    if element.isBlock { _ = closeParagraph() }
    if element.isHeading { closeAuthorHeading() }
    if element == .a { endOuterLink() }
  }

  /// - Returns: Whether the element may stand here now; if not, its tags are dropped.
  mutating func makeRoomForAuthor(_ element: Element) -> Bool {
    switch element {
    case .li:
      return closeElements(downToParent: { $0 == .ul || $0 == .ol }) && closeParagraph()
    case .dt, .dd:
      return closeToDefinitionList()
    case .caption, .colgroup, .thead, .tbody, .tfoot:
      return closeElements(downToParent: { $0 == .table })
    case .col:
      if openElements.last?.element == .colgroup { return openElements.last?.isAuthor == true }
      guard closeElements(downToParent: { $0 == .table }) else { return false }
      open(implied: .colgroup)
      return true
    case .tr:
      return closeElements(downToParent: { $0 == .table || $0.isTableSection })
    case .td, .th:
      guard closeElements(downToParent: { $0 == .tr || $0 == .table || $0.isTableSection })
      else { return false }
      if openElements.last?.element != .tr { open(implied: .tr) }
      return true
    case .rt, .rp:
      if let last = openElements.last, last.isAuthor, last.element == .rt || last.element == .rp {
        closeElements(downTo: openElements.count - 1)
      }
      return innermostVisible?.element == .ruby
    case .a:
      enterCell()
      if openElements.contains(where: { $0.element == .a && !$0.isAuthor }) { return false }
      endOuterLink()
      return true
    default:
      enterCell()
      if element.isBlock, !closeParagraph() { return false }
      guard element.isHeading else { return true }
      closeAuthorHeading()
      return innermostVisible?.element.isHeading != true
    }
  }

  /// Closes an author's element, if the tag may reach it.
  mutating func closeAuthor(_ element: Element) {
    for depth in openElements.indices.reversed() {
      let open = openElements[depth]
      guard open.isAuthor else {
        if open.element == .p, element != .p, !element.isInline { continue }
        return
      }
      if open.element == element || open.element.isHeading && element.isHeading {
        if element.treatment == .removed { tree.setPresence(.removed, of: open.node) }
        closeElements(downTo: depth)
        return
      }
      guard element == .table || element.isTablePart else {
        if open.element.isScopeBoundary { return }
        if element.isInline, open.element.isBlock { return }
        if element == .li, open.element == .ul || open.element == .ol { return }
        continue
      }
      if open.element == .table { return }
    }
  }

  /// Opens the row and cell that content needs which stands directly in a table.
  mutating func enterCell() {
    guard let last = openElements.last, last.isAuthor, last.element.isTableStructure else { return }
    if last.element == .colgroup { closeElements(downTo: openElements.count - 1) }
    if openElements.last?.element != .tr { open(implied: .tr) }
    open(implied: .td)
  }

  private mutating func open(implied element: Element) {
    append(element, name: element.rawValue.utf8, isAuthor: true)
  }

  /// The innermost element whose tags are written around what comes next.
  private var innermostVisible: OpenElement? {
    openElements.last { !$0.isAuthor || $0.element.treatment == .allowed }
  }

  /// Closes all inside the nearest author's element that `isParent` accepts.
  ///
  /// - Returns: Whether there is one that can be reached.
  private mutating func closeElements(downToParent isParent: (Element) -> Bool) -> Bool {
    for depth in openElements.indices.reversed() {
      let open = openElements[depth]
      if open.isAuthor, isParent(open.element) {
        closeElements(downTo: depth + 1)
        return true
      }
      guard open.isAuthor || open.element == .p else { return false }
      // A row finds its table from inside a cell; a list item does not find a list outside one.
      if open.element == .table { return false }
      if open.element.isScopeBoundary, !isParent(.table), !isParent(.tr) { return false }
    }
    return false
  }

  /// Finds the list for a term or a description: `dl`, or a `div` directly inside it.
  private mutating func closeToDefinitionList() -> Bool {
    for depth in openElements.indices.reversed() {
      let open = openElements[depth]
      guard open.isAuthor || open.element == .p else { return false }
      if open.element.isScopeBoundary || open.element == .ul || open.element == .ol { return false }
      let isGroup = open.element == .div && depth > 0 && openElements[depth - 1].element == .dl
      guard open.element == .dl || isGroup else { continue }
      guard open.isAuthor else { return false }
      closeElements(downTo: depth + 1)
      return true
    }
    return false
  }

  /// Ends the open paragraph, if there is one in scope.
  ///
  /// - Returns: False when an element of the generator inside the paragraph keeps it open.
  private mutating func closeParagraph() -> Bool {
    var crossesGenerator = false
    for depth in openElements.indices.reversed() {
      let open = openElements[depth]
      if open.element == .p {
        guard !crossesGenerator else { return false }
        closeElements(downTo: depth)
        return true
      }
      if open.element.isScopeBoundary { return true }
      if !open.isAuthor { crossesGenerator = true }
    }
    return true
  }

  /// A heading's start tag ends a heading directly around it.
  private mutating func closeAuthorHeading() {
    guard
      let depth = openElements.lastIndex(where: {
        !$0.isAuthor || $0.element.treatment == .allowed
      }),
      openElements[depth].isAuthor, openElements[depth].element.isHeading
    else { return }
    closeElements(downTo: depth)
  }

  /// Ends an author's link before another begins, since links do not nest.
  ///
  /// A link that cannot be closed, because an element of the generator stands between, loses its
  /// content: the content follows it instead.
  private mutating func endOuterLink() {
    guard let depth = openElements.lastIndex(where: { $0.element == .a && $0.isAuthor }) else {
      return
    }
    if openElements[depth...].allSatisfy(\.isAuthor) {
      closeElements(downTo: depth)
    } else {
      tree.setPresence(.emptied, of: openElements[depth].node)
      openElements[depth].element = .other
    }
  }
}
