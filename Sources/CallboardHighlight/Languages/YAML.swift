extension Grammar {
  static let yaml: Grammar = {
    let flowScalars = ByteSet.visible.subtracting(ByteSet(",[]{}"))
    let words = Words(
      builtins: "true false null yes no on off True False Yes No On Off ~ NULL TRUE FALSE"
    )
    // Templates of Helm, GitHub Actions and Backstage.
    let templates: [Rule] = [
      .string("${{", "}}", escape: nil).as(.variable),
      .string("{{", "}}", escape: nil).as(.variable),
    ]
    let values: [Rule] =
      [.hashComment, .comment("{#", "#}")] + templates + [
        Rule(pattern: .quotedKey("\""), token: .keyword),
        Rule(pattern: .quotedKey("'"), token: .keyword),
        .string("\"", lines: true).in(.operand),
        .string("'", escape: nil, lines: true).in(.operand),
        .prefixed("&", .visible, .variable).in(.operand),
        .prefixed("*", .name.union("-."), .variable).in(.operand),
        .prefixed("!", flowScalars, .type).in(.operand),
        .text("!", .type).in(.operand),
        .text("[", nil, .push("flow")).in(.operand),
        .text("{", nil, .push("flow")).in(.operand),
      ]
    let key = Pattern.lineKey(separators: ByteSet(":"), spaced: true)
    let block: [Rule] = [
      .text("---", .operator).in(.lineStart),
      .text("...", .operator).in(.lineStart),
      .line("%", .keyword).in(.lineStart),
      Rule(pattern: .marker("-"), token: nil).in(.indentation),
      Rule(pattern: .marker("?"), token: nil).in(.indentation),
      .hashComment,
      Rule(pattern: .quotedKey("\""), token: .keyword).in(.indentation),
      Rule(pattern: .quotedKey("'"), token: .keyword).in(.indentation),
      .string("\"", lines: true).in(.indentation),
      .string("'", escape: nil, lines: true).in(.indentation),
      .text("<<", .operator).in(.indentation),
      .string("{{", "}}", escape: nil).as(.variable).in(.indentation),
      .text("[", nil, .push("flow")).in(.indentation),
      .text("{", nil, .push("flow")).in(.indentation),
      Rule(pattern: key, token: .keyword).in(.indentation),
      Rule(pattern: .indentedText, token: .string).in(.wordStart),
      // Between a key and its value.
      .text(":", nil).in(.operand),
    ]
    let flow: [Rule] = [
      .text("]", nil, .pop),
      .text("}", nil, .pop),
      .name(
        NameStyle(
          rest: .name.union("-./"),
          callsAreFunctions: false,
          keySeparators: ByteSet(":"),
          key: .keyword,
          plain: .string
        )
      ),
    ]
    return Grammar([
      Mode(
        name: "main",
        rules: block + values + [Rule(pattern: .scalar(.visible, alone: true), token: .string)],
        words: words
      ),
      Mode(name: "flow", rules: values + flow + [.number], words: words),
    ])
  }()
}
