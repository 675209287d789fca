/// Writes design tokens as a style sheet in the layer of the theme's own.
struct TokenWriter {
  private var faces: [String] = []
  private var values: [(name: String, value: String)] = []
  private var contrastValues: [(name: String, value: String)] = []

  var isEmpty: Bool { values.isEmpty }

  /// Sets one value for all schemes.
  mutating func set(_ name: String, _ value: String) {
    values.append((name, value))
  }

  mutating func set(_ token: ThemeSettings.Token) {
    values.append((token.name, Self.value(token.light, token.dark)))
    if let light = token.contrastLight, let dark = token.contrastDark {
      contrastValues.append((token.name, Self.value(light, dark)))
    }
  }

  mutating func set(_ ramp: BrandRamp) {
    let parts: [(String, KeyPath<BrandRamp.Accents, SRGBColour>)] = [
      ("accent", \.accent), ("accent-strong", \.strong), ("accent-soft", \.soft),
      ("accent-contrast", \.contrast), ("focus", \.focus),
    ]
    for (name, part) in parts {
      func hex(_ scheme: ColourScheme) -> String { ramp.accents[scheme]?[keyPath: part].hex ?? "" }
      values.append((name, Self.value(hex(.light), hex(.dark))))
      contrastValues.append((name, Self.value(hex(.contrastLight), hex(.contrastDark))))
    }
  }

  mutating func set(_ radius: ThemeSettings.Radius) {
    set("radius", "\(radius.rem)rem")
    set("radius-small", "\(radius.rem * 0.625)rem")
    set("radius-large", "\(radius.rem * 1.5)rem")
  }

  /// - Parameter stack: What stands in for the family until it is there.
  mutating func set(_ font: ThemeSettings.Font, stack: String) {
    let token = font.role == .text ? "font" : "mono"
    guard let family = font.family else {
      set(token, stack)
      return
    }
    set(token, "\"\(family)\", \(stack)")
    for face in font.faces {
      // Whatever comes late is left for the next page, so that text does not move while it is read.
      faces.append(
        """
        @font-face {
          font-family: "\(family)";
          src: url("\(FontFile.path(of: face.file))") format("\(FontFile.format(of: face.file) ?? "")");
          font-weight: \(face.weight);
          font-style: \(face.isItalic ? "italic" : "normal");
          font-display: optional;
        }
        """
      )
    }
  }

  /// The style sheet; without a value it has nothing in it.
  func sheet() -> [UInt8] {
    guard !isEmpty else { return [] }
    var lines = ["/* From 'theme' in site.yaml. */"] + faces
    lines.append("@layer tokens {")
    lines += block(":root", values, indent: "  ")
    if !contrastValues.isEmpty {
      lines.append("  @media (prefers-contrast: more) {")
      lines += block(":root:not([data-contrast=\"normal\"])", contrastValues, indent: "    ")
      lines.append("  }")
    }
    lines.append("}")
    return Array(lines.joined(separator: "\n").utf8)
  }

  private func block(
    _ selector: String,
    _ values: [(name: String, value: String)],
    indent: String
  ) -> [String] {
    ["\(indent)\(selector) {"]
      + values.map { "\(indent)  --cb-\($0.name): \($0.value);" } + ["\(indent)}"]
  }

  private static func value(_ light: String, _ dark: String) -> String {
    light == dark ? light : "light-dark(\(light), \(dark))"
  }
}

/// Where a font of the operator's stands among the files of the site.
package enum FontFile {
  /// The path in the folder of assets: `fonts/Acme-Sans.woff2`.
  package static func path(of file: String) -> String {
    "fonts/" + ThemeFilePath.name(of: file)
  }

  /// The name that CSS has for the kind of file; nil for what no browser takes.
  package static func format(of file: String) -> String? {
    switch ThemeFilePath.suffix(of: file) {
    case "woff2": "woff2"
    case "woff": "woff"
    case "ttf": "truetype"
    case "otf": "opentype"
    default: nil
    }
  }

  /// The media type that a page names beside the file.
  static func mediaType(of file: String) -> String {
    "font/\(ThemeFilePath.suffix(of: file))"
  }
}

/// Names of files that the operator gives and pages refer to.
package enum ThemeFilePath {
  /// The last component, with `-` for what an address had better not have.
  package static func name(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(
      String.UnicodeScalarView(
        name.unicodeScalars.map { scalar in
          let isPlain =
            scalar.isASCII
            && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
              || scalar == "." || scalar == "-" || scalar == "_")
          return isPlain ? scalar : "-"
        }
      )
    )
  }

  /// What stands behind the last dot, in lower case; empty without one.
  package static func suffix(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
