extension Grammar {
  static let bash = Grammar(shellModes)

  /// A session: commands behind prompts, and what they print.
  static let console = Grammar(
    [
      Mode(
        name: "session",
        rules: [
          Rule(pattern: .prompt, token: .operator, next: .push("command"), place: .lineStart),
          Rule(
            pattern: .text(">>> "),
            token: .operator,
            next: .push("command"),
            place: .lineStart
          ),
          .lineComment("#").in(.lineStart),
          // What a command printed.
          .run(ByteSet.visible.union(.blanks), nil),
        ]
      ),
      Mode(name: "command", rules: shellRules, words: shellWords, end: .unescapedLineBreak),
    ] + shellModes
  )

  /// The modes of a shell, for languages that hold commands: `shell`, then those of its strings.
  static let shellModes: [Mode] = [
    Mode(name: "shell", rules: shellRules, words: shellWords),
    stringMode("shell.string", close: "\"", holes: shellHoles),
    Mode(
      name: "shell.command",
      rules: [.text(")", .keyword, .pop), .text("(", nil, .push("shell.group"))] + shellRules,
      words: shellWords
    ),
    Mode(
      name: "shell.group",
      rules: [.text(")", nil, .pop), .text("(", nil, .push("shell.group"))] + shellRules,
      words: shellWords
    ),
    Mode(
      name: "shell.parameter",
      rules: [.text("}", .variable, .pop), .prefixedByte("\\")] + shellHoles,
      text: .variable
    ),
  ]

  private static let shellHoles: [Rule] = [
    .text("$((", .operator, .push("shell.group")),
    .text("$(", .keyword, .push("shell.command")),
    .text("${", .variable, .push("shell.parameter")),
    .dollarName,
    .prefixed("$", ByteSet("0123456789@*#?$!-"), .variable),
  ]

  static let shellRules: [Rule] =
    [
      .hashComment,
      .string("$'", "'"),
      .string("'", escape: nil, lines: true),
      .text("\"", .string, .push("shell.string")),
      .prefixedByte("\\"),
      Rule(pattern: .heredoc("<<"), token: .string),
    ] + shellHoles + [
      .text("&&", .operator),
      .text("||", .operator),
      .text(";;", .operator),
      .run(ByteSet("|&<>=[]{}"), .operator),
      .prefixed("--", .name.union("-."), .attribute).in(.wordStart),
      .prefixed("-", .name, .attribute).in(.wordStart),
      Rule(
        pattern: .name(
          NameStyle(rest: .name.union("-./:@%"), keySeparators: ByteSet("="), key: .variable)
        ),
        token: nil
      ),
      .number,
    ]

  static let shellWords = Words(
    keywords: """
      if then else elif fi for while until do done case esac in select function return break continue
      time coproc
      """,
    builtins: """
      alias bg bind builtin cd command declare dirs disown echo enable eval exec exit export false fc
      fg getopts hash help history jobs kill let local logout mapfile popd printf pushd pwd read
      readonly set shift shopt source suspend test times trap true type typeset ulimit umask unalias
      unset wait sudo
      """
  )

  private static let powershellOperators = """
    and as band bnot bor bxor ccontains ceq contains eq f ge gt icontains ieq ilike imatch in inotmatch \
    is isnot join le like lt match ne not notcontains notin notlike notmatch or replace split xor
    """

  static let powershell = code(
    [
      .comment("<#", "#>"),
      .lineComment("#"),
      .string("@'", "\n'@", escape: nil, lines: true),
      .string("@\"", "\n\"@", escape: nil, lines: true),
      .string("'", escape: nil, lines: true),
      .text("\"", .string, .push("string")),
      .enclosedVariable("${", "}"),
      .prefixed("$", .name.union(":?"), .variable),
    ]
      + powershellOperators.split(separator: " ").map { word in
        Rule(pattern: .keyword("-\(word)"), token: .operator, place: .wordStart)
      } + [
        Rule(pattern: .keyword("[cmdletbinding"), token: .keyword).after(plain: 1),
        Rule(pattern: .keyword("[parameter"), token: .keyword).after(plain: 1),
        .prefixed("-", .letters, .attribute).in(.wordStart),
        .prefixed("[", .name.union(".[]"), .type),
        .number,
        .name(NameStyle(rest: .name.union("-"), marks: ByteSet("-"), marked: .builtin)),
      ],
    words: Words(
      keywords: """
        begin break catch class continue data do dynamicparam else elseif end enum exit filter finally
        for foreach from function hidden if in inlinescript parallel param process return sequence static switch
        throw trap try until using var while workflow
        """,
      ignoresCase: true
    ),
    modes: [
      stringMode(
        "string",
        close: "\"",
        escape: "`",
        holes: [
          .text("$(", .variable, .push("subexpression")),
          .enclosedVariable("${", "}"),
          .prefixed("$", .name.union(":"), .variable),
        ]
      ),
      Mode(
        name: "subexpression",
        rules: [
          .text(")", .variable, .pop),
          .string("'", escape: nil),
          .prefixed("$", .name.union(":"), .variable),
          .name(NameStyle(rest: .name.union("-"))),
          .number,
        ]
      ),
    ]
  )
}
