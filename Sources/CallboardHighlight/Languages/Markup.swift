extension Grammar {
  static let xml = Grammar([Mode(name: "main", rules: markupRules)] + tagModes)

  static let html = Grammar([Mode(name: "main", rules: embeddedRules)] + pageModes)

  static let vue = Grammar(
    [Mode(name: "main", rules: [.text("{{", .variable, .push("mustache"))] + embeddedRules)]
      + pageModes
  )

  static let jinja: Grammar = {
    let statements: [Rule] = [
      .comment("{#", "#}"),
      .text("{%", .keyword, .push("statement")),
      .text("{{", .variable, .push("expression")),
    ]
    let words = Words(
      keywords: """
        and as autoescape block call do else elif elseif endautoescape endblock endcall endfilter endfor
        endif endmacro endraw endset endtrans endwith extends filter for from if ignore import in include
        is macro missing not or raw recursive scoped set trans with without
        """,
      builtins: "true false none null loop self super range True False None"
    )
    let rules: [Rule] = [.string("\""), .string("'"), .number, .operators, .name(NameStyle())]
    return Grammar(
      [
        Mode(name: "main", rules: statements + embeddedRules),
        Mode(
          name: "statement",
          rules: [.text("-%}", .keyword, .pop), .text("%}", .keyword, .pop)] + rules,
          words: words
        ),
        Mode(
          name: "expression",
          rules: [.text("-}}", .variable, .pop), .text("}}", .variable, .pop)] + rules,
          words: words
        ),
      ] + pageModes
    )
  }()

  /// Tags, comments and references.
  private static let markupRules: [Rule] = [
    .comment("<!--", "-->"),
    .string("<![CDATA[", "]]>", escape: nil, lines: true),
    .string("<?", "?>", escape: nil, lines: true).as(.keyword),
    .string("<!", ">", escape: nil, lines: true).as(.keyword),
    .prefixed("</", tagName, .keyword, .push("tag")),
    .prefixed("<", tagName, .keyword, .push("tag")),
    .prefixed("&", .name.union("#;"), .variable),
  ]

  private static let embeddedRules: [Rule] =
    [
      Rule(pattern: .keyword("<script"), token: .keyword, next: .push("script.tag")),
      Rule(pattern: .keyword("<style"), token: .keyword, next: .push("style.tag")),
    ] + markupRules

  private static let tagName = ByteSet.name.union("-.:")

  private static let attributeRules: [Rule] = [
    .string("\"", escape: nil, lines: true),
    .string("'", escape: nil, lines: true),
    .text("=", .operator),
    .run(ByteSet.visible.subtracting(ByteSet("\"'=<>/{}")), .attribute),
  ]

  private static let tagModes: [Mode] = [
    Mode(
      name: "tag",
      rules: [.text("/>", .keyword, .pop), .text(">", .keyword, .pop)] + attributeRules
    )
  ]

  private static let pageModes: [Mode] =
    tagModes + [
      Mode(
        name: "script.tag",
        rules: [
          .text("/>", .keyword, .pop), .text(">", .keyword, .replace("script")),
        ] + attributeRules
      ),
      Mode(
        name: "style.tag",
        rules: [
          .text("/>", .keyword, .pop), .text(">", .keyword, .replace("style")),
        ] + attributeRules
      ),
      Mode(
        name: "script",
        rules: [
          Rule(pattern: .keyword("</script"), token: .keyword, next: .replace("tag"))
        ] + scriptRules,
        words: scriptWords
      ),
      Mode(
        name: "style",
        rules: [
          Rule(pattern: .keyword("</style"), token: .keyword, next: .replace("tag"))
        ] + styleRules,
        words: styleWords
      ),
      Mode(
        name: "mustache",
        rules: [.text("}}", .variable, .pop)] + scriptRules,
        words: scriptWords
      ),
    ] + block(named: "js", scriptRules, words: scriptWords) + scriptModes + styleModes
}
