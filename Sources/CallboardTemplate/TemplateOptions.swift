/// What the templates of an environment make.
package enum TemplateMode: Sendable {
  /// Pages: output is escaped for the place it stands in, and unknown names are errors.
  case theme
  /// Files of any kind: nothing is escaped, and what is missing prints as nothing.
  case scaffold
}

/// A filter that the owner of the environment supplies.
///
/// Receives the piped value first, then the arguments; named arguments come last, as one object. Its answer depends on
/// nothing else: for constants a theme asks once and not on every page.
package typealias TemplateFilter =
  @Sendable ([TemplateValue]) throws(TemplateFailure) -> TemplateValue

/// How templates are read and what they may use.
package struct TemplateOptions: Sendable {
  package var variableStart: String
  package var variableEnd = "}}"
  /// Drops the line break after a tag.
  package var trimBlocks = false
  /// Drops the spaces before a tag that is the first thing on its line.
  package var lstripBlocks = false
  /// Adds `True`, `False`, `None`, slices and the methods of Python's lists and dictionaries.
  package var jinjaCompatibility = false
  package var limits = TemplateLimits()
  /// By name; they take precedence over built-in ones.
  package var filters: [String: TemplateFilter] = [:]
  /// Where the `random` filter begins.
  package var randomSeed: UInt64 = 0
  /// Names that every template and macro sees; a context's own names take precedence.
  package var globals = TemplateObject()

  package init(variableStart: String = "{{") {
    self.variableStart = variableStart
  }

  /// `${{ }}`, as in the steps and skeletons of Software Templates.
  package static let softwareTemplate = TemplateOptions(variableStart: "${{")
}

/// What one render may use before it ends with an error.
package struct TemplateLimits: Sendable {
  /// Instructions and expressions evaluated.
  package var steps = 20_000_000
  /// Bytes in the output, and in any one text that is made on the way.
  package var outputBytes = 64 << 20
  /// Rounds of all loops together, and elements of any one list.
  package var loopIterations = 2_000_000
  /// Expressions, macros, blocks and includes inside each other.
  package var depth = 400

  package init() {}
}
