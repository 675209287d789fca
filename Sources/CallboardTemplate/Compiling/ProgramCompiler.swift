/// Turns statements into instructions.
///
/// The root's instructions come first; the bodies of macros and blocks follow, each with its `end`.
struct ProgramCompiler {
  private(set) var instructions: [Instruction] = []
  private(set) var nameLists: [[Symbol]] = []
  private(set) var importLists: [[ImportedName]] = []
  private(set) var macros: [MacroDefinition] = []
  private(set) var blocks: [Symbol: Int] = [:]

  private let parsed: ParsedTemplate
  /// By the number of the output.
  private let escaping: [OutputEscaping]
  /// Blocks found on the way, whose bodies are yet to be written.
  private var pendingBlocks: [(name: Symbol, body: [Statement])] = []

  /// Compiles a whole template; `escaping` says how each output is escaped, by its number.
  init(_ parsed: ParsedTemplate, escaping: [OutputEscaping]) {
    self.parsed = parsed
    self.escaping = escaping
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

  private var position: Int32 { Int32(truncatingIfNeeded: instructions.count) }

  private mutating func compile(_ body: [Statement]) {
    for statement in body { compile(statement) }
  }

  private mutating func compile(_ statement: Statement) {
    switch statement {
    case .text(let range):
      instructions.append(
        .text(
          start: Int32(truncatingIfNeeded: range.lowerBound),
          count: Int32(truncatingIfNeeded: range.count)
        )
      )
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
    instructions.append(.output(output.expression, escaping[output.number]))
  }

  private mutating func compile(_ branches: [Statement.Branch], otherwise: [Statement]) {
    var exits: [Int] = []
    for branch in branches {
      let test = instructions.count
      instructions.append(.jumpUnless(branch.condition, 0))
      compile(branch.body)
      exits.append(instructions.count)
      instructions.append(.jump(0))
      instructions[test] = .jumpUnless(branch.condition, position)
    }
    compile(otherwise)
    for exit in exits { instructions[exit] = .jump(position) }
  }

  /// `begin, body, next, jump to the end` and, where `exit` points, the `else` part.
  private mutating func compile(_ loop: Statement.Loop) {
    let targets = add(loop.targets)
    let begin = instructions.count
    instructions.append(.beginLoop(loop.sequence, targets: targets, exit: 0))
    let body = position
    compile(loop.body)
    instructions.append(.nextRound(body: body))
    let leave = instructions.count
    instructions.append(.jump(0))
    instructions[begin] = .beginLoop(loop.sequence, targets: targets, exit: position)
    if !loop.otherwise.isEmpty {
      instructions.append(.enterScope)
      compile(loop.otherwise)
      instructions.append(.leaveScope)
    }
    instructions[leave] = .jump(position)
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
      for jump in fallThroughs where !branch.body.isEmpty { instructions[jump] = .jump(position) }
      if !branch.body.isEmpty { fallThroughs = [] }
      compile(branch.body)
      if branch.body.isEmpty {
        fallThroughs.append(instructions.count)
      } else {
        exits.append(instructions.count)
      }
      instructions.append(.jump(0))
      instructions[test] = .jumpUnlessCase(branch.condition, position)
    }
    for jump in fallThroughs { instructions[jump] = .jump(position) }
    compile(otherwise ?? [])
    for exit in exits { instructions[exit] = .jump(position) }
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
