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
        ] + dockerInstructions.map { .keywords($0, .push("arguments")) }
      ),
      Mode(
        name: "arguments",
        rules: [
          Rule(pattern: .keyword("as"), token: .keyword).in(.wordStart),
          .lineComment("#").in(.indentation),
        ] + shellRules,
        end: .unescapedLineBreak
      ),
      Mode(
        name: "run",
        rules: [.lineComment("#").in(.indentation)] + shellRules,
        words: shellWords,
        end: .unescapedLineBreak
      ),
    ] + shellModes
  )

  private static let dockerInstructions = [
    "from", "maintainer", "label", "expose", "env", "add", "copy", "volume", "user", "workdir",
    "arg",
    "onbuild", "stopsignal", "shell",
  ]

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
          Rule(pattern: .scalar(bare), token: nil),
        ],
        words: Words(
          builtins: "on off default_server ssl http2 permanent last break redirect all any"
        )
      ),
    ])
  }()

  static let hcl = code(
    [
      .lineComment("#"),
      .lineComment("//"),
      .comment("/*", "*/"),
      Rule(pattern: .heredoc("<<"), token: .string),
      .text("\"", .string, .push("string")),
      .number,
      .operators,
      .name(NameStyle(rest: .name.union("-"), keySeparators: ByteSet("="))),
    ],
    words: Words(
      keywords: """
        resource data variable output module provider terraform locals backend required_providers
        provisioner connection dynamic lifecycle content moved import check removed ephemeral for in if
        job group task service
        """,
      types: "string number bool list map set object tuple any",
      builtins: "true false null var local each self count path"
    ),
    modes: [stringMode("string", close: "\"", holes: [.hole("${"), .hole("%{")])]
  )

  static let makefile = Grammar(
    [
      Mode(
        name: "main",
        rules: [
          .text("\t", nil, .push("recipe")).in(.lineStart),
          .hashComment,
        ] + makeVariables + [
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
          keywords: """
            ifeq ifneq ifdef ifndef else endif include -include sinclude define endef override export
            unexport private vpath undefine
            """,
          builtins: ".PHONY .SUFFIXES .DEFAULT .PRECIOUS .SECONDARY .DELETE_ON_ERROR .ONESHELL"
        )
      ),
      Mode(
        name: "recipe",
        rules: [
          .run(ByteSet("@"), .operator).in(.indentation),
          .prefixed("$$", .name, .variable),
          .text("$$", .variable),
          .text("\"", .string, .push("recipe.string")),
          // Unlike in a script, a lone apostrophe must not swallow the rules that follow.
          .string("'", escape: nil),
        ] + makeVariables + shellRules,
        words: shellWords,
        end: .unescapedLineBreak
      ),
      stringMode("recipe.string", close: "\"", lines: false, holes: makeVariables),
      Mode(
        name: "make.variable",
        rules: [
          .text(")", .variable, .pop),
          .text("}", .variable, .pop),
          .text("(", .variable, .push("make.variable")),
          .text("$(", .variable, .push("make.variable")),
          .text("${", .variable, .push("make.variable")),
        ],
        text: .variable,
        end: .unescapedLineBreak
      ),
    ] + shellModes
  )

  private static let makeVariables: [Rule] = [
    .text("$(", .variable, .push("make.variable")),
    .text("${", .variable, .push("make.variable")),
    .prefixed("$", ByteSet("@<^?*+%"), .variable),
  ]
}
