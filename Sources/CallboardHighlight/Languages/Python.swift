extension Grammar {
  /// A session: code behind prompts, and what it prints.
  static let pythonConsole: Grammar = {
    var line = python.modes[0]
    line.name = "line"
    line.end = .lineBreak
    // What begins a line of code stands behind its prompt.
    line.rules = line.rules.map { rule in
      if case .indentation = rule.place { rule.in(.operand) } else { rule }
    }
    let prompts = [">>> ", "... "].map { prompt in
      Rule.text(prompt, .operator, .push("line")).in(.lineStart)
    }
    let session = Mode(
      name: "session",
      rules: prompts + [.run(ByteSet.visible.union(.blanks), nil)]
    )
    return Grammar([session, line] + python.modes)
  }()

  static let python: Grammar = {
    var formatted: [Rule] = []
    var modes: [Mode] = []
    for (quote, isLong) in [("\"\"\"", true), ("'''", true), ("\"", false), ("'", false)] {
      let mode = "formatted \(quote)"
      for prefix in ["f", "F", "rf", "fr"] {
        formatted.append(.text(prefix + quote, .string, .push(mode)))
      }
      modes.append(
        stringMode(
          mode,
          close: quote,
          lines: isLong,
          holes: [.text("{{", .string), .hole("{")]
        )
      )
    }
    let plain = ["\"\"\"", "'''", "\"", "'"].flatMap { quote in
      ["", "r", "b", "rb", "br", "u", "R", "B"].map { prefix in
        Rule.string(prefix + quote, quote, lines: quote.utf8.count == 3)
      }
    }
    return code(
      [.lineComment("#")] + formatted + plain + [
        .prefixed("@", .name.union("."), .attribute).in(.indentation),
        .keywords("import", .push("import")),
        .keywords("from", .push("from")),
        .number,
        .run(ByteSet("=+-*/%<>!&|^~."), .operator),
        .name(NameStyle()),
      ],
      words: Words(
        keywords: """
          and as assert async await break case continue del elif else except finally for from global if
          import in is lambda match nonlocal not or pass raise return try while with yield load
          """,
        typeKeywords: "class",
        functionKeywords: "def",
        types: """
          ArithmeticError AssertionError AttributeError BaseException ConnectionError DeprecationWarning
          EOFError Exception FileExistsError FileNotFoundError FutureWarning IOError ImportError IndexError
          KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError
          NotImplementedError OSError OverflowError PermissionError RecursionError RuntimeError
          RuntimeWarning StopAsyncIteration StopIteration SyntaxError SystemExit TimeoutError TypeError
          UnicodeDecodeError UnicodeEncodeError UnicodeError UserWarning ValueError Warning ZeroDivisionError
          """,
        builtins: """
          True False None self cls __init__ __name__ __main__ abs all any bool bytes callable chr dict
          dir enumerate filter float format frozenset getattr hasattr hash hex id input int
          isinstance issubclass iter len list map max min next object open ord pow print property range
          repr reversed round set setattr slice sorted staticmethod classmethod str sum super tuple type
          vars zip
          """
      ),
      modes: modes + [
        Mode(
          name: "import",
          rules: [
            Rule(pattern: .keyword("as"), token: .keyword).in(.wordStart),
            .lineComment("#"),
            .text(",", .operator),
            .text(";", nil, .pop),
            .run(.name.union("."), .type),
          ],
          end: .lineBreak
        ),
        Mode(
          name: "from",
          rules: [
            Rule(pattern: .keyword("import"), token: .keyword, next: .pop).in(.wordStart),
            .lineComment("#"),
            .run(.name.union("."), .type),
          ],
          end: .lineBreak
        ),
      ]
    )
  }()
}
