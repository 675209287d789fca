import CallboardDiagnostics
import CallboardSite
import CallboardYAML

/// The part `theme` of `site.yaml`.
extension SiteConfiguration {
  /// Reads `theme`.
  ///
  ///     theme:
  ///       colour: '#0b3d91'
  ///       logo: {light: brand/logo.svg, dark: brand/logo-dark.svg}
  ///       fonts: {text: {family: Acme Sans, files: [brand/AcmeSans.woff2]}, mono: mono}
  ///       radius: small
  ///       tokens: {page-size: 90rem, mark: {light: '#fff0b8', dark: '#4d4112'}}
  static func theme(_ record: inout YAMLRecord) -> ThemeSettings {
    let read = record.record("theme") { theme in
      var settings = ThemeSettings()
      settings.colour = colour(&theme)
      settings.tokens = tokens(&theme)
      settings.fonts = fonts(&theme)
      settings.radius = choice("radius", of: ThemeSettings.Radius.self, &theme)
      settings.density = choice("density", of: ThemeSettings.Density.self, &theme)
      settings.logo = logo(&theme)
      settings.favicon = file("favicon", ["svg", "png", "ico"], &theme)
      if let folder = theme.string("folder"), let node = theme.node("folder") {
        settings.folder = .init(folder, at: node.span(in: theme.file))
      }
      return settings
    }
    return read ?? ThemeSettings()
  }

  private static func colour(
    _ theme: inout YAMLRecord
  ) -> ThemeSettings.Placed<SRGBColour>? {
    guard let text = theme.string("colour"), let node = theme.node("colour") else { return nil }
    guard let colour = SRGBColour(hex: text) else {
      theme.report(
        .themeSettingInvalid(
          "'\(text)' is no colour in hexadecimal",
          help: "Write it in quotes, such as '#0b3d91'.",
          at: node.span(in: theme.file)
        )
      )
      return nil
    }
    return .init(colour, at: node.span(in: theme.file))
  }

  /// One of a few words.
  private static func choice<Choice>(
    _ key: String,
    of type: Choice.Type,
    _ theme: inout YAMLRecord
  ) -> Choice? where Choice: RawRepresentable<String> & CaseIterable {
    guard let text = theme.string(key), let node = theme.node(key) else { return nil }
    let choice = Choice(rawValue: text)
    if choice == nil {
      let known = Choice.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      theme.report(
        .themeSettingInvalid(
          "'\(text)' is no possible value of '\(key)'",
          help: "Write one of \(known).",
          at: node.span(in: theme.file)
        )
      )
    }
    return choice
  }

  /// The path of a file with one of some endings.
  private static func file(
    _ key: String,
    _ suffixes: [String],
    _ record: inout YAMLRecord
  ) -> String? {
    guard let path = record.string(key), let node = record.node(key) else { return nil }
    return checked(path, suffixes, at: node, &record)
  }

  private static func checked(
    _ path: String,
    _ suffixes: [String],
    at node: YAMLNode,
    _ record: inout YAMLRecord
  ) -> String? {
    if suffixes.contains(ThemeFilePath.suffix(of: path)) { return path }
    record.report(
      .themeSettingInvalid(
        "'\(path)' is no file that a page can use here",
        help: "Name a file that ends in '.\(suffixes.joined(separator: "', '."))'.",
        at: node.span(in: record.file)
      )
    )
    return nil
  }

  /// One file for both schemes, or a file for each.
  private static func logo(_ theme: inout YAMLRecord) -> ThemeSettings.Logo? {
    guard let node = theme.node("logo") else { return nil }
    if let path = node.string {
      return checked(path, SiteImage.suffixes, at: node, &theme)
        .map { ThemeSettings.Logo(light: $0, dark: $0, showsTitle: true) }
    }
    return theme.record("logo") { logo -> ThemeSettings.Logo? in
      let light = file("light", SiteImage.suffixes, &logo)
      let dark = file("dark", SiteImage.suffixes, &logo)
      let showsTitle = logo.bool("title") ?? true
      guard let light = light ?? dark else {
        logo.report(
          .themeSettingInvalid(
            "'logo' names no file",
            help:
              "Name one under 'light', and another under 'dark' if the first is too dark there.",
            at: node.span(in: logo.file)
          )
        )
        return nil
      }
      return ThemeSettings.Logo(light: light, dark: dark ?? light, showsTitle: showsTitle)
    } ?? nil
  }
}

extension Diagnostic.ID {
  static let themeSettingInvalid = Self(rawValue: "theme-setting-invalid")
}

extension Diagnostic {
  static func themeSettingInvalid(_ summary: String, help: String, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      id: .themeSettingInvalid,
      severity: .error,
      summary: summary,
      span: span,
      help: [help]
    )
  }
}
