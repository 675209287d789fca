package import CallboardJSON

/// What a query compares a value with: a text, a number or a truth value.
///
/// All compare as texts, so `7` and `"7"` are the same, and so are `true` and `"True"`.
package struct QueryScalar: Hashable, Sendable {
  private let text: FoldedText
  /// Of a number; `1.0` equals `1`.
  private let number: Double?

  package init(_ text: String) {
    self.text = FoldedText(text)
    number = nil
  }

  package init(_ number: Double) {
    text = FoldedText(Self.text(of: number))
    self.number = number
  }

  package init(_ flag: Bool) {
    text = FoldedText(flag ? "true" : "false")
    number = nil
  }

  /// Whether a value is the same; never for null, lists and objects.
  package func matches(_ value: JSONValue) -> Bool {
    switch value {
    case .string(let other): text.equals(other)
    case .bool(let flag): text.equals(flag ? "true" : "false")
    case .integer(let other): number == Double(other) || text.equals(String(other))
    case .number(let other): number == other || text.equals(Self.text(of: other))
    case .null, .array, .object: false
    }
  }

  /// Whether the text of a value begins with this one's.
  func isPrefix(of value: JSONValue) -> Bool {
    Self.text(of: value).map(text.isPrefix) ?? false
  }

  /// A value as text, as it is compared; nil for null, lists and objects.
  package static func text(of value: JSONValue) -> String? {
    switch value {
    case .string(let text): text
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .number(let number): text(of: number)
    case .null, .array, .object: nil
    }
  }

  private static func text(of number: Double) -> String {
    Int(exactly: number).map(String.init) ?? number.description
  }
}
