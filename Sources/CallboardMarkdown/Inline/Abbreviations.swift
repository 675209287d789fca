import CCMarkGFM

/// The words that a page explains by lines such as `*[CDN]: Content delivery network`, as in
/// Python-Markdown's `abbr`.
struct Abbreviations {
  /// What the words stand for, by their first byte; of two that begin alike the longer one first.
  private var entries: [UInt8: [(word: [UInt8], meaning: String)]] = [:]

  /// Definitions beyond these are text.
  private static let limit = 1000

  var isEmpty: Bool { entries.isEmpty }

  /// None.
  init() {}

  /// Takes the definitions out of a tree: paragraphs all of whose lines are definitions. A later
  /// definition of the same word is the one that counts.
  init(taking root: CMarkNode) {
    var paragraphs: [(node: CMarkNode, definitions: [(word: [UInt8], meaning: String)])] = []
    root.forEachBlock { node in
      guard node.type == CMARK_NODE_PARAGRAPH, let definitions = Self.definitions(in: node) else {
        return
      }
      paragraphs.append((node, definitions))
    }
    var meanings: [[UInt8]: String] = [:]
    for paragraph in paragraphs {
      for definition in paragraph.definitions where meanings.count < Self.limit {
        meanings[definition.word] = definition.meaning
      }
      cmark_node_free(paragraph.node)
    }
    for (word, meaning) in meanings.sorted(by: { $0.key.count > $1.key.count }) {
      guard let first = word.first else { continue }
      entries[first, default: []].append((word, meaning))
    }
  }

  /// The word that stands at a place of a text, not counting parts of words; nil when there is none.
  func match(
    _ text: UnsafeBufferPointer<UInt8>,
    at index: Int
  ) -> (length: Int, meaning: String)? {
    guard let candidates = entries[text[index]] else { return nil }
    if index > 0, isLetterByte(text[index - 1]), isLetterByte(text[index]) { return nil }
    for (word, meaning) in candidates where text[index...].starts(with: word) {
      let end = index + word.count
      let isWhole =
        end == text.count || !isLetterByte(text[end]) || !isLetterByte(text[end - 1])
      if isWhole { return (word.count, meaning) }
    }
    return nil
  }

  /// The bytes of letters beyond ASCII count as parts of words, a hyphen does not.
  private func isLetterByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || isWordByte(byte) && byte != UInt8(ascii: "-")
  }

  /// The definitions that a paragraph consists of; nil if any of its lines is something else.
  private static func definitions(
    in paragraph: CMarkNode
  ) -> [(word: [UInt8], meaning: String)]? {
    guard let first = cmark_node_first_child(paragraph), first.type == CMARK_NODE_TEXT,
      first.literal.starts(with: "*[".utf8)
    else { return nil }
    var definitions: [(word: [UInt8], meaning: String)] = []
    var next: CMarkNode? = first
    while let node = next {
      switch node.type {
      case CMARK_NODE_TEXT:
        guard let definition = definition(node.literal) else { return nil }
        definitions.append(definition)
      case CMARK_NODE_SOFTBREAK: break
      default: return nil
      }
      next = cmark_node_next(node)
    }
    return definitions
  }

  private static func definition(
    _ line: UnsafeBufferPointer<UInt8>
  ) -> (word: [UInt8], meaning: String)? {
    guard line.starts(with: "*[".utf8), let close = line.firstIndex(of: UInt8(ascii: "]")),
      close > 2, close + 1 < line.count, line[close + 1] == UInt8(ascii: ":")
    else { return nil }
    let meaning = line[(close + 2)...].drop(while: isBlankByte)
    return meaning.isEmpty
      ? nil : (Array(line[2..<close]), String(decoding: meaning, as: UTF8.self))
  }
}
