import CallboardDiagnostics
import CallboardYAML

/// Colours that must be told from their grounds, as `contrast` of `theme.yaml` lists them.
///
///     contrast:
///       - {colours: [text, accent], on: [bg, surface], level: text}
package struct ContrastRule: Hashable, Sendable {
  /// How much contrast there must be.
  package enum Level: String, CaseIterable, Sendable {
    /// Words: WCAG 2.2, 1.4.3, and 1.4.6 for readers who have asked for more contrast.
    case text
    /// Borders of controls, rings and signs: WCAG 2.2, 1.4.11.
    case shape

    /// The least ratio.
    package var normal: Double { self == .text ? 4.5 : 3 }
    /// The least ratio for readers who have asked for more contrast.
    package var highContrast: Double { self == .text ? 7 : 3 }
  }

  package var colours: [String]
  package var grounds: [String]
  package var level: Level

  /// Reads the list; what is not understood is left out with a finding.
  static func read(_ record: inout YAMLRecord) -> [ContrastRule] {
    let rules = record.records("contrast") { entry, _ -> ContrastRule? in
      let colours = entry.strings("colours") ?? []
      let grounds = entry.strings("on") ?? []
      guard let level = Level(rawValue: entry.string("level") ?? "text") else { return nil }
      return ContrastRule(colours: colours, grounds: grounds, level: level)
    }
    return (rules ?? []).compactMap(\.self)
  }

  /// One pair that is too close.
  package struct Failure: Hashable, Sendable {
    package var colour: String
    package var ground: String
    package var scheme: ColourScheme
    package var ratio: Double
    package var needed: Double
  }

  /// The pairs of this rule that fail, in the order of colours, grounds and schemes.
  package func failures(in sheet: TokenSheet) -> [Failure] {
    colours.flatMap { colour in
      grounds.flatMap { ground in
        ColourScheme.allCases.compactMap { scheme -> Failure? in
          guard let front = sheet.colour(colour, in: scheme),
            let back = sheet.colour(ground, in: scheme)
          else { return nil }
          let ratio = front.contrast(with: back)
          let needed = scheme.isHighContrast ? level.highContrast : level.normal
          guard ratio < needed else { return nil }
          return Failure(
            colour: colour,
            ground: ground,
            scheme: scheme,
            ratio: ratio,
            needed: needed
          )
        }
      }
    }
  }
}

extension Double {
  /// A ratio as people write it, `4.48`, rounded down: what fails must not look as if it passed.
  var ratioText: String {
    let hundredths = Int((self * 100).rounded(.down))
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
