extension MathParser {
  /// A command that is no plain symbol; nil for one that sets nothing.
  mutating func command(_ name: String, at offset: Int) throws(MathFault) -> MathAtom? {
    let command = "\\" + name
    if let alphabet = MathAlphabet.named(name) { return try set(in: alphabet, command) }
    if let atom = try fraction(name, command) { return atom }
    if let atom = try decoration(name, command) { return atom }
    if let atom = try layout(name, command) { return atom }
    if let atom = try text(name, at: offset) { return atom }
    switch name {
    case "left": return try delimited(at: offset)
    case "begin": return try environment(at: offset)
    case "not": return try negated(command)
    case "operatorname", "operatornamewithlimits": return try namedOperator(name, at: offset)
    case "label", "vspace", "color", "bookmark":
      _ = try scanner.rawGroup()
      return nil
    case "textcolor":
      _ = try scanner.rawGroup()
      return MathAtom(node: try argument(of: command))
    case "nonumber", "notag", "mathstrut", "strut", "allowbreak", "nobreak", "hfill", "relax",
      "displaylimits":
      return nil
    default:
      if let size = Self.delimiterSizes[name] { return try sizedDelimiter(name, size, at: offset) }
      throw MathFault(reason: .unknownCommand(command), offset: offset)
    }
  }

  private mutating func set(
    in alphabet: MathAlphabet,
    _ command: String
  ) throws(MathFault) -> MathAtom {
    let outer = self.alphabet
    self.alphabet = alphabet
    defer { self.alphabet = outer }
    return MathAtom(node: try argument(of: command))
  }

  private mutating func fraction(
    _ name: String,
    _ command: String
  ) throws(MathFault) -> MathAtom? {
    let style: MathStyle?
    switch name {
    case "frac", "binom", "nicefrac", "sfrac": style = nil
    case "dfrac", "cfrac", "dbinom": style = .display
    case "tfrac", "tbinom": style = .text
    case "sqrt":
      let index = try option()
      return MathAtom(node: .root(try argument(of: command), index: index))
    default: return nil
    }
    if name == "cfrac" { _ = scanner.rawOption() }
    let above = try argument(of: command)
    let below = try argument(of: command)
    let isBinomial = name.hasSuffix("binom")
    var node = MathNode.fraction(above, below, hasLine: !isBinomial)
    if isBinomial { node = .parenthesized(node) }
    return MathAtom(node: style.map { .style($0, node) } ?? node)
  }

  /// What stands in brackets, as a formula; nil when no bracket opens.
  private mutating func option() throws(MathFault) -> MathNode? {
    let offset = scanner.offset
    guard scanner.takes("[") else { return nil }
    let nodes = try row(endsAtBracket: true)
    guard scanner.takes("]") else { throw closing("]", from: offset) }
    return .joining(nodes)
  }

  /// Accents, braces, and what else stands above or below.
  private mutating func decoration(
    _ name: String,
    _ command: String
  ) throws(MathFault) -> MathAtom? {
    if let sign = MathSymbols.accents[name] {
      return try accented(command, above: MathOperator(sign, isStretchy: false))
    }
    if let sign = MathSymbols.wideAccents[name] {
      return try accented(command, above: MathOperator(sign, isStretchy: true))
    }
    if let sign = MathSymbols.wideUndersigns[name] {
      return try accented(command, below: MathOperator(sign, isStretchy: true))
    }
    if let arrow = MathSymbols.extensibleArrows[name] {
      let below = try option()
      let above = try argument(of: command)
      return MathAtom(
        node: .limits(
          .symbol(MathOperator(arrow, isStretchy: true)),
          below: below.map(Self.padded),
          above: Self.padded(above),
          isAccent: false
        ),
        role: .relation
      )
    }
    switch name {
    case "overset", "stackrel":
      let above = try argument(of: command)
      let base = try argument(of: command)
      return stacked(base, above: above, isRelation: name == "stackrel")
    case "underset":
      let below = try argument(of: command)
      let base = try argument(of: command)
      return stacked(base, below: below)
    case "overunderset":
      let above = try argument(of: command)
      let below = try argument(of: command)
      let base = try argument(of: command)
      return stacked(base, below: below, above: above)
    default: return nil
    }
  }

  private mutating func accented(
    _ command: String,
    below: MathOperator? = nil,
    above: MathOperator? = nil
  ) throws(MathFault) -> MathAtom {
    let base = try argument(of: command)
    let node = MathNode.limits(
      base,
      below: below.map(MathNode.symbol),
      above: above.map(MathNode.symbol),
      isAccent: true
    )
    // `\underbrace{…}_{n}` has its script beneath the brace.
    let isBrace = ["brace", "bracket", "paren", "group"].contains { command.hasSuffix($0) }
    return MathAtom(node: node, placement: isBrace ? .belowAndAbove : .beside)
  }

  private func stacked(
    _ base: MathNode,
    below: MathNode? = nil,
    above: MathNode? = nil,
    isRelation: Bool = false
  ) -> MathAtom {
    var role = MathSymbols.Role.ordinary
    if case .symbol = base { role = .relation }
    return MathAtom(
      node: .limits(base, below: below, above: above, isAccent: false),
      role: isRelation ? .relation : role
    )
  }

  /// With a little space at both ends, so that an arrow is longer than its label.
  private static func padded(_ label: MathNode) -> MathNode {
    .row([.space(278), label, .space(278)])
  }

  private mutating func layout(_ name: String, _ command: String) throws(MathFault) -> MathAtom? {
    switch name {
    case "phantom":
      return MathAtom(node: .phantom(try argument(of: command), .full))
    case "hphantom":
      return MathAtom(node: .phantom(try argument(of: command), .width))
    case "vphantom":
      return MathAtom(node: .phantom(try argument(of: command), .height))
    case "boxed", "fbox":
      return MathAtom(node: .boxed(try argument(of: command)))
    case "smash", "ensuremath", "mathord", "mathinner", "mathclap", "mathllap", "mathrlap":
      _ = scanner.rawOption()
      return MathAtom(node: try argument(of: command))
    case "mathop":
      let node = try argument(of: command)
      return MathAtom(node: node, role: .opening, placement: .movable)
    case "mathbin": return MathAtom(node: try argument(of: command), role: .binary)
    case "mathrel": return MathAtom(node: try argument(of: command), role: .relation)
    case "mathopen": return MathAtom(node: try argument(of: command), role: .opening)
    case "mathclose": return MathAtom(node: try argument(of: command), role: .closing)
    case "mathpunct": return MathAtom(node: try argument(of: command), role: .punctuation)
    case "bmod":
      let spacing = MathOperator.Spacing(before: 222, behind: 222)
      return MathAtom(node: .symbol(MathOperator("mod", spacing: spacing)), role: .binary)
    case "mod":
      let word = MathNode.identifier("mod", isUpright: true)
      return MathAtom(node: .row([.space(667), word, .space(333), try argument(of: command)]))
    case "pmod", "pod":
      var content = [try argument(of: command)]
      if name == "pmod" { content = [.identifier("mod", isUpright: true), .space(333)] + content }
      return MathAtom(node: .row([.space(667), .parenthesized(.row(content))]))
    case "substack":
      let offset = scanner.offset
      guard scanner.takes("{") else {
        throw MathFault(reason: .missing("the argument of \\substack"), offset: offset)
      }
      var table = MathTable(rows: try tableRows().rows, alignments: [.center])
      table.isSmall = true
      guard scanner.takes("}") else { throw closing("}", from: offset) }
      return MathAtom(node: .table(table))
    default: return nil
    }
  }

  /// `\not=`: the relation crossed out.
  private mutating func negated(_ command: String) throws(MathFault) -> MathAtom {
    let node = try argument(of: command)
    switch node {
    case .symbol(var sign):
      sign.text = MathSymbols.negated[sign.text] ?? sign.text + "\u{338}"
      return MathAtom(node: .symbol(sign), role: .relation)
    case .identifier(let text, let isUpright):
      return MathAtom(node: .identifier(text + "\u{338}", isUpright: isUpright))
    default:
      return MathAtom(node: node)
    }
  }
}
