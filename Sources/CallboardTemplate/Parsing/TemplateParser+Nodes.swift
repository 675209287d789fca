/// Additions to the template's flat arrays.
extension TemplateParser {
  mutating func add(_ kind: Expression.Kind, at offset: Int) -> ExpressionID {
    let id = ExpressionID(index: Int32(truncatingIfNeeded: template.expressions.count))
    template.expressions.append(Expression(kind: kind, offset: Int32(truncatingIfNeeded: offset)))
    heights.append(1 + (children(of: kind).map { heights[Int($0.index)] }.max() ?? 0))
    return id
  }

  /// Adds an expression, unless the renderer could not evaluate it without deep recursion.
  mutating func addChecked(
    _ kind: Expression.Kind,
    at offset: Int
  ) throws(TemplateError) -> ExpressionID {
    let id = add(kind, at: offset)
    if heights[Int(id.index)] > Self.heightLimit {
      throw tooDeep(at: Int(template.expressions[Int(id.index)].offset))
    }
    return id
  }

  mutating func addConstant(_ value: TemplateValue, at offset: Int) -> ExpressionID {
    template.constants.append(value)
    return add(.constant(Int32(truncatingIfNeeded: template.constants.count - 1)), at: offset)
  }

  mutating func addArguments(_ list: [Argument]) -> ArgumentList {
    let start = template.arguments.count
    template.arguments += list
    let namedCount = list.count { $0.name != nil }
    return ArgumentList(
      start: Int32(truncatingIfNeeded: start),
      count: Int32(truncatingIfNeeded: list.count - namedCount),
      namedCount: Int32(truncatingIfNeeded: namedCount)
    )
  }

  func arguments(_ list: ArgumentList) -> ArraySlice<Argument> {
    template.arguments[Int(list.start)..<Int(list.start + list.count + list.namedCount)]
  }

  /// Lets the names and members of a chain such as `a.b.c` be missing.
  mutating func makeLenient(_ id: ExpressionID) {
    var current = id
    while true {
      template.expressions[Int(current.index)].isLenient = true
      switch template.expressions[Int(current.index)].kind {
      case .member(let target, _), .index(let target, _): current = target
      default: return
      }
    }
  }

  private func children(of kind: Expression.Kind) -> [ExpressionID] {
    switch kind {
    case .constant, .name, .captured, .caller, .parentBlock: []
    case .member(let one, _), .floor(let one), .not(let one), .negate(let one), .plus(let one):
      [one]
    case .index(let left, let right), .binary(_, let left, let right), .and(let left, let right),
      .or(let left, let right), .contains(let left, let right):
      [left, right]
    case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
    case .slice(let target, let list), .call(let target, let list):
      [target] + arguments(list).map(\.value)
    case .filter(_, let list), .customFilter(_, let list), .test(_, let list), .list(let list),
      .dictionary(let list):
      arguments(list).map(\.value)
    }
  }
}
