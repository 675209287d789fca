/// Pieces that grammars of several languages share.
extension Grammar {
  /// A language with one main mode, in which braces nest so that code inside a string knows its end.
  ///
  /// The modes `main` (outside) and `main.block` (inside braces) have the same rules; `main.block` is
  /// where a string's interpolation goes.
  ///
  /// - Parameter brace: The class of braces; nil leaves them plain.
  static func code(
    _ rules: [Rule],
    words: Words,
    brace: TokenClass? = nil,
    modes: [Mode] = []
  ) -> Grammar {
    Grammar(block(named: "main", rules, words: words, brace: brace) + modes)
  }

  /// The modes of ``code(_:words:brace:modes:)``, under another name.
  static func block(
    named name: String,
    _ rules: [Rule],
    words: Words,
    brace: TokenClass? = nil
  ) -> [Mode] {
    let open = Rule.text("{", brace, .push("\(name).block"))
    return [
      Mode(name: name, rules: [open] + rules, words: words),
      Mode(
        name: "\(name).block",
        rules: [.text("}", brace, .pop), open] + rules,
        words: words
      ),
      // The outermost braces of an interpolation look like part of the string's marks.
      Mode(
        name: "\(name).hole",
        rules: [.text("}", .variable, .pop), open] + rules,
        words: words
      ),
    ]
  }

  /// The content of a string that holds more than text, up to its closing quote.
  static func stringMode(
    _ name: String,
    close: String,
    escape: String = "\\",
    lines: Bool = true,
    holes: [Rule] = []
  ) -> Mode {
    let escapes = escape.isEmpty ? [] : [Rule.prefixedByte(escape)]
    return Mode(
      name: name,
      rules: escapes + [.text(close, .string, .pop)] + holes,
      text: .string,
      end: lines ? .popped : .lineBreak
    )
  }
}

extension Rule {
  /// An escape and the byte after it, in a string.
  static func prefixedByte(_ escape: String) -> Rule {
    Rule(pattern: .escaped(escape), token: .string)
  }

  /// A block comment, a line comment, and the like, as C has them.
  static let slashComments: [Rule] = [.lineComment("//"), .comment("/*", "*/")]

  /// `$name`.
  static let dollarName = Rule.prefixed("$", .name, .variable)

  static func hole(_ open: String, _ mode: String = "main.hole") -> Rule {
    .text(open, .variable, .push(mode))
  }

  /// A comment from `#` to the line's end, where a word could begin.
  static let hashComment = Rule.lineComment("#").in(.wordStart)
}

extension Rule {
  func `as`(_ token: TokenClass?) -> Rule {
    var rule = self
    rule.token = token
    return rule
  }

  func then(_ next: Next) -> Rule {
    var rule = self
    rule.next = next
    return rule
  }

  /// A variable in brackets of its own, on one line.
  static func enclosedVariable(_ open: String, _ close: String) -> Rule {
    .string(open, close, escape: nil).as(.variable)
  }

  /// A keyword in any case at the start of a line.
  static func keywords(_ word: String, _ next: Next) -> Rule {
    Rule(pattern: .keyword(word), token: .keyword, next: next, place: .indentation)
  }
}
