extension Renderer {
  /// Enters the first round; false when there is none.
  mutating func beginLoop(
    _ sequence: ExpressionID,
    targets: [Symbol],
    _ program: Program
  ) throws(TemplateError) -> Bool {
    let value = try evaluate(sequence, program)
    guard value.isTruthy, let items = try items(of: value, targets, sequence, program) else {
      return false
    }
    let count = items.entries?.count ?? items.values.count
    guard count > 0 else { return false }
    scope.push(parent: scope.depth, keepsDefinitions: true)
    let position = scope.nextPosition
    for name in targets { scope.declare(name, .undefined) }
    scope.declare(
      environment.loopSymbol,
      .function(TemplateFunction(kind: .loop, index: Int32(truncatingIfNeeded: loops.count)))
    )
    loops.append(
      LoopState(
        values: items.values,
        entries: items.entries,
        count: count,
        targetCount: targets.count,
        position: position
      )
    )
    try bindRound(sequence, program)
    return true
  }

  /// Enters the next round; false, with the loop left, when there is none.
  mutating func nextRound(_ program: Program) throws(TemplateError) -> Bool {
    guard let last = loops.indices.last else { return false }
    loops[last].index += 1
    guard loops[last].index < loops[last].count else {
      loops.removeLast()
      scope.pop()
      return false
    }
    try bindRound(nil, program)
    return true
  }

  private mutating func bindRound(
    _ sequence: ExpressionID?,
    _ program: Program
  ) throws(TemplateError) {
    rounds += 1
    if rounds > limits.loopIterations { throw exceeded("loops too often", program) }
    // Read in place: a copy of the state would retain all that it holds.
    guard let last = loops.indices.last else { return }
    let (index, position) = (loops[last].index, loops[last].position)
    if let object = loops[last].entries {
      scope.replace(at: position, with: .string(object.key(at: index)))
      scope.replace(at: position + 1, with: object.value(at: index))
      return
    }
    let value = loops[last].values[index]
    let targetCount = loops[last].targetCount
    guard targetCount > 1 else {
      scope.replace(at: position, with: value)
      return
    }
    if value.isNullish {
      throw program.error(
        TemplateFailure("'for' with several variables met \(value.typeName)"),
        at: sequence.map { Int(program.expression($0).offset) } ?? 0
      )
    }
    for place in 0..<targetCount {
      scope.replace(at: position + place, with: value.member(.integer(place)))
    }
  }

  /// What a loop goes over; nil for what JavaScript would silently skip.
  private mutating func items(
    of value: TemplateValue,
    _ targets: [Symbol],
    _ sequence: ExpressionID,
    _ program: Program
  ) throws(TemplateError) -> (values: [TemplateValue], entries: TemplateObject?)? {
    switch value {
    case .array(let values):
      return (values, nil)
    case .object(let object) where targets.count > 1:
      return ([], object)
    case .string, .html:
      if mode == .theme { break }
      let characters = value.text.unicodeScalars.map { TemplateValue.string(String($0)) }
      guard targets.count > 1 else { return (characters, nil) }
      let numbered = characters.enumerated().map { (String($0.offset), $0.element) }
      return ([], TemplateObject(numbered))
    default:
      break
    }
    guard mode == .theme else { return nil }
    throw program.error(
      TemplateFailure(
        "'for' got \(value.typeName)",
        help: value.isObject ? ["Name two variables: 'for key, value in …'."] : []
      ),
      at: sequence
    )
  }
}

extension TemplateValue {
  fileprivate var isObject: Bool {
    if case .object = self { true } else { false }
  }
}
