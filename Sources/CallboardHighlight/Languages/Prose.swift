extension Grammar {
  static let markdown = Grammar([
    Mode(
      name: "main",
      rules: [
        .line("#", .function).in(.indentation),
        .string("```", lines: true).in(.indentation),
        .string("~~~", escape: nil, lines: true).in(.indentation),
        .text("---", .operator).in(.lineStart),
        .line(">", .comment).in(.indentation),
        Rule(pattern: .marker("-"), token: .operator).in(.indentation),
        Rule(pattern: .marker("*"), token: .operator).in(.indentation),
        Rule(pattern: .marker("+"), token: .operator).in(.indentation),
        .line("!!!", .keyword).in(.indentation),
        .line("???", .keyword).in(.indentation),
        .comment("<!--", "-->"),
        .string("`", escape: nil),
        .string("**").as(.keyword),
        .string("__").as(.keyword).in(.wordStart),
        .string("![", "]").as(.attribute),
        .string("[", "]").as(.attribute),
        .string("](", ")").as(.string),
        .string("(", ")").in(.wordStart).as(nil),
        .string("<http", ">", escape: nil),
        .prefixed("</", .name, .keyword),
        .prefixed("<", .name, .keyword),
        .prefixedByte("\\").as(nil),
      ]
    )
  ])

  static let diff = Grammar([
    Mode(
      name: "main",
      rules: [
        .line("diff ", .keyword).in(.lineStart),
        .line("index ", .comment).in(.lineStart),
        .line("+++ ", .keyword).in(.lineStart),
        .line("--- ", .keyword).in(.lineStart),
        .line("@@", .function).in(.lineStart),
        .line("+", .inserted).in(.lineStart),
        .line(">", .inserted).in(.lineStart),
        .line("-", .deleted).in(.lineStart),
        .line("<", .deleted).in(.lineStart),
        .line("\\", .comment).in(.lineStart),
        .line("Binary files", .comment).in(.lineStart),
      ]
    )
  ])
}
