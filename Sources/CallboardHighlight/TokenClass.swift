/// What a piece of code is, as far as readers tell it by colour.
package enum TokenClass: UInt8, Sendable, CaseIterable {
  /// A word of the language, the name of an element, or the key of a mapping in JSON and YAML.
  case keyword
  case string
  case comment
  case number
  /// The name of a function where it is defined or called; a heading in prose.
  case function
  case type
  /// An attribute, annotation or decorator, the key of a setting, or a member of an object.
  case attribute
  case `operator`
  /// A variable that is marked as one, or what is put into a string.
  case variable
  /// A constant or function of the language itself.
  case builtin
  case inserted
  case deleted

  /// What stands before a token in HTML; its CSS class is `t-` and one letter.
  package var startTag: StaticString {
    switch self {
    case .keyword: "<span class=\"t-k\">"
    case .string: "<span class=\"t-s\">"
    case .comment: "<span class=\"t-c\">"
    case .number: "<span class=\"t-n\">"
    case .function: "<span class=\"t-f\">"
    case .type: "<span class=\"t-t\">"
    case .attribute: "<span class=\"t-a\">"
    case .operator: "<span class=\"t-o\">"
    case .variable: "<span class=\"t-v\">"
    case .builtin: "<span class=\"t-b\">"
    case .inserted: "<span class=\"t-i\">"
    case .deleted: "<span class=\"t-d\">"
    }
  }
}
