import CCMarkGFM
import CallboardHTML

/// The kinds of `///` blocks besides admonitions, details and tabs: boxes, definitions and captions.
extension DocumentWriter {
  /// Opens `/// html | div.grid#id`. Whatever element the author names, it is a `div`: one that holds blocks and says
  /// nothing.
  mutating func openBox(_ head: ContainerHead) {
    builder.open("div")
    var list = head.title.map(Self.attributes) ?? AttributeList()
    list.id = head.attributes.id ?? list.id
    list.classes += head.attributes.classes
    write(list)
    newline()
  }

  /// `div.a.b#c[title="x"]` as a list of attributes; what stands in brackets is left to the theme.
  private static func attributes(ofSelector selector: String) -> AttributeList {
    var list = AttributeList()
    var rest = selector.prefix { $0 != "[" }.drop { $0 != "." && $0 != "#" }
    while let mark = rest.popFirst() {
      let name = String(rest.prefix { $0 != "." && $0 != "#" })
      rest = rest.dropFirst(name.count)
      if mark == "." { list.classes.append(name) } else { list.id = name }
    }
    return list
  }

  /// Whether a block stands right in a `/// define` block.
  func isInDefinitionBlock(_ node: CMarkNode) -> Bool {
    guard !definitionBlocks.isEmpty, let parent = cmark_node_parent(node) else { return false }
    return definitionBlocks.contains(parent)
  }

  /// Opens the caption of the block before it, which ``openFigure(_:)`` has put into a figure, or of a figure without one.
  mutating func openCaption(_ node: CMarkNode) {
    if cmark_node_previous(node).map(outline.captioned.contains) != true { builder.open("figure") }
    builder.open("figcaption")
    newline()
  }

  /// Opens the figure around a block that a caption follows.
  mutating func openFigure(_ node: CMarkNode) {
    guard outline.captioned.contains(node) else { return }
    builder.open("figure")
    newline()
  }
}
