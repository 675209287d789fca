extension Grammar {
  static let xml: Grammar = {
    let tags: [Rule] = [
      .prefixed("</", tagName, .keyword, .push("tag")),
      .prefixed("<", tagName, .keyword, .push("tag")),
    ]
    let ends: [Rule] = [.text("/>", .keyword, .pop), .text(">", .keyword, .pop)]
    return Grammar([
      Mode(name: "main", rules: markupRules + tags),
      Mode(name: "tag", rules: ends + [.text("=", .attribute)] + attributeRules),
    ])
  }()

  static let html = Grammar([Mode(name: "main", rules: embeddedRules)] + pageModes())

  static let vue = Grammar(
    [Mode(name: "main", rules: [.text("{{", .keyword, .push("mustache"))] + embeddedRules)]
      + pageModes()
  )

  static let jinja: Grammar = {
    let statements: [Rule] = [
      .comment("{#", "#}"),
      .text("{%", .keyword, .push("statement.name")),
      .text("{{", .keyword, .push("expression")),
    ]
    let words = Words(
      keywords: """
        and as context else from if ignore import in missing not or recursive reversed scoped with without
        """,
      functionKeywords: "is",
      builtins: "true false none null loop forloop block super True False None"
    )
    let rules: [Rule] = [
      .string("\""), .string("'"), .number,
      .text("|", .operator, .push("filter")),
      .run(ByteSet("=+-*/%<>!&|^~?()[],:"), .operator),
      .prefixed(".", .name, .variable),
      .name(NameStyle(callsAreFunctions: false, plain: .variable)),
    ]
    return Grammar(
      [
        Mode(name: "main", rules: statements + embeddedRules),
        Mode(
          name: "statement.name",
          rules: [
            .text("%}", .keyword, .pop), .prefixed("", .name, .keyword, .replace("statement")),
          ]
        ),
        Mode(
          name: "filter",
          rules: [.prefixed("", .name, .function, .pop), .text("%}", .keyword, .pop)]
        ),
        Mode(
          name: "statement",
          rules: [.text("-%}", .keyword, .pop), .text("%}", .keyword, .pop)] + rules,
          words: words
        ),
        Mode(
          name: "expression",
          rules: [.text("-}}", .keyword, .pop), .text("}}", .keyword, .pop)] + rules,
          words: words
        ),
      ] + pageModes(statements)
    )
  }()

  /// Tags, comments and references.
  private static let markupRules: [Rule] = [
    .comment("<!--", "-->"),
    .string("<![CDATA[", "]]>", escape: nil, lines: true).as(.keyword),
    .string("<?", "?>", escape: nil, lines: true).as(.keyword),
    .string("<!", ">", escape: nil, lines: true).as(.keyword),
    .prefixed("&", .name.union("#;"), .variable),
  ]

  private static let embeddedRules: [Rule] =
    [
      Rule(pattern: .keyword("<script"), token: .keyword, next: .push("script.tag")).after(
        plain: 1
      ),
      Rule(pattern: .keyword("<style"), token: .keyword, next: .push("style.tag")).after(plain: 1),
      .prefixed("</", tagName, .keyword, .push("tag")).after(plain: 2),
      .prefixed("<", tagName, .keyword, .push("tag")).after(plain: 1),
    ] + markupRules

  private static let tagName = ByteSet.name.union("-.:")

  private static let attributeRules: [Rule] = [
    .string("\"", escape: nil, lines: true),
    .string("'", escape: nil, lines: true),
    .text("=", .operator),
    .run(ByteSet.visible.subtracting(ByteSet("\"'=<>/{}")), .attribute),
  ]

  /// The modes of a page.
  ///
  /// - Parameter statements: What a template puts into attributes.
  private static func pageModes(_ statements: [Rule] = []) -> [Mode] {
    func tag(_ name: String, then next: Rule.Next) -> Mode {
      let quotes: [Rule] =
        statements.isEmpty
        ? []
        : [.text("\"", .string, .push("attribute \"")), .text("'", .string, .push("attribute '"))]
      return Mode(
        name: name,
        rules: [.text("/>", nil, .pop), .text(">", nil, next)] + statements + quotes
          + attributeRules
      )
    }
    let values = ["\"", "'"].map { quote in
      stringMode("attribute \(quote)", close: quote, escape: "", holes: statements)
    }
    let endOfScript = Rule(pattern: .keyword("</script"), token: .keyword, next: .replace("tag"))
    let endOfStyle = Rule(pattern: .keyword("</style"), token: .keyword, next: .replace("tag"))
    let pages = [
      tag("tag", then: .pop),
      tag("script.tag", then: .replace("script")),
      tag("style.tag", then: .replace("style")),
      Mode(
        name: "script",
        rules: [endOfScript.after(plain: 2)] + statements + scriptRules,
        words: scriptWords
      ),
      Mode(
        name: "style",
        rules: [endOfStyle.after(plain: 2)] + statements + styleRules,
        words: styleWords
      ),
      Mode(
        name: "mustache",
        rules: [.text("}}", .keyword, .pop)] + scriptRules,
        words: scriptWords
      ),
    ]
    return pages + values + block(named: "js", statements + scriptRules, words: scriptWords)
      + scriptModes + styleModes()
  }
}
