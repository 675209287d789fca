/// A piece of a formula with what decides on its scripts and on the space around it.
struct MathAtom {
  /// Where scripts stand.
  enum Placement {
    case beside
    case belowAndAbove
    /// Below and above in displayed formulas, beside in running text.
    case movable
  }

  var node: MathNode
  /// nil for spaces and for what sets no ink.
  var role: MathSymbols.Role? = .ordinary
  var placement = Placement.beside
}

/// Lines up atoms, with the spaces that MathML's operator dictionary does not give.
struct MathRow {
  private(set) var nodes: [MathNode] = []
  private var last: MathSymbols.Role?
  private var endsWithSpace = false

  /// A sign at the beginning, or behind another operator, belongs to what follows it; a function keeps
  /// a thin space to its neighbours unless they are parentheses (The TeXbook, chapter 18).
  mutating func append(_ atom: MathAtom) {
    guard var role = atom.role else {
      nodes.append(atom.node)
      endsWithSpace = true
      return
    }
    var node = atom.node
    if role == .binary, !isBehindOperand {
      role = .ordinary
      if case .symbol(var sign) = node {
        sign.spacing = .zero
        node = .symbol(sign)
      }
    }
    if needsThinSpace(before: role) { nodes.append(.space(167)) }
    append(node, role)
    last = role
    endsWithSpace = false
  }

  /// Puts everything so far into one node.
  mutating func wrap(_ transform: (MathNode) -> MathNode) {
    nodes = [transform(.joining(nodes))]
  }

  private var isBehindOperand: Bool {
    last == .ordinary || last == .closing
  }

  private func needsThinSpace(before role: MathSymbols.Role) -> Bool {
    guard !endsWithSpace else { return false }
    if last == .function { return role == .ordinary || role == .function }
    return role == .function && isBehindOperand
  }

  /// Adds a node; upright letters in a row are one word, as in `\mathrm{max}`.
  private mutating func append(_ node: MathNode, _ role: MathSymbols.Role) {
    if role == .ordinary, !endsWithSpace, case .identifier(let letter, isUpright: true) = node,
      case .identifier(let word, isUpright: true)? = nodes.last, isWord(letter), isWord(word)
    {
      nodes[nodes.count - 1] = .identifier(word + letter, isUpright: true)
      return
    }
    nodes.append(node)
    if role == .function {
      nodes.append(.symbol(MathOperator("\u{2061}")))
    }
  }

  private func isWord(_ text: String) -> Bool {
    text.utf8.allSatisfy { isWordByte($0) && $0 != UInt8(ascii: "_") }
  }
}
