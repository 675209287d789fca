import CallboardDiagnostics

/// Reads one template into statements; expressions go straight into their final arrays.
struct TemplateParser {
  let file: String
  let mode: TemplateMode
  let options: TemplateOptions
  /// The names of ``TemplateOptions/filters``, sorted; a filter's number is its place here.
  let customFilters: [String]

  var lexer: TemplateLexer
  var symbols: SymbolTable
  var template = ParsedTemplate()
  var token = Token(kind: .endOfFile, range: 0..<0)
  /// The innermost block around the current position; `super()` refers to it.
  var currentBlock: Symbol?
  var blockNames: Set<Symbol> = []
  /// Expressions written in parentheses, into which a `not` before them does not reach.
  var parenthesized: Set<ExpressionID> = []
  /// The height of each expression, to bound the recursion of the renderer.
  var heights: [Int] = []
  var nesting = 0

  /// Enough for any template that a person wrote; keeps hostile ones from exhausting the stack.
  static let nestingLimit = 100
  static let heightLimit = 200

  /// Begins with the environment's names so far; ``symbols`` holds them with the new ones.
  init(
    file: String,
    source: [UInt8],
    mode: TemplateMode,
    options: TemplateOptions,
    customFilters: [String],
    symbols: SymbolTable
  ) {
    self.file = file
    self.mode = mode
    self.options = options
    self.customFilters = customFilters
    self.symbols = symbols
    lexer = TemplateLexer(source: source, options: options)
  }

  mutating func parse() throws(TemplateError) -> ParsedTemplate {
    let (body, _) = try parseBody(until: [], openedBy: nil)
    template.body = body
    return template
  }

  /// Reads statements up to one of the named tags, and leaves the parser behind that tag's name.
  mutating func parseBody(
    until endings: [String],
    openedBy opener: (name: String, offset: Int)?
  ) throws(TemplateError) -> (body: [Statement], ending: String) {
    nesting += 1
    defer { nesting -= 1 }
    if nesting > Self.nestingLimit { throw tooDeep(at: token.range.lowerBound) }
    var body: [Statement] = []
    while true {
      try advance()
      switch token.kind {
      case .endOfFile:
        guard let opener else { return (body, "") }
        throw error(
          "'\(opener.name)' is never closed",
          at: opener.offset,
          help: ["Write '{% \(endings.last ?? "") %}' where it ends."]
        )
      case .text:
        if !token.range.isEmpty { body.append(.text(token.range)) }
      case .comment:
        break
      case .variableStart:
        let offset = token.range.lowerBound
        try advance()
        let expression = try parseExpression()
        guard token.kind == .variableEnd else {
          throw unexpectedToken(wanted: "'\(options.variableEnd)'")
        }
        body.append(.output(output(expression, at: offset)))
      case .tagStart:
        try advance()
        guard token.kind == .name else { throw unexpectedToken(wanted: "the name of a tag") }
        let name = text(of: token)
        if endings.contains(name) {
          try advance()
          return (body, name)
        }
        try parseTag(name, into: &body)
      default:
        throw unexpectedToken(wanted: "text or a tag")
      }
    }
  }

  mutating func output(_ expression: ExpressionID, at offset: Int) -> Statement.Output {
    defer { template.outputCount += 1 }
    return Statement.Output(
      expression: expression,
      number: template.outputCount,
      offset: offset
    )
  }
}

// The token at hand.
extension TemplateParser {
  mutating func advance() throws(TemplateError) {
    do {
      token = try lexer.next()
    } catch {
      throw self.error(error.summary, at: error.offset, help: error.help)
    }
  }

  /// Moves on if the current token is of this kind.
  mutating func skip(_ kind: Token.Kind) throws(TemplateError) -> Bool {
    guard token.kind == kind else { return false }
    try advance()
    return true
  }

  /// Moves on if the current token is this word.
  mutating func skip(word: String) throws(TemplateError) -> Bool {
    guard isWord(word) else { return false }
    try advance()
    return true
  }

  func isWord(_ word: String) -> Bool {
    token.kind == .name && lexer.source[token.range].elementsEqual(word.utf8)
  }

  mutating func expect(_ kind: Token.Kind, _ description: String) throws(TemplateError) {
    guard try skip(kind) else { throw unexpectedToken(wanted: description) }
  }

  /// A name, and moves on.
  mutating func expectName(_ description: String) throws(TemplateError) -> String {
    guard token.kind == .name else { throw unexpectedToken(wanted: description) }
    let name = text(of: token)
    try advance()
    return name
  }

  /// Checks that the tag ends here. Does not move on: what follows is text.
  func expectTagEnd(of tag: String) throws(TemplateError) {
    guard token.kind == .tagEnd else { throw unexpectedToken(wanted: "'%}' after '\(tag)'") }
  }

  func text(of token: Token) -> String {
    String(decoding: lexer.source[token.range], as: UTF8.self)
  }
}

// Messages.
extension TemplateParser {
  func error(_ summary: String, at offset: Int, help: [String] = []) -> TemplateError {
    let place = SourcePlace(of: offset, in: lexer.source)
    return TemplateError(
      file: file,
      line: place.line,
      column: place.column,
      summary: summary,
      help: help
    )
  }

  func unexpectedToken(wanted: String) -> TemplateError {
    let found = token.kind == .endOfFile ? "the end of the file" : "'\(text(of: token))'"
    return error("expected \(wanted), found \(found)", at: token.range.lowerBound)
  }

  func tooDeep(at offset: Int) -> TemplateError {
    error(
      "this is nested too deeply",
      at: offset,
      help: ["Give the inner parts names with 'set', or move them into a macro."]
    )
  }

  func unknown(
    _ what: String,
    _ name: String,
    among known: [String],
    at offset: Int
  ) -> TemplateError {
    error(
      "no \(what) is called '\(name)'",
      at: offset,
      help: NearestName.of(name, in: known).map { ["Change it to '\($0)'."] } ?? []
    )
  }
}

/// A line and a column from 1; columns count bytes.
struct SourcePlace {
  var line: Int
  var column: Int

  init(of offset: Int, in source: [UInt8]) {
    let before = source[..<min(max(offset, 0), source.count)]
    line = 1 + before.count { $0 == UInt8(ascii: "\n") }
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    column = 1 + before.count - lineStart
  }
}
