/// What one template sees by name during a render: the caller's object and what it set on top.
struct RenderContext {
  var base: TemplateObject
  /// The context of the template that includes or imports this one, whose names it sees; -1 for none.
  var outer: Int
  /// Names that the template's own tags set; few, so they are searched from the end.
  var own: [(name: Symbol, value: TemplateValue)] = []
  /// The bodies of all blocks, those of the most derived template first; few, so they are searched.
  private var blocks: [BlockBody] = []
  /// Names that an import of this template gets.
  var exports: [Symbol] = []

  struct BlockBody {
    var name: Symbol
    var program: Int
    var start: Int
  }

  init(base: TemplateObject, outer: Int = -1) {
    self.base = base
    self.outer = outer
  }

  /// Adds a template's blocks below those of the templates that extend it.
  mutating func addBlocks(of program: Program, number: Int) {
    blocks.reserveCapacity(blocks.count + program.blocks.count)
    for (name, start) in program.blocks {
      blocks.append(BlockBody(name: name, program: number, start: start))
    }
  }

  /// The body of a block in the most derived template that has it, or as many templates below; nil without one.
  func body(of block: Symbol, level: Int) -> BlockBody? {
    var rest = level
    for body in blocks where body.name == block {
      if rest == 0 { return body }
      rest -= 1
    }
    return nil
  }

  func ownValue(of name: Symbol) -> TemplateValue? {
    for index in own.indices.reversed() where own[index].name == name { return own[index].value }
    return nil
  }

  mutating func set(_ name: Symbol, _ value: TemplateValue) {
    if let index = own.firstIndex(where: { $0.name == name }) {
      own[index].value = value
    } else {
      // What a page imports, so that the list does not grow to it step by step.
      if own.isEmpty { own.reserveCapacity(16) }
      own.append((name, value))
    }
  }
}

/// A running `for`.
struct LoopState {
  /// What the loop goes over, unless that is an object.
  var values: [TemplateValue]
  /// Whose keys and values the loop goes over; nil for a list.
  var entries: TemplateObject?
  var count: Int
  /// From 0.
  var index = 0
  /// How many variables take the parts of each element.
  var targetCount: Int
  /// Where they stand in the scope.
  var position: Int

  func member(_ member: BuiltinMember) -> TemplateValue? {
    switch member {
    case .index: .integer(index + 1)
    case .index0: .integer(index)
    case .revindex: .integer(count - index)
    case .revindex0: .integer(count - index - 1)
    case .first: .bool(index == 0)
    case .last: .bool(index == count - 1)
    case .length: .integer(count)
    case .current, .next, .reset: nil
    }
  }
}

/// A macro that has been defined during a render.
struct MacroInstance {
  var program: Int
  var number: Int
  /// The context of the template that defines it.
  var context: Int
  /// For the body of a call block, the frame around it; else -1.
  var frame: Int
}

/// What `cycler(…)` returns.
struct CyclerState {
  var items: [TemplateValue]
  var index = -1
}

/// What `joiner(…)` returns.
struct JoinerState {
  var separator: TemplateValue
  var isFirst = true
}
