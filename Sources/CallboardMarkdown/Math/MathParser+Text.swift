extension MathParser {
  /// Text, spaces of a given length and tags; nil for other commands.
  mutating func text(_ name: String, at offset: Int) throws(MathFault) -> MathAtom? {
    switch name {
    case "text", "textrm", "textnormal", "mbox", "hbox", "textup":
      return try words(name, in: nil, at: offset)
    case "textbf": return try words(name, in: .bold, at: offset)
    case "textit", "emph": return try words(name, in: .italic, at: offset)
    case "textsf": return try words(name, in: .sansSerif, at: offset)
    case "texttt": return try words(name, in: .monospace, at: offset)
    case "%", "#", "&", "_", "$":
      return Self.sign(name, .ordinary)
    case "hspace", "mspace", "hskip", "kern", "mkern", "mskip":
      _ = scanner.takes("*")
      guard let length = try scanner.rawGroup() else {
        throw MathFault(reason: .missing("the length behind \\\(name)"), offset: offset)
      }
      return MathAtom(node: .space(Self.width(length)), role: nil)
    case "tag":
      let isBare = scanner.takes("*")
      let tag = try raw(name, at: offset)
      let label = MathNode.text(Self.visible(isBare ? tag : "(\(tag))", in: nil))
      return MathAtom(node: .row([.space(2000), label]), role: nil)
    default: return nil
    }
  }

  /// `\operatorname{rank}`; a star puts its limits below and above.
  mutating func namedOperator(_ name: String, at offset: Int) throws(MathFault) -> MathAtom {
    let hasLimits = scanner.takes("*") || name == "operatornamewithlimits"
    var word = try raw(name, at: offset)
    for (space, shown) in [("\\,", "\u{2009}"), ("\\ ", "\u{A0}"), ("~", "\u{A0}"), (" ", "")] {
      word = word.split(separator: space, omittingEmptySubsequences: false)
        .joined(separator: shown)
    }
    word = String(word.filter { $0 != "{" && $0 != "}" })
    if let command = Self.command(in: word) {
      throw MathFault(reason: .unknownCommand(command), offset: offset)
    }
    if hasLimits { return Self.limitFunction(word) }
    return MathAtom(node: .identifier(word, isUpright: true), role: .function)
  }

  /// Words among formulas, and formulas among the words: `\text{for all $n$}`.
  private mutating func words(
    _ name: String,
    in alphabet: MathAlphabet?,
    at offset: Int
  ) throws(MathFault) -> MathAtom {
    let text = try raw(name, at: offset)
    var nodes: [MathNode] = []
    for (index, part) in Self.parts(of: text).enumerated() where !part.isEmpty {
      guard index % 2 == 0 else {
        nodes.append(try nested(part, at: offset))
        continue
      }
      if let command = Self.command(in: part) {
        throw MathFault(reason: .unknownCommand(command), offset: offset)
      }
      nodes.append(.text(Self.visible(part, in: alphabet)))
    }
    return MathAtom(node: .joining(nodes))
  }

  private mutating func raw(_ name: String, at offset: Int) throws(MathFault) -> String {
    guard let text = try scanner.rawGroup() else {
      throw MathFault(reason: .missing("the argument of \\\(name)"), offset: offset)
    }
    return text
  }

  /// A formula within text. Reads with this parser's depth, so that nesting stays limited.
  private mutating func nested(_ source: String, at offset: Int) throws(MathFault) -> MathNode {
    let outer = scanner
    defer { scanner = outer }
    scanner = MathScanner(source.utf8)
    do throws(MathFault) {
      let nodes = try row()
      guard scanner.peek == .end else { throw misplaced() }
      return .joining(nodes)
    } catch {
      throw MathFault(reason: error.reason, offset: offset)
    }
  }

  /// The text between the dollars, outside and inside by turns; a backslash keeps what follows it.
  private static func parts(of text: String) -> [String] {
    var parts = [""]
    var isEscaped = false
    for character in text {
      if character == "$", !isEscaped {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return parts
  }

  /// The first command in a text but those that stand for one character.
  private static func command(in text: String) -> String? {
    var rest = text[...]
    while let start = rest.firstIndex(of: "\\") {
      rest = rest[rest.index(after: start)...]
      guard let next = rest.first, escapes.contains(next) else {
        let name = rest.prefix { $0.isASCII && $0.isLetter }
        return "\\" + (name.isEmpty ? rest.prefix(1) : name)
      }
      rest = rest.dropFirst()
    }
    return nil
  }

  private static let escapes: Set<Character> = ["%", "#", "&", "_", "$", "{", "}", " ", ",", "-"]

  /// Text as it is seen: escapes resolved, braces dropped, spaces kept from collapsing.
  private static func visible(_ text: String, in alphabet: MathAlphabet?) -> String {
    var shown = ""
    var isEscaped = false
    for character in text {
      switch character {
      case "\\" where !isEscaped:
        isEscaped = true
        continue
      case "{" where !isEscaped, "}" where !isEscaped: break
      case "," where isEscaped: shown += "\u{2009}"
      case "-" where isEscaped: break
      case " ", "~", "\n", "\t": shown += "\u{A0}"
      default: shown.append(character)
      }
      isEscaped = false
    }
    return alphabet.map { set(shown, in: $0) } ?? shown
  }

  /// A length such as `1.5em` in thousandths of an em; 0 for what is none.
  private static func width(_ length: String) -> Int {
    let text = length.filter { $0 != " " }
    let digits = text.prefix { "+-.0123456789".contains($0) }
    guard let number = Double(digits), number.magnitude < 1000 else { return 0 }
    let units: [String: Double] = [
      "em": 1000, "ex": 431, "mu": 56, "pt": 100, "px": 75, "pc": 1200, "cm": 2845, "mm": 285,
      "in": 7227,
    ]
    return Int(number * (units[String(text[digits.endIndex...])] ?? 0))
  }
}
