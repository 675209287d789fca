import CCMarkGFM
import CallboardBytes

/// The extensions of cmark-gfm that make up the dialect, and the node types they add.
///
/// cmark numbers the types of extensions at run time and exports only some of them, so they are
/// read off a sample. One for the process: cmark keeps registered extensions in global tables.
struct CMarkDialect {
  let table: cmark_node_type
  let tableRow: cmark_node_type
  let tableCell: cmark_node_type
  let strikethrough: cmark_node_type
  let taskItemExtension: OpaquePointer?
  let strikethroughExtension: OpaquePointer?

  /// Ended by indentation: `!!!`, `???`, `===`.
  let indentedContainer: cmark_node_type
  /// Ended by a line of slashes: `///`.
  let fencedContainer: cmark_node_type
  /// The first child of a container that has a title; holds inlines.
  let containerTitle: cmark_node_type
  /// What follows `:` under a term.
  let definition: cmark_node_type

  let containerExtension: OpaquePointer?

  /// In the order in which they are asked. The dialect's own come first: the table extension answers
  /// for every line after a paragraph and later extensions are never asked, and of two extensions for a
  /// character cmark has the first one join its delimiters.
  private let extensions: [OpaquePointer]
  /// The same for texts in which `\(` opens formulas.
  private let extensionsWithParentheses: [OpaquePointer]
  /// Those of GitHub alone.
  private let standardExtensions: [OpaquePointer]

  // Pointers to what cmark keeps for the whole process and never changes.
  nonisolated(unsafe) static let shared = CMarkDialect()

  /// What cmark is told besides the extensions. Without `UNSAFE` it would drop raw HTML from the tree.
  private static func flags(_ options: MarkdownOptions) -> CInt {
    let marks = options.style.usesTypographicMarks ? CMARK_OPT_SMART : 0
    let common = CMARK_OPT_UNSAFE | CMARK_OPT_SOURCEPOS | marks
    switch options.dialect {
    case .techDocs: return common | CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE
    case .gitHub: return common | CMARK_OPT_FOOTNOTES
    case .commonMark: return common
    }
  }

  private init() {
    cmark_gfm_core_extensions_ensure_registered()
    let names: [String] = ["table", "strikethrough", "autolink", "tasklist"]
    let standard: [OpaquePointer] = names.compactMap { cmark_find_syntax_extension($0) }
    standardExtensions = standard
    taskItemExtension = cmark_find_syntax_extension("tasklist")
    strikethroughExtension = cmark_find_syntax_extension("strikethrough")

    var types: [String: cmark_node_type] = [:]
    Self.parse("|a|\n|-|\n|~~b~~|\n", extensions: standard) { root in
      let iterator = cmark_iter_new(root)
      while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
        let node = cmark_iter_get_node(iterator)
        types[String(cString: cmark_node_get_type_string(node))] = cmark_node_get_type(node)
      }
      cmark_iter_free(iterator)
    }
    let absent = CMARK_NODE_NONE
    table = types["table"] ?? absent
    tableRow = types["table_row"] ?? absent
    tableCell = types["table_cell"] ?? absent
    strikethrough = types["strikethrough"] ?? absent

    indentedContainer = cmark_syntax_extension_add_node(0)
    fencedContainer = cmark_syntax_extension_add_node(0)
    containerTitle = cmark_syntax_extension_add_node(0)
    definition = cmark_syntax_extension_add_node(0)
    containerExtension = ContainerExtension.make()
    let own = [containerExtension, DefinitionExtension.make(), InlineExtension.make()]
      .compactMap(\.self)
    extensions =
      [MathExtension.make(hasParentheses: false)].compactMap(\.self) + own + standard
    extensionsWithParentheses =
      [MathExtension.make(hasParentheses: true)].compactMap(\.self) + own + standard
  }

  func isContainer(_ type: cmark_node_type) -> Bool {
    type == indentedContainer || type == fencedContainer
  }

  /// Parses a whole text and frees the tree after `body`.
  ///
  /// cmark-gfm changes a global table during each parse: the caller holds the process's lock.
  func parse<Result>(
    _ text: UnsafeBufferPointer<UInt8>,
    _ options: MarkdownOptions,
    body: (CMarkNode) -> Result?
  ) -> Result? {
    let flags = Self.flags(options)
    switch options.dialect {
    case .techDocs:
      // A parenthesis that cmark has to ask about costs a node, so most texts go without.
      let hasParentheses = text.contains("\\(")
      return Self.parse(
        text,
        flags,
        extensions: hasParentheses ? extensionsWithParentheses : extensions,
        prepare: hasParentheses ? MathExtension.admitParentheses : { _ in },
        body: body
      )
    case .gitHub: return Self.parse(text, flags, extensions: standardExtensions, body: body)
    case .commonMark: return Self.parse(text, flags, extensions: [], body: body)
    }
  }

  private static func parse(
    _ text: StaticString,
    extensions: [OpaquePointer],
    body: (CMarkNode) -> Void
  ) {
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    _ = parse(bytes, flags(MarkdownOptions(dialect: .gitHub)), extensions: extensions) {
      Optional(body($0))
    }
  }

  private static func parse<Result>(
    _ text: UnsafeBufferPointer<UInt8>,
    _ flags: CInt,
    extensions: [OpaquePointer],
    prepare: (OpaquePointer) -> Void = { _ in },
    body: (CMarkNode) -> Result?
  ) -> Result? {
    guard let parser = cmark_parser_new(flags) else { return nil }
    defer { cmark_parser_free(parser) }
    prepare(parser)
    for syntax in extensions { cmark_parser_attach_syntax_extension(parser, syntax) }
    text.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    guard let root = cmark_parser_finish(parser) else { return nil }
    defer { cmark_node_free(root) }
    return body(root)
  }
}
