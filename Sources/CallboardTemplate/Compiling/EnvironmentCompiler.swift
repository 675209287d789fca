import CallboardDiagnostics

/// Compiles the templates of an environment, each after the one that it extends.
struct EnvironmentCompiler {
  let mode: TemplateMode
  let options: TemplateOptions
  let customFilters: [String]

  private(set) var programs: [Program] = []
  private(set) var numbers: [String: Int] = [:]
  var symbols = SymbolTable()
  /// The names that each template of a theme extends, includes or imports, whether there is such a template or not.
  private(set) var references: [String: Set<String>] = [:]
  /// For each template of a theme, what its output depends on where it is included; nil where that cannot be said.
  private(set) var includeInputs: [IncludeInputs?] = []

  private var names: [String] = []
  private var parsed: [ParsedTemplate] = []
  private var sources: [[UInt8]] = []
  /// Where the blocks of each compiled template stand, by the template's number.
  private var blockContexts: [Int: [Symbol: HTMLContext]] = [:]
  private var escaping: [Int: [OutputEscaping]] = [:]

  init(mode: TemplateMode, options: TemplateOptions, customFilters: [String]) {
    self.mode = mode
    self.options = options
    self.customFilters = customFilters
  }

  mutating func parse(_ templates: [String: [UInt8]]) throws(TemplateError) {
    for (name, source) in templates.sorted(by: { $0.key < $1.key }) { try parse(name, source) }
  }

  /// Parses some templates, what these name, and so on.
  mutating func parse(
    _ wanted: [String],
    of templates: [String: [UInt8]]
  ) throws(TemplateError) {
    var pending = wanted
    while let name = pending.popLast() {
      guard numbers[name] == nil, let source = templates[name] else { continue }
      try parse(name, source)
      let number = names.count - 1
      pending += references(in: number).compactMap { constantName($0.name, number) }
    }
  }

  private mutating func parse(_ name: String, _ source: [UInt8]) throws(TemplateError) {
    guard source.count < 64 << 20 else {
      throw TemplateError(
        file: name,
        line: 1,
        column: 1,
        summary: "the template is longer than 64 MiB"
      )
    }
    var parser = TemplateParser(
      file: name,
      source: source,
      mode: mode,
      options: options,
      customFilters: customFilters,
      symbols: symbols
    )
    numbers[name] = names.count
    names.append(name)
    sources.append(source)
    parsed.append(try parser.parse())
    symbols = parser.symbols
  }

  mutating func compileAll() throws(TemplateError) {
    if mode == .theme {
      for number in parsed.indices { try checkReferences(of: number) }
      for number in parsed.indices { try escape(number, extendedBy: []) }
    }
    let filters = customFilters.compactMap { options.filters[$0] }
    programs = parsed.indices.map { number in
      if mode == .theme { ConstantFolding.fold(&parsed[number], filters: filters) }
      let templates = parsed[number].constants.map { constant in
        guard case .string(let name) = constant, let number = numbers[name] else {
          return Int32(-1)
        }
        return Int32(truncatingIfNeeded: number)
      }
      let code = ProgramCompiler(
        parsed[number],
        source: sources[number],
        escaping: escaping[number]
          ?? Array(repeating: mode == .theme ? .text : .none, count: parsed[number].outputCount),
        templates: templates,
        mode: mode
      )
      return Program(
        number: number,
        file: names[number],
        source: sources[number],
        parsed: parsed[number],
        code: code,
        onlyDefinesMacros: onlyDefinesMacros(number, importedBy: []),
        templates: templates
      )
    }
    guard mode == .theme else { return }
    let finder = IncludeInputsFinder(
      templates: parsed,
      numbers: numbers,
      onlyDefinesMacros: programs.map(\.onlyDefinesMacros),
      loopSymbol: symbols.intern("loop")
    )
    includeInputs = parsed.indices.map(finder.inputs(of:))
  }

  /// Whether a template's own code does nothing but define macros and import templates of which the same is true.
  private func onlyDefinesMacros(_ number: Int, importedBy others: [Int]) -> Bool {
    parsed[number].body.allSatisfy { statement in
      switch statement {
      case .text, .macro: return true
      case .importModule(let name, _, withContext: false, _),
        .importNames(let name, _, withContext: false, _):
        guard let imported = constantName(name, number).flatMap({ numbers[$0] }),
          imported != number, !others.contains(imported)
        else { return false }
        return onlyDefinesMacros(imported, importedBy: others + [number])
      default: return false
      }
    }
  }

  /// The name of a template that an expression of another says; nil when it is no constant.
  private func constantName(_ name: ExpressionID, _ number: Int) -> String? {
    guard case .constant(let constant) = parsed[number].expressions[Int(name.index)].kind,
      case .string(let text) = parsed[number].constants[Int(constant)]
    else { return nil }
    return text
  }

  /// Settles the escaping of a template's outputs, after that of the template it extends.
  private mutating func escape(
    _ number: Int,
    extendedBy children: [Int]
  ) throws(TemplateError) {
    guard escaping[number] == nil else { return }
    var parentBlocks: [Symbol: HTMLContext]?
    if let (parent, offset) = try self.parent(of: number) {
      if children.contains(parent) || parent == number {
        throw error("'\(names[parent])' extends itself", number, at: offset)
      }
      try escape(parent, extendedBy: children + [number])
      parentBlocks = blockContexts[parent] ?? [:]
    }
    let escaper = try ContextualEscaper(
      parsed[number],
      file: names[number],
      source: sources[number],
      symbols: symbols,
      parentBlocks: parentBlocks
    )
    escaping[number] = escaper.escaping
    blockContexts[number] = escaper.blockContexts
  }

  private mutating func parent(of number: Int) throws(TemplateError) -> (number: Int, offset: Int)?
  {
    for case .extends(let name, let offset) in parsed[number].body {
      return (try reference(name, number, at: offset, canBeMissing: false) ?? number, offset)
    }
    return nil
  }

  /// Checks in a theme that every template named by another exists.
  private mutating func checkReferences(of number: Int) throws(TemplateError) {
    for found in references(in: number) {
      _ = try reference(found.name, number, at: found.offset, canBeMissing: found.canBeMissing)
    }
  }

  /// Where a template names another.
  private func references(
    in number: Int
  ) -> [(name: ExpressionID, offset: Int, canBeMissing: Bool)] {
    var found: [(name: ExpressionID, offset: Int, canBeMissing: Bool)] = []
    var pending = parsed[number].body + parsed[number].macros.flatMap(\.body)
    while let statement = pending.popLast() {
      switch statement {
      case .extends(let name, let offset), .importModule(let name, _, _, let offset),
        .importNames(let name, _, _, let offset):
        found.append((name, offset, false))
      case .include(let name, let ignoresMissing, let offset):
        found.append((name, offset, ignoresMissing))
      default:
        pending += statement.inner
      }
    }
    return found
  }

  private mutating func reference(
    _ name: ExpressionID,
    _ number: Int,
    at offset: Int,
    canBeMissing: Bool
  ) throws(TemplateError) -> Int? {
    guard let text = constantName(name, number) else {
      throw error("a theme names its templates as plain texts", number, at: offset)
    }
    references[names[number], default: []].insert(text)
    if numbers[text] == nil, !canBeMissing {
      throw error(
        "no template is called '\(text)'",
        number,
        at: offset,
        help: NearestName.of(text, in: names).map { ["Change it to '\($0)'."] } ?? []
      )
    }
    return numbers[text]
  }

  private func error(
    _ summary: String,
    _ number: Int,
    at offset: Int,
    help: [String] = []
  ) -> TemplateError {
    let place = SourcePlace(of: offset, in: sources[number])
    return TemplateError(
      file: names[number],
      line: place.line,
      column: place.column,
      summary: summary,
      help: help
    )
  }
}

extension Statement {
  /// The statements inside this one, except those of macros, which stand apart.
  var inner: [Statement] {
    switch self {
    case .conditional(let branches, let otherwise, _): branches.flatMap(\.body) + otherwise
    case .choose(_, let cases, let otherwise, _): cases.flatMap(\.body) + (otherwise ?? [])
    case .loop(let loop): loop.body + loop.otherwise
    case .assignCapture(_, let body, _), .filtered(_, let body, _), .block(_, let body, _): body
    case .text, .output, .assign, .macro, .extends, .include, .importModule, .importNames: []
    }
  }
}
