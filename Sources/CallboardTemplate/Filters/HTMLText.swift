import CallboardHTML

/// Between text and markup.
enum HTMLText {
  static func trusted(_ text: String) -> HTML {
    HTML(trusted: Array(text.utf8))
  }
}
