extension Grammar {
  static let css = Grammar([Mode(name: "main", rules: styleRules, words: styleWords)] + styleModes)

  static let scss = Grammar(
    [Mode(name: "main", rules: [.lineComment("//")] + styleRules, words: styleWords)]
      + styleModes.map { mode in mode.preceded(by: [.lineComment("//")], name: mode.name) }
  )

  /// Selectors, and what all parts of a style sheet share.
  static let styleRules: [Rule] =
    styleValues + [
      .text("{", nil, .push("css.block")),
      .text("(", nil, .push("css.condition")),
      .prefixed(".", .name.union("-"), .type),
      .prefixed("#", .name.union("-"), .type),
      .prefixed("%", .name.union("-"), .type),
      .prefixed("::", .name.union("-"), .builtin),
      .prefixed(":", .name.union("-"), .builtin),
      .string("[", "]").as(.attribute),
      .text("&", .variable),
      .prefixed("", .name.union("-"), .keyword),
    ]

  static let styleModes: [Mode] = [
    Mode(
      name: "css.block",
      rules: [
        .text("}", nil, .pop),
        .text("{", nil, .push("css.block")),
        .prefixed("--", .name.union("-"), .variable),
        Rule(
          pattern: .lineKey(
            separators: ByteSet(":"),
            spaced: true,
            barred: ByteSet("{};&@.,(>$/")
          ),
          token: .attribute,
          place: .indentation
        ),
        .prefixed("&", .name.union("-"), .type),
        .text("&", .variable),
        .prefixed(".", .letters, .type, .push("css.selector")).in(.wordStart),
      ] + styleValues + [
        .prefixed("#", .name, .number),
        .prefixed("!", .letters, .keyword),
        .name(NameStyle(rest: .name.union("-"), keySeparators: ByteSet(":"))),
      ],
      words: styleWords
    ),
    Mode(
      name: "css.condition",
      rules: [.text(")", nil, .pop)] + styleValues + [
        .name(NameStyle(rest: .name.union("-"), keySeparators: ByteSet(":")))
      ],
      words: styleWords
    ),
    Mode(
      name: "css.selector",
      rules: [.text("{", nil, .replace("css.block")), .text(";", nil, .pop)]
        + styleValues,
      text: .type,
      end: .popped
    ),
  ]

  private static let styleValues: [Rule] = [
    .comment("/*", "*/"),
    .string("\""),
    .string("'"),
    .prefixed("@", .name.union("-"), .keyword),
    .prefixed("$", .name.union("-"), .variable),
    .text("#{", .variable, .push("css.block")),
    .number,
  ]

  static let styleWords = Words(
    builtins: """
      auto block bold center currentColor ellipsis fixed flex grid hidden inherit initial inline
      inline-block italic left middle none normal nowrap absolute relative right revert solid static
      sticky top bottom transparent unset uppercase white black red green blue
      """
  )
}
