/// One of the four looks that a reader may have, all from the same names.
package enum ColourScheme: String, CaseIterable, Sendable {
  case light
  case dark
  case contrastLight = "high-contrast light"
  case contrastDark = "high-contrast dark"

  package var isDark: Bool { self == .dark || self == .contrastDark }

  /// Whether the reader has asked for more contrast.
  package var isHighContrast: Bool { self == .contrastLight || self == .contrastDark }
}
