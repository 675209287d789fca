extension MathParser {
  /// From `\left` to its `\right`, with what stands between them.
  mutating func delimited(at offset: Int) throws(MathFault) -> MathAtom {
    let opening = try delimiter(behind: "\\left")
    var nodes: [MathNode] = []
    if !opening.isEmpty {
      nodes.append(.symbol(MathOperator(opening, isStretchy: true)))
    }
    while true {
      nodes += try row()
      guard case .command(let name) = scanner.peek else {
        throw closing("\\right", from: offset)
      }
      switch name {
      case "middle":
        _ = scanner.next()
        let text = try delimiter(behind: "\\middle")
        nodes.append(.symbol(MathOperator(text, isStretchy: true)))
      case "right":
        _ = scanner.next()
        let closing = try delimiter(behind: "\\right")
        if !closing.isEmpty {
          nodes.append(.symbol(MathOperator(closing, isStretchy: true)))
        }
        return MathAtom(node: .row(nodes), role: .closing)
      default: throw closing("\\right", from: offset)
      }
    }
  }

  /// What `\big` and its like make of a delimiter: its height in thousandths of an em.
  static let delimiterSizes: [String: Int] = {
    var sizes: [String: Int] = [:]
    for (name, size) in [("big", 1200), ("Big", 1800), ("bigg", 2400), ("Bigg", 3000)] {
      for place in ["", "l", "r", "m"] { sizes[name + place] = size }
    }
    return sizes
  }()

  mutating func sizedDelimiter(
    _ name: String,
    _ size: Int,
    at offset: Int
  ) throws(MathFault) -> MathAtom {
    let text = try delimiter(behind: "\\" + name)
    let role: MathSymbols.Role =
      switch name.last {
      case "l": .opening
      case "r": .closing
      case "m": .relation
      default: .ordinary
      }
    var sign = MathOperator(text, isStretchy: true, size: size)
    if role == .ordinary { sign.spacing = .init(before: 0, behind: 0) }
    return MathAtom(node: .symbol(sign), role: role)
  }

  /// The delimiter behind a command; empty for `.`, which stands for none.
  private mutating func delimiter(behind command: String) throws(MathFault) -> String {
    let offset = scanner.offset
    switch scanner.next() {
    case .character("."): return ""
    case .character("<"): return "⟨"
    case .character(">"): return "⟩"
    case .character(let scalar) where "()[]|/".unicodeScalars.contains(scalar):
      return String(Character(scalar))
    case .command(let name):
      if let delimiter = MathSymbols.delimiters[name] { return delimiter.text }
      if let arrow = MathSymbols.symbols[name], Self.arrows.contains(arrow.text) {
        return arrow.text
      }
    default: break
    }
    throw MathFault(reason: .missing("the delimiter behind \(command)"), offset: offset)
  }

  private static let arrows: Set<String> = ["↑", "↓", "↕", "⇑", "⇓", "⇕"]
}
