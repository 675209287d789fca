/// What a piece of code is, as far as readers tell it by colour.
package enum TokenClass: UInt8, Sendable, CaseIterable {
  case keyword
  case string
  case comment
  case number
  /// The name of a function where it is defined or called; a heading in prose.
  case function
  case type
  /// An attribute, annotation, decorator, or the key of a mapping.
  case attribute
  case `operator`
  /// A variable that is marked as one, or what is put into a string.
  case variable
  /// A constant or function of the language itself.
  case builtin
  case inserted
  case deleted

  /// The CSS class of its `<span>`.
  package var className: StaticString {
    switch self {
    case .keyword: "t-k"
    case .string: "t-s"
    case .comment: "t-c"
    case .number: "t-n"
    case .function: "t-f"
    case .type: "t-t"
    case .attribute: "t-a"
    case .operator: "t-o"
    case .variable: "t-v"
    case .builtin: "t-b"
    case .inserted: "t-i"
    case .deleted: "t-d"
    }
  }
}
