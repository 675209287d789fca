import CallboardDiagnostics
import CallboardSearch
import CallboardYAML

/// The part `search` of `site.yaml`.
extension SiteConfiguration {
  /// Without a word of the operator's, the rules of English hold where the site is in English.
  mutating func readSearch(_ record: inout YAMLRecord) {
    search.language = Self.isEnglish(language) ? .english : .none
    let language = record.record("search") { search -> SearchOptions.Language? in
      guard let text = search.string("language") else { return nil }
      guard let language = SearchOptions.Language(rawValue: text) else {
        if let node = search.node("language") {
          search.report(.searchLanguageUnknown(text, at: node.span(in: search.file)))
        }
        return nil
      }
      return language
    }
    search.language = (language ?? nil) ?? search.language
  }

  /// Whether a BCP 47 tag is one of English, such as `en` or `en-GB`.
  private static func isEnglish(_ tag: String) -> Bool {
    let tag = tag.lowercased()
    return tag == "en" || tag.hasPrefix("en-")
  }
}

extension Diagnostic.ID {
  static let searchLanguageUnknown = Self(rawValue: "search-language-unknown")
}

extension Diagnostic {
  fileprivate static func searchLanguageUnknown(
    _ text: String,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .searchLanguageUnknown,
      severity: .error,
      summary: "Search has no rules for the language '\(text)'",
      span: span,
      help: ["Write 'english', or 'none' to take words as they are."]
    )
  }
}
