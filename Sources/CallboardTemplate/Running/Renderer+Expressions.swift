/// Evaluation of expressions.
extension Renderer {
  mutating func evaluate(
    _ id: ExpressionID,
    _ program: Program
  ) throws(TemplateError) -> TemplateValue {
    let node = program.expression(id)
    switch node.kind {
    case .constant(let number):
      return program.constants[Int(number)]
    case .name(let name):
      return try value(of: name, node, program)
    case .member(let target, let key):
      // Most are members of a macro's argument or a loop's variable, which need not be copied to be asked.
      if case .name(let name) = program.expression(target).kind,
        let value = scope.member(environment.symbols.key(of: key), of: name)
      {
        return value
      }
      let value = try evaluate(target, program)
      return try member(key, of: value, node, program)
    default:
      try countStep(program)
      try enter(program, offset: Int(node.offset))
      let value = try evaluateCompound(id, node, program)
      depth -= 1
      if mode == .scaffold, node.kind.makesValues {
        try weigh(value, program, at: node.offset)
      }
      return value
    }
  }

  private mutating func evaluateCompound(
    _ id: ExpressionID,
    _ node: Expression,
    _ program: Program
  ) throws(TemplateError) -> TemplateValue {
    switch node.kind {
    case .constant, .name, .member:
      return try evaluate(id, program)
    case .index(let target, let index):
      let value = try evaluate(target, program)
      return try member(try evaluate(index, program), of: value, node, program)
    case .slice(let target, let parts):
      return try slice(target, parts, id, program)
    case .call(let callee, let arguments):
      return try call(callee, arguments, id, program)
    case .filter(let filter, let arguments):
      return try apply(filter, arguments, id, program)
    case .customFilter(let number, let arguments):
      var (all, named) = try evaluate(arguments, program)
      if let named { all.append(.object(named)) }
      do {
        return try environment.customFilters[Int(number)](all)
      } catch {
        throw program.error(error, at: id)
      }
    case .test(let test, let arguments):
      let first = Int(arguments.start)
      var values = (TemplateValue.undefined, TemplateValue.undefined)
      if arguments.count > 0 { values.0 = try evaluate(program.arguments[first].value, program) }
      if arguments.count > 1 {
        values.1 = try evaluate(program.arguments[first + 1].value, program)
      }
      do {
        return .bool(try test.holds(for: values.0, values.1))
      } catch {
        throw program.error(error, at: id)
      }
    case .binary(let operation, let left, let right):
      let first = try evaluate(left, program)
      let second = try evaluate(right, program)
      steps += first.size + second.size
      return try combine(operation, first, second, id, program)
    case .floor(let operand):
      return .number(try evaluate(operand, program).number.rounded(.down))
    case .and(let left, let right):
      let value = try evaluate(left, program)
      return value.isTruthy ? try evaluate(right, program) : value
    case .or(let left, let right):
      let value = try evaluate(left, program)
      return value.isTruthy ? value : try evaluate(right, program)
    case .not(let operand):
      return .bool(!(try evaluate(operand, program).isTruthy))
    case .negate(let operand):
      return .number(-(try evaluate(operand, program).number))
    case .plus(let operand):
      return .number(try evaluate(operand, program).number)
    case .contains(let element, let container):
      let wanted = try evaluate(element, program)
      let values = try evaluate(container, program)
      steps += values.size
      return .bool(try contains(wanted, in: values, id, program))
    case .conditional(let condition, let then, let otherwise):
      return try evaluate(
        try evaluate(condition, program).isTruthy ? then : otherwise,
        program
      )
    case .list(let arguments):
      return .array(try evaluate(arguments, program).positional)
    case .dictionary(let arguments):
      let named = try evaluate(arguments, program).named ?? TemplateObject()
      return .object(named.inJavaScriptOrder())
    case .captured:
      return captured.popLast() ?? .undefined
    case .caller(let macro):
      return caller(Int(macro), program)
    case .parentBlock(let name):
      return try parentBlock(name, program, offset: node.offset)
    }
  }

  /// Positional and named arguments, in the order written.
  mutating func evaluate(
    _ list: ArgumentList,
    _ program: Program
  ) throws(TemplateError) -> (positional: [TemplateValue], named: TemplateObject?) {
    let start = Int(list.start)
    let end = start + Int(list.count)
    var positional: [TemplateValue] = []
    positional.reserveCapacity(Int(list.count))
    for index in start..<end {
      positional.append(try evaluate(program.arguments[index].value, program))
    }
    return (positional, try namedArguments(list, program))
  }

  /// The named ones alone; nil where there are none.
  mutating func namedArguments(
    _ list: ArgumentList,
    _ program: Program
  ) throws(TemplateError) -> TemplateObject? {
    guard list.namedCount > 0 else { return nil }
    let start = Int(list.start + list.count)
    var named: [(TemplateKey, TemplateValue)] = []
    named.reserveCapacity(Int(list.namedCount))
    for index in start..<start + Int(list.namedCount) {
      let value = try evaluate(program.arguments[index].value, program)
      if let name = program.arguments[index].name {
        named.append((environment.symbols.key(of: name), value))
      }
    }
    return TemplateObject(named)
  }

  private mutating func apply(
    _ filter: BuiltinFilter,
    _ list: ArgumentList,
    _ id: ExpressionID,
    _ program: Program
  ) throws(TemplateError) -> TemplateValue {
    let input: TemplateValue
    var arguments: [TemplateValue] = []
    var named: TemplateObject?
    if list.count == 1, list.namedCount == 0 {
      input = try evaluate(program.arguments[Int(list.start)].value, program)
    } else {
      (arguments, named) = try evaluate(list, program)
      input = arguments.isEmpty ? .undefined : arguments.removeFirst()
    }
    let call = FilterCall(
      filter: filter,
      input: input,
      arguments: arguments,
      named: named,
      mode: mode,
      limits: limits
    )
    // A filter may look at every element of its input, so the input counts as work.
    steps += input.size
    do {
      return filter == .random ? try call.random(from: &random) : try call.apply()
    } catch {
      throw program.error(error, at: id)
    }
  }

  private mutating func combine(
    _ operation: BinaryOperator,
    _ left: TemplateValue,
    _ right: TemplateValue,
    _ id: ExpressionID,
    _ program: Program
  ) throws(TemplateError) -> TemplateValue {
    switch operation {
    case .add where !left.isTextual && !right.isTextual:
      return .number(left.number + right.number)
    case .add, .concatenate:
      return try join(left, right, id, program)
    case .subtract: return .number(left.number - right.number)
    case .multiply: return .number(left.number * right.number)
    case .divide: return .number(left.number / right.number)
    case .floorDivide: return .number((left.number / right.number).rounded(.down))
    case .remainder: return .number(left.number.truncatingRemainder(dividingBy: right.number))
    case .power: return .number(Power.of(left.number, right.number))
    case .equal: return .bool(left.isLooselyEqual(to: right))
    case .notEqual: return .bool(!left.isLooselyEqual(to: right))
    case .strictlyEqual: return .bool(left.isStrictlyEqual(to: right))
    case .strictlyNotEqual: return .bool(!left.isStrictlyEqual(to: right))
    case .less: return .bool(left.isLess(than: right) == true)
    case .greater: return .bool(right.isLess(than: left) == true)
    case .lessOrEqual: return .bool(right.isLess(than: left) == false)
    case .greaterOrEqual: return .bool(left.isLess(than: right) == false)
    }
  }

  private mutating func join(
    _ left: TemplateValue,
    _ right: TemplateValue,
    _ id: ExpressionID,
    _ program: Program
  ) throws(TemplateError) -> TemplateValue {
    if mode == .theme {
      for value in [left, right] {
        if case .html = value {
          throw program.error(
            TemplateFailure(
              "markup cannot be joined as text",
              help: ["Write the parts one after the other."]
            ),
            at: id
          )
        }
      }
    }
    let (first, second) = (left.text, right.text)
    if first.utf8.count + second.utf8.count > limits.outputBytes {
      throw exceeded("makes too long a text", program, at: Int(program.expression(id).offset))
    }
    return .string(first + second)
  }

  private mutating func contains(
    _ wanted: TemplateValue,
    in container: TemplateValue,
    _ id: ExpressionID,
    _ program: Program
  ) throws(TemplateError) -> Bool {
    switch container {
    case .array(let values):
      return values.contains { $0.isStrictlyEqual(to: wanted) }
    case .string(let text):
      let pattern = Array(wanted.text.utf8)
      return pattern.isEmpty || !RunSearch(pattern).places(in: Array(text.utf8)).isEmpty
    case .object(let object):
      return object.value(for: TemplateKey(wanted.text)) != nil
    // To Nunjucks it is an object without the member.
    case .html: return false
    default:
      throw program.error(
        TemplateFailure("'in' searches text, lists and objects, not \(container.typeName)"),
        at: id
      )
    }
  }
}

extension TemplateValue {
  /// A measure of the work that a pass over the value takes.
  var size: Int {
    switch self {
    case .string(let text): text.utf8.count / 64
    case .array(let values): values.count
    case .object(let object): object.count
    default: 0
    }
  }
}
