/// Literals, names, members, calls and filters.
extension TemplateParser {
  mutating func parsePrimary() throws(TemplateError) -> ExpressionID {
    let offset = token.range.lowerBound
    var value: ExpressionID
    switch token.kind {
    case .string:
      value = addConstant(.string(stringValue(of: token)), at: offset)
      try advance()
    case .integer, .float:
      value = addConstant(.number(JavaScriptNumber.prefix(of: text(of: token))), at: offset)
      try advance()
    case .regex:
      value = try parseRegex()
    case .name:
      value = try parseName()
    case .leftParenthesis:
      value = try parseGroup()
    case .leftBracket:
      try advance()
      var list: [Argument] = []
      while try !skip(.rightBracket) {
        if !list.isEmpty { try expect(.comma, "',' or ']'") }
        list.append(Argument(name: nil, value: try parseExpression()))
      }
      value = try addChecked(.list(addArguments(list)), at: offset)
    case .leftBrace:
      value = try parseDictionary()
    default:
      throw unexpectedToken(wanted: "an expression")
    }
    return try parsePostfix(of: value)
  }

  private mutating func parseName() throws(TemplateError) -> ExpressionID {
    let offset = token.range.lowerBound
    let name = text(of: token)
    try advance()
    switch name {
    case "true": return addConstant(.bool(true), at: offset)
    case "false": return addConstant(.bool(false), at: offset)
    case "none", "null": return addConstant(.null, at: offset)
    case "True" where options.jinjaCompatibility: return addConstant(.bool(true), at: offset)
    case "False" where options.jinjaCompatibility: return addConstant(.bool(false), at: offset)
    case "None" where options.jinjaCompatibility: return addConstant(.null, at: offset)
    default: break
    }
    if let currentBlock, name == "super", token.kind == .leftParenthesis {
      _ = try parseArguments()
      return add(.parentBlock(currentBlock), at: offset)
    }
    return add(.name(symbols.intern(name)), at: offset)
  }

  /// Parentheses; of several expressions the last one is the value, as with JavaScript's comma.
  private mutating func parseGroup() throws(TemplateError) -> ExpressionID {
    try advance()
    var value = try parseExpression()
    while try skip(.comma) { value = try parseExpression() }
    try expect(.rightParenthesis, "')'")
    parenthesized.insert(value)
    return value
  }

  private mutating func parseDictionary() throws(TemplateError) -> ExpressionID {
    let offset = token.range.lowerBound
    try advance()
    var entries: [Argument] = []
    while try !skip(.rightBrace) {
      if !entries.isEmpty { try expect(.comma, "',' or '}'") }
      let keyToken = token
      guard keyToken.kind == .name || keyToken.kind == .string else {
        throw unexpectedToken(wanted: "a key, which is a name or a text")
      }
      let key = keyToken.kind == .name ? text(of: keyToken) : stringValue(of: keyToken)
      try advance()
      try expect(.colon, "':' after the key")
      entries.append(Argument(name: symbols.intern(key), value: try parseExpression()))
    }
    return try addChecked(.dictionary(addArguments(entries)), at: offset)
  }

  private mutating func parsePostfix(
    of operand: ExpressionID
  ) throws(TemplateError) -> ExpressionID {
    var value = operand
    while true {
      let offset = token.range.lowerBound
      switch token.kind {
      case .leftParenthesis:
        value = try addChecked(.call(value, addArguments(try parseArguments())), at: offset)
      case .leftBracket:
        try advance()
        value = try parseSubscript(of: value, at: offset)
      case .dot:
        try advance()
        let nameOffset = token.range.lowerBound
        let name = try expectName("the name of a member after '.'")
        value = try addChecked(.member(value, symbols.intern(name)), at: nameOffset)
      default:
        return value
      }
    }
  }

  private mutating func parseSubscript(
    of value: ExpressionID,
    at offset: Int
  ) throws(TemplateError) -> ExpressionID {
    var parts: [ExpressionID?] = [nil]
    while token.kind != .rightBracket {
      if options.jinjaCompatibility, parts.count < 3, try skip(.colon) {
        parts.append(nil)
      } else if parts[parts.count - 1] == nil {
        parts[parts.count - 1] = try parseExpression()
      } else {
        throw unexpectedToken(wanted: "']'")
      }
    }
    guard parts.count > 1 else {
      guard let index = parts[0] else { throw unexpectedToken(wanted: "an index") }
      try advance()
      if case .constant(let constant) = template.expressions[Int(index.index)].kind,
        case .string(let name) = template.constants[Int(constant)]
      {
        return try addChecked(.member(value, symbols.intern(name)), at: offset)
      }
      return try addChecked(.index(value, index), at: offset)
    }
    try advance()
    while parts.count < 3 { parts.append(nil) }
    var list: [Argument] = []
    for part in parts {
      list.append(Argument(name: nil, value: part ?? addConstant(.null, at: offset)))
    }
    return try addChecked(.slice(value, addArguments(list)), at: offset)
  }

  /// Arguments in parentheses, the named ones moved to the end.
  mutating func parseArguments() throws(TemplateError) -> [Argument] {
    try expect(.leftParenthesis, "'('")
    var positional: [Argument] = []
    var named: [Argument] = []
    while try !skip(.rightParenthesis) {
      if !(positional.isEmpty && named.isEmpty) { try expect(.comma, "',' or ')'") }
      let value = try parseExpression()
      if token.kind == .assign,
        case .name(let name) = template.expressions[Int(value.index)].kind
      {
        try advance()
        named.append(Argument(name: name, value: try parseExpression()))
      } else {
        positional.append(Argument(name: nil, value: value))
      }
    }
    return positional + named
  }

  /// Reads a filter's name and arguments; the parser stands on the name.
  mutating func parseFilterCall(on input: ExpressionID) throws(TemplateError) -> ExpressionID {
    let offset = token.range.lowerBound
    var name = try expectName("the name of a filter")
    while try skip(.dot) { name += "." + (try expectName("the rest of the filter's name")) }
    var list = [Argument(name: nil, value: input)]
    if token.kind == .leftParenthesis { list += try parseArguments() }
    if let number = customFilters.firstIndex(of: name) {
      return try addChecked(.customFilter(Int32(number), addArguments(list)), at: offset)
    }
    let builtinName = name == "jsonify" && options.jinjaCompatibility ? "dump" : name
    guard let filter = BuiltinFilter(name: builtinName) else {
      throw unknown("filter", name, among: customFilters + BuiltinFilter.names, at: offset)
    }
    if mode == .theme, let reason = filter.themeRefusal {
      throw error("'\(name)' is not available in a theme", at: offset, help: [reason])
    }
    if filter == .default { makeLenient(input) }
    return try addChecked(.filter(filter, addArguments(list)), at: offset)
  }

  private mutating func parseRegex() throws(TemplateError) -> ExpressionID {
    let offset = token.range.lowerBound
    let whole = lexer.source[token.range].dropFirst(2)
    let end = whole.lastIndex(of: UInt8(ascii: "/")) ?? whole.endIndex
    let pattern = String(decoding: whole[..<end], as: UTF8.self)
    let flags = String(decoding: whole[(end + 1)...], as: UTF8.self)
    let regex: RegularExpression
    do {
      regex = try RegularExpression(pattern, flags: flags)
    } catch {
      throw self.error(error.summary, at: offset, help: error.help)
    }
    try advance()
    return addConstant(.regex(regex), at: offset)
  }

  private func stringValue(of token: Token) -> String {
    var bytes: [UInt8] = []
    var index = token.range.lowerBound + 1
    while index < token.range.upperBound - 1 {
      var byte = lexer.source[index]
      if byte == UInt8(ascii: "\\"), index + 1 < token.range.upperBound - 1 {
        index += 1
        byte = lexer.source[index]
        switch byte {
        case UInt8(ascii: "n"): byte = 0x0A
        case UInt8(ascii: "t"): byte = 0x09
        case UInt8(ascii: "r"): byte = 0x0D
        default: break
        }
      }
      bytes.append(byte)
      index += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
