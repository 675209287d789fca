/// A kind of admonition that the theme has a look for.
///
/// Other words that authors write as types name no class: a class of the theme's own must not be
/// reachable from a page's text.
struct AdmonitionType: Equatable {
  /// The class in HTML.
  var name: String

  /// Finds a type or one of its other names in ASCII lower case; nil if the theme has no such look.
  static func named(_ word: String) -> AdmonitionType? {
    canonicalNames[word].map(AdmonitionType.init)
  }

  /// Other names as Material for MkDocs takes them, and GitHub's alerts.
  private static let canonicalNames: [String: String] = [
    "note": "note",
    "abstract": "abstract", "summary": "abstract", "tldr": "abstract",
    "info": "info", "todo": "info",
    "tip": "tip", "hint": "tip",
    "important": "important",
    "success": "success", "check": "success", "done": "success",
    "question": "question", "help": "question", "faq": "question",
    "warning": "warning", "attention": "warning",
    "caution": "caution",
    "failure": "failure", "fail": "failure", "missing": "failure",
    "danger": "danger", "error": "danger",
    "bug": "bug",
    "example": "example", "snippet": "example",
    "quote": "quote", "cite": "quote",
  ]

  /// `note` → `Note`: what stands above an admonition without a title.
  static func defaultTitle(for word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }
}
