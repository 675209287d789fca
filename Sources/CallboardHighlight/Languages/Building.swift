extension Grammar {
  static let cmake = Grammar([
    Mode(
      name: "main",
      rules: [
        Rule(
          pattern: .counted(open: "#[", fill: "=", tail: "[", close: "]", closeTail: "]"),
          token: .comment
        ),
        .lineComment("#"),
        .text("\"", .string, .push("string")),
        .string("${", "}", escape: nil).as(.variable),
        .string("$ENV{", "}", escape: nil).as(.variable),
        .string("$<", ">", escape: nil).as(.variable),
        .prefixed("-", .letters, .string, .push("word")).in(.wordStart),
        .number,
        .name(NameStyle(rest: .name.union("-./:"), callsMayBeSpaced: true, plain: .string)),
      ],
      words: Words(builtins: "true false on off", ignoresCase: true)
    ),
    stringMode("string", close: "\"", holes: [.enclosedVariable("${", "}")]),
    Mode(
      name: "word",
      rules: [.run(.blanks, nil).then(.pop), .text(")", nil, .pop)],
      text: .string,
      end: .lineBreak
    ),
  ])

  /// `%1`, `%~dp0`, `%*`.
  private static let argument = Rule.prefixed("%", ByteSet("~*0123456789dpnxfs"), .variable)

  static let batch = Grammar([
    Mode(
      name: "main",
      rules: [
        .line("::", .comment).in(.indentation),
        Rule(pattern: .keyword("@rem"), token: .comment, next: .push("remark")),
        Rule(pattern: .keyword("rem"), token: .comment, next: .push("remark")).in(.wordStart),
        .prefixed(":", .name, .attribute).in(.indentation),
        .text("@", nil).in(.indentation),
        .text("\"", .string, .push("string")),
        argument,
        .string("%", "%", escape: nil).as(.variable),
        .string("!", "!", escape: nil).as(.variable),
        .run(ByteSet("=<>|&"), .operator),
        .number,
        .name(NameStyle(rest: .name.union("-."), callsAreFunctions: false)),
      ],
      words: Words(
        keywords: """
          call cd chdir cls copy del dir do echo else endlocal equ exist exit for geq goto gtr if in
          leq lss md mkdir move neq not off on pause popd pushd ren rename rmdir setlocal shift start
          title type
          """,
        variableKeywords: "set defined",
        ignoresCase: true
      )
    ),
    stringMode(
      "string",
      close: "\"",
      escape: "",
      lines: false,
      holes: [argument, .string("%", "%", escape: nil).as(.variable)]
    ),
    Mode(name: "remark", rules: [], text: .comment, end: .lineBreak),
  ])
}
