import CallboardDiagnostics
import CallboardHTML

/// Blocks, and templates that use other templates.
extension Renderer {
  mutating func runBlock(
    _ name: Symbol,
    _ program: Program,
    offset: Int32,
    level: Int = 0
  ) throws(TemplateError) {
    guard let body = contexts[context].body(of: name, level: level) else {
      throw program.error(
        TemplateFailure("no template below this one has a block '\(self.name(of: name))'"),
        at: Int(offset)
      )
    }
    try enter(program, offset: Int(offset))
    runningBlocks.append((name, level))
    scope.push(parent: scope.depth, isolatesWrites: true)
    _ = try run(body.program, from: body.start)
    scope.pop()
    runningBlocks.removeLast()
    depth -= 1
  }

  /// The output of the block that the running one replaces.
  mutating func parentBlock(
    _ name: Symbol,
    _ program: Program,
    offset: Int32
  ) throws(TemplateError) -> TemplateValue {
    let level = runningBlocks.last { $0.name == name }?.level ?? 0
    let start = output.count
    try runBlock(name, program, offset: offset, level: level + 1)
    return .html(HTML(trusted: takeOutput(from: start)))
  }

  mutating func extend(
    _ name: ExpressionID,
    _ program: Program,
    offset: Int32
  ) throws(TemplateError) -> Int {
    let number = try template(named: name, program, offset: offset)
    contexts[context].addBlocks(of: environment.programs[number], number: number)
    return number
  }

  mutating func include(
    _ name: ExpressionID,
    ignoresMissing: Bool,
    _ program: Program,
    offset: Int32
  ) throws(TemplateError) {
    let number: Int
    if ignoresMissing, program.template(namedBy: name) == nil {
      let text = try evaluate(name, program).text
      guard let found = environment.numbers[text] else { return }
      number = found
    } else {
      number = try template(named: name, program, offset: offset)
    }
    guard let memory = environment.includeMemories[number], memory.isUseful,
      let values = values(of: memory.inputs)
    else { return try run(included: number, program, offset) }
    if memory.write(for: values, to: &output) { return }
    let start = output.count
    try run(included: number, program, offset)
    if memory.isUseful { memory.keep(output[start...], for: values) }
  }

  private mutating func run(
    included number: Int,
    _ program: Program,
    _ offset: Int32
  ) throws(TemplateError) {
    try enter(program, offset: Int(offset))
    var included = RenderContext(base: contexts[context].base, outer: context)
    included.addBlocks(of: environment.programs[number], number: number)
    let outer = context
    contexts.append(included)
    context = contexts.count - 1
    scope.push(parent: scope.depth, isolatesWrites: true, isTopLevel: true)
    try runRoot(number)
    scope.pop()
    context = outer
    depth -= 1
  }

  /// Runs a template for the names it sets, and drops its output.
  mutating func exports(
    of name: ExpressionID,
    _ withContext: Bool,
    _ program: Program,
    offset: Int32
  ) throws(TemplateError) -> TemplateObject {
    let number = try template(named: name, program, offset: offset)
    let isRepeatable = !withContext && environment.programs[number].onlyDefinesMacros
    if isRepeatable, let module = modules[number] { return module }
    try enter(program, offset: Int(offset))
    var imported = RenderContext(
      base: withContext ? contexts[context].base : environment.noNames,
      outer: withContext ? context : -1
    )
    imported.addBlocks(of: environment.programs[number], number: number)
    let outer = context
    contexts.append(imported)
    context = contexts.count - 1
    scope.push(parent: withContext ? scope.depth : -1, isTopLevel: true)
    let start = output.count
    try runRoot(number)
    output.removeLast(output.count - start)
    scope.pop()
    let exported = contexts[context]
    context = outer
    depth -= 1
    let module = TemplateObject(
      exported.exports.map { name in
        (environment.symbols.key(of: name), exported.ownValue(of: name) ?? .undefined)
      }
    )
    if isRepeatable { modules[number] = module }
    return module
  }

  /// Sets a macro or an imported name where it was defined.
  mutating func define(_ name: Symbol, _ value: TemplateValue) {
    if scope.current?.keepsDefinitions == true {
      scope.set(name, value)
    } else {
      setInContext(name, value)
    }
  }

  mutating func define(
    _ names: [ImportedName],
    from module: TemplateObject,
    _ program: Program,
    offset: Int32
  ) throws(TemplateError) {
    for imported in names {
      let name = self.name(of: imported.name)
      guard let value = module[name] else {
        throw program.error(
          TemplateFailure(
            "the template has no '\(name)' to import",
            help: nearest(name, among: module.keys)
          ),
          at: Int(offset)
        )
      }
      define(imported.alias, value)
    }
  }

  mutating func defineMacro(_ macro: Int, _ number: Int, _ program: Program) {
    let name = program.macros[macro].name
    let isExported =
      scope.current?.keepsDefinitions != true && !self.name(of: name).hasPrefix("_")
    define(name, macroValue(macro, number, frame: -1))
    if isExported { contexts[context].exports.append(name) }
  }

  /// A macro as a value, bound to the running template's context.
  mutating func macroValue(_ macro: Int, _ number: Int, frame: Int) -> TemplateValue {
    macros.append(MacroInstance(program: number, number: macro, context: context, frame: frame))
    return .function(
      TemplateFunction(kind: .macro, index: Int32(truncatingIfNeeded: macros.count - 1))
    )
  }

  /// Counts one more level of nesting; whoever enters decrements ``depth`` on the way out.
  mutating func enter(_ program: Program, offset: Int) throws(TemplateError) {
    depth += 1
    if depth > limits.depth { throw exceeded("nests too deeply", program, at: offset) }
  }

  func name(of symbol: Symbol) -> String { environment.symbols.name(of: symbol) }

  func nearest(_ name: String, among names: some Sequence<String>) -> [String] {
    NearestName.of(name, in: names).map { ["Change it to '\($0)'."] } ?? []
  }

  private mutating func template(
    named expression: ExpressionID,
    _ program: Program,
    offset: Int32
  ) throws(TemplateError) -> Int {
    if let known = program.template(namedBy: expression) { return known }
    let name = try evaluate(expression, program).text
    guard let number = environment.numbers[name] else {
      throw program.error(
        TemplateFailure(
          "no template is called '\(name)'",
          help: nearest(name, among: environment.numbers.keys)
        ),
        at: Int(offset)
      )
    }
    return number
  }
}
