/// One lexical element of a template.
struct Token: Equatable {
  enum Kind: Equatable {
    /// Text between tags; already without what whitespace control removes.
    case text
    case tagStart
    case tagEnd
    case variableStart
    case variableEnd
    case comment
    case string
    case integer
    case float
    case regex
    case name
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
    case comma, colon, pipe, dot
    case assign
    case binary(BinaryOperator)
    /// A lone `#`, `!`, `=`-like character that no expression may contain.
    case stray
    case endOfFile
  }

  var kind: Kind
  /// Byte offsets into the source.
  var range: Range<Int>
  /// Whether a delimiter carries the `-` that removes whitespace on its outer side.
  var trims = false
}

/// The operators between two operands.
enum BinaryOperator: UInt8, Equatable {
  case add, subtract, multiply, divide, floorDivide, remainder, power, concatenate
  case equal, notEqual, strictlyEqual, strictlyNotEqual
  case less, lessOrEqual, greater, greaterOrEqual

  var isRelational: Bool {
    switch self {
    case .less, .lessOrEqual, .greater, .greaterOrEqual: true
    default: false
    }
  }

  var isComparison: Bool {
    rawValue >= BinaryOperator.equal.rawValue
  }
}
