extension Grammar {
  static let css = Grammar(
    [Mode(name: "main", rules: styleRules, words: styleWords)] + styleModes()
  )

  static let scss: Grammar = {
    let extras: [Rule] = [
      .lineComment("//"),
      .prefixed("!", .letters, .variable),
      .text("@mixin", .keyword, .push("css.mixin")),
      .text("@include", .keyword, .push("css.include")),
    ]
    return Grammar(
      [Mode(name: "main", rules: extras + styleRules, words: styleWords)]
        + styleModes().map { mode in mode.preceded(by: extras, name: mode.name) }
    )
  }()

  private static let styleName = ByteSet.name.union("-")

  /// Selectors, and what all parts of a style sheet share.
  static let styleRules: [Rule] =
    [
      .text("{", nil, .push("css.block")),
      .text("(", nil, .push("css.condition")),
      .prefixed("@", styleName, .keyword),
      .prefixed("$", styleName, .variable, .push("css.value")),
    ] + selectorRules

  private static let selectorRules: [Rule] =
    [
      .comment("/*", "*/"),
      .string("\""),
      .string("'"),
      .text("#{", .variable, .push("css.block")),
      .prefixed(".", styleName, .type).after(plain: 1),
      .prefixed("#", styleName, .type).after(plain: 1),
      .prefixed("%", styleName, .type).after(plain: 1),
      .prefixed("::", styleName, .attribute).after(plain: 2),
      .prefixed(":", styleName, .attribute).after(plain: 1),
      .text("&", .operator),
      .prefixed("", styleName, .attribute),
    ]

  /// The modes that the rules of a style sheet lead to.
  static func styleModes() -> [Mode] {
    let property = Pattern.lineKey(
      separators: ByteSet(":"),
      spaced: true,
      barred: ByteSet("{};&@.,(>$/#")
    )
    let ends: [Rule] = [.text(";", nil, .pop), .text("{", nil, .replace("css.block"))]
    return [
      Mode(
        name: "css.block",
        rules: [
          .text("}", nil, .pop),
          .text("{", nil, .push("css.block")),
          .prefixed("--", styleName, .variable),
          Rule(pattern: property, token: .keyword, place: .indentation),
          .prefixed("&", styleName, .type, .push("css.selector")),
          .text("&", .operator, .push("css.selector")),
          .prefixed(".", .digits, .number),
          .prefixed(".", styleName, .type, .push("css.selector")).in(.wordStart).after(plain: 1),
        ] + valueRules,
        words: styleWords
      ),
      Mode(name: "css.condition", rules: [.text(")", nil, .pop)] + valueRules, words: styleWords),
      Mode(name: "css.value", rules: ends + valueRules, words: styleWords),
      Mode(name: "css.selector", rules: ends + selectorRules),
      Mode(
        name: "css.url",
        rules: [
          .text("(", nil), .text(")", nil, .pop), .text(";", nil, .pop), .string("\""),
          .string("'"),
          .run(ByteSet.visible.subtracting(ByteSet("()\"';")), .string),
        ],
        end: .lineBreak
      ),
      Mode(
        name: "css.mixin",
        rules: [.prefixed("", styleName, .function, .replace("css.value"))] + ends
      ),
      Mode(
        name: "css.include",
        rules: [.prefixed("", styleName, .attribute, .replace("css.value"))] + ends
      ),
    ]
  }

  /// What stands behind a property. A number and its unit are two tokens.
  private static let valueRules: [Rule] = [
    .comment("/*", "*/"),
    .string("\""),
    .string("'"),
    .prefixed("@", styleName, .keyword),
    .prefixed("$", styleName, .variable),
    .text("#{", .variable, .push("css.block")),
    .prefixed("#", .name, .number),
    .prefixed("!", .letters, .keyword),
    Rule(pattern: .keyword("url"), token: .function, next: .push("css.url")).in(.wordStart),
    .prefixed("-", digits, .number).in(.wordStart),
    .run(digits, .number),
    .run(ByteSet.letters.union("%"), .type).in(.afterDigit),
    .name(
      NameStyle(
        start: .nameStart.union("-"),
        rest: styleName,
        keySeparators: ByteSet(":"),
        key: .keyword,
        plain: .builtin
      )
    ),
  ]

  private static let digits = ByteSet.digits.union(".")

  static let styleWords = Words(keywords: "and not only from to screen print all")
}
