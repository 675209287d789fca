/// A formula as the tree of MathML elements that it becomes.
///
/// Made by ``MathParser``, whose limit on nesting bounds the depth of the tree as well.
indirect enum MathNode: Equatable, Sendable {
  /// `mrow`; a row of one node is written as that node.
  case row([MathNode])
  /// `mi`. A single letter is set in italics unless `isUpright`.
  case identifier(String, isUpright: Bool)
  /// `mn`.
  case number(String)
  /// `mo`.
  case symbol(MathOperator)
  /// `mtext`.
  case text(String)
  /// `mspace` of so many thousandths of an em, which may be negative.
  case space(Int)
  /// `mfrac`; binomials and `\atop` have no line.
  case fraction(MathNode, MathNode, hasLine: Bool)
  /// `msqrt`, or `mroot` with an index.
  case root(MathNode, index: MathNode?)
  /// `msub`, `msup` or `msubsup`.
  case scripts(MathNode, below: MathNode?, above: MathNode?)
  /// `munder`, `mover` or `munderover`. An accent stays close to what is under it.
  case limits(MathNode, below: MathNode?, above: MathNode?, isAccent: Bool)
  /// `mstyle`; the size of displayed formulas, of running text, or of scripts.
  case style(MathStyle, MathNode)
  case table(MathTable)
  /// `mphantom`, of which only the given extents count.
  case phantom(MathNode, Phantom)
  /// A row with a box around it.
  case boxed(MathNode)

  enum Phantom: Equatable, Sendable {
    case full, width, height
  }

  /// The nodes as one.
  static func joining(_ nodes: [MathNode]) -> MathNode {
    nodes.count == 1 ? nodes[0] : .row(nodes)
  }
}

/// What `\displaystyle` and its like ask for.
enum MathStyle: Equatable, Sendable {
  case display, text, script, scriptscript
}

/// The text of an `mo` with what differs from MathML's operator dictionary.
struct MathOperator: Equatable, Sendable {
  var text: String
  /// nil leaves it to the dictionary.
  var isStretchy: Bool?
  /// Its height in thousandths of an em, as `\big` and its like ask for; nil for as it comes.
  var size: Int?
  /// Whether scripts move below and above it in displayed formulas only; nil leaves it to the dictionary.
  var movesLimits: Bool?
  /// The space before and behind it in thousandths of an em; nil leaves it to the dictionary.
  var spacing: Spacing?

  struct Spacing: Equatable, Sendable {
    var before: Int
    var behind: Int

    static let zero = Spacing(before: 0, behind: 0)
  }

  init(
    _ text: String,
    isStretchy: Bool? = nil,
    size: Int? = nil,
    movesLimits: Bool? = nil,
    spacing: Spacing? = nil
  ) {
    self.text = text
    self.isStretchy = isStretchy
    self.size = size
    self.movesLimits = movesLimits
    self.spacing = spacing
  }
}

/// Rows of cells: a matrix, cases or aligned equations.
struct MathTable: Equatable, Sendable {
  enum Alignment: String, Sendable {
    case left, center, right
  }

  var rows: [[MathNode]]
  /// Of the columns; further ones repeat from the beginning. Never empty.
  var alignments: [Alignment]
  /// Columns with a line on their left; one beyond the last stands for a line on its right.
  var lines: Set<Int> = []
  /// Rows with a line above; one beyond the last stands for a line beneath it.
  var rules: Set<Int> = []
  /// Whether cells are set like displayed formulas and columns stand close, as in aligned equations.
  var isDisplayed = false
  /// Whether it is set in the size of scripts.
  var isSmall = false

  func alignment(of column: Int) -> Alignment { alignments[column % alignments.count] }
}
