extension MathParser {
  /// From `\begin{…}` to its `\end{…}`.
  mutating func environment(at offset: Int) throws(MathFault) -> MathAtom {
    guard let name = try scanner.rawGroup() else {
      throw MathFault(reason: .missing("the name behind \\begin"), offset: offset)
    }
    let plain = name.hasSuffix("*") ? String(name.dropLast()) : name
    guard let kind = Self.environments[plain] else {
      throw MathFault(reason: .unknownEnvironment(name), offset: offset)
    }
    var alignments = kind.alignments
    var lines: Set<Int> = []
    switch kind.option {
    case .none: break
    case .columns:
      _ = scanner.rawOption()
      guard let columns = try scanner.rawGroup() else {
        throw MathFault(reason: .missing("the columns of '\(name)'"), offset: offset)
      }
      (alignments, lines) = Self.columns(columns)
    case .ignored: _ = try scanner.rawGroup()
    case .position: _ = scanner.rawOption()
    }
    let read = try tableRows()
    try end(name, from: offset)
    var table = MathTable(rows: read.rows, alignments: alignments, lines: lines)
    table.rules = read.rules
    table.isDisplayed = kind.isDisplayed
    table.isSmall = plain == "smallmatrix"
    let node: MathNode
    if plain == "equation" || plain == "math" || plain == "displaymath",
      table.rows.count == 1, table.rows[0].count == 1
    {
      node = table.rows[0][0]
    } else {
      node = .table(table)
    }
    guard !kind.opening.isEmpty || !kind.closing.isEmpty else { return MathAtom(node: node) }
    return MathAtom(node: .fenced(node, kind.opening, kind.closing))
  }

  /// Cells up to the end of the environment or group, which is left for the caller.
  mutating func tableRows() throws(MathFault) -> (rows: [[MathNode]], rules: Set<Int>) {
    var rows: [[MathNode]] = [[]]
    var rules: Set<Int> = []
    while true {
      if case .command("hline") = scanner.peek {
        _ = scanner.next()
        rules.insert(rows.count - 1)
        continue
      }
      rows[rows.count - 1].append(.joining(try row()))
      if scanner.takes("&") { continue }
      if case .command("hline") = scanner.peek { throw misplaced() }
      guard takesLineEnd() else { break }
      rows.append([])
    }
    if rows.count > 1, rows.last == [.row([])] { rows.removeLast() }
    return (rows, rules)
  }

  private mutating func end(_ name: String, from offset: Int) throws(MathFault) {
    let place = scanner.offset
    guard case .command("end") = scanner.peek else { throw closing("\\end{\(name)}", from: offset) }
    _ = scanner.next()
    guard try scanner.rawGroup() == name else {
      throw MathFault(reason: .missing("\\end{\(name)}"), offset: place)
    }
  }

  private struct Environment {
    enum Option {
      case none, columns, ignored, position
    }

    var alignments: [MathTable.Alignment] = [.center]
    var opening = ""
    var closing = ""
    var isDisplayed = false
    var option = Option.none
  }

  private static let environments: [String: Environment] = {
    let aligned: [MathTable.Alignment] = [.right, .left]
    let equations = Environment(alignments: aligned, isDisplayed: true)
    let gathered = Environment(isDisplayed: true)
    return [
      "matrix": Environment(option: .position),
      "smallmatrix": Environment(),
      "pmatrix": Environment(opening: "(", closing: ")", option: .position),
      "bmatrix": Environment(opening: "[", closing: "]", option: .position),
      "Bmatrix": Environment(opening: "{", closing: "}", option: .position),
      "vmatrix": Environment(opening: "|", closing: "|", option: .position),
      "Vmatrix": Environment(opening: "‖", closing: "‖", option: .position),
      "array": Environment(option: .columns),
      "subarray": Environment(option: .columns),
      "cases": Environment(alignments: [.left], opening: "{"),
      "dcases": Environment(alignments: [.left], opening: "{", isDisplayed: true),
      "rcases": Environment(alignments: [.left], closing: "}"),
      "align": equations,
      "aligned": Environment(alignments: aligned, isDisplayed: true, option: .position),
      "alignat": Environment(alignments: aligned, isDisplayed: true, option: .ignored),
      "alignedat": Environment(alignments: aligned, isDisplayed: true, option: .ignored),
      "flalign": equations,
      "split": equations,
      "eqnarray": Environment(alignments: [.right, .center, .left], isDisplayed: true),
      "gather": gathered,
      "gathered": Environment(isDisplayed: true, option: .position),
      "multline": gathered,
      "equation": gathered,
      "math": gathered,
      "displaymath": gathered,
    ]
  }()

  /// `{l|cr}`: alignments, and the columns with a line on their left.
  private static func columns(_ text: String) -> ([MathTable.Alignment], Set<Int>) {
    var alignments: [MathTable.Alignment] = []
    var lines: Set<Int> = []
    for character in text {
      switch character {
      case "l": alignments.append(.left)
      case "c": alignments.append(.center)
      case "r": alignments.append(.right)
      case "|": lines.insert(alignments.count)
      default: break
      }
    }
    return (alignments.isEmpty ? [.center] : alignments, lines)
  }
}
