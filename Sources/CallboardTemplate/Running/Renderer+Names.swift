/// Names and members, and what happens where there is none.
///
/// Lookups change nothing; they are mutating, as others of the renderer's functions are, because the compiler would copy
/// the renderer for them.
extension Renderer {
  mutating func value(
    of name: Symbol,
    _ node: Expression,
    _ program: Program
  ) throws(TemplateError) -> TemplateValue {
    if let value = value(of: name) { return value }
    let key = environment.symbols.key(of: name)
    if !key.isReserved, let value = Self.function(named: key.name) { return value }
    if mode == .scaffold || node.isLenient { return .undefined }
    var known = scope.visibleNames.map(self.name(of:))
    var outer = context
    while outer >= 0 {
      known += contexts[outer].own.map { self.name(of: $0.name) }
      outer = contexts[outer].outer
    }
    known += contexts[context].base.keys
    known += environment.options.globals.keys
    throw program.error(
      TemplateFailure(
        "nothing is called '\(key.name)' here",
        help: nearest(key.name, among: known)
      ),
      at: Int(node.offset)
    )
  }

  /// What a name stands for where the render is; nil for nothing and for a function that every template has.
  private mutating func value(of name: Symbol) -> TemplateValue? {
    if let value = scope.value(of: name) { return value }
    var outer = isDefined[Int(name.index)] ? context : -1
    while outer >= 0 {
      if let value = contexts[outer].ownValue(of: name) { return value }
      outer = contexts[outer].outer
    }
    let key = environment.symbols.key(of: name)
    guard !key.isReserved else { return nil }
    return contexts[context].base.value(for: key) ?? environment.options.globals.value(for: key)
  }

  /// What an included template is about to read, in the order of the paths and nil for what is missing; nil altogether
  /// when its output cannot be told by that.
  mutating func values(of inputs: IncludeInputs) -> [TemplateValue?]? {
    for name in inputs.definitions where scope.value(of: name) != nil { return nil }
    var values: [TemplateValue?] = []
    values.reserveCapacity(inputs.paths.count)
    for path in inputs.paths {
      var value = value(of: path[0])
      // A part of something that is no object follows from the whole.
      for key in path.dropFirst() {
        guard case .object(let object) = value else { break }
        value = environment.member(key, of: object)
      }
      switch value {
      case .function, .regex: return nil
      default: values.append(value)
      }
    }
    return values
  }

  private static func function(named name: String) -> TemplateValue? {
    switch name {
    case "range": .function(TemplateFunction(kind: .range, index: 0))
    case "cycler": .function(TemplateFunction(kind: .cycler, index: 0))
    case "joiner": .function(TemplateFunction(kind: .joiner, index: 0))
    default: nil
    }
  }

  mutating func member(
    _ name: Symbol,
    of value: TemplateValue,
    _ node: Expression,
    _ program: Program
  ) throws(TemplateError) -> TemplateValue {
    if case .object(let object) = value {
      if let found = environment.member(name, of: object) { return found }
    } else if case .function(let function) = value {
      if let found = member(name, of: function) { return found }
    } else {
      let found = value.member(environment.symbols.key(of: name))
      if !found.isUndefined { return found }
    }
    return try missing(self.name(of: name), in: value, node, program)
  }

  mutating func member(
    _ key: TemplateValue,
    of value: TemplateValue,
    _ node: Expression,
    _ program: Program
  ) throws(TemplateError) -> TemplateValue {
    if case .function(let function) = value,
      let name = environment.symbols.symbol(of: key.text),
      let found = member(name, of: function)
    {
      return found
    }
    if case .object(let object) = value, case .string(let name) = key,
      !TemplateValue.isReserved(name), let found = object[name]
    {
      return found
    }
    let found = value.member(key)
    return found.isUndefined ? try missing(key.text, in: value, node, program) : found
  }

  private mutating func member(_ name: Symbol, of function: TemplateFunction) -> TemplateValue? {
    guard let member = BuiltinMember(name) else { return nil }
    let index = Int(function.index)
    switch function.kind {
    case .loop:
      return loops.indices.contains(index) ? loops[index].member(member) : nil
    case .cyclerInstance:
      guard member == .current else { return nil }
      let cycler = cyclers[index]
      return cycler.index < 0 ? .null : cycler.items[cycler.index]
    default:
      return nil
    }
  }

  private mutating func missing(
    _ name: String,
    in value: TemplateValue,
    _ node: Expression,
    _ program: Program
  ) throws(TemplateError) -> TemplateValue {
    if mode == .scaffold || node.isLenient { return .undefined }
    var help: [String] = []
    if case .object(let object) = value { help = nearest(name, among: object.keys) }
    if value.isNullish { help = ["Test the value with 'if' before using its members."] }
    throw program.error(
      TemplateFailure("\(value.typeName) has no member '\(name)'", help: help),
      at: Int(node.offset)
    )
  }
}
