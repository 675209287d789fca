extension TemplateParser {
  /// The tags that may begin a statement, for near misses.
  private static let tagNames = [
    "block", "call", "extends", "filter", "for", "from", "if", "import", "include", "macro",
    "raw", "set", "switch", "verbatim",
  ]

  /// Reads the tag whose name is the current token.
  mutating func parseTag(
    _ name: String,
    into body: inout [Statement]
  ) throws(TemplateError) {
    let offset = token.range.lowerBound
    switch name {
    case "raw", "verbatim": body.append(try parseRaw(name, at: offset))
    case "if": body.append(try parseIf(at: offset))
    case "for": body.append(try parseFor(at: offset))
    case "set": body.append(try parseSet(at: offset))
    case "switch": body.append(try parseSwitch(at: offset))
    case "macro": body.append(try parseMacro(at: offset))
    case "call": body.append(try parseCall(at: offset))
    case "filter": body.append(try parseFilterTag(at: offset))
    case "block": body.append(try parseBlock(at: offset))
    case "extends": body.append(try parseExtends(at: offset))
    case "include": body.append(try parseInclude(at: offset))
    case "import": body.append(try parseImport(at: offset))
    case "from": body.append(try parseFrom(at: offset))
    default: throw unknown("tag", name, among: Self.tagNames, at: offset)
    }
  }

  private mutating func parseRaw(
    _ name: String,
    at offset: Int
  ) throws(TemplateError) -> Statement {
    try advance()
    try expectTagEnd(of: name)
    guard let range = lexer.rawText(endTag: "end\(name)", startTag: name) else {
      throw error(
        "'\(name)' is never closed",
        at: offset,
        help: ["Write '{% end\(name) %}' where it ends."]
      )
    }
    return .text(range)
  }

  private mutating func parseIf(at offset: Int) throws(TemplateError) -> Statement {
    var branches: [Statement.Branch] = []
    var branchOffset = offset
    try advance()
    while true {
      let condition = try parseExpression()
      try expectTagEnd(of: "if")
      let (body, ending) = try parseBody(
        until: ["elif", "elseif", "else", "endif"],
        openedBy: ("if", offset)
      )
      branches.append(
        Statement.Branch(condition: condition, body: body, offset: branchOffset)
      )
      branchOffset = token.range.lowerBound
      switch ending {
      case "elif", "elseif": continue
      case "else":
        try expectTagEnd(of: "else")
        let (otherwise, _) = try parseBody(until: ["endif"], openedBy: ("if", offset))
        try expectTagEnd(of: "endif")
        return .conditional(branches: branches, otherwise: otherwise, offset: offset)
      default:
        try expectTagEnd(of: "endif")
        return .conditional(branches: branches, otherwise: [], offset: offset)
      }
    }
  }

  private mutating func parseFor(at offset: Int) throws(TemplateError) -> Statement {
    try advance()
    var targets = [symbols.intern(try expectName("the name of the loop's variable"))]
    while try skip(.comma) {
      targets.append(symbols.intern(try expectName("the name of the loop's next variable")))
    }
    guard try skip(word: "in") else { throw unexpectedToken(wanted: "'in'") }
    let sequence = try parseExpression()
    try expectTagEnd(of: "for")
    let (body, ending) = try parseBody(until: ["else", "endfor"], openedBy: ("for", offset))
    try expectTagEnd(of: ending)
    var otherwise: [Statement] = []
    if ending == "else" {
      otherwise = try parseBody(until: ["endfor"], openedBy: ("for", offset)).body
      try expectTagEnd(of: "endfor")
    }
    return .loop(
      Statement.Loop(
        targets: targets,
        sequence: sequence,
        body: body,
        otherwise: otherwise,
        offset: offset
      )
    )
  }

  private mutating func parseSet(at offset: Int) throws(TemplateError) -> Statement {
    try advance()
    var targets = [symbols.intern(try expectName("the name to set"))]
    while try skip(.comma) {
      targets.append(symbols.intern(try expectName("the next name to set")))
    }
    if try skip(.assign) {
      let value = try parseExpression()
      try expectTagEnd(of: "set")
      return .assign(targets: targets, value: value)
    }
    guard token.kind == .tagEnd else { throw unexpectedToken(wanted: "'=' or '%}' after 'set'") }
    // Nunjucks pays no heed to a `-` that ends this tag, and neither may we.
    lexer.keepNextText()
    let (body, _) = try parseBody(until: ["endset"], openedBy: ("set", offset))
    try expectTagEnd(of: "endset")
    return .assignCapture(targets: targets, body: body, offset: offset)
  }

  private mutating func parseSwitch(at offset: Int) throws(TemplateError) -> Statement {
    try advance()
    let subject = try parseExpression()
    try expectTagEnd(of: "switch")
    // What stands before the first case is read and dropped, as in Nunjucks.
    var ending = try parseBody(
      until: ["case", "default", "endswitch"],
      openedBy: ("switch", offset)
    ).ending
    var cases: [Statement.Branch] = []
    while ending == "case" {
      let caseOffset = token.range.lowerBound
      let condition = try parseExpression()
      try expectTagEnd(of: "case")
      let (body, next) = try parseBody(
        until: ["case", "default", "endswitch"],
        openedBy: ("switch", offset)
      )
      cases.append(Statement.Branch(condition: condition, body: body, offset: caseOffset))
      ending = next
    }
    try expectTagEnd(of: ending)
    var otherwise: [Statement]?
    if ending == "default" {
      otherwise = try parseBody(until: ["endswitch"], openedBy: ("switch", offset)).body
      try expectTagEnd(of: "endswitch")
    }
    return .choose(subject: subject, cases: cases, otherwise: otherwise, offset: offset)
  }

  private mutating func parseFilterTag(at offset: Int) throws(TemplateError) -> Statement {
    if mode == .theme {
      throw error(
        "'filter' would work on markup",
        at: offset,
        help: ["Apply the filter to the values inside instead."]
      )
    }
    try advance()
    let input = add(.captured, at: offset)
    let expression = try parseFilterCall(on: input)
    try expectTagEnd(of: "filter")
    let (body, _) = try parseBody(until: ["endfilter"], openedBy: ("filter", offset))
    try expectTagEnd(of: "endfilter")
    return .filtered(output(expression, at: offset), body: body, offset: offset)
  }
}
