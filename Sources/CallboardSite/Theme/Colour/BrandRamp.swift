/// The accents of the theme made from one colour of the operator's, each legible where the theme puts it.
///
/// The hue stays. Lightness moves only as far as the contrast asks for, so a colour that is legible already is
/// used as it is.
package struct BrandRamp: Sendable {
  /// One accent with its companions, for one scheme.
  package struct Accents: Hashable, Sendable {
    /// Links, and the ground of the main button.
    package var accent: SRGBColour
    /// Links and buttons under the pointer, and text on ``soft``.
    package var strong: SRGBColour
    /// The ground of what is chosen.
    package var soft: SRGBColour
    /// Text on ``accent`` and on ``strong``.
    package var contrast: SRGBColour
    /// The ring around what has the focus.
    package var focus: SRGBColour
  }

  package let colour: SRGBColour
  package let accents: [ColourScheme: Accents]

  /// - Parameter grounds: The surfaces that the theme sets links on, for each scheme.
  package init(_ colour: SRGBColour, on grounds: [ColourScheme: [SRGBColour]]) {
    self.colour = colour
    accents = Dictionary(
      uniqueKeysWithValues: ColourScheme.allCases.map { scheme in
        (scheme, Self.accents(of: colour, scheme, on: grounds[scheme] ?? []))
      }
    )
  }

  /// Whether links of a scheme have the very colour that was given.
  package func isExact(in scheme: ColourScheme) -> Bool {
    accents[scheme]?.accent.hex == colour.hex
  }

  private static func accents(
    of colour: SRGBColour,
    _ scheme: ColourScheme,
    on grounds: [SRGBColour]
  ) -> Accents {
    let base = OKLCHColour(colour)
    let text =
      scheme.isHighContrast ? ContrastRule.Level.text.highContrast : ContrastRule.Level.text.normal
    var soft = base
    soft.lightness = scheme.isDark ? 0.29 : 0.95
    soft.chroma = min(base.chroma * 0.35, scheme.isDark ? 0.05 : 0.025)
    let softGround = soft.sRGB.shown
    let accent = legible(base, as: colour, scheme, on: grounds, ratio: text)

    // Away from the ground; a colour that is at the end of the scale already goes the other way.
    var strong = OKLCHColour(accent)
    let away = scheme.isDark ? 0.09 : -0.09
    strong.lightness +=
      strong.lightness + away > 0.2 && strong.lightness + away < 0.97 ? away : -away
    let strongColour = legible(
      strong,
      as: strong.sRGB.shown,
      scheme,
      on: grounds + [softGround],
      ratio: text
    )

    var ink = base
    ink.lightness = 0.2
    ink.chroma = min(base.chroma, 0.04)
    let white = SRGBColour(red: 1, green: 1, blue: 1)
    let black = SRGBColour(red: 0, green: 0, blue: 0)
    let fills = [accent, strongColour]
    let contrast =
      [scheme.isDark ? ink.sRGB.shown : white, white, ink.sRGB.shown, black]
      .first { candidate in fills.allSatisfy { candidate.contrast(with: $0) >= text } }
      ?? (scheme.isDark ? black : white)

    var focus = OKLCHColour(accent)
    focus.lightness += scheme.isDark ? 0.06 : 0.08
    let ring = focus.sRGB.shown
    let shape =
      scheme.isHighContrast
      ? ContrastRule.Level.shape.highContrast : ContrastRule.Level.shape.normal
    let isVisible = grounds.allSatisfy { ring.contrast(with: $0) >= shape }
    return Accents(
      accent: accent,
      strong: strongColour,
      soft: softGround,
      contrast: contrast,
      focus: isVisible ? ring : accent
    )
  }

  /// The colour of the same hue that is nearest in lightness and legible on all grounds.
  ///
  /// - Parameter given: The colour to keep where it is legible, to the last bit.
  private static func legible(
    _ base: OKLCHColour,
    as given: SRGBColour,
    _ scheme: ColourScheme,
    on grounds: [SRGBColour],
    ratio: Double
  ) -> SRGBColour {
    func isLegible(_ colour: SRGBColour) -> Bool {
      grounds.allSatisfy { colour.contrast(with: $0) >= ratio }
    }
    if isLegible(given) { return given }
    var candidate = base
    let step = scheme.isDark ? 0.004 : -0.004
    while (0...1).contains(candidate.lightness) {
      candidate.lightness += step
      let colour = candidate.sRGB.shown
      if isLegible(colour) { return colour }
    }
    return scheme.isDark
      ? SRGBColour(red: 1, green: 1, blue: 1) : SRGBColour(red: 0, green: 0, blue: 0)
  }
}
