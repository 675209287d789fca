extension Grammar {
  static let yaml: Grammar = {
    let scalars = ByteSet.visible.subtracting(ByteSet(",[]{}"))
    let words = Words(
      builtins: "true false null yes no on off True False Yes No On Off ~ NULL TRUE FALSE"
    )
    let values: [Rule] = [
      .hashComment,
      .comment("{#", "#}"),
      // Templates of Helm, GitHub Actions and Backstage.
      .string("${{", "}}", escape: nil).as(.variable),
      .string("{{", "}}", escape: nil).as(.variable),
      Rule(pattern: .quotedKey("\""), token: .attribute),
      Rule(pattern: .quotedKey("'"), token: .attribute),
      .string("\"", lines: true).in(.wordStart),
      .string("'", escape: nil, lines: true).in(.wordStart),
      .prefixed("&", .visible, .variable).in(.wordStart),
      .prefixed("*", .name.union("-."), .variable).in(.wordStart),
      .prefixed("!", scalars, .type).in(.wordStart),
      .text("!", .type).in(.wordStart),
      .text("[", nil, .push("flow")),
      .text("{", nil, .push("flow")),
    ]
    let key = Pattern.lineKey(separators: ByteSet(":"), spaced: true)
    let block: [Rule] = [
      .text("---", .operator).in(.lineStart),
      .text("...", .operator).in(.lineStart),
      .line("%", .keyword).in(.lineStart),
      Rule(pattern: .marker("-"), token: .operator).in(.indentation),
      Rule(pattern: .marker("?"), token: .operator).in(.indentation),
      .hashComment,
      Rule(pattern: .quotedKey("\""), token: .attribute).in(.indentation),
      Rule(pattern: .quotedKey("'"), token: .attribute).in(.indentation),
      .string("\"", lines: true).in(.indentation),
      .string("'", escape: nil, lines: true).in(.indentation),
      .text("<<", .operator).in(.indentation),
      .string("{{", "}}", escape: nil).as(.variable).in(.indentation),
      .text("[", nil, .push("flow")).in(.indentation),
      .text("{", nil, .push("flow")).in(.indentation),
      Rule(pattern: key, token: .attribute).in(.indentation),
      Rule(pattern: .indentedText, token: .string).in(.wordStart),
    ]
    let flow: [Rule] = [
      .text("]", nil, .pop),
      .text("}", nil, .pop),
      .name(
        NameStyle(
          rest: .name.union("-./"),
          callsAreFunctions: false,
          keySeparators: ByteSet(":")
        )
      ),
    ]
    return Grammar([
      Mode(
        name: "main",
        rules: block + values + [Rule(pattern: .scalar(scalars), token: nil)],
        words: words
      ),
      Mode(name: "flow", rules: values + flow + [.number], words: words),
    ])
  }()
}
