/// Icons of Material for MkDocs that say something by themselves, as the characters that say the same.
///
/// All others are pictures beside a text that says it, and are left out.
enum IconNames {
  /// The character for a shortcode such as `material-check-bold`, empty for an icon without one; nil
  /// for what is no icon.
  static func character(for name: String) -> String? {
    for set in sets where name.hasPrefix(set) {
      var icon = name.dropFirst(set.count)
      for style in styles where icon.hasPrefix(style) { icon = icon.dropFirst(style.count) }
      return characters[String(icon)] ?? character(ofShortened: icon)
    }
    return nil
  }

  private static let sets = ["material-", "fontawesome-", "octicons-", "simple-"]

  /// Parts of Font Awesome's names that tell its styles apart.
  private static let styles = ["solid-", "regular-", "brands-"]

  /// Tries the name without what follows its last hyphens: `check-circle-outline`, `alert-16`.
  private static func character(ofShortened name: Substring) -> String {
    var rest = name
    while let hyphen = rest.lastIndex(of: "-") {
      guard endings.contains(String(rest[rest.index(after: hyphen)...])) else { return "" }
      rest = rest[..<hyphen]
      if let character = characters[String(rest)] { return character }
    }
    return ""
  }

  private static let endings: Set<String> = [
    "bold", "circle", "outline", "fill", "thick", "all", "box", "decagram", "12", "16", "24",
  ]

  private static let characters: [String: String] = [
    "check": "\u{2713}", "checkbox-marked": "\u{2713}", "close": "\u{2717}", "x": "\u{2717}",
    "xmark": "\u{2717}", "times": "\u{2717}", "cancel": "\u{2717}", "minus": "\u{2212}",
    "plus": "+", "alert": "\u{26A0}", "exclamation-triangle": "\u{26A0}",
    "triangle-exclamation": "\u{26A0}", "arrow-right": "\u{2192}", "arrow-left": "\u{2190}",
    "arrow-up": "\u{2191}", "arrow-down": "\u{2193}", "arrow-switch": "\u{21C4}",
    "chevron-right": "\u{203A}", "chevron-left": "\u{2039}", "star": "\u{2605}",
    "heart": "\u{2665}", "infinity": "\u{221E}", "dots-vertical": "\u{22EE}",
    "dots-horizontal": "\u{22EF}", "kebab-horizontal": "\u{22EF}", "menu": "\u{2630}",
    "help": "?", "question": "?", "information": "\u{2139}", "info": "\u{2139}",
  ]
}
