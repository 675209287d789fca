import CCMarkGFM

/// What has to be known of a whole page before its first byte is written: the ids of all headings,
/// and which quotes are alerts.
struct DocumentOutline {
  /// In the order of the tree.
  private(set) var headings: [RenderedDocument.Heading] = []

  /// By number; a quote that is one carries its number, from 1, as user data.
  private(set) var alerts: [AlertMarker] = []

  private(set) var title: String?

  /// Of blocks, what the attribute lists at their ends say; of headings without the id.
  private(set) var attributes: [CMarkNode: AttributeList] = [:]

  /// Blocks that a caption follows.
  private(set) var captioned: Set<CMarkNode> = []
  /// How many captions of each word have got a number.
  private var captionCounts: [String: Int] = [:]

  let abbreviations: Abbreviations

  private init(abbreviations: Abbreviations) {
    self.abbreviations = abbreviations
  }

  /// Reads a tree, and takes out of it the markup that only the outline understands: attribute lists
  /// of headings, the marker lines of alerts and the definitions of abbreviations.
  static func read(
    _ root: CMarkNode,
    source: MarkdownSource,
    options: MarkdownOptions
  ) -> DocumentOutline {
    let isTechDocs = options.dialect == .techDocs
    var outline = DocumentOutline(
      abbreviations: isTechDocs ? Abbreviations(taking: root) : Abbreviations()
    )
    var wanted: [String?] = []
    var plainTexts: [String] = []
    root.forEachBlock { node in
      switch node.type {
      case CMARK_NODE_HEADING:
        wanted.append(isTechDocs ? outline.takeHeadingAttributes(of: node) : nil)
        plainTexts.append(Self.plainText(of: node, symbols: false))
        outline.headings.append(
          RenderedDocument.Heading(
            level: Int(cmark_node_get_heading_level(node)),
            id: "",
            text: Self.plainText(of: node, symbols: options.replacesSymbols),
            line: source.origins.line(Int(cmark_node_get_start_line(node)))
          )
        )
      case CMARK_NODE_BLOCK_QUOTE where options.dialect != .commonMark:
        if isTechDocs { Self.partAlerts(node) }
        outline.takeAlert(node)
      case CMARK_NODE_PARAGRAPH where isTechDocs: outline.takeBlockAttributes(of: node)
      case CMarkDialect.shared.fencedContainer where isTechDocs:
        outline.takeCaption(node, source: source)
      default: break
      }
    }
    outline.assignIDs(wanted, plainTexts: plainTexts, by: options.style.slug)
    if beginsWithTitle(root) { outline.title = outline.headings.first?.text }
    return outline
  }

  /// The alert that a quote is; nil for other quotes.
  func alert(of quote: CMarkNode) -> AlertMarker? {
    let number = Int(bitPattern: cmark_node_get_user_data(quote))
    return alerts.indices.contains(number - 1) ? alerts[number - 1] : nil
  }

  /// The text of a heading as ids and tables of contents take it.
  private static func plainText(of node: CMarkNode, symbols: Bool) -> String {
    var text: [UInt8] = []
    node.forEachDescendant { inline in
      switch inline.type {
      case CMARK_NODE_TEXT:
        let literal = withoutAttributes(inline)
        if symbols, let replaced = SmartSymbols.replace(literal) {
          text += replaced
        } else {
          text.append(contentsOf: literal)
        }
      case CMARK_NODE_CODE:
        text.append(
          contentsOf: inline.literal[(InlineLanguage.find(in: inline.literal)?.codeStart ?? 0)...]
        )
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text.append(UInt8(ascii: " "))
      case CMARK_NODE_IMAGE, CMARK_NODE_FOOTNOTE_REFERENCE: return false
      default: break
      }
      return true
    }
    while let last = text.last, isBlankByte(last) { text.removeLast() }
    return String(decoding: text.drop(while: isBlankByte), as: UTF8.self)
  }

  /// A text of a heading without the attribute list at its beginning that belongs to the link before it.
  private static func withoutAttributes(_ text: CMarkNode) -> UnsafeBufferPointer<UInt8> {
    let literal = text.literal
    guard literal.first == UInt8(ascii: "{"), cmark_node_previous(text)?.type == CMARK_NODE_LINK,
      let close = literal.firstIndex(of: UInt8(ascii: "}")),
      AttributeList.parse(Array(literal[1..<close])[...]) != nil
    else { return literal }
    return UnsafeBufferPointer(rebasing: literal[(close + 1)...])
  }

  /// Explicit ids are taken before any is made from text, and aliases last: an id that the author
  /// chose, or that MkDocs gives, must never be displaced.
  ///
  /// GitHub knows no smart symbols, so aliases are made of the text as written.
  private mutating func assignIDs(
    _ wanted: [String?],
    plainTexts: [String],
    by rule: HeadingSlug.Rule
  ) {
    var ids = UniqueIDs(numbering: .mkdocs)
    for id in wanted.compactMap(\.self) { ids.reserve(id) }
    var explicit: Set<String> = []
    for (index, id) in wanted.enumerated() {
      if let id, explicit.insert(id).inserted {
        headings[index].id = id
      } else {
        headings[index].id = ids.claim(HeadingSlug.make(headings[index].text, by: rule))
      }
    }
    var aliases = UniqueIDs(numbering: .github)
    for (index, id) in wanted.enumerated() where id == nil {
      let alias = aliases.claim(HeadingSlug.github(plainTexts[index]))
      if !alias.isEmpty, ids.reserve(alias) { headings[index].alias = alias }
    }
  }

  /// Takes the attribute list at the end of a heading; the result is the id that it names.
  private mutating func takeHeadingAttributes(of heading: CMarkNode) -> String? {
    guard let last = cmark_node_last_child(heading), last.type == CMARK_NODE_TEXT else {
      return nil
    }
    let text = Array(last.literal)
    guard let (trailing, length) = AttributeList.trailing(text) else { return nil }
    // `## Title [](){ #id }`: right behind a link, the list is the link's.
    if length == 0, text.first == UInt8(ascii: "{"),
      cmark_node_previous(last)?.type == CMARK_NODE_LINK
    {
      return nil
    }
    var list = trailing
    last.setLiteral(Self.withoutClosingHashes(text[..<length]))
    let id = list.id
    list.id = nil
    attributes[heading] = list
    return id.flatMap { ElementID.isAllowed($0) ? $0 : nil }
  }

  /// `## Title ## {: #id }`: the hashes close the heading, but CommonMark sees text behind them.
  private static func withoutClosingHashes(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = text
    while rest.last == UInt8(ascii: "#") { rest = rest.dropLast() }
    guard rest.count < text.count, rest.last.map(isBlankByte) ?? true else { return text }
    while let last = rest.last, isBlankByte(last) { rest = rest.dropLast() }
    return rest
  }

  /// Takes away an attribute list on a paragraph's last line. It speaks of the paragraph, of the item
  /// that has no paragraph of its own, or, when it stands alone, of the block before.
  private mutating func takeBlockAttributes(of paragraph: CMarkNode) {
    guard let last = cmark_node_last_child(paragraph), last.type == CMARK_NODE_TEXT,
      last.literal.first == UInt8(ascii: "{"),
      let (list, length) = AttributeList.trailing(last.literal), length == 0
    else { return }
    let previous = cmark_node_previous(last)
    guard previous.map({ $0.type == CMARK_NODE_SOFTBREAK }) ?? true else { return }
    if let target = previous == nil ? cmark_node_previous(paragraph) : paragraph.owner {
      attributes[target] = list
    }
    if let previous { cmark_node_free(previous) }
    cmark_node_free(last)
  }

  /// Whether the first element is a heading of level 1. Comments do not count as elements, so a
  /// licence note may stand above the title.
  private static func beginsWithTitle(_ root: CMarkNode) -> Bool {
    var first = cmark_node_first_child(root)
    while let node = first, node.type == CMARK_NODE_HTML_BLOCK,
      node.literal.starts(with: "<!--".utf8)
    {
      first = cmark_node_next(node)
    }
    guard let node = first else { return false }
    return node.type == CMARK_NODE_HEADING && cmark_node_get_heading_level(node) == 1
  }

  /// Makes quotes of their own of the parts of a quote that begin with an alert's marker: for GitHub only the first
  /// line of a quote may hold one, and an author who writes two in one quote sees none of the second.
  ///
  /// The parts follow the quote, so that a walk over the blocks comes to them next.
  private static func partAlerts(_ quote: CMarkNode) {
    var child = cmark_node_first_child(quote).flatMap(cmark_node_next)
    while let node = child, !beginsAlert(node) { child = cmark_node_next(node) }
    guard let first = child, let part = cmark_node_new(CMARK_NODE_BLOCK_QUOTE) else { return }
    guard cmark_node_insert_after(quote, part) != 0 else {
      cmark_node_free(part)
      return
    }
    var moving: CMarkNode? = first
    while let node = moving {
      moving = cmark_node_next(node)
      cmark_node_append_child(part, node)
    }
  }

  private static func beginsAlert(_ paragraph: CMarkNode) -> Bool {
    guard paragraph.type == CMARK_NODE_PARAGRAPH,
      let text = cmark_node_first_child(paragraph), text.type == CMARK_NODE_TEXT,
      text.literal.starts(with: "[!".utf8), AlertMarker.parse(Array(text.literal)[...]) != nil
    else { return false }
    let next = cmark_node_next(text)
    return next.map { $0.type == CMARK_NODE_SOFTBREAK || $0.type == CMARK_NODE_LINEBREAK } ?? true
  }

  /// Notes the block above a caption, and puts the caption's number in front of its text.
  private mutating func takeCaption(_ node: CMarkNode, source: MarkdownSource) {
    guard let line = source.line(Int(cmark_node_get_start_line(node))),
      case let column = Int(cmark_node_get_start_column(node)), column >= 1,
      let opener = source.body.withUnsafeBufferPointer({
        ContainerOpener.parse(UnsafeBufferPointer(rebasing: $0[line]), at: column - 1)
      }),
      case .caption(let word) = opener.style
    else { return }
    // Others are part of something that goes on beyond them.
    let captionable = [
      CMARK_NODE_PARAGRAPH, CMARK_NODE_LIST, CMARK_NODE_CODE_BLOCK, CMARK_NODE_BLOCK_QUOTE,
      CMARK_NODE_HTML_BLOCK, CMarkDialect.shared.table,
    ]
    if let previous = cmark_node_previous(node), captionable.contains(previous.type) {
      captioned.insert(previous)
    }
    var first = cmark_node_first_child(node)
    while let title = first, title.type == CMarkDialect.shared.containerTitle {
      first = cmark_node_next(title)
    }
    guard let word, let paragraph = first, paragraph.type == CMARK_NODE_PARAGRAPH,
      let text = cmark_node_new(CMARK_NODE_TEXT)
    else { return }
    captionCounts[word, default: 0] += 1
    text.setLiteral("\(word) \(captionCounts[word] ?? 1). ".utf8)
    if cmark_node_prepend_child(paragraph, text) == 0 { cmark_node_free(text) }
  }

  private mutating func takeAlert(_ quote: CMarkNode) {
    guard let paragraph = cmark_node_first_child(quote), Self.beginsAlert(paragraph),
      let text = cmark_node_first_child(paragraph),
      let alert = AlertMarker.parse(Array(text.literal)[...])
    else { return }
    if let next = cmark_node_next(text) { cmark_node_free(next) }
    cmark_node_free(text)
    if cmark_node_first_child(paragraph) == nil { cmark_node_free(paragraph) }
    alerts.append(alert)
    cmark_node_set_user_data(quote, UnsafeMutableRawPointer(bitPattern: alerts.count))
  }
}

/// What an author may choose as an element's id.
enum ElementID {
  /// Letters and digits of any script, `_`, `.`, `:` and `-`; not what the theme and footnotes keep
  /// for themselves.
  static func isAllowed(_ id: String) -> Bool {
    guard (1...128).contains(id.utf8.count) else { return false }
    for reserved in ["cb:", "fn:", "fnref"] where id.hasPrefix(reserved) { return false }
    return id.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "_", ".", ":", "-": true
      default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      }
    }
  }
}
