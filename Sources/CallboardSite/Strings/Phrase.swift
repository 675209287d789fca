import CallboardYAML

/// One text of the interface with places for values: `Page {page} of {pages}`.
struct Phrase: Sendable {
  enum Part: Sendable, Equatable {
    case text(String)
    /// What stood between backticks; markup shows it as code.
    case code(String)
    /// The name of a value.
    case value(String)
  }

  /// The form that stands for all numbers without one of their own.
  private let other: [Part]
  /// Those of single categories; empty for a phrase that depends on no number.
  private let forms: [PluralCategory: [Part]]

  /// Reads a text, or a mapping from categories of plural to texts; nil for anything else.
  init?(_ node: YAMLNode) {
    if let text = node.string {
      other = Self.parts(of: text)
      forms = [:]
      return
    }
    guard let mapping = node.mapping, let text = mapping["other"]?.string else { return nil }
    other = Self.parts(of: text)
    var forms: [PluralCategory: [Part]] = [:]
    for entry in mapping.entries {
      guard let category = PluralCategory(rawValue: entry.key), let text = entry.value.string else {
        return nil
      }
      forms[category] = Self.parts(of: text)
    }
    self.forms = forms
  }

  /// Whether it has forms for numbers.
  var isPlural: Bool { !forms.isEmpty }

  /// The categories it has forms for, and the names of all values in it.
  var categories: Set<PluralCategory> { Set(forms.keys) }

  var valueNames: Set<String> {
    Set(
      ([other] + forms.values).joined().compactMap { part in
        if case .value(let name) = part { name } else { nil }
      }
    )
  }

  func form(for category: PluralCategory?) -> [Part] {
    category.flatMap { forms[$0] } ?? other
  }

  /// As scripts take it: a text, or an object of texts by category.
  var scriptForms: [(category: PluralCategory, text: String)] {
    PluralCategory.allCases.compactMap { category in
      forms[category].map { (category, Self.source(of: $0)) }
    }
  }

  var scriptText: String { Self.source(of: other) }

  private static func source(of parts: [Part]) -> String {
    parts.map { part in
      switch part {
      case .text(let text), .code(let text): text
      case .value(let name): "{\(name)}"
      }
    }
    .joined()
  }

  /// Cuts at `{name}` and at backticks. A brace that names nothing is text.
  static func parts(of source: String) -> [Part] {
    var parts: [Part] = []
    var literal = ""
    var rest = source[...]
    func name(in text: Substring) -> Substring? {
      guard let close = text.firstIndex(of: "}") else { return nil }
      let name = text[..<close]
      return !name.isEmpty && name.allSatisfy { $0.isASCII && $0.isLetter } ? name : nil
    }
    while let character = rest.popFirst() {
      if character == "{", let found = name(in: rest) {
        if !literal.isEmpty { parts.append(.text(literal)) }
        literal = ""
        parts.append(.value(String(found)))
        rest = rest[rest.index(after: found.endIndex)...]
      } else if character == "`", let close = rest.firstIndex(of: "`") {
        if !literal.isEmpty { parts.append(.text(literal)) }
        literal = ""
        parts.append(.code(String(rest[..<close])))
        rest = rest[rest.index(after: close)...]
      } else {
        literal.append(character)
      }
    }
    if !literal.isEmpty { parts.append(.text(literal)) }
    return parts
  }
}
