package import CallboardDiagnostics

/// What `theme` in `site.yaml` sets. Paths are as the operator wrote them.
package struct ThemeSettings: Sendable {
  /// The colour of the brand, and the place where it is given.
  package var colour: Placed<SRGBColour>?
  /// Tokens set one by one, in the operator's order; they win over what ``colour`` and the others make.
  package var tokens: [Token] = []
  package var fonts: [Font] = []
  package var radius: Radius?
  package var density: Density?
  package var logo: Logo?
  /// The path of the icon of the browser tab.
  package var favicon: String?
  /// The folder whose files replace those of the theme or are added to them.
  package var folder: Placed<String>?

  package init() {}

  /// The paths of all files that the settings name.
  package var givenFiles: [String] {
    [logo?.light, logo?.dark, favicon].compactMap(\.self)
      + fonts.flatMap { $0.faces.map(\.file) }
  }

  /// A value with its place in `site.yaml`.
  package struct Placed<Value: Sendable>: Sendable {
    package var value: Value
    package var span: SourceSpan

    package init(_ value: Value, at span: SourceSpan) {
      self.value = value
      self.span = span
    }
  }

  /// One token with a value for each scheme that it is set for.
  package struct Token: Sendable {
    /// Without `--cb-`.
    package var name: String
    package var light: String
    package var dark: String
    /// For readers who have asked for more contrast; nil leaves the theme's own.
    package var contrastLight: String?
    package var contrastDark: String?
    package var span: SourceSpan

    package init(
      name: String,
      light: String,
      dark: String,
      contrastLight: String? = nil,
      contrastDark: String? = nil,
      span: SourceSpan
    ) {
      self.name = name
      self.light = light
      self.dark = dark
      self.contrastLight = contrastLight
      self.contrastDark = contrastDark
      self.span = span
    }
  }

  /// What a font is for.
  package enum FontRole: String, CaseIterable, Sendable {
    case text
    case mono
  }

  /// The font of one role: a stack of the theme, or files of the operator's before such a stack.
  package struct Font: Sendable {
    package var role: FontRole
    /// The name of a stack in `theme.yaml`.
    package var stack: Placed<String>
    /// nil for the stack alone.
    package var family: String?
    package var faces: [FontFace]

    package init(
      role: FontRole,
      stack: Placed<String>,
      family: String? = nil,
      faces: [FontFace] = []
    ) {
      self.role = role
      self.stack = stack
      self.family = family
      self.faces = faces
    }
  }

  /// One file of a family.
  package struct FontFace: Hashable, Sendable {
    package var file: String
    /// As CSS has it: `400`, or `100 900` for a variable font.
    package var weight: String
    package var isItalic: Bool

    package init(file: String, weight: String = "400", isItalic: Bool = false) {
      self.file = file
      self.weight = weight
      self.isItalic = isItalic
    }
  }

  /// How round corners are.
  package enum Radius: String, CaseIterable, Sendable {
    case none, small, medium, large

    /// The radius of panels in rem; controls and large surfaces follow it.
    var rem: Double {
      switch self {
      case .none: 0
      case .small: 0.25
      case .medium: 0.5
      case .large: 0.875
      }
    }
  }

  /// How much room there is between things.
  package enum Density: String, CaseIterable, Sendable {
    case compact, normal, spacious
  }

  /// The sign in the header.
  package struct Logo: Hashable, Sendable {
    package var light: String
    package var dark: String
    /// Whether the site's title stands beside it.
    package var showsTitle: Bool

    package init(light: String, dark: String, showsTitle: Bool) {
      self.light = light
      self.dark = dark
      self.showsTitle = showsTitle
    }
  }
}
