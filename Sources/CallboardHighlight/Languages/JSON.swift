extension Grammar {
  /// JSON, with the comments and bare keys of its relatives.
  static let json = Grammar([
    Mode(
      name: "main",
      rules: [
        Rule(pattern: .quotedKey("\""), token: .attribute),
        .string("\""),
        .string("'"),
        .prefixed("-", .digits.union("."), .number),
        .number,
        .lineComment("//"),
        .comment("/*", "*/"),
        .lineComment("#"),
        .name(NameStyle(callsAreFunctions: false, keySeparators: ByteSet(":"))),
      ],
      words: Words(builtins: "true false null NaN Infinity undefined")
    )
  ])
}
