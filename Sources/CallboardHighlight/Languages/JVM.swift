extension Grammar {
  /// The name of a package or of what is imported from one, after its keyword.
  private static let pathRules: [Rule] = ["import", "package"].map { .keywords($0, .push("path")) }

  private static let pathMode = Mode(
    name: "path",
    rules: [
      Rule(pattern: .keyword("static"), token: .keyword),
      Rule(pattern: .keyword("as"), token: .keyword),
      .text("{", nil, .replace("main.block")),
      .text(";", nil, .pop),
      .run(.name.union(".*`"), .type),
    ] + Rule.slashComments,
    end: .lineBreak
  )

  static let java = code(
    pathRules + Rule.slashComments + [
      .string("\"\"\"", lines: true),
      .string("\""),
      Rule(pattern: .character, token: .string),
      .text("@interface", .keyword),
      .prefixed("@", .name.union("."), .attribute),
      .text("->", .operator),
      .number,
      .run(ByteSet("=+-*/%<>!&|^~?[]"), .operator),
      .name(NameStyle(capitalsAreTypes: true, member: .attribute, membersAreAlike: true)),
    ],
    words: Words(
      keywords: """
        abstract assert break case catch const continue default do else exports extends final finally
        for goto if implements import instanceof module native new non-sealed open opens package permits
        private protected provides public requires return sealed static strictfp super switch
        synchronized this throw throws transient try uses var volatile when while with yield
        """,
      typeKeywords: "class interface enum record",
      types: "boolean byte char double float int long short void",
      builtins: "true false null"
    ),
    modes: [pathMode]
  )

  static let kotlin = code(
    pathRules + Rule.slashComments + [
      .text("\"\"\"", .string, .push("string.long")),
      .text("\"", .string, .push("string")),
      Rule(pattern: .character, token: .string),
      .prefixed("@", .name.union(".:"), .attribute),
      .text("->", .operator),
      .number,
      .text("::", .operator),
      .run(ByteSet("=+-*/%<>!&|^~?[]"), .operator),
      .name(NameStyle(capitalsAreTypes: true, member: .attribute, membersAreAlike: true)),
    ],
    words: Words(
      keywords: """
        abstract actual annotation as break by catch companion const constructor continue crossinline
        data delegate do dynamic else enum expect external final finally for get if import in infix init
        inline inner internal is lateinit noinline open operator out override package private protected
        public reified return sealed set super suspend tailrec this throw try typealias value vararg
        when where while
        """,
      typeKeywords: "class interface object",
      functionKeywords: "fun",
      variableKeywords: "val var",
      builtins: "true false null it field"
    ),
    modes: [
      pathMode,
      stringMode("string", close: "\"", lines: false, holes: [.hole("${"), .dollarName]),
      stringMode("string.long", close: "\"\"\"", escape: "", holes: [.hole("${"), .dollarName]),
    ]
  )

  static let scala = code(
    ["import", "package"].map { .keywords($0, .push("names")) } + Rule.slashComments
      + ["s", "f", "raw"].flatMap { prefix in
        [
          Rule.text("\(prefix)\"\"\"", .string, .push("string.long")),
          Rule.text("\(prefix)\"", .string, .push("string")),
        ]
      } + [
        .string("\"\"\"", escape: nil, lines: true),
        .string("\""),
        Rule(pattern: .character, token: .string),
        .string("`", escape: nil),
        .prefixed("@", .name, .attribute),
        .text("=>", .operator),
        .number,
        .operators,
        .name(NameStyle(capitalsAreTypes: true, calledCapitalsAreTypes: true)),
      ],
    words: Words(
      keywords: """
        abstract as case catch derives do else end export extends extension final finally for forSome
        given if implicit import inline lazy match new opaque open override package private protected
        return sealed super then this throw transparent try using val var while with yield
        """,
      typeKeywords: "class trait object enum type",
      functionKeywords: "def",
      builtins: "true false null None Some Nil"
    ),
    modes: [
      Mode(
        name: "names",
        rules: [.run(.name, .type)] + Rule.slashComments,
        end: .lineBreak
      ),
      stringMode("string", close: "\"", lines: false, holes: [.hole("${"), .dollarName]),
      stringMode("string.long", close: "\"\"\"", escape: "", holes: [.hole("${"), .dollarName]),
    ]
  )

  static let groovy = code(
    [.line("#!", .comment).in(.lineStart), .keywords("import", .push("path"))] + Rule.slashComments
      + [
        .string("'''", lines: true),
        .text("\"\"\"", .string, .push("string.long")),
        .text("\"", .string, .push("string")),
        .string("'"),
        Rule(pattern: .regex, token: .string).in(.operand),
        .prefixed("@", .name, .attribute),
        .text("->", .operator),
        .number,
        .run(ByteSet("=+-*/%<>!&|^~?()[],.:;"), .operator),
        .name(
          NameStyle(
            start: .nameStart.union("$"),
            rest: .name.union("$"),
            capitalsAreTypes: true,
            keySeparators: ByteSet(":"),
            member: .attribute,
            membersAreAlike: true
          )
        ),
      ],
    words: Words(
      keywords: """
        abstract as assert break case catch const continue default do else extends final finally for
        goto if implements import in instanceof native new package private protected public return
        static strictfp super switch synchronized this throw throws transient try volatile while
        """,
      typeKeywords: "class interface trait enum",
      types: "def boolean byte char double float int long short void var",
      builtins: """
        true false null pipeline agent stages stage steps post environment options parameters triggers
        tools when node plugins dependencies repositories task
        """
    ),
    brace: .operator,
    modes: [
      pathMode,
      stringMode("string", close: "\"", lines: false, holes: [.hole("${"), .dollarName]),
      stringMode("string.long", close: "\"\"\"", holes: [.hole("${"), .dollarName]),
    ]
  )
}
