/// A position in a template's array of expressions.
///
/// Expressions refer to each other by position, so that a template is a few flat arrays.
struct ExpressionID: Hashable, Sendable {
  let index: Int32
}

/// A run of arguments in a template's table of argument lists.
struct ArgumentList: Sendable {
  /// Positional arguments: a range of the table.
  var start: Int32
  var count: Int32
  /// Named arguments follow the positional ones.
  var namedCount: Int32
}

/// One node of an expression, with where it stands.
struct Expression: Sendable {
  enum Kind: Sendable {
    case constant(Int32)
    case name(Symbol)
    case member(ExpressionID, Symbol)
    case index(ExpressionID, ExpressionID)
    /// `[start:stop:step]`, for Jinja compatibility; the parts are an argument list of three.
    case slice(ExpressionID, ArgumentList)
    case call(ExpressionID, ArgumentList)
    /// The positional arguments of the list begin with the piped value.
    case filter(BuiltinFilter, ArgumentList)
    case customFilter(Int32, ArgumentList)
    /// The positional arguments of the list begin with the tested value.
    case test(BuiltinTest, ArgumentList)
    case binary(BinaryOperator, ExpressionID, ExpressionID)
    /// The floor of a quotient: `//` once its operands are known.
    case floor(ExpressionID)
    case and(ExpressionID, ExpressionID)
    case or(ExpressionID, ExpressionID)
    case not(ExpressionID)
    case negate(ExpressionID)
    case plus(ExpressionID)
    case contains(element: ExpressionID, container: ExpressionID)
    /// A missing `else` is the constant `""`.
    case conditional(condition: ExpressionID, then: ExpressionID, otherwise: ExpressionID)
    case list(ArgumentList)
    /// All entries are named arguments.
    case dictionary(ArgumentList)
    /// What a capturing tag (`filter`, block `set`) has just collected.
    case captured
    /// The body of a call block, as a function.
    case caller(Int32)
    /// `super()` in the block of this name.
    case parentBlock(Symbol)
  }

  var kind: Kind
  /// In bytes from the start of the source.
  var offset: Int32
  /// Whether a missing name or member is an answer here and no error: below `is defined`, `default`.
  var isLenient = false
}

/// One argument of a call, an element of a list or an entry of a dictionary.
struct Argument: Sendable {
  /// nil for a positional one.
  var name: Symbol?
  var value: ExpressionID
}

/// The members of `loop` and of a cycler; their symbols are the first of every table, in this order.
enum BuiltinMember: Int32, CaseIterable, Sendable {
  case index, index0, revindex, revindex0, first, last, length
  case current, next, reset

  init?(_ symbol: Symbol) { self.init(rawValue: symbol.index) }

  var symbol: Symbol { Symbol(index: rawValue) }
}

/// A name in an environment's table of names.
struct Symbol: Hashable, Sendable {
  let index: Int32
}

/// The names that the templates of an environment use, each stored and hashed once.
struct SymbolTable: Sendable {
  private(set) var keys: [TemplateKey] = []
  private var symbols: [String: Symbol] = [:]

  init() {
    for member in BuiltinMember.allCases { _ = intern(String(describing: member)) }
  }

  mutating func intern(_ name: String) -> Symbol {
    if let known = symbols[name] { return known }
    let symbol = Symbol(index: Int32(truncatingIfNeeded: keys.count))
    symbols[name] = symbol
    keys.append(TemplateKey(name))
    return symbol
  }

  /// nil for a name that no template uses.
  func symbol(of name: String) -> Symbol? { symbols[name] }

  func key(of symbol: Symbol) -> TemplateKey { keys[Int(symbol.index)] }

  func name(of symbol: Symbol) -> String { keys[Int(symbol.index)].name }
}
