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
        link("[", before: ":", .attribute).in(.lineStart).after(plain: 1),
        link("![", before: "([", .keyword).after(plain: 2),
        link("[", before: "([", .keyword).after(plain: 1),
        .prefixed("][", ByteSet.visible.union(" ").subtracting(ByteSet("[]`")), .attribute).after(
          plain: 2
        ),
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

  private static func link(_ open: String, before followers: String, _ token: TokenClass) -> Rule {
    Rule(pattern: .linkText(open, followers: ByteSet(followers)), token: token)
  }

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
