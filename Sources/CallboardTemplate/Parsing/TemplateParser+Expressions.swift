/// Operators, from the loosest to the tightest.
///
/// Nunjucks writes expressions out as JavaScript without adding parentheses, so within a level
/// JavaScript's precedence decides: `~ + -` are one level, `* / %` another, and `not a == b` is
/// `(not a) == b`. A rewrite that is "more correct" would give other files than Backstage gives.
extension TemplateParser {
  mutating func parseExpression() throws(TemplateError) -> ExpressionID {
    nesting += 1
    defer { nesting -= 1 }
    if nesting > Self.nestingLimit { throw tooDeep(at: token.range.lowerBound) }
    let value = try parseOr()
    let offset = token.range.lowerBound
    guard try skip(word: "if") else { return value }
    let condition = try parseOr()
    let otherwise =
      try skip(word: "else") ? try parseOr() : addConstant(.string(""), at: offset)
    return try addChecked(
      .conditional(condition: condition, then: value, otherwise: otherwise),
      at: offset
    )
  }

  private mutating func parseOr() throws(TemplateError) -> ExpressionID {
    var left = try parseAnd()
    while true {
      let offset = token.range.lowerBound
      guard try skip(word: "or") else { return left }
      left = try addChecked(.or(left, try parseAnd()), at: offset)
    }
  }

  private mutating func parseAnd() throws(TemplateError) -> ExpressionID {
    var left = try parseNot()
    while true {
      let offset = token.range.lowerBound
      guard try skip(word: "and") else { return left }
      left = try addChecked(.and(left, try parseNot()), at: offset)
    }
  }

  private mutating func parseNot() throws(TemplateError) -> ExpressionID {
    let offset = token.range.lowerBound
    guard try skip(word: "not") else { return try parseIn() }
    nesting += 1
    defer { nesting -= 1 }
    if nesting > Self.nestingLimit { throw tooDeep(at: offset) }
    return try negateLeftmost(of: try parseNot(), at: offset)
  }

  /// Puts `not` where JavaScript's `!` would bind: on the first operand of an open expression.
  private mutating func negateLeftmost(
    of target: ExpressionID,
    at offset: Int
  ) throws(TemplateError) -> ExpressionID {
    var parent: ExpressionID?
    var current = target
    while !parenthesized.contains(current),
      case .binary(let operation, let left, _) = template.expressions[Int(current.index)].kind,
      operation != .power
    {
      parent = current
      current = left
    }
    guard let parent else { return try addChecked(.not(target), at: offset) }
    if mode == .theme {
      throw error(
        "'not' belongs to the first operand only",
        at: offset,
        help: ["Put what it negates in parentheses."]
      )
    }
    let negated = try addChecked(.not(current), at: offset)
    if case .binary(let operation, _, let right) = template.expressions[Int(parent.index)].kind {
      template.expressions[Int(parent.index)].kind = .binary(operation, negated, right)
    }
    return target
  }

  private mutating func parseIn() throws(TemplateError) -> ExpressionID {
    var left = try parseIs()
    while true {
      let offset = token.range.lowerBound
      let isNegated = try skip(word: "not")
      guard try skip(word: "in") else {
        if isNegated { throw unexpectedToken(wanted: "'in' after 'not'") }
        return left
      }
      let right = try parseIs()
      left = try addChecked(.contains(element: left, container: right), at: offset)
      if isNegated { left = try addChecked(.not(left), at: offset) }
    }
  }

  private mutating func parseIs() throws(TemplateError) -> ExpressionID {
    let value = try parseComparison()
    guard try skip(word: "is") else { return value }
    let isNegated = try skip(word: "not")
    let offset = token.range.lowerBound
    let name = try expectName("the name of a test")
    guard let test = BuiltinTest(name: name) else {
      throw unknown("test", name, among: BuiltinTest.names, at: offset)
    }
    var list = [Argument(name: nil, value: value)]
    if token.kind == .leftParenthesis { list += try parseArguments() }
    if test == .defined || test == .undefined { makeLenient(value) }
    let tested = try addChecked(.test(test, addArguments(list)), at: offset)
    return isNegated ? try addChecked(.not(tested), at: offset) : tested
  }

  /// Relational operators bind tighter than equality, and all associate to the left.
  private mutating func parseComparison() throws(TemplateError) -> ExpressionID {
    var left = try parseRelation()
    while case .binary(let operation) = token.kind,
      operation.isComparison, !operation.isRelational
    {
      let offset = token.range.lowerBound
      try advance()
      left = try addChecked(.binary(operation, left, try parseRelation()), at: offset)
    }
    return left
  }

  private mutating func parseRelation() throws(TemplateError) -> ExpressionID {
    var left = try parseSum()
    while case .binary(let operation) = token.kind, operation.isRelational {
      let offset = token.range.lowerBound
      try advance()
      left = try addChecked(.binary(operation, left, try parseSum()), at: offset)
    }
    return left
  }

  private mutating func parseSum() throws(TemplateError) -> ExpressionID {
    var left = try parseProduct()
    while case .binary(let operation) = token.kind,
      operation == .add || operation == .subtract || operation == .concatenate
    {
      let offset = token.range.lowerBound
      try advance()
      left = try addChecked(.binary(operation, left, try parseProduct()), at: offset)
    }
    return left
  }

  private mutating func parseProduct() throws(TemplateError) -> ExpressionID {
    var left = try parseFactors(after: nil)
    while case .binary(let operation) = token.kind, operation == .multiply || operation == .divide {
      let offset = token.range.lowerBound
      try advance()
      left = try parseFactors(after: (left, operation, offset))
    }
    return left
  }

  /// A run of `%` and `//` with what stands to its left.
  ///
  /// A run that holds a `//` is a unit, because it becomes a call of `Math.floor`; one without joins
  /// the operators to its left.
  private mutating func parseFactors(
    after preceding: (left: ExpressionID, operation: BinaryOperator, offset: Int)?
  ) throws(TemplateError) -> ExpressionID {
    var operands = [try parsePower()]
    var operations: [(BinaryOperator, offset: Int)] = []
    while case .binary(let operation) = token.kind,
      operation == .remainder || operation == .floorDivide
    {
      operations.append((operation, token.range.lowerBound))
      try advance()
      operands.append(try parsePower())
    }
    let isUnit = operations.contains { $0.0 == .floorDivide }
    var value = operands[0]
    if let preceding, !isUnit {
      value = try addChecked(
        .binary(preceding.operation, preceding.left, value),
        at: preceding.offset
      )
    }
    for (index, (operation, offset)) in operations.enumerated() {
      let divides = operation == .floorDivide
      value = try addChecked(
        .binary(divides ? .divide : .remainder, value, operands[index + 1]),
        at: offset
      )
      let endsQuotient =
        index + 1 == operations.count || operations[index + 1].0 == .floorDivide
      if endsQuotient, operations[...index].contains(where: { $0.0 == .floorDivide }) {
        value = try addChecked(.floor(value), at: offset)
      }
    }
    if let preceding, isUnit {
      value = try addChecked(
        .binary(preceding.operation, preceding.left, value),
        at: preceding.offset
      )
    }
    return value
  }

  private mutating func parsePower() throws(TemplateError) -> ExpressionID {
    var left = try parseUnary()
    while token.kind == .binary(.power) {
      let offset = token.range.lowerBound
      try advance()
      left = try addChecked(.binary(.power, left, try parseUnary()), at: offset)
    }
    return left
  }

  private mutating func parseUnary(
    takesFilters: Bool = true
  ) throws(TemplateError) -> ExpressionID {
    nesting += 1
    defer { nesting -= 1 }
    if nesting > Self.nestingLimit { throw tooDeep(at: token.range.lowerBound) }
    let offset = token.range.lowerBound
    var value: ExpressionID
    if try skip(.binary(.subtract)) {
      value = try addChecked(.negate(try parseUnary(takesFilters: false)), at: offset)
    } else if try skip(.binary(.add)) {
      value = try addChecked(.plus(try parseUnary(takesFilters: false)), at: offset)
    } else {
      value = try parsePrimary()
    }
    while takesFilters, try skip(.pipe) { value = try parseFilterCall(on: value) }
    return value
  }
}
