extension Grammar {
  static let markdown = Grammar([
    Mode(
      name: "main",
      rules: [
        .line("#", .function).in(.indentation),
        Rule(pattern: .fencedCode("```"), token: nil, place: .indentation),
        Rule(pattern: .fencedCode("~~~"), token: nil, place: .indentation),
        .text("---", .operator).in(.lineStart),
        .line(">", .comment).in(.indentation),
        Rule(pattern: .marker("-"), token: .keyword).in(.indentation),
        Rule(pattern: .marker("*"), token: .keyword).in(.indentation),
        Rule(pattern: .marker("+"), token: .keyword).in(.indentation),
        .line("!!!", .keyword).in(.indentation),
        .line("???", .keyword).in(.indentation),
        .comment("<!--", "-->"),
        .string("`", escape: nil),
        .string("**").as(.keyword),
        .string("__").as(.keyword).in(.wordStart),
        .prefixed("![", linkText, .attribute).after(plain: 2),
        .prefixed("[", linkText, .attribute).after(plain: 1),
        .text("](", nil, .push("address")),
        .text("]:", nil, .push("address")),
        .string("<http", ">", escape: nil),
        .prefixed("</", .name, .keyword),
        .prefixed("<", .name, .keyword),
        .prefixedByte("\\").as(nil),
      ]
    ),
    Mode(
      name: "address",
      rules: [
        .text(")", nil, .pop),
        .string("\""),
        .run(ByteSet.visible.subtracting(ByteSet(")\"")), .attribute),
      ],
      end: .lineBreak
    ),
  ])

  private static let linkText = ByteSet.visible.union(" ").subtracting(ByteSet("[]`"))

  static let diff = Grammar([
    Mode(
      name: "main",
      rules: [
        .line("diff ", .function).in(.lineStart),
        .line("index ", .function).in(.lineStart),
        .line("Index: ", .function).in(.lineStart),
        .line("+++ ", .inserted).in(.lineStart),
        .line("--- ", .deleted).in(.lineStart),
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
