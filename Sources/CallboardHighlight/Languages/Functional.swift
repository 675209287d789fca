extension Grammar {
  static let haskell = Grammar([
    Mode(
      name: "main",
      rules: [
        .comment("{-", "-}"),
        .lineComment("--"),
        .string("\""),
        Rule(pattern: .character, token: .string),
        .string("`", escape: nil).as(.operator),
        .number,
        .run(ByteSet("=+-*/%<>!&|^~?:.@$\\#"), .operator),
        .name(NameStyle(start: ByteSet(0x41...0x5A), rest: .name.union("'."), plain: .type)),
        // What is declared or defined.
        .name(NameStyle(rest: .name.union("'"), plain: .function)).in(.lineStart),
        .name(NameStyle(rest: .name.union("'"), callsAreFunctions: false)),
      ],
      words: Words(
        keywords: """
          as case class data default deriving do else family foreign forall hiding if import in infix infixl
          infixr instance let mdo module newtype of pattern proc qualified rec then type where _
          """,
        builtins: "error undefined"
      )
    )
  ])

  static let erlang = code(
    [
      .lineComment("%"),
      .string("\"", lines: true),
      .string("'"),
      .prefixed("?", .name, .builtin),
      .prefixed("-", .letters, .keyword).in(.lineStart),
      .prefixed("$", .name, .string),
      .text("->", .operator),
      .number,
      .operators,
      .name(
        NameStyle(
          start: ByteSet(0x41...0x5A).union("_"),
          callsAreFunctions: false,
          plain: .variable
        )
      ),
      .name(NameStyle()),
    ],
    words: Words(
      keywords: """
        after and andalso band begin bnot bor bsl bsr bxor case catch cond div end fun if let maybe not of
        or orelse query receive rem try when xor
        """,
      builtins: "true false undefined"
    )
  )
}
