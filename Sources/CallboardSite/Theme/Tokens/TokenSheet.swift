/// The design tokens of style sheets: custom properties named `--cb-…`, with their values in each scheme.
///
/// Reads just as much CSS as tells a declaration from a selector: nested blocks, comments, texts and parentheses.
package struct TokenSheet: Sendable {
  /// Values for everybody, by name without `--cb-`.
  private(set) var values: [String: String] = [:]
  /// Values for readers who have asked for more contrast, where they differ.
  private(set) var contrastValues: [String: String] = [:]

  package init() {}

  /// Reads a style sheet; later declarations win.
  package mutating func add(css bytes: [UInt8]) {
    var scanner = DeclarationScanner(bytes)
    while let found = scanner.next() {
      guard found.name.hasPrefix("--cb-") else { continue }
      let name = String(found.name.dropFirst("--cb-".count))
      guard let root = found.conditions.last(where: { !$0.hasPrefix("@") }) else { continue }
      let isContrast = found.conditions.contains { condition in
        let bytes = Array(condition.utf8)[...]
        return bytes.firstRange(ofBytes: "prefers-contrast: more".utf8) != nil
          || bytes.firstRange(ofBytes: "data-contrast=\"more\"".utf8) != nil
      }
      if isContrast {
        contrastValues[name] = found.value
      } else if root == ":root" || root.hasPrefix(":root,"),
        !found.conditions.contains(where: { $0.hasPrefix("@media") })
      {
        values[name] = found.value
      }
    }
  }

  /// All names, sorted.
  package var names: [String] { values.keys.sorted() }

  /// The value as it stands in the style sheet; nil for a name that is not declared.
  package func value(of name: String, in scheme: ColourScheme) -> String? {
    (scheme.isHighContrast ? contrastValues[name] : nil) ?? values[name]
  }

  /// The colour of a token; nil for what is no colour, or one that is mixed or see-through.
  package func colour(_ name: String, in scheme: ColourScheme) -> SRGBColour? {
    value(of: name, in: scheme).flatMap { colour(value: $0, scheme, depth: 0) }
  }

  /// A few references in a row are usual; a circle of them has no end.
  private static let depthLimit = 8

  private func colour(value: String, _ scheme: ColourScheme, depth: Int) -> SRGBColour? {
    guard depth < Self.depthLimit else { return nil }
    let value = value.trimmingSpaces
    if let hex = SRGBColour(hex: value) { return hex }
    if value == "white" { return SRGBColour(red: 1, green: 1, blue: 1) }
    if value == "black" { return SRGBColour(red: 0, green: 0, blue: 0) }
    guard let open = value.firstIndex(of: "("), value.hasSuffix(")") else { return nil }
    let arguments = Self.arguments(value[value.index(after: open)...].dropLast())
    switch value[..<open] {
    case "light-dark" where arguments.count == 2:
      return colour(value: arguments[scheme.isDark ? 1 : 0], scheme, depth: depth + 1)
    case "var" where arguments[0].hasPrefix("--cb-"):
      let name = String(arguments[0].dropFirst("--cb-".count))
      return self.value(of: name, in: scheme).flatMap {
        colour(value: $0, scheme, depth: depth + 1)
      }
    case "oklch" where arguments.count == 1:
      return Self.oklch(arguments[0])
    default:
      return nil
    }
  }

  /// `62% 0.12 250` or `0.62 0.12 250`.
  private static func oklch(_ text: String) -> SRGBColour? {
    let parts = text.split(separator: " ").map(String.init)
    guard parts.count == 3, let chroma = Double(parts[1]), let hue = Double(parts[2]) else {
      return nil
    }
    let lightness =
      parts[0].hasSuffix("%")
      ? Double(parts[0].dropLast()).map { $0 / 100 } : Double(parts[0])
    return lightness.map { OKLCHColour(lightness: $0, chroma: chroma, hue: hue).sRGB }
  }

  /// Parts between commas that stand in no parentheses; at least one.
  private static func arguments(_ text: Substring) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == ",", depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map(\.trimmingSpaces)
  }
}

extension StringProtocol {
  /// Without spaces and line breaks at both ends, and each run of them inside as one space.
  fileprivate var trimmingSpaces: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
