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
        .text("${", .operator, .push("reference")),
        .text("$ENV{", .operator, .push("reference")),
        .string("$<", ">", escape: nil).as(.variable),
        .prefixed("-", .letters, .string, .push("word")).in(.wordStart),
        .number,
        .name(
          NameStyle(
            rest: .name.union("-./:"),
            call: .builtin,
            callsMayBeSpaced: true,
            plain: .string
          )
        ),
      ],
      words: Words(builtins: "true false on off", ignoresCase: true)
    ),
    stringMode("string", close: "\"", holes: [.enclosedVariable("${", "}")]),
    Mode(
      name: "reference",
      rules: [
        .text("}", .operator, .pop),
        .text("${", .operator, .push("reference")),
        .text(")", nil, .pop),
      ],
      text: .variable,
      end: .lineBreak
    ),
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
        Rule(pattern: .keyword("@rem"), token: .comment, next: .push("remark")).after(plain: 1),
        Rule(pattern: .keyword("rem"), token: .comment, next: .push("remark")).in(.wordStart),
        .prefixed(":", .name, .attribute).in(.indentation).after(plain: 1),
        .text("@", nil).in(.indentation),
        .text("\"", .string, .push("string")),
        argument,
        .string("%", "%", escape: nil).as(.variable),
        .string("!", "!", escape: nil).as(.variable),
        .text("==", .operator),
        .number,
        .name(NameStyle(rest: .name.union("-."), callsAreFunctions: false)),
      ],
      words: Words(
        keywords: """
          call cd chdir cls copy del dir do echo else endlocal equ exist exit for geq gtr if in
          leq lss md mkdir move neq not off on pause popd pushd ren rename rmdir setlocal shift start
          title type
          """,
        variableKeywords: "set defined",
        labelKeywords: "goto",
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
