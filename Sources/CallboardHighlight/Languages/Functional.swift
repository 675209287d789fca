extension Grammar {
  /// What a module exports, or takes from another.
  private static let haskellNames: [Rule] = [
    .comment("{-", "-}"),
    .lineComment("--"),
    .text("..", .operator),
    .name(
      NameStyle(
        start: ByteSet(0x41...0x5A),
        rest: .name.union("'."),
        callsAreFunctions: false,
        plain: .type
      )
    ),
    .name(NameStyle(rest: .name.union("'"), callsAreFunctions: false, plain: .function)),
  ]

  static let haskell = Grammar([
    Mode(
      name: "main",
      rules: [
        .keywords("import", .push("import")),
        .keywords("module", .push("module")),
        .comment("{-", "-}"),
        .lineComment("--"),
        .string("\""),
        Rule(pattern: .character, token: .string),
        .string("`", escape: nil).as(.operator),
        .number,
        .run(ByteSet("=+-*/%<>!&|^~?:.@$\\#"), .operator),
        .name(
          NameStyle(
            start: ByteSet(0x41...0x5A),
            rest: .name.union("'."),
            callsAreFunctions: false,
            plain: .type
          )
        ),
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
    ),
    Mode(
      name: "import",
      rules: haskellNames,
      words: Words(keywords: "as hiding qualified"),
      end: .lineBreak
    ),
    Mode(
      name: "module",
      rules: [Rule(pattern: .keyword("where"), token: .keyword, next: .pop)] + haskellNames,
      words: Words(keywords: "module pattern type")
    ),
  ])

  static let erlang = code(
    [
      .lineComment("%"),
      .string("\"", lines: true),
      .string("'"),
      .text("?", .operator),
      Rule(pattern: .keyword("-define"), token: .keyword, next: .push("define"), place: .lineStart)
        .after(plain: 1),
      Rule(pattern: .keyword("-record"), token: .keyword, next: .push("record"), place: .lineStart)
        .after(plain: 1),
      .prefixed("-", .letters, .keyword).in(.lineStart).after(plain: 1),
      .prefixed("#", .name.union("."), .attribute),
      .prefixed("$", .name, .string),
      .text("->", .operator),
      .number,
      .run(ByteSet("=+-*/<>!&^~"), .operator),
      .name(
        NameStyle(
          start: ByteSet(0x41...0x5A).union("_"),
          callsAreFunctions: false,
          plain: .variable
        )
      ),
      // A call in another module.
      .name(NameStyle(keySeparators: ByteSet(":"), key: .type, keysTouch: true)),
    ],
    words: Words(
      keywords: """
        after and andalso band begin bnot bor bsl bsr bxor case catch cond div end fun if let maybe not of
        or orelse query receive rem try when xor
        """,
      builtins: """
        abs apply atom_to_list binary_to_list binary_to_term bit_size byte_size cancel_timer demonitor
        element erase exit float float_to_list garbage_collect get group_leader hd integer_to_list
        iolist_size iolist_to_binary is_atom is_binary is_bitstring is_boolean is_builtin is_float
        is_function is_integer is_list is_number is_pid is_port is_process_alive is_record is_reference
        is_tuple length link list_to_atom list_to_binary list_to_bitstring list_to_existing_atom
        list_to_float list_to_integer list_to_pid list_to_tuple make_tuple memory monitor node nodes
        open_port phash2 pid_to_list port_close port_command process_flag process_info put register round
        self send send_after setelement size spawn spawn_link spawn_monitor spawn_opt split_binary
        start_timer statistics system_info term_to_binary throw tl trunc tuple_size tuple_to_list unlink
        unregister whereis
        """
    ),
    modes: [definition("define", .type), definition("record", .attribute)]
  )

  /// The name that an attribute of an Erlang module gives to a macro or a record.
  private static func definition(_ name: String, _ token: TokenClass) -> Mode {
    Mode(
      name: name,
      rules: [
        .text("(", nil),
        .string("'").as(token).then(.pop),
        .prefixed("", .name, token, .pop),
      ],
      end: .lineBreak
    )
  }
}
