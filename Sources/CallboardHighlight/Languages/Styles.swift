extension Grammar {
  static let css = Grammar(
    [Mode(name: "main", rules: styleRules, words: styleWords)] + styleModes()
  )

  static let scss: Grammar = {
    let comment = Rule.lineComment("//")
    let extras: [Rule] = [
      comment,
      .text("@mixin", .keyword, .push("css.mixin")),
      .text("@include", .keyword, .push("css.include")),
      .text("&", .keyword, .push("css.selector")),
    ]
    let flag = Rule.prefixed("!", .letters, .variable)
    let modes = styleModes(selector: nestedSelectorRules).map { mode in
      switch mode.name {
      case "css.block":
        mode.preceded(by: extras + [.run(ByteSet(",;()<>/*+=~^|?:"), .operator)], name: mode.name)
      case "css.selector": mode.preceded(by: [comment], name: mode.name)
      default: mode.preceded(by: extras + [flag], name: mode.name)
      }
    }
    return Grammar(
      [
        Mode(
          name: "main",
          rules: extras + [flag] + openRules + nestedSelectorRules,
          words: styleWords
        )
      ]
        + modes
    )
  }()

  private static let styleName = ByteSet.name.union("-")

  /// Selectors, and what all parts of a style sheet share.
  static let styleRules: [Rule] = openRules + selectorRules

  private static let openRules: [Rule] = [
    .text("{", nil, .push("css.block")),
    .text("(", nil, .push("css.condition")),
    .prefixed("@", styleName, .keyword).after(plain: 1),
    .prefixed("$", styleName, .variable, .push("css.value")),
  ]

  private static let selectorRules: [Rule] = selectors(marksAreNames: false)

  /// Selectors of SCSS, where the mark belongs to the name behind it.
  private static let nestedSelectorRules: [Rule] = selectors(marksAreNames: true)

  private static func selectors(marksAreNames: Bool) -> [Rule] {
    let width = marksAreNames ? 0 : 1
    return [
      .comment("/*", "*/"),
      .string("\""),
      .string("'"),
      .text("#{", .variable, .push("css.block")),
      .prefixed(".", styleName, .type).after(plain: width),
      .prefixed("#", styleName, .type).after(plain: width),
      .prefixed("%", styleName, .type).after(plain: width),
      .prefixed("::", styleName, .attribute).after(plain: width * 2),
      .prefixed(":", styleName, .attribute).after(plain: width),
      .text("&", .operator),
      .prefixed("", styleName, .keyword),
      .run(ByteSet("~^*!%$[]<>|+=,?/)("), .operator),
    ]
  }

  /// The modes that the rules of a style sheet lead to.
  static func styleModes(selector: [Rule] = selectorRules) -> [Mode] {
    let property = Pattern.lineKey(
      separators: ByteSet(":"),
      spaced: true,
      barred: ByteSet("{};&@.,(>$/#")
    )
    let ends: [Rule] = [.text(";", nil, .pop), .text("{", nil, .replace("css.block"))]
    return [
      Mode(
        name: "css.block",
        rules: [
          .text("}", nil, .pop),
          .text("{", nil, .push("css.block")),
          .prefixed("--", styleName, .variable),
          Rule(pattern: property, token: .keyword, place: .indentation),
          .prefixed("&", styleName, .type, .push("css.selector")),
          .text("&", .operator, .push("css.selector")),
          .prefixed(".", .digits, .number),
          .prefixed(".", styleName, .type, .push("css.selector")).in(.wordStart).after(plain: 1),
        ] + valueRules,
        words: styleWords
      ),
      Mode(name: "css.condition", rules: [.text(")", nil, .pop)] + valueRules, words: styleWords),
      Mode(name: "css.value", rules: ends + valueRules, words: styleWords),
      Mode(name: "css.selector", rules: ends + selector),
      Mode(
        name: "css.url",
        rules: [
          .text("(", nil), .text(")", nil, .pop), .text(";", nil, .pop), .string("\""),
          .string("'"),
          .run(ByteSet.visible.subtracting(ByteSet("()\"';")), .string),
        ],
        end: .lineBreak
      ),
      Mode(
        name: "css.mixin",
        rules: [.prefixed("", styleName, .function, .replace("css.value"))] + ends
      ),
      Mode(
        name: "css.include",
        rules: [.prefixed("", styleName, .attribute, .replace("css.value"))] + ends
      ),
    ]
  }

  /// What stands behind a property. A number and its unit are two tokens.
  private static let valueRules: [Rule] = [
    .comment("/*", "*/"),
    .string("\""),
    .string("'"),
    .prefixed("@", styleName, .keyword).after(plain: 1),
    .prefixed("$", styleName, .variable),
    .text("#{", .variable, .push("css.block")),
    .prefixed("#", .name, .number),
    .prefixed("!", .letters, .keyword),
    Rule(pattern: .keyword("url"), token: .function, next: .push("css.url")).in(.wordStart),
    .prefixed("-", digits, .number).in(.wordStart),
    .run(digits, .number),
    .run(ByteSet.letters.union("%"), .type).in(.afterDigit),
    .name(
      NameStyle(
        start: .nameStart.union("-"),
        rest: styleName,
        keySeparators: ByteSet(":"),
        key: .keyword,
        plain: .builtin
      )
    ),
  ]

  private static let digits = ByteSet.digits.union(".")

  static let styleWords = Words(
    keywords: "and not only from to screen print all",
    builtins: """
      attr blur brightness calc circle contrast counter cubic-bezier drop-shadow ellipse grayscale hsl hsla
      hwb invert linear-gradient matrix matrix3d opacity perspective polygon radial-gradient rect
      repeating-linear-gradient repeating-radial-gradient rgb rgba rotate rotate3d rotateX rotateY rotateZ
      saturate scale scale3d scaleX scaleY scaleZ sepia skewX skewY steps translate translate3d translateX
      translateY translateZ
      """
  )
}
