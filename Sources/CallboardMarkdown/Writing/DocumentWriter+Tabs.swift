import CCMarkGFM
import CallboardHTML

extension DocumentWriter {
  /// Opens a set of tabs with the labels of all of them: radio buttons that show one panel at a time
  /// without a script.
  ///
  /// - Complexity: linear in the text of the labels.
  mutating func openTabs(_ first: CMarkNode) {
    tabSetCount += 1
    builder.open("div")
    builder.attribute("class", "tabbed-set")
    builder.attribute("data-cb-tabs")
    newline()
    builder.open("div")
    builder.attribute("class", "tabbed-labels")
    builder.attribute("role", "radiogroup")
    builder.attribute("aria-label", "Variant")
    let chosen = chosenTab(from: first)
    var tab: CMarkNode? = first
    while let current = tab {
      builder.open("label")
      builder.open("input")
      builder.attribute("type", "radio")
      builder.attribute("name", "cb:tabs-\(tabSetCount)")
      if current == chosen { builder.attribute("checked") }
      builder.close()
      label(of: current)
      builder.close()
      search.breakBlock()
      tab = nextTab(after: current)
    }
    builder.close()
    newline()
    builder.open("div")
    builder.attribute("class", "tabbed-content")
    newline()
  }

  /// The last tab of a set that its author chose, or the first one.
  private func chosenTab(from first: CMarkNode) -> CMarkNode {
    var chosen = first
    var tab: CMarkNode? = first
    while let current = tab {
      if head(of: current)?.isChosen == true { chosen = current }
      tab = nextTab(after: current)
    }
    return chosen
  }

  mutating func closeTabs() {
    closeBlock()
    closeBlock()
  }

  /// For print, where all panels stand one below the other.
  func plainLabel(of tab: CMarkNode) -> String {
    guard let title = cmark_node_first_child(tab), title.type == dialect.containerTitle else {
      return Self.unnamed
    }
    return String(decoding: plainText(of: title), as: UTF8.self)
  }

  private static let unnamed = "Tab"

  private mutating func label(of tab: CMarkNode) {
    guard let title = cmark_node_first_child(tab), title.type == dialect.containerTitle,
      let first = cmark_node_first_child(title)
    else {
      builder.text(Self.unnamed)
      return
    }
    var child: CMarkNode? = first
    while let current = child {
      walk(current)
      child = cmark_node_next(current)
    }
  }
}
