import Glibc

/// A colour by what the eye tells apart: lightness, strength and hue of the OKLab space.
///
/// Two colours of the same lightness look equally light, whatever their hue, so a ramp is a walk along one number. The
/// numbers are those of CSS Color 4, `oklch()`.
package struct OKLCHColour: Hashable, Sendable {
  /// From 0, black, to 1, white.
  package var lightness: Double
  /// From 0, grey; what sRGB can show ends near 0.32.
  package var chroma: Double
  /// In degrees.
  package var hue: Double

  package init(lightness: Double, chroma: Double, hue: Double) {
    self.lightness = lightness
    self.chroma = chroma
    self.hue = hue
  }

  package init(_ colour: SRGBColour) {
    let red = SRGBColour.linear(colour.red)
    let green = SRGBColour.linear(colour.green)
    let blue = SRGBColour.linear(colour.blue)
    let long = cbrt(0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue)
    let medium = cbrt(0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue)
    let short = cbrt(0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue)
    let a = 1.977_998_495_1 * long - 2.428_592_205 * medium + 0.450_593_709_9 * short
    let b = 0.025_904_037_1 * long + 0.782_771_766_2 * medium - 0.808_675_766 * short
    lightness = 0.210_454_255_3 * long + 0.793_617_785 * medium - 0.004_072_046_8 * short
    chroma = (a * a + b * b).squareRoot()
    let degrees = atan2(b, a) * 180 / .pi
    hue = degrees < 0 ? degrees + 360 : degrees
  }

  /// The nearest colour of sRGB of the same lightness and hue: where a screen cannot show it, it is weaker.
  package var sRGB: SRGBColour {
    if let exact = exactSRGB { return exact }
    var shown = OKLCHColour(lightness: lightness, chroma: 0, hue: hue)
    var low = 0.0
    var high = chroma
    for _ in 0..<24 {
      shown.chroma = (low + high) / 2
      if shown.exactSRGB == nil { high = shown.chroma } else { low = shown.chroma }
    }
    shown.chroma = low
    return shown.clippedSRGB
  }

  /// nil for what sRGB cannot show; a hair's breadth beyond is taken for rounding.
  private var exactSRGB: SRGBColour? {
    let parts = linearParts
    let allowed = -0.000_1...1.000_1
    guard allowed.contains(parts.0), allowed.contains(parts.1), allowed.contains(parts.2) else {
      return nil
    }
    return clippedSRGB
  }

  private var clippedSRGB: SRGBColour {
    let parts = linearParts
    func encoded(_ part: Double) -> Double { SRGBColour.encoded(min(max(part, 0), 1)) }
    return SRGBColour(
      red: encoded(parts.0),
      green: encoded(parts.1),
      blue: encoded(parts.2)
    )
  }

  private var linearParts: (Double, Double, Double) {
    let a = chroma * cos(hue * .pi / 180)
    let b = chroma * sin(hue * .pi / 180)
    let long = cube(lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b)
    let medium = cube(lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b)
    let short = cube(lightness - 0.089_484_177_5 * a - 1.291_485_548 * b)
    return (
      4.076_741_662_1 * long - 3.307_711_591_3 * medium + 0.230_969_929_2 * short,
      -1.268_438_004_6 * long + 2.609_757_401_1 * medium - 0.341_319_396_5 * short,
      -0.004_196_086_3 * long - 0.703_418_614_7 * medium + 1.707_614_701 * short
    )
  }

  private func cube(_ value: Double) -> Double { value * value * value }
}
