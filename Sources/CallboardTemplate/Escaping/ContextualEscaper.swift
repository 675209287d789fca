import CallboardDiagnostics

/// Decides how each output of a theme's template is escaped, from where it stands in the page.
///
/// Follows every way through a template once; the ways of a branch must come together in the same
/// place, so that a template reads the same whatever its data.
struct ContextualEscaper {
  /// By the number of the output.
  private(set) var escaping: [OutputEscaping]
  /// Where each block stands: those of the parent template and those met here.
  private(set) var blockContexts: [Symbol: HTMLContext]

  private let parsed: ParsedTemplate
  private let file: String
  private let source: [UInt8]
  private let symbols: SymbolTable
  private let hasParent: Bool
  /// Where each loop was last entered and left, by its place in the template.
  private var walkedLoops: [Int: (start: HTMLContext, end: HTMLContext)] = [:]

  /// Walks a template; `parentBlocks` says where the blocks of the extended template stand, and is
  /// nil when there is none.
  init(
    _ parsed: ParsedTemplate,
    file: String,
    source: [UInt8],
    symbols: SymbolTable,
    parentBlocks: [Symbol: HTMLContext]?
  ) throws(TemplateError) {
    self.parsed = parsed
    self.file = file
    self.source = source
    self.symbols = symbols
    hasParent = parentBlocks != nil
    blockContexts = parentBlocks ?? [:]
    escaping = Array(repeating: .text, count: parsed.outputCount)
    if hasParent {
      try checkChild(parsed.body)
    } else {
      let end = try walk(parsed.body, from: .text)
      if end != .text {
        throw error("the template ends inside \(end.description)", at: source.count)
      }
    }
    for macro in parsed.macros {
      try walkIsolated(macro.body, what: "the macro", at: macro.offset)
    }
  }

  /// A template that extends another shows only its blocks.
  private mutating func checkChild(_ body: [Statement]) throws(TemplateError) {
    var hasMetParent = false
    for statement in body {
      switch statement {
      case .text(let range):
        let isBlank = source[range].allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
        if !isBlank { throw unseen("text", at: range.lowerBound) }
      case .output(let output):
        throw unseen("output", at: output.offset)
      case .block(let name, let body, let offset):
        guard let start = blockContexts[name] else { throw unknownBlock(name, at: offset) }
        try walkBlock(name, body, from: start, at: offset)
      case .extends(_, let offset):
        // At run time the last one would win, while the blocks were checked against the first.
        if hasMetParent { throw error("a template extends one other only", at: offset) }
        hasMetParent = true
      case .assign, .macro, .importModule, .importNames:
        break
      case .assignCapture(_, let body, let offset):
        try walkIsolated(body, what: "'set'", at: offset)
      case .conditional(_, _, let offset), .choose(_, _, _, let offset),
        .filtered(_, _, let offset), .include(_, _, let offset):
        throw unseen("output", at: offset)
      case .loop(let loop):
        throw unseen("output", at: loop.offset)
      }
    }
  }

  private mutating func walk(
    _ body: [Statement],
    from start: HTMLContext
  ) throws(TemplateError) -> HTMLContext {
    var context = start
    for statement in body { try walk(statement, &context) }
    return context
  }

  private mutating func walk(
    _ statement: Statement,
    _ context: inout HTMLContext
  ) throws(TemplateError) {
    switch statement {
    case .text(let range):
      do {
        try context.scan(source, range)
      } catch {
        throw self.error(error.summary, at: error.offset, help: error.help)
      }
    case .output(let output):
      if case .parentBlock(let name) = parsed.expressions[Int(output.expression.index)].kind,
        let start = blockContexts[name], start.merged(with: context) != nil
      {
        // The parent's block was escaped for the place where this one stands.
        escaping[output.number] = .none
        context = context.afterUnknownParts
        return
      }
      guard let mode = context.escaping else {
        throw error(
          "no value may stand in \(context.description)",
          at: output.offset,
          help: ["Move it into text or into an attribute value in double quotes."]
        )
      }
      escaping[output.number] = mode
      context = context.afterOutput
    case .conditional(let branches, let otherwise, let offset):
      try walk(branches.map(\.body) + [otherwise], of: "if", &context, at: offset)
    case .choose(_, let cases, let otherwise, let offset):
      try walk(cases.map(\.body) + [otherwise ?? []], of: "switch", &context, at: offset)
    case .loop(let loop):
      try walk(loop, &context)
    case .block(let name, let body, let offset):
      if let known = blockContexts[name], known != context {
        throw error(
          "block '\(symbols.name(of: name))' stands in \(context.description) here "
            + "but in \(known.description) before",
          at: offset,
          help: ["Give it another name."]
        )
      }
      blockContexts[name] = context
      try walkBlock(name, body, from: context, at: offset)
      context = context.afterUnknownParts
    case .assignCapture(_, let body, let offset):
      try walkIsolated(body, what: "'set'", at: offset)
    case .filtered(_, let body, let offset):
      try walkIsolated(body, what: "'filter'", at: offset)
    case .include(_, _, let offset):
      guard context == .text else {
        throw error("no template may be included in \(context.description)", at: offset)
      }
    case .extends(_, let offset):
      throw error(
        "'extends' does not come first",
        at: offset,
        help: ["Put it on the first line, outside of any other tag."]
      )
    case .assign, .macro, .importModule, .importNames:
      break
    }
  }

  private mutating func walk(
    _ bodies: [[Statement]],
    of tag: String,
    _ context: inout HTMLContext,
    at offset: Int
  ) throws(TemplateError) {
    var merged: HTMLContext?
    for body in bodies {
      let end = try walk(body, from: context)
      guard let earlier = merged else {
        merged = end
        continue
      }
      guard let both = earlier.merged(with: end) else {
        throw error(
          "the branches of '\(tag)' end in different places: "
            + "\(earlier.description) and \(end.description)",
          at: offset,
          help: ["Open and close each tag and attribute in the same branch."]
        )
      }
      merged = both
    }
    context = merged ?? context
  }

  private mutating func walk(
    _ loop: Statement.Loop,
    _ context: inout HTMLContext
  ) throws(TemplateError) {
    // Entered in the same place again, all inside stays as it was decided: without this, loops in loops would be
    // walked twice as often at each level.
    if let walked = walkedLoops[loop.offset], walked.start == context {
      context = walked.end
      return
    }
    let start = context
    defer { walkedLoops[loop.offset] = (start, context) }
    // The second walk begins where either the loop begins or a round ends.
    for _ in 0..<2 {
      let end = try walk(loop.body, from: context)
      guard let both = context.merged(with: end) else {
        throw error(
          "the body of 'for' begins in \(context.description) but ends in \(end.description)",
          at: loop.offset,
          help: ["Open and close each tag and attribute inside the loop."]
        )
      }
      context = both
    }
    try walk([loop.otherwise, []], of: "for", &context, at: loop.offset)
  }

  /// Walks a block from where it stands in the template that first defines it.
  private mutating func walkBlock(
    _ name: Symbol,
    _ body: [Statement],
    from start: HTMLContext,
    at offset: Int
  ) throws(TemplateError) {
    let end = try walk(body, from: start)
    if start.merged(with: end) == nil {
      throw error(
        "block '\(symbols.name(of: name))' begins in \(start.description) "
          + "but ends in \(end.description)",
        at: offset,
        help: ["Open and close each tag and attribute inside the block."]
      )
    }
  }

  /// A body whose output becomes markup of its own.
  private mutating func walkIsolated(
    _ body: [Statement],
    what: String,
    at offset: Int
  ) throws(TemplateError) {
    let end = try walk(body, from: .text)
    if end != .text {
      throw error("\(what) ends inside \(end.description)", at: offset)
    }
  }
}

// Messages.
extension ContextualEscaper {
  private func error(_ summary: String, at offset: Int, help: [String] = []) -> TemplateError {
    let place = SourcePlace(of: offset, in: source)
    return TemplateError(
      file: file,
      line: place.line,
      column: place.column,
      summary: summary,
      help: help
    )
  }

  private func unseen(_ what: String, at offset: Int) -> TemplateError {
    error(
      "\(what) outside of the blocks is never shown",
      at: offset,
      help: ["Move it into a block, or remove 'extends'."]
    )
  }

  private func unknownBlock(_ name: Symbol, at offset: Int) -> TemplateError {
    let known = blockContexts.keys.map(symbols.name(of:)).sorted()
    return error(
      "the extended template has no block '\(symbols.name(of: name))'",
      at: offset,
      help: [
        NearestName.of(symbols.name(of: name), in: known).map { "Change it to '\($0)'." }
          ?? "Use one of its blocks: \(known.joined(separator: ", "))."
      ]
    )
  }
}
