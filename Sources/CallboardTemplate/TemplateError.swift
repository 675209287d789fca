/// What is wrong with a template, and where.
package struct TemplateError: Error, Hashable, Sendable {
  /// The template's name, as the environment was given it.
  package var file: String
  /// From 1.
  package var line: Int
  /// From 1, in UTF-8 bytes.
  package var column: Int
  /// One line without a full stop, which quotes what the author wrote.
  package var summary: String
  /// Remedies, each a sentence in the imperative; may name the nearest known name.
  package var help: [String]
  /// Whether a limit ended the render, rather than a fault in one expression.
  package var isLimit: Bool

  package init(
    file: String,
    line: Int,
    column: Int,
    summary: String,
    help: [String] = [],
    isLimit: Bool = false
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.summary = summary
    self.help = help
    self.isLimit = isLimit
  }
}

extension TemplateError: CustomStringConvertible {
  package var description: String { "\(file):\(line):\(column): \(summary)" }
}

/// Why a filter, a function or an operator could not do its work; the renderer adds the place.
package struct TemplateFailure: Error, Hashable, Sendable {
  package var summary: String
  package var help: [String]
  package var isLimit: Bool

  package init(_ summary: String, help: [String] = [], isLimit: Bool = false) {
    self.summary = summary
    self.help = help
    self.isLimit = isLimit
  }
}
