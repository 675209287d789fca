import CCMarkGFM
import CallboardHTML
import CallboardHighlight

extension DocumentWriter {
  mutating func codeBlock(_ node: CMarkNode) {
    let text = String(
      decoding: UnsafeBufferPointer(cString: cmark_node_get_fence_info(node)),
      as: UTF8.self
    )
    let info = options.dialect == .techDocs ? FenceInfo.parse(text) : .plain(text)
    let isTechDocs = options.dialect == .techDocs
    if isTechDocs, info.language == "math", mathBlock(node) { return }
    if let stray = info.strayCode { node.setLiteral(Array("\(stray)\n".utf8) + node.literal) }
    if isTechDocs { alignIndentedCode(node) }
    let code = node.literal
    search.append(code: code)

    let isDiagram = isTechDocs && openDiagram(node, info)
    builder.open("div")
    builder.attribute("class", "code")
    builder.attribute("data-cb-code")
    if let title = info.title, !isDiagram {
      builder.open("div")
      builder.attribute("class", "code-title")
      builder.text(title)
      builder.close()
    }
    builder.open("pre")
    builder.attribute("tabindex", "0")
    builder.open("code")
    if let language = info.language { builder.attribute("class", "language-\(language)") }
    writeCode(code, info, of: node)
    builder.close()
    builder.close()
    builder.close()
    newline()
    if isDiagram { closeDiagram() }
  }

  /// Takes away what all lines of indented code in a list item are indented beyond it.
  ///
  /// Authors for MkDocs indent by four for each list and by four for the code; CommonMark counts from the
  /// text of the item, which begins further to the left.
  private func alignIndentedCode(_ node: CMarkNode) {
    var (length, offset, character): (CInt, CInt, CChar) = (0, 0, 0)
    guard cmark_node_parent(node)?.type == CMARK_NODE_ITEM,
      cmark_node_get_fenced(node, &length, &offset, &character) == 0
    else { return }
    let lines = node.literal.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let indents = lines.filter { !$0.allSatisfy(isBlankByte) }
      .map { $0.prefix { $0 == UInt8(ascii: " ") }.count }
    guard let common = indents.min(), common > 0 else { return }
    node.setLiteral(Array(lines.map { $0.dropFirst(common) }.joined(separator: "\n".utf8)))
  }

  private mutating func writeCode(
    _ code: UnsafeBufferPointer<UInt8>,
    _ info: FenceInfo,
    of node: CMarkNode
  ) {
    let highlighted = highlighted(code, info)
    let isDecorated = info.firstLineNumber != nil || !info.highlightedLines.isEmpty
    guard highlighted != nil || isDecorated || Annotations.list(after: node) != nil else {
      builder.text(code)
      return
    }
    var html = highlighted ?? HTML(escaping: String(decoding: code, as: UTF8.self))
    html = annotated(html, isColoured: highlighted != nil, of: node) ?? html
    builder.markup(isDecorated ? CodeLines(info).mark(html) : html)
  }

  private func highlighted(_ code: UnsafeBufferPointer<UInt8>, _ info: FenceInfo) -> HTML? {
    guard options.highlightsCode, let language = info.language else { return nil }
    return Highlighter.html(code: code, language: language)
  }
}
