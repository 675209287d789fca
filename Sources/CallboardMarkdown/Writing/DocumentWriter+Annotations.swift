import CCMarkGFM
import CallboardHTML

extension DocumentWriter {
  /// Begins a block whose numbers are explained below it, if it has the class and the list is there.
  mutating func enterAnnotated(_ block: CMarkNode) {
    guard hasClass("annotate", block), let list = Annotations.list(after: block) else { return }
    annotations.enter(block, explainedBy: list)
  }

  /// Begins or ends the blocks between `<div class="annotate">` and its end tag, each an HTML block of
  /// its own.
  mutating func enterAnnotatedHTML(_ block: CMarkNode) {
    if annotations.current != nil { annotations.leave(block) }
    guard options.dialect == .techDocs,
      let line = block.literal.split(separator: UInt8(ascii: "\n")).first,
      let tag = HTMLTag(UnsafeBufferPointer(rebasing: line), at: 0),
      tag.name.elementsEqual("div".utf8),
      Self.names(of: line, contain: "annotate")
    else { return }
    var sibling = cmark_node_next(block)
    for _ in 0..<Self.annotatedBlockLimit {
      guard let node = sibling else { return }
      if node.type == CMARK_NODE_HTML_BLOCK, node.literal.starts(with: "</div>".utf8) {
        if let list = Annotations.list(after: node) { annotations.enter(node, explainedBy: list) }
        return
      }
      sibling = cmark_node_next(node)
    }
  }

  /// Blocks in an annotated `div`; each of such tags looks ahead as far.
  private static let annotatedBlockLimit = 32

  private static func names(of tag: Slice<UnsafeBufferPointer<UInt8>>, contain name: String) -> Bool
  {
    tag.split { !isWordByte($0) }.contains { $0.elementsEqual(name.utf8) }
  }

  private func hasClass(_ name: String, _ block: CMarkNode) -> Bool {
    if let list = outline.attributes[block] { return list.classes.contains(name) }
    guard dialect.isContainer(block.type) else { return false }
    return head(of: block)?.opener.words.contains(name) ?? false
  }

  /// The number that stands at a place of a text, if the list below explains it and it is the first
  /// of its kind.
  mutating func nextMark(
    _ text: UnsafeBufferPointer<UInt8>,
    at index: Int
  ) -> (number: Int, length: Int)? {
    guard let group = annotations.current, let mark = Annotations.mark(in: text[index...]),
      annotations.use(mark.number, of: group)
    else { return nil }
    return mark
  }

  /// Writes the link to the item that explains a number.
  mutating func annotationMark(_ number: Int) {
    guard let group = annotations.current.map({ annotations.groups[$0] }) else { return }
    builder.open("span")
    builder.attribute("class", "annotation-source")
    builder.text("(\(number))")
    builder.close()
    builder.open("a")
    builder.attribute("class", "annotation-mark md-annotation")
    builder.attribute("id", group.markID(number))
    builder.attribute("href", "#" + group.noteID(number))
    builder.attribute("data-number", String(number))
    builder.attribute("aria-label", "Note \(number)")
    builder.close()
  }

  /// Code with links in the place of the numbers in its comments, if the list below explains all of
  /// them and nothing else; nil if there are none.
  mutating func annotated(_ code: HTML, isColoured: Bool, of block: CMarkNode) -> HTML? {
    guard options.dialect == .techDocs, let list = Annotations.list(after: block) else {
      return nil
    }
    let found = CodeAnnotations(code, isColoured: isColoured)
    guard !found.numbers.isEmpty, found.numbers == Set(1...Annotations.itemCount(of: list)) else {
      return nil
    }
    let group = annotations.add(list)
    for number in found.numbers { _ = annotations.use(number, of: group) }
    return found.html(of: annotations.groups[group])
  }

  /// Writes the number of an item that explains one, which leads back to its place; called with the
  /// item just opened.
  mutating func noteNumber(_ item: CMarkNode) {
    guard let list = cmark_node_parent(item), let (group, number) = annotations.nextItem(of: list)
    else { return }
    builder.open("a")
    builder.attribute("class", "annotation-mark md-annotation")
    builder.attribute("id", group.noteID(number))
    builder.attribute("href", "#" + group.markID(number))
    builder.attribute("data-number", String(number))
    builder.attribute("aria-label", "Back to the text of note \(number)")
    builder.close()
  }
}
