/// The rule for readers who choose more contrast on the page of settings.
///
/// A style sheet states the values once, for those whose system asks for more contrast:
///
///     @media (prefers-contrast: more) { :root:not([data-contrast="normal"]) { --cb-bg: #fff; } }
///
/// and a selector cannot stand for a condition of the system, so that the build writes them down a second time.
enum ContrastChoice {
  /// The same custom properties for the attribute that a reader's choice sets; empty without any.
  static func style(for css: [UInt8]) -> [UInt8] {
    var scanner = DeclarationScanner(css)
    var declarations: [String] = []
    while let found = scanner.next() {
      guard
        found.conditions.contains(where: { condition in
          Array(condition.utf8)[...].firstRange(ofBytes: "prefers-contrast: more".utf8) != nil
        })
      else { continue }
      declarations.append("    \(found.name): \(found.value);")
    }
    guard !declarations.isEmpty else { return [] }
    let lines =
      ["@layer tokens {", "  :root[data-contrast=\"more\"] {"] + declarations + ["  }", "}"]
    return Array(lines.joined(separator: "\n").utf8)
  }
}
