import CCMarkGFM
import CallboardDiagnostics
import CallboardHTML

/// Writes cmark's tree as HTML: one walk that also gathers links and plain text.
///
/// Everything passes through the ``FragmentBuilder``: what this type opens is the generator's, and
/// only raw HTML of the text goes in as the author's.
struct DocumentWriter {
  let source: MarkdownSource
  let outline: DocumentOutline
  let options: MarkdownOptions
  let file: SourcePath
  let dialect = CMarkDialect.shared

  var builder: FragmentBuilder
  var search = SearchText()
  private var diagnostics: [Diagnostic] = []

  /// The headings written so far; those of the outline come in the same order.
  var headingCount = 0
  /// Whether text is part of a heading, which sections do not repeat.
  var isInsideHeading = false
  /// Whether the paragraph being written has no element of its own.
  var isBareParagraph = false
  var footnotes = Footnotes()
  var table = TableState()
  var contentsCount = 0
  var diagrams = DiagramList()
  var tabSetCount = 0
  /// The `/// define` blocks so far.
  var definitionBlocks: Set<CMarkNode> = []
  /// Taken by headings, and by what has been written so far.
  var ids: Set<String>
  var annotations = Annotations()
  /// Whether the text may hold names in double braces that nothing has been said about.
  var hasVariables: Bool
  var linkCursor = LinkCursor()
  /// The line of the parsed text that the walk has come to.
  var currentLine = 1

  init(
    source: MarkdownSource,
    outline: DocumentOutline,
    options: MarkdownOptions,
    file: SourcePath
  ) {
    self.source = source
    self.outline = outline
    self.options = options
    self.file = file
    builder = FragmentBuilder(policy: options.policy)
    hasVariables = options.dialect == .techDocs && source.contains("{{")
    ids = Set(outline.headings.flatMap { [$0.id, $0.alias].compactMap(\.self) })
  }

  /// Writes a whole tree. Walks it without recursion, so that its depth does not matter.
  mutating func write(_ root: CMarkNode) {
    footnotes = Footnotes(in: root, source: source)
    walk(root)
    if footnotes.isSectionOpen { closeFootnotes() }
  }

  /// Writes a node and what is beneath it.
  mutating func walk(_ root: CMarkNode) {
    guard let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { break }
      if event == CMARK_EVENT_ENTER {
        if enter(node) { cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT) }
      } else {
        leave(node)
      }
    }
  }

  /// Writes what stands before a node's children; true if that was all of the node, so that neither
  /// its children nor its end are to be visited.
  private mutating func enter(_ node: CMarkNode) -> Bool {
    let line = Int(cmark_node_get_start_line(node))
    if line > 0 { currentLine = line }
    if !outline.captioned.isEmpty { openFigure(node) }
    switch node.type {
    case CMARK_NODE_TEXT: runningText(node)
    case CMARK_NODE_SOFTBREAK: softBreak(node)
    case CMARK_NODE_LINEBREAK: hardBreak(node)
    case CMARK_NODE_CODE: inlineCode(node)
    case CMARK_NODE_HTML_INLINE: inlineHTML(node)
    case CMARK_NODE_EMPH: return openEmphasis(node)
    case CMARK_NODE_STRONG: openInline(isEmphasised(node) ? "em" : "strong", node)
    case CMARK_NODE_LINK: openLink(node)
    case CMARK_NODE_IMAGE:
      image(node)
      return true
    case CMARK_NODE_PARAGRAPH:
      enterAnnotated(node)
      return openParagraph(node)
    case CMARK_NODE_HEADING: openHeading(node)
    case CMARK_NODE_LIST:
      enterAnnotated(node)
      openList(node)
    case CMARK_NODE_ITEM: openItem(node)
    case CMARK_NODE_BLOCK_QUOTE: openQuote(node)
    case CMARK_NODE_CODE_BLOCK: codeBlock(node)
    case CMARK_NODE_HTML_BLOCK: htmlBlock(node)
    case CMARK_NODE_THEMATIC_BREAK: thematicBreak()
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      footnoteReference(node)
      return true
    case CMARK_NODE_FOOTNOTE_DEFINITION: openFootnote()
    default: return enterExtension(node)
    }
    return false
  }

  /// Closes what is open and gives the page, with what the sanitiser removed as findings.
  consuming func finish() -> Diagnosed<RenderedDocument> {
    let sections = search.finish()
    let fragment = builder.finish()
    let document = RenderedDocument(
      html: fragment.html,
      links: fragment.links,
      variables: fragment.texts,
      ids: fragment.ids,
      headings: outline.headings,
      title: outline.title,
      frontMatter: source.frontMatter,
      sections: sections,
      wordCount: search.wordCount,
      diagrams: diagrams.placed(at: fragment.places)
    )
    // `markdown="1"` asks for what happens anyway, so that taking it out is no news.
    let removed = fragment.findings
      .filter { $0.kind != .attributeRemoved || $0.name != "markdown" }
      .map { Diagnostic($0, in: file) }
    return Diagnosed(document, diagnostics: diagnostics + removed)
  }

  mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  private mutating func enterExtension(_ node: CMarkNode) -> Bool {
    switch node.type {
    case dialect.table:
      enterAnnotated(node)
      openTable(node)
    case dialect.tableRow: openRow(node)
    case dialect.tableCell: openCell(node)
    case dialect.strikethrough: openInline("del", node)
    case dialect.containerTitle: return openContainerTitle(node)
    case dialect.definition: openDefinition(node)
    case let type where dialect.isContainer(type):
      enterAnnotated(node)
      openContainer(node)
    default: break
    }
    return false
  }

  private mutating func leave(_ node: CMarkNode) {
    if annotations.current != nil { annotations.leave(node) }
    switch node.type {
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_LINK, dialect.strikethrough:
      builder.close()
    case CMARK_NODE_PARAGRAPH: closeParagraph(node)
    case CMARK_NODE_HEADING: closeHeading(node)
    case CMARK_NODE_LIST where isInDefinitionBlock(node): break
    case CMARK_NODE_LIST, CMARK_NODE_BLOCK_QUOTE: closeBlock()
    case CMARK_NODE_ITEM: closeItem()
    case CMARK_NODE_FOOTNOTE_DEFINITION: closeFootnote()
    case dialect.table: closeTable()
    case dialect.tableRow: closeRow()
    case dialect.tableCell: closeCell()
    case dialect.containerTitle: closeContainerTitle()
    case dialect.definition: closeDefinition(node)
    case let type where dialect.isContainer(type): closeContainer(node)
    default: break
    }
  }

  mutating func closeBlock() {
    builder.close()
    newline()
    search.breakBlock()
  }

  /// Line ends between blocks keep the pages readable and their diffs small.
  mutating func newline() {
    builder.text("\n")
  }

  /// Where a node begins in the author's file; columns of inlines are checked by ``linkPosition(of:)``.
  func position(of node: CMarkNode) -> SourceSpan.Position {
    source.origins.position(
      line: Int(cmark_node_get_start_line(node)),
      column: Int(cmark_node_get_start_column(node))
    )
  }
}
