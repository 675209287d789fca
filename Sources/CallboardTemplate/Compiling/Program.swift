/// A compiled template: flat arrays that any number of renders read at once.
final class Program: Sendable {
  /// Its place among the environment's programs.
  let number: Int
  let file: String
  let source: [UInt8]
  /// What is written as it is: see ``Instruction/text(start:count:)``.
  let texts: [UInt8]
  let instructions: [Instruction]
  let expressions: [Expression]
  let constants: [TemplateValue]
  let arguments: [Argument]
  /// Lists of names that instructions refer to by number.
  let nameLists: [[Symbol]]
  let importLists: [[ImportedName]]
  let macros: [MacroDefinition]
  /// Where each block's instructions begin, in the order of the blocks' symbols.
  let blocks: [Symbol: Int]
  /// Set when the template is exactly one `${{ … }}`.
  let loneExpression: ExpressionID?
  /// Whether the template's own code does nothing but define macros, so that what it exports is the same whenever it
  /// is imported.
  let onlyDefinesMacros: Bool
  /// For each constant, the number of the template that bears it as its name; -1 for none.
  private let templates: [Int32]

  init(
    number: Int,
    file: String,
    source: [UInt8],
    parsed: ParsedTemplate,
    code: ProgramCompiler,
    onlyDefinesMacros: Bool,
    templates: [Int32]
  ) {
    self.number = number
    self.file = file
    self.source = source
    self.onlyDefinesMacros = onlyDefinesMacros
    self.templates = templates
    texts = code.texts
    instructions = code.instructions
    expressions = parsed.expressions
    constants = parsed.constants
    arguments = parsed.arguments
    nameLists = code.nameLists
    importLists = code.importLists
    macros = code.macros
    blocks = code.blocks
    if parsed.body.count == 1, case .output(let output) = parsed.body[0] {
      loneExpression = output.expression
    } else {
      loneExpression = nil
    }
  }

  /// The number of the template that an expression names; nil for none, and for a name that is not constant.
  func template(namedBy id: ExpressionID) -> Int? {
    guard case .constant(let constant) = expression(id).kind, templates[Int(constant)] >= 0 else {
      return nil
    }
    return Int(templates[Int(constant)])
  }

  func expression(_ id: ExpressionID) -> Expression {
    expressions[Int(id.index)]
  }

  func error(_ failure: TemplateFailure, at id: ExpressionID) -> TemplateError {
    error(failure, at: Int(expression(id).offset))
  }

  func error(_ failure: TemplateFailure, at offset: Int) -> TemplateError {
    let place = SourcePlace(of: offset, in: source)
    return TemplateError(
      file: file,
      line: place.line,
      column: place.column,
      summary: failure.summary,
      help: failure.help,
      isLimit: failure.isLimit
    )
  }
}

/// One step of a render. Positions are indexes into ``Program/instructions``.
enum Instruction: Sendable {
  /// A range of ``Program/texts``.
  case text(start: Int32, count: Int32)
  case output(ExpressionID, OutputEscaping)
  case jump(Int32)
  case jumpUnless(ExpressionID, Int32)
  /// Evaluates the sequence and enters the first round, or goes to `exit` when there is none.
  case beginLoop(ExpressionID, targets: Int32, exit: Int32)
  /// Enters the next round at `body`, or leaves the loop and goes on.
  case nextRound(body: Int32)
  /// Around the `else` part of a loop, whose variables are its own.
  case enterScope
  case leaveScope
  case assign(ExpressionID, targets: Int32)
  case beginCapture
  /// Leaves the collected output to the expression ``Expression/Kind/captured``.
  case endCapture
  case assignCaptured(targets: Int32)
  case beginSwitch(ExpressionID)
  case jumpUnlessCase(ExpressionID, Int32)
  case endSwitch
  case defineMacro(Int32)
  case block(Symbol, offset: Int32)
  case extends(ExpressionID, offset: Int32)
  case include(ExpressionID, ignoresMissing: Bool, offset: Int32)
  case importModule(ExpressionID, Symbol, withContext: Bool, offset: Int32)
  case importNames(ExpressionID, names: Int32, withContext: Bool, offset: Int32)
  case end
}

/// A macro's parameters and the place of its body.
struct MacroDefinition: Sendable {
  var name: Symbol
  var parameters: [Symbol]
  var defaults: [Argument]
  var start: Int
  var isCaller: Bool
}
