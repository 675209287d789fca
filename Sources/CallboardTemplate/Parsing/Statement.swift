/// A tag or a run of text, as written. Compiling turns statements into instructions.
indirect enum Statement {
  case text(Range<Int>)
  case output(Output)
  case conditional(branches: [Branch], otherwise: [Statement], offset: Int)
  case loop(Loop)
  case assign(targets: [Symbol], value: ExpressionID)
  case assignCapture(targets: [Symbol], body: [Statement], offset: Int)
  case choose(subject: ExpressionID, cases: [Branch], otherwise: [Statement]?, offset: Int)
  /// The number of a macro in the parsed template.
  case macro(Int)
  /// The output's expression applies the filter to ``Expression/Kind/captured``.
  case filtered(Output, body: [Statement], offset: Int)
  case block(name: Symbol, body: [Statement], offset: Int)
  case extends(ExpressionID, offset: Int)
  case include(ExpressionID, ignoresMissing: Bool, offset: Int)
  case importModule(ExpressionID, name: Symbol, withContext: Bool, offset: Int)
  case importNames(ExpressionID, names: [ImportedName], withContext: Bool, offset: Int)

  struct Output {
    var expression: ExpressionID
    /// Counts the outputs of a template; the escaper assigns a mode to each.
    var number: Int
    var offset: Int
  }

  struct Branch {
    var condition: ExpressionID
    var body: [Statement]
    var offset: Int
  }

  struct Loop {
    /// One name, or several that take the parts of each element.
    var targets: [Symbol]
    var sequence: ExpressionID
    var body: [Statement]
    var otherwise: [Statement]
    var offset: Int
  }
}

struct ImportedName: Sendable {
  var name: Symbol
  var alias: Symbol
}

/// A `macro` tag, or the body of a `call` tag.
struct MacroDeclaration {
  var name: Symbol
  var parameters: [Symbol]
  var defaults: [(name: Symbol, value: ExpressionID)]
  var body: [Statement]
  /// Whether it is the body of a call block, which sees the variables around it.
  var isCaller: Bool
  var offset: Int
}

/// One template after parsing.
struct ParsedTemplate {
  var body: [Statement] = []
  var macros: [MacroDeclaration] = []
  var expressions: [Expression] = []
  var constants: [TemplateValue] = []
  /// Argument lists, one after the other.
  var arguments: [Argument] = []
  var outputCount = 0
}
