extension Grammar {
  static let ruby = code(
    [
      Rule(
        pattern: .enclosed("=begin", "\n=end", escape: nil, lines: true),
        token: .comment,
        place: .lineStart
      ),
      .lineComment("#"),
      Rule(pattern: .heredoc("<<~"), token: .string),
      Rule(pattern: .heredoc("<<-"), token: .string),
      .text("\"", .string, .push("string")),
      .text("`", .string, .push("command")),
      .string("'", lines: true),
      .string("%w[", "]", lines: true),
      .string("%i[", "]", lines: true),
      .string("%w(", ")", lines: true),
      .string("%q(", ")", lines: true),
      .string("%(", ")", lines: true).in(.operand),
      Rule(pattern: .regex, token: .string).in(.operand),
      .text("::", .operator),
      .text(".", .operator),
      .prefixed(":", .name, .string),
      .string(":\"", "\""),
      .prefixed("@@", .name, .variable),
      .prefixed("@", .name, .variable),
      .prefixed("$", .name, .variable),
      .text("=>", .operator),
      .number,
      .operators,
      .name(
        NameStyle(
          capitalsAreTypes: true,
          suffixes: ByteSet("?!"),
          keySeparators: ByteSet(":"),
          key: .string,
          keysTouch: true
        )
      ),
    ],
    words: Words(
      keywords: """
        BEGIN END alias and attr attr_accessor attr_reader attr_writer begin break case catch defined? do
        else elsif end ensure extend for if in include initialize loop module_function new next not
        or private protected public raise redo rescue retry return super then throw undef unless until
        when while yield
        """,
      typeKeywords: "class module",
      functionKeywords: "def",
      builtins: """
        true false nil __FILE__ __LINE__ Array Float Integer String abort at_exit autoload binding
        block_given? caller class_eval clone const_get const_missing const_set constants display dup eval
        exec exit fail fork format freeze frozen? gets gsub hash id inspect instance_eval instance_of?
        instance_variable_get instance_variable_set is_a? kind_of? lambda load method method_missing
        methods module_eval name object_id open p print printf private_class_method proc putc puts rand
        readline readlines require respond_to? scan select self send sleep split sprintf srand sub system
        test to_a to_s trap warn
        """
    ),
    modes: [
      stringMode("string", close: "\"", holes: [.hole("#{")]),
      stringMode("command", close: "`", holes: [.hole("#{")]),
    ]
  )

  static let php = code(
    [
      .text("<?php", .keyword),
      .text("<?=", .keyword),
      .text("?>", .keyword),
      .string("#[", "]", escape: nil).as(.attribute),
      .lineComment("#"),
    ] + Rule.slashComments + [
      Rule(pattern: .heredoc("<<<"), token: .string),
      .text("\"", .string, .push("string")),
      .string("'", lines: true),
      .dollarName,
      .number,
      .run(ByteSet("=+-*/%<>!&|^~?.:@"), .operator),
      .name(
        NameStyle(
          capitalsAreTypes: true,
          memberMarks: ByteSet(">:"),
          member: .attribute,
          membersAreAlike: true
        )
      ),
    ],
    words: Words(
      keywords: """
        abstract and array as break callable case catch clone const continue declare default do echo else
        elseif empty enddeclare endfor endforeach endif endswitch endwhile exit extends final finally for
        foreach global goto if implements include include_once instanceof insteadof isset list match
        namespace new or parent print private protected public readonly require require_once return self
        static switch throw try unset use var while xor yield from
        """,
      typeKeywords: "class interface trait enum",
      functionKeywords: "function fn",
      types: "bool float int iterable mixed never object string void",
      builtins: "true false null TRUE FALSE NULL"
    ),
    modes: [
      stringMode("string", close: "\"", holes: [.hole("{$"), .dollarName])
    ]
  )

  static let lua = code(
    [
      Rule(
        pattern: .counted(open: "--[", fill: "=", tail: "[", close: "]", closeTail: "]"),
        token: .comment
      ),
      .lineComment("--"),
      Rule(
        pattern: .counted(open: "[", fill: "=", tail: "[", close: "]", closeTail: "]"),
        token: .string
      ),
      .string("\""),
      .string("'"),
      .text("..", .operator),
      .number,
      .run(ByteSet("=+-*/%<>~#^"), .operator),
      .name(NameStyle(member: .attribute, plain: .variable)),
    ],
    words: Words(
      keywords: """
        and break do else elseif end for goto if in local not or repeat return then until while
        """,
      functionKeywords: "function",
      builtins: """
        true false nil _G _ENV assert collectgarbage dofile error getmetatable ipairs load loadfile
        next pairs pcall print rawequal rawget rawlen rawset require select setmetatable tonumber
        tostring type unpack xpcall coroutine debug io math os package string table utf8
        """
    )
  )

  static let elixir = code(
    [
      .lineComment("#"),
      .text("\"\"\"", .string, .push("string.long")),
      .text("\"", .string, .push("string")),
      .string("'"),
      .string("~r/", "/"),
      .string("~s(", ")", lines: true),
      .string("~w(", ")", lines: true),
      .string("~w[", "]", lines: true),
      .string("~H\"\"\"", "\"\"\"", lines: true),
      .text("::", .operator),
      .prefixed(":", .name.union("?!"), .string),
      .string(":\"", "\""),
      .prefixed("@", .name, .attribute),
      .text("->", .operator),
      .text("|>", .operator),
      .text("%", nil),
      .text(".", .operator),
      .number,
      .operators,
      .name(
        NameStyle(
          capitalsAreTypes: true,
          suffixes: ByteSet("?!"),
          keySeparators: ByteSet(":"),
          key: .string,
          keysTouch: true
        )
      ),
    ],
    words: Words(
      keywords: """
        after alias and case catch cond do else end fn for if import in not or quote raise receive
        require rescue try unless unquote use when with
        """,
      typeKeywords: "defmodule defprotocol defimpl",
      functionKeywords: "def defp defmacro defmacrop defguard defdelegate",
      builtins: "true false nil self __MODULE__ __DIR__ __ENV__ defstruct defexception"
    ),
    modes: [
      stringMode("string", close: "\"", holes: [.hole("#{")]),
      stringMode("string.long", close: "\"\"\"", holes: [.hole("#{")]),
    ]
  )

  static let r = code(
    [
      .lineComment("#"),
      .string("\"", lines: true),
      .string("'", lines: true),
      .string("`", escape: nil),
      .text("<-", .operator),
      .text("->", .operator),
      .text("|>", .operator),
      .string("%", "%", escape: nil).as(.operator),
      .number,
      .run(ByteSet("=+-*/<>!&|^~?:@$"), .operator),
      .name(NameStyle(start: .nameStart.union("."), rest: .name.union("."))),
    ],
    words: Words(
      keywords: "break else for function if in next repeat return while",
      builtins: """
        TRUE FALSE NULL NA NA_integer_ NA_real_ NA_character_ Inf NaN T F library require source
        """
    )
  )
}
