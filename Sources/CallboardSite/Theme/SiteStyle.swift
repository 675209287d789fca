import CallboardDiagnostics

/// The style sheet that `theme` in `site.yaml` makes: design tokens with values of the operator's.
package enum SiteStyle {
  /// Where the sheet stands among the theme's files.
  package static let path = "styles/site.css"

  /// Writes the sheet and judges its colours.
  ///
  /// - Parameters:
  ///   - sheet: The tokens of the theme itself.
  ///   - stacks: The theme's stacks of fonts by name.
  ///   - rules: What must be told from what.
  /// - Returns: nil when nothing is set. Errors are those that a build should not go on with.
  static func make(
    _ settings: ThemeSettings,
    over sheet: TokenSheet,
    stacks: [String: String],
    rules: [ContrastRule]
  ) -> Diagnosed<[UInt8]?> {
    var writer = TokenWriter()
    var diagnostics: [Diagnostic] = []
    var sheet = sheet

    // Grounds may be set one by one, and the ramp of the brand must be legible on them.
    var single = TokenWriter()
    for token in settings.tokens { single.set(token) }
    var grounds = sheet
    grounds.add(css: single.sheet())

    if let colour = settings.colour {
      let ramp = BrandRamp(
        colour.value,
        on: Dictionary(
          uniqueKeysWithValues: ColourScheme.allCases.map { scheme in
            (scheme, ["bg", "surface", "surface-2"].compactMap { grounds.colour($0, in: scheme) })
          }
        )
      )
      writer.set(ramp)
      diagnostics += finding(about: ramp, colour.span, grounds)
    }
    if let radius = settings.radius { writer.set(radius) }
    switch settings.density {
    case .compact: writer.set("density", "0.8")
    case .spacious: writer.set("density", "1.2")
    case .normal, nil: break
    }
    for font in settings.fonts {
      guard let stack = stacks[font.stack.value] else {
        diagnostics.append(.themeFontUnknown(font.stack.value, known: stacks, at: font.stack.span))
        continue
      }
      writer.set(font, stack: stack)
    }
    for token in settings.tokens {
      guard sheet.value(of: token.name, in: .light) != nil else {
        diagnostics.append(.themeTokenUnknown(token.name, known: sheet.names, at: token.span))
        continue
      }
      writer.set(token)
    }
    guard !writer.isEmpty else { return Diagnosed(nil, diagnostics: diagnostics) }
    let bytes = writer.sheet()
    sheet.add(css: bytes)
    diagnostics += findings(about: settings.tokens, in: sheet, rules)
    return Diagnosed(bytes, diagnostics: diagnostics)
  }

  /// A note when the light theme shows another colour than the one that was asked for.
  private static func finding(
    about ramp: BrandRamp,
    _ span: SourceSpan,
    _ grounds: TokenSheet
  ) -> [Diagnostic] {
    guard !ramp.isExact(in: .light), let used = ramp.accents[.light]?.accent,
      let ground = grounds.colour("surface-2", in: .light)
    else { return [] }
    return [.themeColourAdjusted(ramp.colour, to: used, on: ground, at: span)]
  }

  /// A warning for each token that was set and cannot be told from its ground.
  private static func findings(
    about tokens: [ThemeSettings.Token],
    in sheet: TokenSheet,
    _ rules: [ContrastRule]
  ) -> [Diagnostic] {
    let failures = rules.flatMap { $0.failures(in: sheet) }
    var told: Set<ContrastRule.Failure> = []
    return tokens.compactMap { token in
      let own = failures.filter {
        ($0.colour == token.name || $0.ground == token.name) && told.insert($0).inserted
      }
      guard let worst = own.min(by: { $0.ratio / $0.needed < $1.ratio / $1.needed }) else {
        return nil
      }
      return .themeContrastLow(worst, besides: own.filter { $0 != worst }, at: token.span)
    }
  }
}
