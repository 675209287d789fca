/// The elements that the sanitiser tells apart; all others are ``other``.
enum Element: String, CaseIterable, Sendable {
  // Headings
  case h1, h2, h3, h4, h5, h6
  // Blocks
  case p, div, blockquote, pre, ul, ol, li, dl, dt, dd, figure, figcaption, details, summary, hr
  // Tables
  case table, caption, colgroup, col, thead, tbody, tfoot, tr, th, td
  // Inline
  case a, b, strong, i, em, u, s, del, ins, mark, small, sub, sup, span, code, kbd, samp, `var`, tt
  case q, cite, dfn, abbr, time, bdi, bdo, ruby, rt, rp, br, wbr, img
  // Known only so that their tags go without a word
  case picture, source
  // A player, if the source may load
  case video
  // The generator's alone
  case section, input, aside, nav, article, header, footer, main
  // Removed with their content
  case script, style, iframe, object, embed, noscript, template, svg, math, textarea, title, select
  case xmp, plaintext, noembed, noframes
  // Any name that is not listed; no tag can spell it
  case other = "?"

  /// What becomes of the element when an author writes it.
  enum Treatment {
    case allowed
    /// The tags go and the content stays.
    case unwrapped
    /// The element goes with its content.
    case removed
  }

  var treatment: Treatment {
    switch self {
    case .script, .style, .iframe, .object, .embed, .noscript, .template, .svg, .math, .textarea,
      .title, .select, .xmp, .plaintext, .noembed, .noframes:
      .removed
    case .picture, .source, .video, .section, .input, .aside, .nav, .article, .header, .footer,
      .main,
      .other:
      .unwrapped
    default:
      .allowed
    }
  }

  /// Whether a browser reads the content as text up to the matching end tag (HTML Standard, 13.2.5.2
  /// to 13.2.5.5; `noscript` with scripting on).
  var isRawText: Bool {
    switch self {
    case .script, .style, .iframe, .noscript, .textarea, .title, .xmp, .plaintext, .noembed,
      .noframes:
      true
    default:
      false
    }
  }

  var isVoid: Bool {
    switch self {
    case .br, .wbr, .hr, .img, .col, .input, .source, .embed: true
    default: false
    }
  }

  var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }

  /// Whether the start tag ends an open paragraph (HTML Standard, 13.2.6.4.7).
  var isBlock: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6, .p, .div, .blockquote, .pre, .ul, .ol, .li, .dl, .dt, .dd,
      .figure, .figcaption, .details, .summary, .hr, .table, .section, .aside, .nav, .article,
      .header, .footer, .main:
      true
    default:
      false
    }
  }

  /// Whether the element stands only inside a table.
  var isTablePart: Bool {
    switch self {
    case .caption, .colgroup, .col, .thead, .tbody, .tfoot, .tr, .th, .td: true
    default: false
    }
  }

  var isTableSection: Bool { self == .thead || self == .tbody || self == .tfoot }

  /// Whether text may not stand directly inside: a browser would move it in front of the table.
  var isTableStructure: Bool {
    self == .table || isTableSection || self == .tr || self == .colgroup
  }

  /// Whether what is inside cannot see or close elements outside (the "scope" of 13.2.4.2).
  var isScopeBoundary: Bool {
    self == .table || self == .td || self == .th || self == .caption
  }

  /// Whether the element shapes the line rather than the page; its end tag closes no block.
  var isInline: Bool { treatment == .allowed && !isBlock && !isTablePart }

  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases.map { (key(of: Array($0.rawValue.utf8)), $0) }
  )

  /// The element of a tag name in any case, or ``other``.
  init(name: some Collection<UInt8>) {
    guard name.count <= 10, let element = Self.byName[Self.key(of: name)],
      element.rawValue.utf8.elementsEqual(name.lazy.map(Self.lowered))
    else {
      self = .other
      return
    }
    self = element
  }

  /// The first eight bytes in lower case. Among the names above these are unique; the whole name is
  /// compared afterwards.
  private static func key(of name: some Collection<UInt8>) -> UInt64 {
    name.prefix(8).reduce(0) { $0 << 8 | UInt64(lowered($1)) }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
