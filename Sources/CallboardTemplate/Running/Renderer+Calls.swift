import CallboardHTML

/// Calls of macros, global functions and methods.
extension Renderer {
  /// - Parameter inPlace: Whether a macro may write straight to the output and return nothing,
  ///   because its markup would be written there next.
  mutating func call(
    _ callee: ExpressionID,
    _ list: ArgumentList,
    _ id: ExpressionID,
    _ program: Program,
    inPlace: Bool = false
  ) throws(TemplateError) -> TemplateValue {
    if case .member(let target, let key) = program.expression(callee).kind {
      let receiver = try evaluate(target, program)
      if case .object(let object) = receiver, let function = environment.member(key, of: object) {
        return try call(function, callee, list, id, program, inPlace)
      }
      if let method = method(key, of: receiver) {
        let (positional, _) = try evaluate(list, program)
        steps += receiver.size
        if mode == .scaffold, method == .concat {
          try weigh(.array(positional), program, at: program.expression(id).offset)
        }
        do {
          return try invoke(method, on: receiver, positional)
        } catch {
          throw program.error(error, at: id)
        }
      }
      let function = try member(key, of: receiver, program.expression(callee), program)
      return try call(function, callee, list, id, program, inPlace)
    }
    return try call(try evaluate(callee, program), callee, list, id, program, inPlace)
  }

  private mutating func call(
    _ value: TemplateValue,
    _ callee: ExpressionID,
    _ list: ArgumentList,
    _ id: ExpressionID,
    _ program: Program,
    _ inPlace: Bool
  ) throws(TemplateError) -> TemplateValue {
    guard case .function(let function) = value else {
      throw program.error(
        TemplateFailure("'\(describe(callee, program))' is \(value.typeName), not a function"),
        at: callee
      )
    }
    if function.kind == .macro {
      let start = output.count
      try callMacro(Int(function.index), list, id, program)
      return inPlace ? .null : .html(HTML(trusted: takeOutput(from: start)))
    }
    let (positional, _) = try evaluate(list, program)
    do {
      return try invoke(function, positional)
    } catch {
      throw program.error(error, at: id)
    }
  }

  mutating func caller(_ macro: Int, _ program: Program) -> TemplateValue {
    macroValue(macro, program.number, frame: scope.depth)
  }

  /// Writes what the macro makes. Binds arguments as Nunjucks does: by place, then by name, and extra ones to the defaults.
  private mutating func callMacro(
    _ index: Int,
    _ list: ArgumentList,
    _ id: ExpressionID,
    _ callingProgram: Program
  ) throws(TemplateError) {
    let first = arguments.count
    let count = Int(list.count)
    for place in Int(list.start)..<Int(list.start) + count {
      arguments.append(try evaluate(callingProgram.arguments[place].value, callingProgram))
    }
    let named = try namedArguments(list, callingProgram)
    let instance = macros[index]
    let program = environment.programs[instance.program]
    // Read in place: a copy of the definition would retain its lists on every call.
    let parameterCount = program.macros[instance.number].parameters.count
    if mode == .theme {
      let most = parameterCount + program.macros[instance.number].defaults.count
      if named != nil || !(parameterCount...most).contains(count) {
        try check(program.macros[instance.number], count, named, id, callingProgram)
      }
    }
    try enter(callingProgram, offset: Int(callingProgram.expression(id).offset))
    let outer = context
    context = instance.context
    let isCaller = program.macros[instance.number].isCaller
    scope.push(parent: instance.frame, isolatesWrites: isCaller, keepsDefinitions: isCaller)
    if let caller = named?["caller"] { scope.declare(environment.callerSymbol, caller) }
    for place in 0..<parameterCount {
      let name = program.macros[instance.number].parameters[place]
      let value = place < count ? arguments[first + place] : named?[self.name(of: name)]
      scope.declare(name, value ?? .undefined)
    }
    for place in 0..<program.macros[instance.number].defaults.count {
      let parameter = program.macros[instance.number].defaults[place]
      guard let name = parameter.name else { continue }
      let extra = parameterCount + place
      if let given = extra < count ? arguments[first + extra] : named?[self.name(of: name)] {
        scope.declare(name, given)
      } else {
        scope.declare(name, try evaluate(parameter.value, program))
      }
    }
    arguments.removeLast(arguments.count - first)
    _ = try run(instance.program, from: program.macros[instance.number].start)
    scope.pop()
    context = outer
    depth -= 1
  }

  /// Refuses calls that leave out an argument or give one that the macro does not take. For those with named arguments, and
  /// with fewer or more than it has places for.
  private mutating func check(
    _ macro: MacroDefinition,
    _ count: Int,
    _ named: TemplateObject?,
    _ id: ExpressionID,
    _ program: Program
  ) throws(TemplateError) {
    let required = macro.parameters.map(self.name(of:))
    let known = required + macro.defaults.compactMap { $0.name.map(self.name(of:)) }
    let title = self.name(of: macro.name)
    for name in required.dropFirst(count) where named?[name] == nil {
      throw program.error(TemplateFailure("'\(title)' needs the argument '\(name)'"), at: id)
    }
    if count > known.count {
      throw program.error(
        TemplateFailure("'\(title)' takes \(known.count) arguments, not \(count)"),
        at: id
      )
    }
    for name in named?.keys ?? [] where !known.contains(name) && name != "caller" {
      throw program.error(
        TemplateFailure(
          "'\(title)' takes no argument '\(name)'",
          help: nearest(name, among: known)
        ),
        at: id
      )
    }
  }

  private mutating func invoke(
    _ function: TemplateFunction,
    _ arguments: [TemplateValue]
  ) throws(TemplateFailure) -> TemplateValue {
    switch function.kind {
    case .range:
      return try range(arguments)
    case .cycler:
      cyclers.append(CyclerState(items: arguments))
      return .function(
        TemplateFunction(kind: .cyclerInstance, index: Int32(truncatingIfNeeded: cyclers.count - 1))
      )
    case .joiner:
      let separator = arguments.first ?? .undefined
      joiners.append(JoinerState(separator: separator.isTruthy ? separator : ","))
      return .function(
        TemplateFunction(kind: .joinerInstance, index: Int32(truncatingIfNeeded: joiners.count - 1))
      )
    case .joinerInstance:
      let index = Int(function.index)
      defer { joiners[index].isFirst = false }
      return joiners[index].isFirst ? "" : joiners[index].separator
    case .cyclerInstance, .loop, .macro:
      throw TemplateFailure("an object is not a function")
    }
  }

  private mutating func range(_ arguments: [TemplateValue]) throws(TemplateFailure) -> TemplateValue
  {
    var start = arguments.first?.number ?? .nan
    var stop = start
    var step = 1.0
    if arguments.count < 2 || arguments[1].isUndefined {
      start = 0
    } else {
      stop = arguments[1].number
      if arguments.count > 2, arguments[2].isTruthy { step = arguments[2].number }
    }
    var values: [TemplateValue] = []
    var value = start
    while step > 0 ? value < stop : value > stop {
      values.append(.number(value))
      value += step
      if values.count > limits.loopIterations {
        throw TemplateFailure("'range' makes too many numbers", isLimit: true)
      }
    }
    steps += values.count
    return .array(values)
  }

  /// The callee as the author wrote it, for messages.
  private mutating func describe(_ id: ExpressionID, _ program: Program) -> String {
    switch program.expression(id).kind {
    case .name(let name): self.name(of: name)
    case .member(let target, let name):
      "\(describe(target, program)).\(self.name(of: name))"
    default: "this"
    }
  }
}
