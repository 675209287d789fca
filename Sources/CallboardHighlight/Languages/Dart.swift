extension Grammar {
  static let dart = code(
    Rule.slashComments + [
      .text("\"\"\"", .string, .push("string \"\"\"")),
      .text("'''", .string, .push("string '''")),
      .string("r\"", "\"", escape: nil),
      .string("r'", "'", escape: nil),
      .text("\"", .string, .push("string \"")),
      .text("'", .string, .push("string '")),
      .prefixed("@", .name.union("."), .attribute),
      .number,
      .run(ByteSet("=+-*/%<>!&|^~?:"), .operator),
      .name(NameStyle(capitalsAreTypes: true)),
    ],
    words: Words(
      keywords: """
        abstract as assert async await base break case catch const continue covariant default deferred do
        dynamic else export extends extension external factory final finally for get hide if implements
        import in interface is late library mixin new of on operator part required rethrow return sealed
        set show static super switch sync this throw try typedef var when while with yield
        """,
      typeKeywords: "class enum",
      types: "bool double int num void",
      builtins: "true false null"
    ),
    modes: ["\"", "'", "\"\"\"", "'''"].map { quote in
      stringMode(
        "string \(quote)",
        close: quote,
        lines: quote.utf8.count == 3,
        holes: [.hole("${"), .dollarName]
      )
    }
  )
}
