extension Grammar {
  /// JSON, with the comments and bare keys of its relatives.
  static let json = Grammar([
    Mode(
      name: "main",
      rules: [
        Rule(pattern: .quotedKey("\""), token: .keyword),
        .string("\""),
        .string("'"),
        .prefixed("-", .digits.union("."), .number),
        .number,
        .lineComment("//"),
        .comment("/*", "*/"),
        .lineComment("#"),
        .name(NameStyle(callsAreFunctions: false, keySeparators: ByteSet(":"), key: .keyword)),
      ],
      words: Words(builtins: "true false null NaN Infinity undefined")
    )
  ])
}
