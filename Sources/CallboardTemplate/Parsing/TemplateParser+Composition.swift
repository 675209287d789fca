/// Tags that make templates out of templates: macros, blocks, includes and imports.
extension TemplateParser {
  mutating func parseMacro(at offset: Int) throws(TemplateError) -> Statement {
    try advance()
    let name = symbols.intern(try expectName("the name of the macro"))
    guard token.kind == .leftParenthesis else {
      throw unexpectedToken(wanted: "'(' after the macro's name")
    }
    let macro = try parseMacroRest(named: name, tag: "macro", isCaller: false, at: offset)
    template.macros.append(macro)
    return .macro(template.macros.count - 1)
  }

  /// A call block is a call of the macro with one more argument, `caller`.
  mutating func parseCall(at offset: Int) throws(TemplateError) -> Statement {
    try advance()
    let name = symbols.intern("caller")
    var parameters: [Symbol] = []
    var defaults: [(name: Symbol, value: ExpressionID)] = []
    if token.kind == .leftParenthesis { (parameters, defaults) = try parseParameters() }
    let call = try parsePrimary()
    guard case .call(let callee, let arguments) = template.expressions[Int(call.index)].kind else {
      throw error(
        "'call' needs the call of a macro",
        at: offset,
        help: ["Write '{% call name(…) %}'."]
      )
    }
    try expectTagEnd(of: "call")
    let (body, _) = try parseBody(until: ["endcall"], openedBy: ("call", offset))
    try expectTagEnd(of: "endcall")
    template.macros.append(
      MacroDeclaration(
        name: name,
        parameters: parameters,
        defaults: defaults,
        body: body,
        isCaller: true,
        offset: offset
      )
    )
    let caller = add(.caller(Int32(template.macros.count - 1)), at: offset)
    var list = Array(self.arguments(arguments))
    list.append(Argument(name: name, value: caller))
    let whole = add(.call(callee, addArguments(list)), at: offset)
    return .output(output(whole, at: offset))
  }

  private mutating func parseMacroRest(
    named name: Symbol,
    tag: String,
    isCaller: Bool,
    at offset: Int
  ) throws(TemplateError) -> MacroDeclaration {
    let (parameters, defaults) = try parseParameters()
    try expectTagEnd(of: tag)
    let (body, _) = try parseBody(until: ["end\(tag)"], openedBy: (tag, offset))
    try expectTagEnd(of: "end\(tag)")
    return MacroDeclaration(
      name: name,
      parameters: parameters,
      defaults: defaults,
      body: body,
      isCaller: isCaller,
      offset: offset
    )
  }

  private mutating func parseParameters() throws(TemplateError) -> (
    [Symbol], [(name: Symbol, value: ExpressionID)]
  ) {
    var parameters: [Symbol] = []
    var defaults: [(name: Symbol, value: ExpressionID)] = []
    try expect(.leftParenthesis, "'('")
    while try !skip(.rightParenthesis) {
      if !parameters.isEmpty || !defaults.isEmpty { try expect(.comma, "',' or ')'") }
      let name = symbols.intern(try expectName("the name of a parameter"))
      if try skip(.assign) {
        defaults.append((name, try parseExpression()))
      } else {
        parameters.append(name)
      }
    }
    return (parameters, defaults)
  }

  mutating func parseBlock(at offset: Int) throws(TemplateError) -> Statement {
    try advance()
    let text = try expectName("the name of the block")
    let name = symbols.intern(text)
    try expectTagEnd(of: "block")
    guard blockNames.insert(name).inserted else {
      throw error(
        "block '\(text)' is defined twice",
        at: offset,
        help: ["Give one of the two another name."]
      )
    }
    let outer = currentBlock
    currentBlock = name
    defer { currentBlock = outer }
    let (body, _) = try parseBody(until: ["endblock"], openedBy: ("block", offset))
    _ = try skip(word: text)
    try expectTagEnd(of: "endblock")
    return .block(name: name, body: body, offset: offset)
  }

  mutating func parseExtends(at offset: Int) throws(TemplateError) -> Statement {
    try advance()
    let name = try parseExpression()
    try expectTagEnd(of: "extends")
    return .extends(name, offset: offset)
  }

  mutating func parseInclude(at offset: Int) throws(TemplateError) -> Statement {
    try advance()
    let name = try parseExpression()
    var ignoresMissing = false
    if try skip(word: "ignore") {
      guard try skip(word: "missing") else { throw unexpectedToken(wanted: "'missing'") }
      ignoresMissing = true
    }
    try expectTagEnd(of: "include")
    return .include(name, ignoresMissing: ignoresMissing, offset: offset)
  }

  mutating func parseImport(at offset: Int) throws(TemplateError) -> Statement {
    try advance()
    let source = try parseExpression()
    guard try skip(word: "as") else { throw unexpectedToken(wanted: "'as'") }
    let name = symbols.intern(try expectName("the name to import it under"))
    let withContext = try parseContextClause() ?? false
    try expectTagEnd(of: "import")
    return .importModule(source, name: name, withContext: withContext, offset: offset)
  }

  mutating func parseFrom(at offset: Int) throws(TemplateError) -> Statement {
    try advance()
    let source = try parseExpression()
    guard try skip(word: "import") else { throw unexpectedToken(wanted: "'import'") }
    var names: [ImportedName] = []
    var withContext = false
    repeat {
      let nameOffset = token.range.lowerBound
      let name = try expectName("the name to import")
      if name.hasPrefix("_") {
        throw error(
          "'\(name)' is private to its template",
          at: nameOffset,
          help: ["Name it without the underscore to share it."]
        )
      }
      let alias = try skip(word: "as") ? try expectName("the name to use here") : name
      names.append(ImportedName(name: symbols.intern(name), alias: symbols.intern(alias)))
      withContext = try parseContextClause() ?? withContext
    } while try skip(.comma)
    try expectTagEnd(of: "from")
    return .importNames(source, names: names, withContext: withContext, offset: offset)
  }

  private mutating func parseContextClause() throws(TemplateError) -> Bool? {
    let isWith = isWord("with")
    guard isWith || isWord("without") else { return nil }
    try advance()
    guard try skip(word: "context") else { throw unexpectedToken(wanted: "'context'") }
    return isWith
  }
}
