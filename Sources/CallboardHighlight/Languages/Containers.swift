extension Grammar {
  static let dockerfile = Grammar(
    [
      Mode(
        name: "main",
        rules: [
          .lineComment("#").in(.indentation),
          .keywords("run", .push("run")),
          .keywords("cmd", .push("run")),
          .keywords("entrypoint", .push("run")),
          .keywords("healthcheck", .push("run")),
        ]
          + ["env", "arg", "label", "add", "copy", "onbuild"].map {
            .keywords($0, .push("arguments"))
          }
          + ["from", "maintainer", "expose", "volume", "user", "workdir", "stopsignal", "shell"].map
        {
          .keywords($0, .push("values"))
        }
      ),
      Mode(
        name: "values",
        rules: [
          Rule(pattern: .keyword("as"), token: .keyword).in(.wordStart),
          .string("\""),
          .enclosedVariable("${", "}"),
          .dollarName,
          .prefixed("--", .name.union("-"), .attribute).in(.wordStart),
          .prefixedByte("\\"),
          .run(ByteSet.visible.subtracting(ByteSet("$\"\\[],")), .string),
        ],
        end: .unescapedLineBreak
      ),
      Mode(
        name: "arguments",
        rules: [
          Rule(pattern: .keyword("as"), token: .keyword).in(.wordStart),
          .comment("#", "\n").in(.indentation),
        ] + shellRules,
        end: .unescapedLineBreak
      ),
      Mode(
        name: "run",
        // A line of comment does not end the command that goes on behind it.
        rules: [.comment("#", "\n").in(.indentation)] + shellRules,
        words: shellWords,
        end: .unescapedLineBreak
      ),
    ] + shellModes
  )

  static let nginx: Grammar = {
    let values: [Rule] = [
      .lineComment("#"),
      .string("\"", lines: true),
      .string("'", lines: true),
      .dollarName,
      .enclosedVariable("${", "}"),
    ]
    let bare = ByteSet.visible.subtracting(ByteSet(";{}\"'$#"))
    return Grammar([
      Mode(
        name: "main",
        rules: values + [
          .prefixed("", .name, .keyword, .push("arguments"))
        ]
      ),
      Mode(
        name: "arguments",
        rules: [.text(";", nil, .pop), .text("{", nil, .pop), .text("}", nil, .pop)] + values + [
          Rule(pattern: .run(ByteSet("~=*^")), token: .operator),
          Rule(pattern: .scalar(bare), token: .string),
        ],
        words: Words(builtins: "on off")
      ),
    ])
  }()

  static let hcl = code(
    ["resource", "data"].map { Rule.keywords($0, .push("labels.type")) }
      + ["module", "provider", "variable", "output", "backend", "provisioner", "dynamic", "check"]
      .map { .keywords($0, .push("labels")) } + [
        .lineComment("#"),
        .lineComment("//"),
        .comment("/*", "*/"),
        Rule(pattern: .heredoc("<<"), token: .string),
        .text("\"", .string, .push("string")),
        Rule(pattern: .assigned(.name.union("-")), token: .attribute, place: .indentation),
        .number,
        .operators,
        .name(
          NameStyle(
            rest: .name.union("-."),
            keySeparators: ByteSet("="),
            marks: ByteSet("."),
            marked: .variable,
            blockName: .builtin
          )
        ),
      ],
    words: Words(
      keywords: "for in if ephemeral",
      types: "string number bool list map set object tuple any",
      builtins: "true false null each self count path"
    ),
    modes: [
      stringMode("string", close: "\"", holes: [.hole("${"), .hole("%{")]),
      Mode(
        name: "labels.type",
        rules: [.string("\"").as(.type).then(.replace("labels"))] + labelRules,
        end: .lineBreak
      ),
      Mode(name: "labels", rules: [.string("\"").as(.variable)] + labelRules, end: .lineBreak),
    ]
  )

  /// What ends the labels of a block.
  private static let labelRules: [Rule] = [
    .text("{", nil, .replace("main.block")),
    .text("=", .operator, .pop),
  ]

  static let makefile = Grammar(
    [
      Mode(
        name: "main",
        rules: [
          .text("\t", nil, .push("recipe")).in(.lineStart),
          .hashComment,
        ]
          + ["ifeq", "ifneq", "ifdef", "ifndef", "else", "endif", "if", "elif"].map {
            .keywords($0, .push("directive"))
          }
          + ["include", "-include", "sinclude", "define", "endef", "vpath", "undefine"].map {
            .keywords($0, .push("directive"))
          } + ["export", "unexport"].map { .keywords($0, .push("export")) } + makeVariables + [
            Rule(pattern: .assigned(.name.union("-.")), token: .variable),
            .string("\""),
            .string("'"),
            .text("::=", .operator),
            .text(":=", .operator),
            .text("?=", .operator),
            .text("+=", .operator),
            .text("!=", .operator),
            .text("=", .operator),
            .run(ByteSet(":|"), .operator),
            Rule(
              pattern: .lineKey(separators: ByteSet(":"), spaced: false, barred: ByteSet("=?+!")),
              token: .function,
              place: .lineStart
            ),
            .name(
              NameStyle(
                start: .nameStart.union("."),
                rest: .name.union("-./"),
                callsAreFunctions: false
              )
            ),
          ],
        words: Words(
          keywords: "override private",
          builtins: ".PHONY .SUFFIXES .DEFAULT .PRECIOUS .SECONDARY .DELETE_ON_ERROR .ONESHELL"
        )
      ),
      Mode(
        name: "directive",
        rules: [.hashComment],
        text: .keyword,
        end: .unescapedLineBreak
      ),
      Mode(
        name: "recipe",
        rules: [
          .lineComment("@#").in(.indentation),
          .run(ByteSet("@"), .operator).in(.indentation),
        ]
          + ["ifeq", "ifneq", "ifdef", "ifndef", "endif"].map {
            .keywords($0, .replace("directive"))
          } + [
            .prefixed("$$", .name, .variable),
            .text("$$", .variable),
            .text("\"", .string, .push("recipe.string")),
            // Unlike in a script, a lone apostrophe must not swallow the rules that follow.
            .string("'", escape: nil),
          ] + makeVariables + shellRules,
        words: shellWords,
        end: .unescapedLineBreak
      ),
      Mode(
        name: "export",
        rules: makeVariables + [
          Rule(pattern: .assigned(.name.union("-.")), token: .variable, next: .pop),
          .run(.name.union("-"), .variable),
        ],
        end: .unescapedLineBreak
      ),
      Mode(
        name: "make.shell",
        rules: [.text(")", .keyword, .pop)] + makeShellRules,
        words: shellWords
      ),
      Mode(
        name: "make.group",
        rules: [.text(")", nil, .pop)] + makeShellRules,
        words: shellWords
      ),
      stringMode("recipe.string", close: "\"", lines: false, holes: makeVariables),
      Mode(
        name: "make.variable",
        rules: [
          .text(")", .keyword, .pop),
          .text("}", .keyword, .pop),
          .text("(", .keyword, .push("make.variable")),
          .text("$(", .keyword, .push("make.variable")),
          .text("${", .keyword, .push("make.variable")),
        ],
        text: .variable,
        end: .unescapedLineBreak
      ),
    ] + shellModes
  )

  /// Commands in a `$(shell …)`.
  private static let makeShellRules: [Rule] =
    [.text("(", nil, .push("make.group")), .text("\"", .string, .push("recipe.string"))]
    + makeVariables + shellRules

  private static let makeVariables: [Rule] = [
    .text("$(shell ", .keyword, .push("make.shell")),
    .text("$(", .keyword, .push("make.variable")),
    .text("${", .keyword, .push("make.variable")),
    .prefixed("$", ByteSet("@<^?*+%"), .variable),
  ]
}
