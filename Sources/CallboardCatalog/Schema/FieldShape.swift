/// What the value of a descriptor's field must look like; the vocabulary of the schema tables.
indirect enum FieldShape: Sendable {
  /// A string that is not empty, of a format if one is given.
  case text(FieldFormat? = nil)
  /// A string, which may be empty.
  case anyText
  case textOrFlag
  /// One of some strings.
  case choice([String])
  /// A list of strings that are not empty.
  case texts(FieldFormat? = nil)
  /// A mapping whose values are strings.
  case textMap(key: FieldFormat, value: FieldFormat? = nil)
  case object([FieldRule])
  /// A mapping with some known fields; all others are strings.
  case objectOfTexts([FieldRule])
  case objects([FieldRule], atLeast: Int = 0)
  /// One mapping or a list of them.
  case objectOrObjects

  /// For messages: `a list of strings`.
  var name: String {
    switch self {
    case .text: "a string that is not empty"
    case .anyText: "a string"
    case .textOrFlag: "a string or a boolean"
    case .choice(let values): "one of \(values.map { "'\($0)'" }.joined(separator: ", "))"
    case .texts: "a list of strings"
    case .textMap, .objectOfTexts: "a mapping of strings"
    case .object: "a mapping"
    case .objects(_, let count):
      count > 0 ? "a list of at least \(count) mapping" : "a list of mappings"
    case .objectOrObjects: "a mapping or a list of mappings"
    }
  }
}

/// One field of a mapping in a descriptor. Fields without a rule are allowed and not looked at.
struct FieldRule: Sendable {
  var name: String
  var shape: FieldShape
  var isRequired: Bool

  /// A field that must be there.
  static func required(_ name: String, _ shape: FieldShape = .text()) -> FieldRule {
    FieldRule(name: name, shape: shape, isRequired: true)
  }

  /// A field that may be absent, but not null.
  static func optional(_ name: String, _ shape: FieldShape = .text()) -> FieldRule {
    FieldRule(name: name, shape: shape, isRequired: false)
  }
}
