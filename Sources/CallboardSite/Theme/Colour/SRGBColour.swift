import Glibc

/// An opaque colour as screens take it: parts of red, green and blue from 0 to 1, gamma-encoded.
package struct SRGBColour: Hashable, Sendable {
  package var red: Double
  package var green: Double
  package var blue: Double

  package init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads `#rgb` or `#rrggbb`; nil for anything else.
  package init?(hex text: some StringProtocol) {
    guard text.hasPrefix("#") else { return nil }
    let digits = text.dropFirst().compactMap(\.hexDigitValue)
    guard digits.count == text.count - 1 else { return nil }
    let parts: [Int]
    switch digits.count {
    case 3: parts = digits.map { $0 * 17 }
    case 6: parts = stride(from: 0, to: 6, by: 2).map { digits[$0] * 16 + digits[$0 + 1] }
    default: return nil
    }
    self.init(
      red: Double(parts[0]) / 255,
      green: Double(parts[1]) / 255,
      blue: Double(parts[2]) / 255
    )
  }

  /// `#rrggbb`, the nearest that eight bits a part can say.
  package var hex: String {
    "#"
      + [red, green, blue].map { part in
        let byte = Int((min(max(part, 0), 1) * 255).rounded())
        let digits = String(byte, radix: 16)
        return digits.count < 2 ? "0" + digits : digits
      }
      .joined()
  }

  /// The colour that a page shows: eight bits a part.
  package var shown: SRGBColour { SRGBColour(hex: hex) ?? self }

  /// How much light it gives, from 0 to 1: the relative luminance of WCAG 2.2.
  package var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// The contrast ratio of WCAG 2.2, from 1 to 21, whichever of the two is the ground.
  package func contrast(with other: SRGBColour) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// A part without its gamma, as IEC 61966-2-1 defines it.
  static func linear(_ part: Double) -> Double {
    part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
  }

  /// The opposite of ``linear(_:)``.
  static func encoded(_ part: Double) -> Double {
    part <= 0.003_130_8 ? part * 12.92 : 1.055 * pow(part, 1 / 2.4) - 0.055
  }
}
