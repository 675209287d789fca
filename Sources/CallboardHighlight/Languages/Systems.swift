extension Grammar {
  static let go = code(
    Rule.slashComments + [
      .string("\""),
      .string("`", escape: nil, lines: true),
      Rule(pattern: .character, token: .string),
      .text("<-", .operator),
      .text(":=", .operator),
      .number,
      .operators,
      .name(NameStyle()),
    ],
    words: Words(
      keywords: """
        break case chan const continue default defer else fallthrough for go goto if import interface
        map package range return select struct switch var
        """,
      typeKeywords: "type",
      functionKeywords: "func",
      types: """
        any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64
        rune string uint uint8 uint16 uint32 uint64 uintptr
        """,
      builtins: """
        true false nil iota append cap clear close complex copy delete imag len make max min new panic
        print println real recover
        """
    )
  )

  static let rust = code(
    Rule.slashComments + [
      Rule(
        pattern: .counted(open: "r", fill: "#", tail: "\"", close: "\"", closeTail: ""),
        token: .string
      ),
      Rule(
        pattern: .counted(open: "br", fill: "#", tail: "\"", close: "\"", closeTail: ""),
        token: .string
      ),
      .string("b\"", "\"", lines: true),
      .string("\"", lines: true),
      Rule(pattern: .character, token: .string),
      .prefixed("'", .name, .attribute).after(plain: 1),
      .string("#[", "]", escape: nil, lines: true).as(.attribute),
      .string("#![", "]", escape: nil, lines: true).as(.attribute),
      .text("=>", .operator),
      .text("->", nil),
      .text("..", .operator),
      .number,
      .operators,
      .name(NameStyle(capitalsAreTypes: true, suffixes: ByteSet("!"), suffixed: .function)),
    ],
    words: Words(
      keywords: """
        as async await break const continue crate dyn else extern for if impl in let loop match mod move
        mut pub ref return static super unsafe use where while yield
        """,
      typeKeywords: "struct enum union trait type",
      functionKeywords: "fn",
      types: """
        bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize
        """,
      builtins: """
        true false None Some Ok Err self Self Box Vec String Option Result Clone Copy Debug Default Drop
        Eq Fn FnMut FnOnce From Hash Into Iterator Ord PartialEq PartialOrd Send Sized Sync ToString
        """
    )
  )

  static let swift = code(
    Rule.slashComments + [
      Rule(
        pattern: .counted(open: "#", fill: "#", tail: "\"", close: "\"#", closeTail: ""),
        token: .string
      ),
      .text("\"\"\"", .string, .push("string.long")),
      .text("\"", .string, .push("string")),
      .prefixed("#", .letters, .keyword),
      .prefixed("@", .name, .attribute),
      .prefixed("$", .name, .variable),
      .text("->", nil),
      .number,
      .run(ByteSet("+-*/%<>!&|^~"), .operator),
      .name(NameStyle(capitalsAreTypes: true, calledCapitalsAreTypes: true)),
    ],
    words: Words(
      keywords: """
        Any actor any as associatedtype async await borrowing break case catch class consuming continue
        convenience default defer deinit didSet do dynamic else extension fallthrough fileprivate final
        for get guard if import in indirect infix init inout internal is isolated lazy macro
        mutating nonisolated nonmutating open operator optional override package postfix precedencegroup
        prefix private public repeat required rethrows return sending set some static subscript
        super switch throw throws try unowned weak where while willSet yield
        """,
      typeKeywords: "struct enum protocol typealias",
      functionKeywords: "func",
      variableKeywords: "let var",
      builtins: "true false nil self _ print"
    ),
    modes: [
      Mode(
        name: "interpolation",
        rules: [
          .text(")", .variable, .pop), .text("(", nil, .push("group")), .string("\""), .number,
          .operators, .name(NameStyle(capitalsAreTypes: true)),
        ]
      ),
      Mode(
        name: "group",
        rules: [
          .text(")", nil, .pop), .text("(", nil, .push("group")), .string("\""), .number,
          .operators,
          .name(NameStyle(capitalsAreTypes: true)),
        ]
      ),
      stringMode("string", close: "\"", lines: false, holes: []).holed,
      stringMode("string.long", close: "\"\"\"", holes: []).holed,
    ]
  )
}

extension Mode {
  /// A string of Swift: `\(` opens a hole and must come before the escapes.
  fileprivate var holed: Mode {
    preceded(by: [.text("\\(", .variable, .push("interpolation"))], name: name)
  }
}
