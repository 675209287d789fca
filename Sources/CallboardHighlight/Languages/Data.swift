extension Grammar {
  static let sql = Grammar([
    Mode(
      name: "main",
      rules: [
        .lineComment("--"),
        .comment("/*", "*/"),
        .lineComment("#").in(.indentation),
        .string("'", escape: nil, lines: true),
        .string("\"", escape: nil),
        .string("`", escape: nil),
        .text("$$", .operator),
        .text("::", nil),
        .prefixed("$", .digits, .variable),
        .prefixed(":", .name, .variable),
        .prefixed("@", .name.union("@"), .variable),
        .number,
        .operators,
        .name(NameStyle()),
      ],
      words: Words(
        keywords: """
          add after all alter analyze and any as asc authorization autoincrement auto_increment backup
          before begin between by call cascade case cast check cluster collate column comment commit
          concurrently conflict constraint convert copy create cross cube current current_timestamp cursor cycle database declare
          default deferrable delete desc describe distinct do drop dynamic each else elsif end engine escape
          except exclude exclusive execute exists explain extension fetch filter first following for foreign from
          full function generated go grant group grouping having identity if ignore ilike immutable in
          index inherits inner input insert instead intersect into is isolation join key language last lateral
          left level like limit local lock loop materialized merge mode modify natural new next no not nothing null nulls of
          offset old on only operator option or order out outer output over overwrite owner partition perform policy
          preceding primary privileges procedure qualify raise range recursive references refresh release
          rename replace restrict return returning returns revoke right role rollback rollup row rows
          savepoint schema select sequence serializable session set share show similar some start storage stored strict
          table tablespace temp temporary then ties to transaction trigger truncate type unbounded union unique
          unlogged update use using vacuum values view volatile when where while window with within
          without work
          """,
        types: """
          array bigint bigserial binary bit blob boolean bool bytea char character clob date datetime
          decimal double enum float geography geometry inet int int2 int4 int8 integer interval json
          jsonb longtext mediumint money nchar number numeric nvarchar precision real serial smallint
          smallserial string struct text time timestamp timestamptz tinyint tsvector uuid varbinary
          varchar varchar2 varying xml zone
          """,
        builtins: """
          true false unknown current_date current_time current_user
          """,
        ignoresCase: true
      )
    )
  ])

  static let graphql = code(
    [
      .lineComment("#"),
      .string("\"\"\"", lines: true),
      .string("\""),
      .dollarName,
      .prefixed("@", .name, .attribute),
      .text("...", .operator),
      .number,
      .run(ByteSet("!|&="), .operator),
      .name(NameStyle(capitalsAreTypes: true, keySeparators: ByteSet(":"))),
    ],
    words: Words(
      keywords:
        """
        directive extend implements on repeatable schema ARGUMENT_DEFINITION ENUM ENUM_VALUE FIELD
        FIELD_DEFINITION FRAGMENT_DEFINITION FRAGMENT_SPREAD INLINE_FRAGMENT INPUT_FIELD_DEFINITION
        INPUT_OBJECT INTERFACE MUTATION OBJECT QUERY SCALAR SCHEMA SUBSCRIPTION UNION
        VARIABLE_DEFINITION
        """,
      typeKeywords: "type interface union enum input scalar",
      functionKeywords: "query mutation subscription fragment",
      types: "Int Float String Boolean ID",
      builtins: "true false null"
    )
  )

  static let protobuf = code(
    Rule.slashComments + [
      .string("\""),
      .string("'"),
      Rule(pattern: .keyword("syntax"), token: .keyword),
      Rule(pattern: .keyword("edition"), token: .keyword),
      .number,
      .text("=", .operator),
      .name(NameStyle(capitalsAreTypes: true, keySeparators: ByteSet("="))),
    ],
    words: Words(
      keywords: """
        syntax edition package import public weak option optional required repeated reserved extensions
        extend oneof map returns stream to max group
        """,
      typeKeywords: "message enum service",
      functionKeywords: "rpc",
      types: """
        double float int32 int64 uint32 uint64 sint32 sint64 fixed32 fixed64 sfixed32 sfixed64 bool
        string bytes
        """,
      builtins: "true false"
    )
  )

  static let toml = Grammar([
    Mode(
      name: "main",
      rules: [
        .lineComment("#"),
        .string("[[", "]]", escape: nil).as(.keyword).in(.indentation),
        .prefixed("[", .name.union("-.\"' "), .keyword, .push("table")).in(.lineStart),
        Rule(
          pattern: .lineKey(separators: ByteSet("="), spaced: false, barred: ByteSet("[]{}\"'")),
          token: .attribute,
          place: .indentation
        ),
        .string("\"\"\"", lines: true),
        .string("'''", escape: nil, lines: true),
        .string("\""),
        .string("'", escape: nil),
        .text("=", .operator),
      ]
        + (0...9).map { digit in
          // Dates and times as a whole.
          .prefixed("\(digit)", .digits.union(.letters).union("-:._+"), .number)
        } + [
          .number,
          .name(
            NameStyle(
              rest: .name.union("-."),
              callsAreFunctions: false,
              keySeparators: ByteSet("=")
            )
          ),
        ],
      words: Words(builtins: "true false inf nan")
    ),
    Mode(name: "table", rules: [.text("]", .keyword, .pop)], text: .keyword, end: .lineBreak),
  ])

  static let ini = Grammar([
    Mode(
      name: "main",
      rules: [
        .lineComment(";").in(.indentation),
        .lineComment("#").in(.indentation),
        .string("[", "]", escape: nil).as(.keyword).in(.indentation),
        Rule(
          pattern: .lineKey(separators: ByteSet("=:"), spaced: false),
          token: .attribute,
          place: .indentation
        ),
        .run(ByteSet("=:"), .operator).in(.operand),
        .run(.blanks, nil).in(.lineStart),
        // An option without a value, or one value of many.
        .run(ByteSet.visible.subtracting(ByteSet("=")).union(.blanks), .attribute).in(
          .indentation
        ),
        .lineComment(";").in(.wordStart),
        .lineComment("#").in(.wordStart),
        .string("\""),
        .enclosedVariable("${", "}"),
        .enclosedVariable("%(", ")"),
        Rule(pattern: .scalar(ByteSet.visible, alone: true), token: .string),
      ],
      words: Words(builtins: "true false yes no on off none null", ignoresCase: true)
    )
  ])

  static let properties = Grammar([
    Mode(
      name: "main",
      rules: [
        .lineComment("#").in(.indentation),
        .lineComment("!").in(.indentation),
        Rule(
          pattern: .lineKey(separators: ByteSet("=:"), spaced: false),
          token: .attribute,
          place: .indentation
        ),
        .run(ByteSet("=:"), .operator).in(.operand),
        .enclosedVariable("${", "}"),
        Rule(
          pattern: .scalar(ByteSet.visible.subtracting(ByteSet("$")), alone: true),
          token: .string
        ),
      ],
      words: Words(builtins: "true false null")
    )
  ])
}
