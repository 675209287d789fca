/// The line that opens a container: `!!! note "Title"`, `??? tip`, `=== "Tab"` or `/// note | Title`.
///
/// Spelling as in Python-Markdown's admonition and in pymdownx details, tabbed and blocks.
struct ContainerOpener: Equatable {
  enum Style: Equatable {
    case admonition
    case details(isOpen: Bool)
    /// `startsSet` for `===!`, which does not join the tabs before it; `isChosen` for `===+`, which is shown at first.
    case tab(startsSet: Bool, isChosen: Bool)
    /// `/// html | div.grid`: a box; the title is its selector.
    case box
    /// `/// define`: paragraphs are terms, and the items of lists define them.
    case definitions
    /// `/// caption`: what stands below the block before; with a word for the number in front of it.
    case caption(numbered: String?)

    /// Whether what stands behind `|` is shown.
    var showsTitle: Bool {
      switch self {
      case .admonition, .details: true
      case .tab, .box, .definitions, .caption: false
      }
    }
  }

  var style: Style

  /// The words between the marker and the title, in ASCII lower case; the first is the type.
  var words: [String]

  /// Offsets in the line. nil when none is written; empty when the author asked for no title.
  var title: Range<Int>?

  /// Slashes of a `///` block, which a line of as many ends. 0 when indentation ends it.
  var fenceLength: Int

  /// Reads a line from its first character that is not blank; nil if it opens nothing.
  /// The line may end in a line feed.
  static func parse(_ line: UnsafeBufferPointer<UInt8>, at start: Int) -> ContainerOpener? {
    guard start + 3 < line.count else { return nil }
    let marker = line[start]
    guard line[start + 1] == marker, line[start + 2] == marker else { return nil }
    var scanner = LineScanner(line, at: start + 3)
    switch marker {
    case UInt8(ascii: "!"): return admonition(&scanner)
    case UInt8(ascii: "?"): return details(&scanner)
    case UInt8(ascii: "="): return tab(&scanner)
    case UInt8(ascii: "/"): return block(&scanner, from: start)
    default: return nil
    }
  }

  private static func admonition(_ scanner: inout LineScanner) -> ContainerOpener? {
    let words = scanner.words()
    guard !words.isEmpty, let title = scanner.quotedRest() else { return nil }
    return ContainerOpener(style: .admonition, words: words, title: title.range, fenceLength: 0)
  }

  private static func details(_ scanner: inout LineScanner) -> ContainerOpener? {
    let isOpen = scanner.skip(UInt8(ascii: "+"))
    let words = scanner.words()
    guard let title = scanner.quotedRest(), !words.isEmpty || title.range != nil else { return nil }
    return ContainerOpener(
      style: .details(isOpen: isOpen),
      words: words,
      title: title.range,
      fenceLength: 0
    )
  }

  private static func tab(_ scanner: inout LineScanner) -> ContainerOpener? {
    var (startsSet, isChosen) = (false, false)
    for _ in 0..<2 {
      if scanner.skip(UInt8(ascii: "!")) { startsSet = true }
      if scanner.skip(UInt8(ascii: "+")) { isChosen = true }
    }
    guard let title = scanner.quotedRest(), let range = title.range else { return nil }
    return ContainerOpener(
      style: .tab(startsSet: startsSet, isChosen: isChosen),
      words: [],
      title: range,
      fenceLength: 0
    )
  }

  private static func block(_ scanner: inout LineScanner, from start: Int) -> ContainerOpener? {
    while scanner.skip(UInt8(ascii: "/")) {}
    let fenceLength = scanner.offset - start
    let words = scanner.words()
    // Rust and C# comments look like blocks, so only names that TechDocs knows open one.
    guard words.count == 1, let name = words.first, let title = scanner.barredRest() else {
      return nil
    }
    let style: Style
    switch name {
    case "details": style = .details(isOpen: false)
    case "tab": style = .tab(startsSet: false, isChosen: false)
    case "admonition": style = .admonition
    case "html" where title.range?.isEmpty == false: style = .box
    case "define" where title.range == nil: style = .definitions
    case "caption": style = .caption(numbered: nil)
    case "figure-caption": style = .caption(numbered: "Figure")
    case "table-caption": style = .caption(numbered: "Table")
    default:
      guard AdmonitionType.named(name) != nil else { return nil }
      style = .admonition
    }
    let isType = style == .admonition && name != "admonition"
    return ContainerOpener(
      style: style,
      words: isType ? [name] : [],
      title: title.range,
      fenceLength: fenceLength
    )
  }
}

/// Reads one line of ASCII syntax from left to right.
struct LineScanner {
  /// The last part of a line that is well formed; its range is nil where the title is left out.
  struct Title {
    var range: Range<Int>?
  }

  private let line: UnsafeBufferPointer<UInt8>
  private let end: Int
  private(set) var offset: Int

  /// Trailing blanks and the line end are left out of what is read.
  init(_ line: UnsafeBufferPointer<UInt8>, at offset: Int) {
    var end = line.count
    while end > offset, isBlankByte(line[end - 1]) { end -= 1 }
    self.line = line
    self.end = end
    self.offset = offset
  }

  var isAtEnd: Bool { offset >= end }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard offset < end, line[offset] == byte else { return false }
    offset += 1
    return true
  }

  mutating func skipBlanks() {
    while offset < end, isBlankByte(line[offset]) { offset += 1 }
  }

  /// Words of letters of any script, digits, `-` and `_`, separated by blanks, in ASCII lower case.
  mutating func words() -> [String] {
    var words: [String] = []
    while true {
      skipBlanks()
      let start = offset
      while offset < end, isWordByte(line[offset]) || line[offset] >= 0x80 { offset += 1 }
      guard offset > start else { return words }
      let word = String(decoding: line[start..<offset].map(lowercased), as: UTF8.self)
      guard word.unicodeScalars.allSatisfy({ $0.isASCII || $0.properties.isAlphabetic }) else {
        offset = start
        return words
      }
      words.append(word)
    }
  }

  /// What is left of the line as a title in double quotes; nil when something else is left.
  ///
  /// Quotes inside the title need no escape: the last one of the line closes it.
  mutating func quotedRest() -> Title? {
    skipBlanks()
    if isAtEnd { return Title(range: nil) }
    guard skip(UInt8(ascii: "\"")), offset < end, line[end - 1] == UInt8(ascii: "\"") else {
      return nil
    }
    return Title(range: offset..<(end - 1))
  }

  /// What is left of the line as a title after `|`, like ``quotedRest()``.
  mutating func barredRest() -> Title? {
    skipBlanks()
    if isAtEnd { return Title(range: nil) }
    guard skip(UInt8(ascii: "|")) else { return nil }
    skipBlanks()
    return Title(range: offset..<max(offset, end))
  }
}

@inline(__always)
func isBlankByte(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
    || byte == UInt8(ascii: "\r")
}

@inline(__always)
func isWordByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
    true
  default: false
  }
}

/// ASCII only; other bytes are kept.
@inline(__always)
func lowercased(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}
