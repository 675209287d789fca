/// A pattern's structure, as the parser reads it.
indirect enum PatternNode {
  case scalar(ScalarSet)
  case start
  case end
  case sequence([PatternNode])
  case choice([PatternNode])
  /// `most` is nil for no bound.
  case repetition(PatternNode, least: Int, most: Int?)
}

/// Turns the structure of a pattern into steps; repetitions with counts are written out.
struct PatternProgram {
  private(set) var steps: [PatternStep] = []

  /// Keeps a match to so many states, and `((a{99}){99}){99}` from filling the memory.
  static let stepLimit = 2_000

  /// Appends the steps of one node. Recursion is bounded by the parser's depth limit.
  mutating func append(_ node: PatternNode) throws(LinearPatternError) {
    switch node {
    case .scalar(let set): try emit(.scalar(set))
    case .start: try emit(.start)
    case .end: try emit(.end)
    case .sequence(let nodes): for node in nodes { try append(node) }
    case .choice(let nodes): try appendChoice(nodes)
    case .repetition(let node, let least, let most):
      for _ in 0..<least { try append(node) }
      guard let most else {
        let start = steps.count
        try emit(.split(start + 1, start + 1))
        try append(node)
        try emit(.jump(start))
        steps[start] = .split(start + 1, steps.count)
        return
      }
      var exits: [Int] = []
      for _ in least..<max(least, most) {
        exits.append(steps.count)
        try emit(.split(steps.count + 1, steps.count + 1))
        try append(node)
      }
      for exit in exits { steps[exit] = .split(exit + 1, steps.count) }
    }
  }

  private mutating func appendChoice(_ nodes: [PatternNode]) throws(LinearPatternError) {
    var exits: [Int] = []
    for (offset, node) in nodes.enumerated() {
      guard offset < nodes.count - 1 else {
        try append(node)
        break
      }
      let entry = steps.count
      try emit(.split(entry + 1, entry + 1))
      try append(node)
      exits.append(steps.count)
      try emit(.jump(steps.count))
      steps[entry] = .split(entry + 1, steps.count)
    }
    for exit in exits { steps[exit] = .jump(steps.count) }
  }

  private mutating func emit(_ step: PatternStep) throws(LinearPatternError) {
    guard steps.count < Self.stepLimit else { throw .tooLarge }
    steps.append(step)
  }
}
