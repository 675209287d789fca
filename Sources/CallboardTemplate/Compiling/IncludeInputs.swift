/// All that the output of an included template depends on, besides the template itself.
struct IncludeInputs: Sendable {
  /// Values of the including page, each as a name and the members that lead to it; none leads into another.
  private(set) var paths: [[Symbol]] = []
  /// Names of macros and imported templates. A variable of the including template would hide them.
  private(set) var definitions: [Symbol] = []
  /// Templates whose inputs are among these, by number, with the names that had values of their own where they were
  /// included.
  fileprivate var included: [Int: Set<Symbol>] = [:]

  /// Adds a path, unless a shorter one has it already.
  mutating func add(_ path: [Symbol]) {
    guard !paths.contains(where: { path.starts(with: $0) }) else { return }
    paths.removeAll { $0.starts(with: path) }
    paths.append(path)
  }

  fileprivate mutating func define(_ name: Symbol) {
    if !definitions.contains(name) { definitions.append(name) }
  }
}

/// Finds what an included template reads of the page around it, so that its output can be used again.
struct IncludeInputsFinder {
  let templates: [ParsedTemplate]
  /// The number of a template by its name.
  let numbers: [String: Int]
  /// See ``Program/onlyDefinesMacros``, by the templates' numbers.
  let onlyDefinesMacros: [Bool]
  let loopSymbol: Symbol

  /// nil for a template whose output may differ although all that it reads is the same, or that changes what other
  /// templates read.
  func inputs(of number: Int) -> IncludeInputs? {
    var inputs = IncludeInputs()
    return find(number, [], [], into: &inputs) ? inputs : nil
  }

  /// Adds what a template reads; false when it cannot be said.
  private func find(
    _ number: Int,
    _ bound: Set<Symbol>,
    _ including: [Int],
    into inputs: inout IncludeInputs
  ) -> Bool {
    guard !including.contains(number), isRepeatable(number) else { return false }
    // Where more names are bound, fewer are read: templates that include the next one twice each are walked once.
    if let known = inputs.included[number], known.isSubset(of: bound) { return true }
    var walk = Walk(finder: self, number: number, including: including + [number], inputs: inputs)
    let beginning = bound
    var bound = bound
    guard walk.visit(templates[number].body, &bound, isInner: false) else { return false }
    inputs = walk.inputs
    inputs.included[number] = beginning
    return true
  }

  /// Whether no part of a template belongs to the render that it is in.
  private func isRepeatable(_ number: Int) -> Bool {
    templates[number].expressions.allSatisfy { expression in
      switch expression.kind {
      case .caller, .parentBlock: false
      default: true
      }
    }
  }

  private func template(named name: ExpressionID, in number: Int) -> Int? {
    guard case .constant(let constant) = templates[number].expressions[Int(name.index)].kind,
      case .string(let text) = templates[number].constants[Int(constant)]
    else { return nil }
    return numbers[text]
  }

  /// One pass over the statements of one template.
  private struct Walk {
    let finder: IncludeInputsFinder
    let number: Int
    let including: [Int]
    var inputs: IncludeInputs

    var template: ParsedTemplate { finder.templates[number] }

    /// - Parameters:
    ///   - bound: The names that surely have their values from the template itself.
    ///   - isInner: Whether the statements may run more than once, or not at all.
    mutating func visit(
      _ statements: [Statement],
      _ bound: inout Set<Symbol>,
      isInner: Bool
    ) -> Bool {
      for statement in statements where !visit(statement, &bound, isInner) { return false }
      return true
    }

    private mutating func visit(
      _ statement: Statement,
      _ bound: inout Set<Symbol>,
      _ isInner: Bool
    ) -> Bool {
      switch statement {
      case .text: return true
      case .output(let output):
        read(output.expression, bound)
        return true
      case .conditional(let branches, let otherwise, _):
        for branch in branches { read(branch.condition, bound) }
        return visit(branches.map(\.body) + [otherwise], bound)
      case .choose(let subject, let cases, let otherwise, _):
        read(subject, bound)
        for one in cases { read(one.condition, bound) }
        return visit(cases.map(\.body) + [otherwise ?? []], bound)
      case .loop(let loop):
        read(loop.sequence, bound)
        return visit([loop.body], bound.union(loop.targets).union([finder.loopSymbol]))
          && visit([loop.otherwise], bound)
      case .assign(let targets, let value):
        read(value, bound)
        return assign(targets, &bound, isInner)
      case .assignCapture(let targets, let body, _):
        return visit([body], bound) && assign(targets, &bound, isInner)
      case .filtered(let output, let body, _):
        read(output.expression, bound)
        return visit([body], bound)
      case .macro(let macro):
        return define(template.macros[macro], &bound, isInner)
      case .include(let name, let ignoresMissing, _):
        guard let included = finder.template(named: name, in: number) else {
          return ignoresMissing
        }
        return finder.find(included, bound, including, into: &inputs)
      case .importModule(let name, let alias, let withContext, _):
        return define([alias], of: name, withContext, &bound, isInner)
      case .importNames(let name, let names, let withContext, _):
        return define(names.map(\.alias), of: name, withContext, &bound, isInner)
      case .block, .extends: return false
      }
    }

    /// Visits statements that may not run: what they set is not surely set afterwards.
    private mutating func visit(_ bodies: [[Statement]], _ bound: Set<Symbol>) -> Bool {
      for body in bodies {
        var inner = bound
        guard visit(body, &inner, isInner: true) else { return false }
      }
      return true
    }

    /// In a loop a name that is not set yet may be a variable of the including template, which would change.
    private func assign(
      _ targets: [Symbol],
      _ bound: inout Set<Symbol>,
      _ isInner: Bool
    ) -> Bool {
      guard !isInner || bound.isSuperset(of: targets) else { return false }
      bound.formUnion(targets)
      return true
    }

    private mutating func define(
      _ names: [Symbol],
      of template: ExpressionID,
      _ withContext: Bool,
      _ bound: inout Set<Symbol>,
      _ isInner: Bool
    ) -> Bool {
      guard !isInner, !withContext,
        let imported = finder.template(named: template, in: number),
        finder.onlyDefinesMacros[imported]
      else { return false }
      for name in names { inputs.define(name) }
      bound.formUnion(names)
      return true
    }

    /// A macro sees the page, but not the variables around it, so that one that reads more than it is given is not
    /// followed.
    private mutating func define(
      _ macro: MacroDeclaration,
      _ bound: inout Set<Symbol>,
      _ isInner: Bool
    ) -> Bool {
      guard !isInner, !macro.isCaller else { return false }
      var inner = Set(inputs.definitions).intersection(bound).union(macro.parameters)
      inner.formUnion(macro.defaults.map(\.name))
      inner.insert(macro.name)
      var alone = Walk(
        finder: finder,
        number: number,
        including: including,
        inputs: IncludeInputs()
      )
      for value in macro.defaults.map(\.value) { alone.read(value, inner) }
      guard alone.visit(macro.body, &inner, isInner: true), alone.inputs.paths.isEmpty,
        alone.inputs.definitions.isEmpty
      else { return false }
      inputs.define(macro.name)
      bound.insert(macro.name)
      return true
    }

    // MARK: Expressions

    private mutating func read(_ id: ExpressionID, _ bound: Set<Symbol>) {
      if let path = path(id) {
        if !bound.contains(path[0]) { inputs.add(path) }
        return
      }
      switch template.expressions[Int(id.index)].kind {
      case .constant, .name, .captured, .caller, .parentBlock: break
      case .member(let target, _), .floor(let target), .not(let target), .negate(let target),
        .plus(let target):
        read(target, bound)
      case .index(let first, let second), .binary(_, let first, let second),
        .and(let first, let second), .or(let first, let second), .contains(let first, let second):
        read(first, bound)
        read(second, bound)
      case .conditional(let condition, let then, let otherwise):
        for part in [condition, then, otherwise] { read(part, bound) }
      case .call(let callee, let list):
        // What a method belongs to is read, whatever the method is.
        if case .member(let target, _) = template.expressions[Int(callee.index)].kind {
          read(target, bound)
        } else {
          read(callee, bound)
        }
        read(list, bound)
      case .slice(let target, let list):
        read(target, bound)
        read(list, bound)
      case .filter(_, let list), .customFilter(_, let list), .test(_, let list),
        .list(let list), .dictionary(let list):
        read(list, bound)
      }
    }

    private mutating func read(_ list: ArgumentList, _ bound: Set<Symbol>) {
      let end = list.start + list.count + list.namedCount
      for argument in Int(list.start)..<Int(end) {
        read(template.arguments[argument].value, bound)
      }
    }

    /// A name with the members after it; nil for any other expression.
    private func path(_ id: ExpressionID) -> [Symbol]? {
      switch template.expressions[Int(id.index)].kind {
      case .name(let name): [name]
      case .member(let target, let key): path(target).map { $0 + [key] }
      default: nil
      }
    }
  }
}
