import CallboardHTML

/// Writes formulas as MathML Core, which browsers show without script or style sheet.
///
/// Alignment and lines of tables are left to classes, because MathML Core has no attributes for them and
/// pages allow no style attributes.
struct MathWriter {
  private(set) var html = HTML()

  /// A whole formula with its source, which assistive technology and copying may use.
  ///
  /// - Parameter isDisplayed: Whether it stands on lines of its own.
  static func write(_ node: MathNode, source: String, isDisplayed: Bool) -> HTML {
    var writer = MathWriter()
    writer.html.append(literal: isDisplayed ? "<math display=\"block\">" : "<math>")
    writer.html.append(literal: "<semantics>")
    writer.write(node)
    writer.html.append(literal: "<annotation encoding=\"application/x-tex\">")
    writer.html.append(escaping: source)
    writer.html.append(literal: "</annotation></semantics></math>")
    return writer.html
  }

  private mutating func write(_ node: MathNode) {
    switch node {
    case .row(let nodes): element("mrow") { for node in nodes { $0.write(node) } }
    case .identifier(let text, let isUpright):
      // Several letters are upright in any case.
      let isMarked = isUpright && text.unicodeScalars.count == 1
      leaf("mi", text) { if isMarked { $0.append(literal: " mathvariant=\"normal\"") } }
    case .number(let text): leaf("mn", text)
    case .symbol(let sign): write(sign)
    case .text(let text): leaf("mtext", text)
    case .space(let width):
      html.append(literal: "<mspace")
      html.append(attribute: "width", value: Self.length(width))
      html.append(literal: "></mspace>")
    case .fraction(let above, let below, let hasLine):
      element("mfrac", attributes: hasLine ? "" : " linethickness=\"0\"") {
        $0.write(above)
        $0.write(below)
      }
    case .root(let radicand, let index): root(radicand, index)
    case .scripts(let base, let below, let above):
      scripts(base, below, above, names: ("msub", "msup", "msubsup"))
    case .limits(let base, let below, let above, let isAccent):
      limits(base, below, above, isAccent: isAccent)
    case .style(let style, let node): write(node, in: style)
    case .table(let table): write(table)
    case .phantom(let node, let extent): phantom(node, extent)
    case .boxed(let node):
      element("mrow", attributes: " class=\"math-boxed\"") { $0.write(node) }
    }
  }

  private mutating func write(_ sign: MathOperator) {
    leaf("mo", sign.text) { html in
      if let isStretchy = sign.isStretchy {
        html.append(attribute: "stretchy", value: isStretchy ? "true" : "false")
      }
      if let size = sign.size {
        html.append(attribute: "minsize", value: Self.length(size))
        html.append(attribute: "maxsize", value: Self.length(size))
      }
      if let moves = sign.movesLimits {
        html.append(attribute: "movablelimits", value: moves ? "true" : "false")
      }
      if let spacing = sign.spacing {
        html.append(attribute: "lspace", value: Self.length(spacing.before))
        html.append(attribute: "rspace", value: Self.length(spacing.behind))
      }
    }
  }

  private mutating func root(_ radicand: MathNode, _ index: MathNode?) {
    element(index == nil ? "msqrt" : "mroot") { writer in
      writer.write(radicand)
      if let index { writer.write(index) }
    }
  }

  private mutating func limits(
    _ base: MathNode,
    _ below: MathNode?,
    _ above: MathNode?,
    isAccent: Bool
  ) {
    let attributes: StaticString =
      switch (isAccent, above == nil) {
      case (false, _): ""
      case (true, false): " accent=\"true\""
      case (true, true): " accentunder=\"true\""
      }
    scripts(base, below, above, names: ("munder", "mover", "munderover"), attributes)
  }

  private mutating func scripts(
    _ base: MathNode,
    _ below: MathNode?,
    _ above: MathNode?,
    names: (below: StaticString, above: StaticString, both: StaticString),
    _ attributes: StaticString = ""
  ) {
    let name =
      switch (below == nil, above == nil) {
      case (false, false): names.both
      case (true, false): names.above
      default: names.below
      }
    element(name, attributes: attributes) { writer in
      writer.write(base)
      if let below { writer.write(below) }
      if let above { writer.write(above) }
    }
  }

  private mutating func write(_ node: MathNode, in style: MathStyle) {
    let attributes: StaticString =
      switch style {
      case .display: " displaystyle=\"true\" scriptlevel=\"0\""
      case .text: " displaystyle=\"false\" scriptlevel=\"0\""
      case .script: " displaystyle=\"false\" scriptlevel=\"1\""
      case .scriptscript: " displaystyle=\"false\" scriptlevel=\"2\""
      }
    element("mstyle", attributes: attributes) { $0.write(node) }
  }

  private mutating func phantom(_ node: MathNode, _ extent: MathNode.Phantom) {
    let padding: StaticString? =
      switch extent {
      case .full: nil
      case .width: " height=\"0\" depth=\"0\""
      case .height: " width=\"0\""
      }
    guard let padding else {
      element("mphantom") { $0.write(node) }
      return
    }
    element("mpadded", attributes: padding) { $0.element("mphantom") { $0.write(node) } }
  }

  private mutating func write(_ table: MathTable) {
    let attributes: StaticString =
      switch (table.isDisplayed, table.isSmall) {
      case (true, _): " class=\"math-equations\" displaystyle=\"true\""
      case (false, true): " class=\"math-small\" scriptlevel=\"1\""
      case (false, false): ""
      }
    element("mtable", attributes: attributes) { writer in
      for (number, row) in table.rows.enumerated() {
        writer.element("mtr") { writer in
          for (column, cell) in row.enumerated() {
            writer.write(cell, row: number, column: column, of: table)
          }
        }
      }
    }
  }

  private mutating func write(_ cell: MathNode, row: Int, column: Int, of table: MathTable) {
    var classes: [String] = []
    let alignment = table.alignment(of: column)
    if alignment != .center { classes.append("math-\(alignment.rawValue)") }
    if table.lines.contains(column) { classes.append("math-line-left") }
    let isLast = column == table.rows[row].count - 1
    if isLast, table.lines.contains(column + 1) { classes.append("math-line-right") }
    if table.rules.contains(row) { classes.append("math-line-above") }
    if row == table.rows.count - 1, table.rules.contains(row + 1) {
      classes.append("math-line-below")
    }
    html.append(literal: "<mtd")
    if !classes.isEmpty {
      html.append(attribute: "class", value: classes.joined(separator: " "))
    }
    html.append(literal: ">")
    write(cell)
    html.append(literal: "</mtd>")
  }

  private mutating func element(
    _ name: StaticString,
    attributes: StaticString = "",
    _ content: (inout Self) -> Void
  ) {
    html.append(literal: "<")
    html.append(literal: name)
    html.append(literal: attributes)
    html.append(literal: ">")
    content(&self)
    html.append(literal: "</")
    html.append(literal: name)
    html.append(literal: ">")
  }

  private mutating func leaf(
    _ name: StaticString,
    _ text: String,
    attributes: (inout HTML) -> Void = { _ in }
  ) {
    html.append(literal: "<")
    html.append(literal: name)
    attributes(&html)
    html.append(literal: ">")
    html.append(escaping: text)
    html.append(literal: "</")
    html.append(literal: name)
    html.append(literal: ">")
  }

  /// 167 → `0.167em`.
  private static func length(_ thousandths: Int) -> String {
    guard thousandths != 0 else { return "0" }
    let sign = thousandths < 0 ? "-" : ""
    let (whole, rest) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
    guard rest > 0 else { return "\(sign)\(whole)em" }
    var digits = String(1000 + rest).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(sign)\(whole).\(digits)em"
  }
}
