extension Grammar {
  static let javascript = Grammar(
    block(named: "js", scriptRules, words: scriptWords) + scriptModes
  )

  static let typescript = Grammar(
    block(named: "js", plainTypedRules, words: typedScriptWords) + scriptModes
  )

  /// TypeScript with JSX, where `<T>` before an operand begins an element and not a type.
  static let tsx = Grammar(
    block(named: "js", elementRules + plainTypedRules, words: typedScriptWords) + scriptModes
  )

  private static let typedScriptWords: Words = {
    var words = scriptWords
    words.keywords += """
       abstract as asserts declare infer is keyof module namespace never override private protected
       public readonly satisfies type unique out
      """
    words.typeKeywords += " interface enum type"
    words.types += " any boolean number string symbol object unknown void bigint"
    return words
  }()

  /// The modes that strings and JSX lead to; they return to `js.hole`.
  static let scriptModes: [Mode] = [
    stringMode("js.template", close: "`", holes: [.hole("${", "js.hole")]),
    Mode(
      name: "jsx.tag",
      rules: [
        .text("/>", nil, .pop),
        .text(">", nil, .replace("jsx.content")),
        .string("\"", escape: nil, lines: true),
        .string("'", escape: nil, lines: true),
        .text("{", nil, .push("js.block")),
        .comment("/*", "*/"),
        .text("=", .operator),
        .run(jsxName, .attribute),
      ]
    ),
    Mode(
      name: "jsx.content",
      rules: [
        .text("</", nil, .replace("jsx.end")),
        .prefixed("<", jsxName, .keyword, .push("jsx.tag")).after(plain: 1),
        .text("<>", nil, .push("jsx.content")),
        .text("{", nil, .push("js.block")),
      ]
    ),
    Mode(name: "jsx.end", rules: [.text(">", nil, .pop), .run(jsxName, .keyword)]),
  ]

  private static let jsxName = ByteSet.name.union("-.:")

  private static let elementRules: [Rule] = [
    .prefixed("<", jsxName, .keyword, .push("jsx.tag")).in(.operand).after(plain: 1),
    .text("<>", nil, .push("jsx.content")).in(.operand),
  ]

  static let scriptRules: [Rule] = elementRules + plainScriptRules

  /// In TypeScript an arrow is a mark of types, too.
  private static let plainTypedRules: [Rule] = [.text("=>", nil)] + plainScriptRules

  private static let plainScriptRules: [Rule] =
    Rule.slashComments + [
      .string("\""),
      .string("'"),
      .text("`", .string, .push("js.template")),
      .prefixed("#", .name, .variable),
      .prefixed("@", .name, .attribute),
      Rule(pattern: .regex, token: .string).in(.operand),
      .text("=>", .operator),
      .number,
      .run(ByteSet("=+-*/%<>!&|^~?:"), .operator),
      .name(
        NameStyle(
          start: .nameStart.union("$"),
          rest: .name.union("$"),
          capitalsAreTypes: true,
          keySeparators: ByteSet(":")
        )
      ),
    ]

  static let scriptWords = Words(
    keywords: """
      async await break case catch const continue debugger default delete do else export extends
      finally for from get if implements import in instanceof let new of return set static super
      switch this throw try typeof var void while with yield
      """,
    typeKeywords: "class",
    functionKeywords: "function",
    builtins: """
      true false null undefined NaN Infinity console window document globalThis process require module
      exports Math JSON
      """
  )
}

extension Rule {
  static func prefixed(
    _ prefix: String,
    _ set: ByteSet,
    _ token: TokenClass,
    _ next: Next
  ) -> Rule {
    Rule(pattern: .prefixed(prefix, set), token: token, next: next)
  }
}
