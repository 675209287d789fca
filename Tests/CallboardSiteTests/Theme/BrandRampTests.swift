import CallboardDiagnostics
import Testing

@testable import CallboardSite

/// Colours of brands, and what the theme makes of them.
@Suite struct BrandRampTests {
  private static let grounds: [ColourScheme: [SRGBColour]] = {
    var sheet = TokenSheet()
    sheet.add(css: Theme.packedFiles["styles/tokens.css"] ?? [])
    return Dictionary(
      uniqueKeysWithValues: ColourScheme.allCases.map { scheme in
        (scheme, ["bg", "surface", "surface-2"].compactMap { sheet.colour($0, in: scheme) })
      }
    )
  }()

  /// Dark, pale, saturated, grey, and the ends of the scale.
  static let colours = [
    "#0b3d91", "#fff3b0", "#e3000f", "#00ff00", "#ffff00", "#808080", "#000000", "#ffffff",
    "#7f00ff", "#123", "#f0f",
  ]

  @Test func measuresAsTheGuidelinesDo() throws {
    let white = try #require(SRGBColour(hex: "#fff"))
    let black = try #require(SRGBColour(hex: "#000000"))
    let grey = try #require(SRGBColour(hex: "#777777"))
    #expect(abs(white.contrast(with: black) - 21) < 0.001)
    // A value often quoted.
    #expect(abs(grey.contrast(with: white) - 4.48) < 0.01)
  }

  @Test(arguments: colours) func comesBackFromThePerceptualSpace(hex: String) throws {
    let colour = try #require(SRGBColour(hex: hex))
    #expect(OKLCHColour(colour).sRGB.hex == colour.hex)
  }

  /// The values of CSS Color 4's example of red, `oklch(62.8% 0.2577 29.23)`.
  @Test func agreesWithTheColoursOfCSS() {
    let red = OKLCHColour(SRGBColour(red: 1, green: 0, blue: 0))
    #expect(abs(red.lightness - 0.628) < 0.001)
    #expect(abs(red.chroma - 0.2577) < 0.001)
    #expect(abs(red.hue - 29.23) < 0.05)
  }

  @Test func keepsLightnessAndHueOfAColourThatNoScreenShows() {
    let shown = OKLCHColour(OKLCHColour(lightness: 0.7, chroma: 0.4, hue: 150).sRGB)
    #expect(abs(shown.lightness - 0.7) < 0.01)
    #expect(abs(shown.hue - 150) < 1.5)
    #expect(shown.chroma < 0.4)
  }

  @Test(arguments: colours) func isLegibleInEveryScheme(hex: String) throws {
    let ramp = BrandRamp(try #require(SRGBColour(hex: hex)), on: Self.grounds)
    for scheme in ColourScheme.allCases {
      let accents = try #require(ramp.accents[scheme])
      let grounds = try #require(Self.grounds[scheme])
      let text = scheme.isHighContrast ? 7.0 : 4.5
      for ground in grounds {
        #expect(accents.accent.contrast(with: ground) >= text, "\(hex), \(scheme)")
        #expect(accents.strong.contrast(with: ground) >= text, "\(hex), \(scheme)")
        #expect(accents.focus.contrast(with: ground) >= 3, "\(hex), \(scheme)")
      }
      #expect(accents.strong.contrast(with: accents.soft) >= text, "\(hex), \(scheme)")
      #expect(accents.contrast.contrast(with: accents.accent) >= text, "\(hex), \(scheme)")
      #expect(accents.contrast.contrast(with: accents.strong) >= text, "\(hex), \(scheme)")
      #expect(accents.strong != accents.accent, "\(hex), \(scheme): nothing shows the pointer")
    }
  }

  @Test func usesALegibleColourAsItIs() throws {
    let blue = BrandRamp(try #require(SRGBColour(hex: "#0b3d91")), on: Self.grounds)
    #expect(blue.isExact(in: .light))
    #expect(!blue.isExact(in: .dark))
    let yellow = BrandRamp(try #require(SRGBColour(hex: "#fff3b0")), on: Self.grounds)
    #expect(!yellow.isExact(in: .light))
    #expect(yellow.isExact(in: .dark))
  }

  @Test func keepsTheHueWhileItDarkens() throws {
    let colour = try #require(SRGBColour(hex: "#ffd500"))
    let accent = try #require(BrandRamp(colour, on: Self.grounds).accents[.light]?.accent)
    let distance = abs(OKLCHColour(accent).hue - OKLCHColour(colour).hue)
    #expect(distance < 3)
  }
}
