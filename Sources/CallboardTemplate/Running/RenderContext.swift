/// What one template sees by name during a render: the caller's object and what it set on top.
struct RenderContext {
  var base: TemplateObject
  /// Names that the template's own tags set; few, so they are searched from the end.
  var own: [(name: Symbol, value: TemplateValue)] = []
  /// For each block, its bodies from the most derived template to the base.
  var blocks: [Symbol: [BlockBody]]
  /// Names that an import of this template gets.
  var exports: [Symbol] = []

  struct BlockBody {
    var program: Int
    var start: Int
  }

  init(base: TemplateObject, own: [(name: Symbol, value: TemplateValue)] = []) {
    self.base = base
    self.own = own
    blocks = [:]
  }

  /// Adds a template's blocks below those of the templates that extend it.
  mutating func addBlocks(of program: Program, number: Int) {
    for (name, start) in program.blocks {
      blocks[name, default: []].append(BlockBody(program: number, start: start))
    }
  }

  func ownValue(of name: Symbol) -> TemplateValue? {
    for index in own.indices.reversed() where own[index].name == name { return own[index].value }
    return nil
  }

  mutating func set(_ name: Symbol, _ value: TemplateValue) {
    if let index = own.firstIndex(where: { $0.name == name }) {
      own[index].value = value
    } else {
      own.append((name, value))
    }
  }
}

/// A running `for`.
struct LoopState {
  var items: Items
  var count: Int
  /// From 0.
  var index = 0
  /// How many variables take the parts of each element.
  var targetCount: Int
  /// Where they stand in the scope.
  var position: Int

  enum Items {
    case values([TemplateValue])
    case entries(TemplateObject)
  }

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
