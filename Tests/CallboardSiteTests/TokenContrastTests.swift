import CallboardTestSupport
import Foundation
import Testing

/// The colours of code, by WCAG's formula, in both themes.
@Suite struct TokenContrastTests {
  private typealias Colour = SIMD3<Double>

  /// `--cb-NAME: light-dark(#rrggbb, #rrggbb)` of the theme: light, then dark.
  private static func colours() throws -> [String: [Colour]] {
    let css = try PackageFolder.text(of: "theme/styles/tokens.css")
    let pairs = css.matches(
      of: /--cb-([a-z0-9-]+):\s*light-dark\(#([0-9a-f]{6}), #([0-9a-f]{6})\)/
    )
    return Dictionary(pairs.map { (String($0.1), [colour($0.2), colour($0.3)]) }) { first, _ in
      first
    }
  }

  private static func colour(_ hex: Substring) -> Colour {
    let value = Int(hex, radix: 16) ?? 0
    return Colour(Double(value >> 16), Double(value >> 8 & 0xFF), Double(value & 0xFF)) / 255
  }

  private static func luminance(_ colour: Colour) -> Double {
    var linear = Colour()
    for index in 0..<3 {
      let part = colour[index]
      linear[index] = part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return (linear * Colour(0.2126, 0.7152, 0.0722)).sum()
  }

  private static func contrast(_ one: Colour, _ other: Colour) -> Double {
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  @Test func keepsTokensReadableOnEveryGround() throws {
    let colours = try Self.colours()
    let tokens = [
      "keyword", "string", "comment", "number", "function", "type", "attribute", "operator",
      "variable",
    ]
    let surface = try #require(colours["surface"])
    let mark = try #require(colours["mark"])
    for token in tokens {
      let found = try #require(colours["token-\(token)"], "\(token)")
      for theme in 0...1 {
        // A marked line lies three quarters in the mark's colour.
        for ground in [surface[theme], surface[theme] * 0.25 + mark[theme] * 0.75] {
          let contrast = Self.contrast(found[theme], ground)
          #expect(contrast >= 4.5, "\(token), theme \(theme): \(contrast)")
        }
      }
    }
  }

  @Test func keepsTextReadableOnChangedLines() throws {
    let colours = try Self.colours()
    let text = try #require(colours["text"])
    for change in ["token-inserted", "token-deleted"] {
      let ground = try #require(colours[change])
      for theme in 0...1 { #expect(Self.contrast(text[theme], ground[theme]) >= 4.5) }
    }
  }

  @Test func measuresAsTheGuidelinesDo() {
    #expect(abs(Self.contrast(Colour(0, 0, 0), Colour(1, 1, 1)) - 21) < 0.001)
    // #777777 on white, a value often quoted.
    #expect(abs(Self.contrast(Self.colour("777777"), Colour(1, 1, 1)) - 4.48) < 0.01)
  }
}
