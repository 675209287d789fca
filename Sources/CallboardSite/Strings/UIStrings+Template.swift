import CallboardDiagnostics
import CallboardHTML
import CallboardTemplate

extension UIStrings {
  /// The filter by which templates take words: `{{ "pagination.place" | t(page=1, pages=4) }}`.
  ///
  /// Named arguments are the values; `count` chooses among the forms of a phrase that depends on a number. The result is
  /// markup where a value is, or where a part of the phrase is code; else text, which may stand in attributes.
  ///
  /// - Throws: ``TemplateFailure`` for a key that there is not, and for a value that the phrase needs and does not get.
  var filter: TemplateFilter {
    { [self] arguments throws(TemplateFailure) in
      guard case .string(let key)? = arguments.first else {
        throw TemplateFailure("'t' needs the key of a string")
      }
      guard let phrase = self[key] else {
        throw TemplateFailure(
          "no string has the key '\(key)'",
          help: NearestName.of(key, in: keys).map { ["Change it to '\($0)'."] } ?? []
        )
      }
      var values = Self.noValues
      if arguments.count > 1, case .object(let given)? = arguments.last { values = given }
      var category: PluralCategory?
      if phrase.isPlural {
        guard case .number(let count)? = values["count"] else {
          throw TemplateFailure("'\(key)' needs the number 'count'")
        }
        category = PluralCategory.of(Int(count), in: language)
      }
      return try Self.value(of: phrase.form(for: category), values, key)
    }
  }

  private static let noValues = TemplateObject()

  private static func value(
    of parts: [Phrase.Part],
    _ values: TemplateObject,
    _ key: String
  ) throws(TemplateFailure) -> TemplateValue {
    if case .text(let text)? = parts.first, parts.count == 1 { return .string(text) }
    var text = ""
    var markup = HTML()
    var isMarkup = false
    for part in parts {
      switch part {
      case .text(let literal):
        text += literal
        markup.append(escaping: literal)
      case .code(let literal):
        isMarkup = true
        markup.append(literal: "<code>")
        markup.append(escaping: literal)
        markup.append(literal: "</code>")
      case .value(let name):
        guard let value = values[name] else {
          throw TemplateFailure("'\(key)' needs the value '\(name)'")
        }
        if case .html(let html) = value {
          isMarkup = true
          markup.append(html)
        } else {
          text += value.displayText
          markup.append(escaping: value.displayText)
        }
      }
    }
    return isMarkup ? .html(markup) : .string(text)
  }
}
