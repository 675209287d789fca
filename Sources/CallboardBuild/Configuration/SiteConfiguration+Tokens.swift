import CallboardDiagnostics
import CallboardSite
import CallboardYAML

/// `theme.tokens` and `theme.fonts` of `site.yaml`.
extension SiteConfiguration {
  static func tokens(_ theme: inout YAMLRecord) -> [ThemeSettings.Token] {
    guard let node = theme.node("tokens") else { return [] }
    // Read as a record for the finding about a value that is no mapping; its keys are names of tokens.
    guard let mapping = node.mapping else {
      _ = theme.record("tokens") { _ in }
      return []
    }
    return mapping.entries.compactMap { entry in
      let span = entry.keySpan(in: theme.file)
      guard let values = entry.value.mapping else {
        return value(entry.value, &theme).map {
          ThemeSettings.Token(
            name: entry.key,
            light: $0,
            dark: $0,
            contrastLight: $0,
            contrastDark: $0,
            span: span
          )
        }
      }
      var record = YAMLRecord(values, named: "theme.tokens.\(entry.key)", file: theme.file)
      defer { for finding in record.finish() { theme.report(finding) } }
      let light = record.node("light").flatMap { value($0, &record) }
      let dark = record.node("dark").flatMap { value($0, &record) }
      let contrast = record.record("contrast") { contrast in
        (
          light: contrast.node("light").flatMap { value($0, &contrast) },
          dark: contrast.node("dark").flatMap { value($0, &contrast) }
        )
      }
      guard let light, let dark else {
        record.report(
          .themeSettingInvalid(
            "The token '\(entry.key)' needs a value for 'light' and one for 'dark'",
            help: "Write both, or one value for all in place of the mapping.",
            at: span
          )
        )
        return nil
      }
      return ThemeSettings.Token(
        name: entry.key,
        light: light,
        dark: dark,
        contrastLight: contrast?.light ?? light,
        contrastDark: contrast?.dark ?? dark,
        span: span
      )
    }
  }

  /// A value that cannot leave its declaration: nothing of CSS that ends one, opens a block or loads a file.
  private static func value(_ node: YAMLNode, _ record: inout YAMLRecord) -> String? {
    let text: String
    switch node.value {
    case .string(let string): text = string
    case .int(let number): text = String(number)
    case .float(let number): text = "\(number)"
    default: text = ""
    }
    let isBalanced = text.count { $0 == "(" } == text.count { $0 == ")" }
    let hasWholeTexts = text.count { $0 == "\"" } % 2 == 0 && text.count { $0 == "'" } % 2 == 0
    let isPlain = !text.contains { ";{}<>@\\!".contains($0) || $0.isNewline }
    if !text.isEmpty, isBalanced, hasWholeTexts, isPlain, !text.lowercased().contains("url("),
      !text.contains("/*")
    {
      return text
    }
    record.report(
      .themeSettingInvalid(
        "'\(text)' is no value of one token",
        help: "Write one value of CSS without ';', braces or 'url()', colours in quotes.",
        at: node.span(in: record.file)
      )
    )
    return nil
  }

  static func fonts(_ theme: inout YAMLRecord) -> [ThemeSettings.Font] {
    let fonts = theme.record("fonts") { fonts in
      ThemeSettings.FontRole.allCases.compactMap { font(for: $0, &fonts) }
    }
    return fonts ?? []
  }

  private static func font(
    for role: ThemeSettings.FontRole,
    _ fonts: inout YAMLRecord
  ) -> ThemeSettings.Font? {
    guard let node = fonts.node(role.rawValue) else { return nil }
    let span = node.span(in: fonts.file)
    if let stack = node.string {
      return ThemeSettings.Font(role: role, stack: .init(stack, at: span))
    }
    return fonts.record(role.rawValue) { font -> ThemeSettings.Font? in
      let family = font.string("family")
      let fallback = font.string("fallback") ?? (role == .text ? "system" : "mono")
      let faces = faces(&font)
      let isPlain = family?.allSatisfy { $0.isLetter || $0.isNumber || " -_".contains($0) }
      guard let family, isPlain == true, !family.isEmpty, !faces.isEmpty else {
        font.report(
          .themeSettingInvalid(
            "'fonts.\(role.rawValue)' needs the name of a 'family' and its 'files'",
            help: "Write both, or the name of a stack such as 'serif' in place of the mapping.",
            at: span
          )
        )
        return nil
      }
      return ThemeSettings.Font(
        role: role,
        stack: .init(fallback, at: span),
        family: family,
        faces: faces
      )
    } ?? nil
  }

  /// Files of a family: paths, or mappings with weight and style beside the path.
  private static func faces(_ font: inout YAMLRecord) -> [ThemeSettings.FontFace] {
    guard let items = font.node("files")?.sequence else {
      return (font.strings("files") ?? []).map { ThemeSettings.FontFace(file: $0) }
    }
    var faces: [ThemeSettings.FontFace] = []
    for item in items {
      let span = item.span(in: font.file)
      var face = ThemeSettings.FontFace(file: item.string ?? "")
      if let mapping = item.mapping {
        var record = YAMLRecord(mapping, named: "theme.fonts.files", file: font.file)
        face.file = record.string("file") ?? ""
        if let weight = record.node("weight") {
          face.weight = weight.string ?? weight.int.map { String($0) } ?? ""
        }
        face.isItalic = record.string("style") == "italic"
        for finding in record.finish() { font.report(finding) }
      }
      let weights = face.weight.split(separator: " ").map { Int($0) ?? 0 }
      guard FontFile.format(of: face.file) != nil, (1...2).contains(weights.count),
        weights.allSatisfy({ (1...1000).contains($0) })
      else {
        font.report(
          .themeSettingInvalid(
            "This is no file of a font that a page can use",
            help:
              "Name a '.woff2', '.woff', '.ttf' or '.otf' file, with a weight such as 400 or '100 900'.",
            at: span
          )
        )
        continue
      }
      faces.append(face)
    }
    return faces
  }
}
