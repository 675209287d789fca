import CallboardHTML

/// One render: runs programs and collects their output.
struct Renderer {
  let environment: TemplateEnvironment
  let mode: TemplateMode
  let limits: TemplateLimits
  var output: [UInt8]
  /// The output that was there before; limits count from here.
  let outputStart: Int

  var scope: Scope
  var contexts: [RenderContext] = []
  /// Whether any context has a name of its own, by the symbols' numbers.
  var isDefined: [Bool]
  /// The context of the template that is running.
  var context = 0
  var loops: [LoopState] = []
  var macros: [MacroInstance] = []
  /// What the arguments of calls have come to, of outer calls first.
  var arguments: [TemplateValue] = []
  /// What templates that only define macros export, by their numbers: pages import the same ones many times.
  var modules: [Int: TemplateObject] = [:]
  var cyclers: [CyclerState] = []
  var joiners: [JoinerState] = []
  /// Where the output of each capturing tag begins.
  var captureStarts: [Int] = []
  var captured: [TemplateValue] = []
  var switchSubjects: [TemplateValue] = []
  /// The bodies of blocks that are running, as (block, position among its bodies).
  var runningBlocks: [(name: Symbol, level: Int)] = []

  var steps = 0
  var rounds = 0
  var depth = 0
  var random: SplitMix64

  init(_ environment: TemplateEnvironment, output: [UInt8]) {
    self.environment = environment
    mode = environment.mode
    limits = environment.options.limits
    self.output = output
    outputStart = output.count
    scope = Scope(symbolCount: environment.symbols.keys.count)
    isDefined = Array(repeating: false, count: environment.symbols.keys.count)
    random = SplitMix64(state: environment.options.randomSeed)
    // What a page of some size needs, so that the lists do not grow to it step by step.
    contexts.reserveCapacity(32)
    loops.reserveCapacity(8)
    macros.reserveCapacity(48)
    arguments.reserveCapacity(16)
    runningBlocks.reserveCapacity(4)
  }

  /// Renders a template as the page itself.
  mutating func render(_ number: Int, base: TemplateObject) throws(TemplateError) {
    var context = RenderContext(base: base)
    context.addBlocks(of: environment.programs[number], number: number)
    contexts.append(context)
    self.context = contexts.count - 1
    scope.push(parent: -1, isTopLevel: true)
    try runRoot(number)
    scope.pop()
  }

  /// Evaluates one expression of a template as if it were rendered there.
  mutating func evaluate(
    _ expression: ExpressionID,
    of program: Program,
    base: TemplateObject
  ) throws(TemplateError) -> TemplateValue {
    contexts.append(RenderContext(base: base))
    scope.push(parent: -1, isTopLevel: true)
    let value = try evaluate(expression, program)
    if case .function = value { return .undefined }
    return value
  }

  /// Runs a template's root, then that of the template it extends, and so on.
  mutating func runRoot(_ number: Int) throws(TemplateError) {
    var next: Int? = number
    var generation = 0
    while let current = next {
      let program = environment.programs[current]
      let start = output.count
      next = try run(current, from: 0)
      guard next != nil else { return }
      // Of a template that extends another only the blocks count.
      output.removeLast(output.count - start)
      generation += 1
      if generation > limits.depth {
        throw program.error(TemplateFailure("templates extend each other", isLimit: true), at: 0)
      }
    }
  }

  /// Runs instructions up to the next `end`.
  ///
  /// - Returns: The template to go on with, when an `extends` was met.
  mutating func run(_ number: Int, from start: Int) throws(TemplateError) -> Int? {
    let program = environment.programs[number]
    // Held throughout: each access through the program would retain them.
    return try program.instructions.withUnsafeBufferPointer {
      instructions throws(TemplateError) in
      try program.texts.withUnsafeBufferPointer { texts throws(TemplateError) in
        try run(program, instructions, texts, from: start)
      }
    }
  }

  private mutating func run(
    _ program: Program,
    _ instructions: UnsafeBufferPointer<Instruction>,
    _ texts: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) throws(TemplateError) -> Int? {
    var parent: Int?
    var position = start
    while true {
      let instruction = instructions[position]
      position += 1
      try countStep(program)
      switch instruction {
      case .text(let start, let count):
        output.append(
          contentsOf: UnsafeBufferPointer(rebasing: texts[Int(start)..<Int(start + count)])
        )
      case .output(let expression, let escaping):
        try write(expression, escaping, program)
      case .jump(let target):
        position = Int(target)
      case .jumpUnless(let condition, let target):
        if !(try evaluate(condition, program).isTruthy) { position = Int(target) }
      case .beginLoop(let sequence, let targets, let exit):
        let names = program.nameLists[Int(targets)]
        if !(try beginLoop(sequence, targets: names, program)) { position = Int(exit) }
      case .nextRound(let body):
        if try nextRound(program) { position = Int(body) }
      case .enterScope:
        scope.push(parent: scope.depth, keepsDefinitions: true)
      case .leaveScope:
        scope.pop()
      case .assign(let expression, let targets):
        assign(try evaluate(expression, program), to: program.nameLists[Int(targets)])
      case .assignCaptured(let targets):
        assign(captured.popLast() ?? .undefined, to: program.nameLists[Int(targets)])
      case .beginCapture:
        captureStarts.append(output.count)
      case .endCapture:
        let bytes = takeOutput(from: captureStarts.popLast() ?? output.count)
        captured.append(
          mode == .theme
            ? .html(HTML(trusted: bytes)) : .string(String(decoding: bytes, as: UTF8.self))
        )
      case .beginSwitch(let subject):
        switchSubjects.append(try evaluate(subject, program))
      case .jumpUnlessCase(let expression, let target):
        let value = try evaluate(expression, program)
        if switchSubjects.last?.isStrictlyEqual(to: value) != true { position = Int(target) }
      case .endSwitch:
        switchSubjects.removeLast()
      case .defineMacro(let macro):
        defineMacro(Int(macro), program.number, program)
      case .block(let name, let offset):
        if parent == nil { try runBlock(name, program, offset: offset) }
      case .extends(let name, let offset):
        parent = try extend(name, program, offset: offset)
      case .include(let name, let ignoresMissing, let offset):
        try include(name, ignoresMissing: ignoresMissing, program, offset: offset)
      case .importModule(let template, let name, let withContext, let offset):
        let module = try exports(of: template, withContext, program, offset: offset)
        define(name, .object(module))
      case .importNames(let template, let names, let withContext, let offset):
        let module = try exports(of: template, withContext, program, offset: offset)
        try define(program.importLists[Int(names)], from: module, program, offset: offset)
      case .end:
        return parent
      }
    }
  }

  /// Takes back what was written since a place, as the result of something that captures output.
  mutating func takeOutput(from start: Int) -> [UInt8] {
    let bytes = Array(output[start...])
    output.removeLast(output.count - start)
    return bytes
  }

  mutating func countStep(_ program: Program) throws(TemplateError) {
    steps += 1
    if steps > limits.steps || output.count - outputStart > limits.outputBytes {
      throw exceeded(steps > limits.steps ? "takes too many steps" : "writes too much", program)
    }
  }

  func exceeded(_ what: String, _ program: Program, at offset: Int = 0) -> TemplateError {
    program.error(TemplateFailure("the template \(what)", isLimit: true), at: offset)
  }

  mutating func setInContext(_ name: Symbol, _ value: TemplateValue) {
    contexts[context].set(name, value)
    isDefined[Int(name.index)] = true
  }

  private mutating func assign(_ value: TemplateValue, to targets: [Symbol]) {
    let isTopLevel = scope.current?.isTopLevel ?? true
    for name in targets {
      scope.set(name, value)
      guard isTopLevel else { continue }
      setInContext(name, value)
      if !environment.symbols.name(of: name).hasPrefix("_") {
        contexts[context].exports.append(name)
      }
    }
  }
}
