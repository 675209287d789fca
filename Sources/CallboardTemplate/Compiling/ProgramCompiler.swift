import CallboardHTML

/// Turns statements into instructions.
///
/// The root's instructions come first; the bodies of macros and blocks follow, each with its `end`.
struct ProgramCompiler {
  /// Texts of the source and outputs that are the same on every page, in the order of the instructions.
  private(set) var texts: [UInt8] = []
  private(set) var instructions: [Instruction] = []
  private(set) var nameLists: [[Symbol]] = []
  private(set) var importLists: [[ImportedName]] = []
  private(set) var macros: [MacroDefinition] = []
  private(set) var blocks: [Symbol: Int] = [:]

  private let parsed: ParsedTemplate
  private let source: [UInt8]
  /// By the number of the output.
  private let escaping: [OutputEscaping]
  /// For each constant, the number of the template of that name or -1.
  private let templates: [Int32]
  private let mode: TemplateMode
  /// The last position that something jumps to: what is written there is no part of the text before.
  private var lastTarget = 0
  /// Blocks found on the way, whose bodies are yet to be written.
  private var pendingBlocks: [(name: Symbol, body: [Statement])] = []

  /// Compiles a whole template; `escaping` says how each output is escaped, by its number.
  init(
    _ parsed: ParsedTemplate,
    source: [UInt8],
    escaping: [OutputEscaping],
    templates: [Int32],
    mode: TemplateMode
  ) {
    self.parsed = parsed
    self.source = source
    self.escaping = escaping
    self.templates = templates
    self.mode = mode
    compile(parsed.body)
    instructions.append(.end)
    for macro in parsed.macros {
      macros.append(
        MacroDefinition(
          name: macro.name,
          parameters: macro.parameters,
          defaults: macro.defaults.map { Argument(name: $0.name, value: $0.value) },
          start: instructions.count,
          isCaller: macro.isCaller
        )
      )
      compile(macro.body)
      instructions.append(.end)
    }
    while let block = pendingBlocks.popLast() {
      blocks[block.name] = instructions.count
      compile(block.body)
      instructions.append(.end)
    }
  }

  /// The next instruction's place, for something to jump to.
  private mutating func target() -> Int32 {
    lastTarget = instructions.count
    return Int32(truncatingIfNeeded: instructions.count)
  }

  /// Says that what was added to the texts since `start` is written here; texts in a row become one.
  private mutating func writeTexts(from start: Int) {
    guard texts.count > start else { return }
    if instructions.count > lastTarget, case .text(let first, _)? = instructions.last {
      instructions[instructions.count - 1] = .text(
        start: first,
        count: Int32(truncatingIfNeeded: texts.count) - first
      )
      return
    }
    instructions.append(
      .text(
        start: Int32(truncatingIfNeeded: start),
        count: Int32(truncatingIfNeeded: texts.count - start)
      )
    )
  }

  private mutating func compile(_ body: [Statement]) {
    for statement in body { compile(statement) }
  }

  private mutating func compile(_ statement: Statement) {
    switch statement {
    case .text(let range):
      let start = texts.count
      texts += source[range]
      writeTexts(from: start)
    case .output(let output):
      compile(output)
    case .conditional(let branches, let otherwise, _):
      compile(branches, otherwise: otherwise)
    case .loop(let loop):
      compile(loop)
    case .assign(let targets, let value):
      instructions.append(.assign(value, targets: add(targets)))
    case .assignCapture(let targets, let body, _):
      capture(body)
      instructions.append(.assignCaptured(targets: add(targets)))
    case .choose(let subject, let cases, let otherwise, _):
      compileSwitch(subject, cases: cases, otherwise: otherwise)
    case .macro(let number):
      instructions.append(.defineMacro(Int32(truncatingIfNeeded: number)))
    case .filtered(let output, let body, _):
      capture(body)
      compile(output)
    case .block(let name, let body, let offset):
      pendingBlocks.append((name, body))
      instructions.append(.block(name, offset: Int32(truncatingIfNeeded: offset)))
    case .extends(let name, let offset):
      instructions.append(.extends(name, offset: Int32(truncatingIfNeeded: offset)))
    case .include(let name, let ignoresMissing, let offset):
      if ignoresMissing, isNeverThere(name) { break }
      instructions.append(
        .include(name, ignoresMissing: ignoresMissing, offset: Int32(truncatingIfNeeded: offset))
      )
    case .importModule(let template, let name, let withContext, let offset):
      instructions.append(
        .importModule(
          template,
          name,
          withContext: withContext,
          offset: Int32(truncatingIfNeeded: offset)
        )
      )
    case .importNames(let template, let names, let withContext, let offset):
      importLists.append(names)
      instructions.append(
        .importNames(
          template,
          names: Int32(truncatingIfNeeded: importLists.count - 1),
          withContext: withContext,
          offset: Int32(truncatingIfNeeded: offset)
        )
      )
    }
  }

  private mutating func compile(_ output: Statement.Output) {
    let escaping = escaping[output.number]
    let start = texts.count
    switch constant(output.expression) {
    case .string(let text):
      escaping.write(text, to: &texts)
    case .html(let markup) where escaping == .text:
      texts += markup.bytes
    default:
      instructions.append(.output(output.expression, escaping))
    }
    writeTexts(from: start)
  }

  /// The value of an expression that is the same on every page of a theme.
  private func constant(_ id: ExpressionID) -> TemplateValue? {
    guard mode == .theme, case .constant(let number) = parsed.expressions[Int(id.index)].kind else {
      return nil
    }
    return parsed.constants[Int(number)]
  }

  /// Whether an expression names a template that the theme does not have, as most slots are.
  private func isNeverThere(_ name: ExpressionID) -> Bool {
    guard mode == .theme, case .constant(let number) = parsed.expressions[Int(name.index)].kind
    else { return false }
    return templates[Int(number)] < 0
  }

  private mutating func compile(_ branches: [Statement.Branch], otherwise: [Statement]) {
    var exits: [Int] = []
    for branch in branches {
      let test = instructions.count
      instructions.append(.jumpUnless(branch.condition, 0))
      compile(branch.body)
      exits.append(instructions.count)
      instructions.append(.jump(0))
      instructions[test] = .jumpUnless(branch.condition, target())
    }
    compile(otherwise)
    for exit in exits { instructions[exit] = .jump(target()) }
  }

  /// `begin, body, next, jump to the end` and, where `exit` points, the `else` part.
  private mutating func compile(_ loop: Statement.Loop) {
    let targets = add(loop.targets)
    let begin = instructions.count
    instructions.append(.beginLoop(loop.sequence, targets: targets, exit: 0))
    let body = target()
    compile(loop.body)
    instructions.append(.nextRound(body: body))
    let leave = instructions.count
    instructions.append(.jump(0))
    instructions[begin] = .beginLoop(loop.sequence, targets: targets, exit: target())
    if !loop.otherwise.isEmpty {
      instructions.append(.enterScope)
      compile(loop.otherwise)
      instructions.append(.leaveScope)
    }
    instructions[leave] = .jump(target())
  }

  /// Cases with empty bodies fall through to the next, as in the JavaScript that Nunjucks writes.
  private mutating func compileSwitch(
    _ subject: ExpressionID,
    cases: [Statement.Branch],
    otherwise: [Statement]?
  ) {
    instructions.append(.beginSwitch(subject))
    var exits: [Int] = []
    var fallThroughs: [Int] = []
    for branch in cases {
      let test = instructions.count
      instructions.append(.jumpUnlessCase(branch.condition, 0))
      for jump in fallThroughs where !branch.body.isEmpty { instructions[jump] = .jump(target()) }
      if !branch.body.isEmpty { fallThroughs = [] }
      compile(branch.body)
      if branch.body.isEmpty {
        fallThroughs.append(instructions.count)
      } else {
        exits.append(instructions.count)
      }
      instructions.append(.jump(0))
      instructions[test] = .jumpUnlessCase(branch.condition, target())
    }
    for jump in fallThroughs { instructions[jump] = .jump(target()) }
    compile(otherwise ?? [])
    for exit in exits { instructions[exit] = .jump(target()) }
    instructions.append(.endSwitch)
  }

  private mutating func capture(_ body: [Statement]) {
    instructions.append(.beginCapture)
    compile(body)
    instructions.append(.endCapture)
  }

  private mutating func add(_ names: [Symbol]) -> Int32 {
    nameLists.append(names)
    return Int32(truncatingIfNeeded: nameLists.count - 1)
  }
}
