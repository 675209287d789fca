/// Reads formulas in the part of LaTeX's language that documentation uses.
///
/// Knows no definitions and nothing that could load, link or style: a formula becomes the same MathML
/// wherever it stands.
///
/// - Complexity: linear in the formula; groups beyond ``depthLimit`` are refused.
struct MathParser {
  var scanner: MathScanner
  /// What letters are set in.
  var alphabet: MathAlphabet?
  private var depth = 0

  /// Groups, arguments and environments inside one another.
  static let depthLimit = 50

  private init(_ source: some Sequence<UInt8>) {
    scanner = MathScanner(source)
  }

  /// Reads a whole formula, without the signs around it.
  static func parse(_ source: some Sequence<UInt8>) throws(MathFault) -> MathNode {
    var parser = MathParser(source)
    var lines = [MathNode.joining(try parser.row())]
    while parser.takesLineEnd() { lines.append(.joining(try parser.row())) }
    guard parser.scanner.peek == .end else { throw parser.misplaced() }
    if lines.count == 1 { return lines[0] }
    if lines.last == .row([]) { lines.removeLast() }
    return .table(MathTable(rows: lines.map { [$0] }, alignments: [.center], isDisplayed: true))
  }

  /// Reads up to what ends a row, which is left for the caller: the end of a group, cell, line,
  /// environment or of the formula.
  ///
  /// - Parameter endsAtBracket: Whether `]` is such an end.
  mutating func row(endsAtBracket: Bool = false) throws(MathFault) -> [MathNode] {
    try enter()
    defer { depth -= 1 }
    let outer = alphabet
    defer { alphabet = outer }
    var row = MathRow()
    while !isAtRowEnd(endsAtBracket) {
      if case .command(let name) = scanner.peek {
        if try infix(name, &row, endsAtBracket) { break }
        if let style = Self.styles[name] {
          _ = scanner.next()
          let rest = MathNode.joining(try self.row(endsAtBracket: endsAtBracket))
          row.append(MathAtom(node: .style(style, rest)))
          break
        }
        if Self.switches.contains(name) {
          _ = scanner.next()
          alphabet = MathAlphabet.named(name)
          continue
        }
      }
      if let atom = try scriptedAtom() { row.append(atom) }
    }
    return row.nodes
  }

  /// What follows a command as its argument: a group, or else one token with its own arguments.
  mutating func argument(of command: String) throws(MathFault) -> MathNode {
    if let group = try group() { return group }
    try enter()
    defer { depth -= 1 }
    let offset = scanner.offset
    guard !isAtRowEnd(false), let atom = try atom(isArgument: true) else {
      throw MathFault(reason: .missing("the argument of \(command)"), offset: offset)
    }
    return atom.node
  }

  /// A group in braces; nil where none begins.
  mutating func group() throws(MathFault) -> MathNode? {
    let offset = scanner.offset
    guard scanner.takes("{") else { return nil }
    let nodes = try row()
    guard scanner.takes("}") else { throw closing("}", from: offset) }
    return .joining(nodes)
  }

  /// Takes `\\` with the space that may be asked for behind it.
  mutating func takesLineEnd() -> Bool {
    guard case .command(let name) = scanner.peek, ["\\", "cr", "newline"].contains(name) else {
      return false
    }
    _ = scanner.next()
    _ = scanner.takes("*")
    _ = scanner.rawOption()
    return true
  }

  /// The fault of a token that cannot stand where it does.
  mutating func misplaced() -> MathFault {
    let token = scanner.next()
    switch token {
    case .end: return MathFault(reason: .missing("more"), offset: scanner.offset)
    case .character(let scalar):
      let length = UTF8.width(scalar)
      return MathFault(
        reason: .misplaced(String(Character(scalar))),
        offset: scanner.offset - length
      )
    case .command(let name):
      return MathFault(
        reason: .misplaced("\\" + name),
        offset: scanner.offset - name.utf8.count - 1
      )
    }
  }

  /// The fault of a group that does not end where it should.
  mutating func closing(_ wanted: String, from opening: Int) -> MathFault {
    scanner.peek == .end ? MathFault(reason: .missing(wanted), offset: opening) : misplaced()
  }

  private mutating func enter() throws(MathFault) {
    guard depth < Self.depthLimit else {
      throw MathFault(reason: .tooDeep, offset: scanner.offset)
    }
    depth += 1
  }

  private func isAtRowEnd(_ endsAtBracket: Bool) -> Bool {
    switch scanner.peek {
    case .end, .character("}"), .character("&"): true
    case .character("]"): endsAtBracket
    case .command(let name): Self.rowEnds.contains(name)
    default: false
    }
  }

  private static let rowEnds: Set<String> = [
    "\\", "cr", "newline", "end", "right", "middle", "hline",
  ]

  private static let styles: [String: MathStyle] = [
    "displaystyle": .display, "textstyle": .text, "scriptstyle": .script,
    "scriptscriptstyle": .scriptscript,
  ]

  /// Old commands that set the rest of their group in an alphabet.
  private static let switches: Set<String> = ["rm", "it", "bf", "cal", "frak", "sf", "tt"]

  /// `a \over b`: what came before is the numerator, the rest of the row the denominator.
  private mutating func infix(
    _ name: String,
    _ row: inout MathRow,
    _ endsAtBracket: Bool
  ) throws(MathFault) -> Bool {
    guard ["over", "choose", "atop"].contains(name) else { return false }
    _ = scanner.next()
    let below = MathNode.joining(try self.row(endsAtBracket: endsAtBracket))
    row.wrap { above in
      let fraction = MathNode.fraction(above, below, hasLine: name == "over")
      return name == "choose" ? .parenthesized(fraction) : fraction
    }
    return true
  }
}

extension MathNode {
  /// With parentheses of the node's height around it.
  static func parenthesized(_ node: MathNode) -> MathNode {
    .fenced(node, "(", ")")
  }

  /// With delimiters of the node's height around it; an empty one is left out.
  static func fenced(_ node: MathNode, _ opening: String, _ closing: String) -> MathNode {
    var nodes = [node]
    if case .row(let inner) = node { nodes = inner }
    if !opening.isEmpty {
      nodes.insert(.symbol(MathOperator(opening, isStretchy: true)), at: 0)
    }
    if !closing.isEmpty {
      nodes.append(.symbol(MathOperator(closing, isStretchy: true)))
    }
    return .row(nodes)
  }
}
