extension Grammar {
  static let c = code(cRules, words: cWords, modes: directiveModes)

  static let cpp: Grammar = {
    var words = cWords
    words.keywords += """
       alignas alignof and catch co_await co_return co_yield concept const_cast consteval constexpr
      constinit decltype delete dynamic_cast explicit export final friend import module mutable new noexcept not operator or override private protected public reinterpret_cast
      requires static_assert static_cast template this thread_local throw try typeid using
      virtual
      """
    words.typeKeywords += " class namespace typename"
    words.types += " string string_view vector map set unordered_map unique_ptr shared_ptr optional"
    words.builtins += " nullptr std cout cerr endl"
    return code(
      [
        .string("R\"(", ")\"", escape: nil, lines: true),
        .prefixed("[[", .name.union(":, "), .attribute),
        .text(":", .operator),
      ] + cRules,
      words: words,
      modes: directiveModes
    )
  }()

  /// A line for the preprocessor has one colour, but for what it includes and for comments.
  private static let directiveModes = [
    Mode(
      name: "directive",
      rules: Rule.slashComments + [
        Rule(pattern: .keyword("include"), token: .keyword, next: .replace("include"))
      ],
      text: .keyword,
      end: .unescapedLineBreak
    ),
    Mode(
      name: "include",
      rules: [.string("<", ">", escape: nil), .string("\"")] + Rule.slashComments,
      end: .lineBreak
    ),
  ]

  private static let cRules: [Rule] =
    Rule.slashComments + [
      .text("#", .keyword, .push("directive")).in(.indentation),
      .string("L\"", "\""),
      .string("u8\"", "\""),
      .string("\""),
      Rule(pattern: .character, token: .string),
      .number,
      .operators,
      .name(NameStyle(callsMayBeSpaced: true)),
    ]

  private static let cWords = Words(
    keywords: """
      auto break case const continue default do else extern for goto if inline register restrict return
      sizeof static switch typedef volatile while _Atomic _Generic _Noreturn _Static_assert
      """,
    typeKeywords: "struct enum union",
    types: """
      bool char double float int long short signed unsigned void size_t ssize_t ptrdiff_t int8_t
      int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t intptr_t uintptr_t wchar_t FILE
      """,
    builtins: "true false NULL stdin stdout stderr errno"
  )

  static let csharp = code(
    Rule.slashComments + [
      .line("#", .keyword).in(.indentation),
      .text("$\"\"\"", .string, .push("string.long")),
      .string("\"\"\"", escape: nil, lines: true),
      .text("$\"", .string, .push("string")),
      .text("$@\"", .string, .push("string.verbatim")),
      .text("@$\"", .string, .push("string.verbatim")),
      .string("@\"", "\"", escape: nil, lines: true),
      .string("\""),
      Rule(pattern: .character, token: .string),
      .string("[", "]", escape: nil).as(.attribute).in(.indentation),
      .number,
      .operators,
      .name(NameStyle(callsMayBeSpaced: true, capitalsAreTypes: true)),
    ],
    words: Words(
      keywords: """
        abstract add alias as ascending async await base break case catch checked const continue
        default delegate descending do else event explicit extern file finally fixed for foreach from
        get global goto group if implicit in init internal into is join let lock nameof namespace new
        not notnull on operator or and orderby out override params partial private protected public
        readonly ref remove required return scoped sealed select set sizeof stackalloc static switch
        this throw try typeof unchecked unmanaged unsafe using value virtual void volatile when where while
        with yield
        """,
      typeKeywords: "class struct interface enum record",
      types: """
        bool byte char decimal double dynamic float int long nint nuint object sbyte short string uint
        ulong ushort var
        """,
      builtins: "true false null"
    ),
    modes: [
      stringMode("string", close: "\"", lines: false, holes: [.text("{{", .string), .hole("{")]),
      stringMode("string.verbatim", close: "\"", escape: "", holes: [.hole("{")]),
      stringMode("string.long", close: "\"\"\"", escape: "", holes: [.hole("{")]),
    ]
  )
}
