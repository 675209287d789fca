/// A set of templates, compiled once.
///
/// An environment never changes, so any number of threads may render with it at once.
package struct TemplateEnvironment: Sendable {
  package let mode: TemplateMode
  package let options: TemplateOptions
  let programs: [Program]
  /// The templates' places in ``programs``, by name.
  let numbers: [String: Int]
  /// By the templates' numbers; nil for one whose output is made anew each time.
  let includeMemories: [IncludeMemory?]
  let symbols: SymbolTable
  /// In the order of the filters' names.
  let customFilters: [TemplateFilter]
  let loopSymbol: Symbol
  let callerSymbol: Symbol
  /// What a template sees that is imported without its importer's context.
  let noNames = TemplateObject()
  /// The names that each template extends, includes or imports, those of templates that may be missing among them; empty
  /// outside of themes.
  package let references: [String: Set<String>]

  /// Compiles all templates; their names are what `extends`, `include` and `import` refer to.
  ///
  /// The sources are UTF-8 text. Scaffolding gives one template, so that there is nothing to include.
  /// Throws the first error, in the order of the templates' names.
  ///
  /// - Parameter rendered: The names of those that will be rendered: no others are compiled but what these name, and what
  ///   is wrong with the rest is not found. nil for all.
  package init(
    mode: TemplateMode,
    sources: [String: [UInt8]],
    options: TemplateOptions = TemplateOptions(),
    rendered: [String]? = nil
  ) throws(TemplateError) {
    let filterNames = options.filters.keys.sorted()
    var compiler = EnvironmentCompiler(mode: mode, options: options, customFilters: filterNames)
    if let rendered {
      try compiler.parse(rendered, of: sources)
    } else {
      try compiler.parse(sources)
    }
    try compiler.compileAll()
    self.mode = mode
    self.options = options
    programs = compiler.programs
    references = compiler.references
    numbers = compiler.numbers
    includeMemories =
      mode == .theme
      ? compiler.includeInputs.map { $0.map(IncludeMemory.init) } : programs.map { _ in nil }
    customFilters = filterNames.compactMap { options.filters[$0] }
    loopSymbol = compiler.symbols.intern("loop")
    callerSymbol = compiler.symbols.intern("caller")
    symbols = compiler.symbols
  }

  /// The templates' names, sorted.
  package var names: [String] { numbers.keys.sorted() }

  /// Appends a rendered template to `output`; on an error, `output` is as it was before.
  package func render(
    _ name: String,
    context: TemplateObject,
    into output: inout [UInt8]
  ) throws(TemplateError) {
    let number = try number(of: name)
    let start = output.count
    // The buffer moves into the renderer and back, so that it is never copied.
    var renderer = Renderer(self, output: output)
    output = []
    defer { output = renderer.output }
    do {
      try renderer.render(number, base: context)
    } catch {
      renderer.output.removeLast(max(0, renderer.output.count - start))
      throw error
    }
  }

  /// The rendered template as bytes of its own.
  package func render(
    _ name: String,
    context: TemplateObject
  ) throws(TemplateError) -> [UInt8] {
    var output: [UInt8] = []
    try render(name, context: context, into: &output)
    return output
  }

  /// The value of a template that is exactly one `${{ … }}`, with its type; else the rendered text.
  ///
  /// Software Templates evaluate the inputs of their steps like this. `undefined` says that the
  /// input is to be left out. Functions have no meaning outside of a template and become undefined.
  package func evaluate(
    _ name: String,
    context: TemplateObject
  ) throws(TemplateError) -> TemplateValue {
    let number = try number(of: name)
    let program = programs[number]
    guard let expression = program.loneExpression else {
      let bytes = try render(name, context: context)
      return .string(String(decoding: bytes, as: UTF8.self))
    }
    var renderer = Renderer(self, output: [])
    return try renderer.evaluate(expression, of: program, base: context)
  }

  /// A member of an object by a name of the templates; nil for one that it lacks and for a reserved one.
  func member(_ name: Symbol, of object: TemplateObject) -> TemplateValue? {
    let key = symbols.key(of: name)
    return key.isReserved ? nil : object.value(for: key)
  }

  private func number(of name: String) throws(TemplateError) -> Int {
    guard let number = numbers[name] else {
      throw TemplateError(
        file: name,
        line: 1,
        column: 1,
        summary: "no template is called '\(name)'"
      )
    }
    return number
  }
}
