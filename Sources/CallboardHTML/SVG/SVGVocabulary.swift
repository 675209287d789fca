/// What a drawing may hold; all else is left out.
enum SVGVocabulary {
  /// Elements that draw, describe or style, and can neither run nor load anything.
  static let elements = words(
    """
    svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan
    textPath image marker pattern mask clipPath linearGradient radialGradient stop filter style
    switch feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix
    feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG
    feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight
    feSpecularLighting feSpotLight feTile feTurbulence
    """
  )

  /// Elements whose tags go while their content stays.
  static let unwrapped = words("a")

  /// Attributes that place, describe and paint. Those for references and style are judged on their own.
  static let attributes = words(
    """
    id class role lang tabindex x y z x1 y1 x2 y2 cx cy r rx ry fx fy fr d dx dy points width height
    viewBox preserveAspectRatio transform transform-origin rotate offset pathLength textLength lengthAdjust
    startOffset method spacing side markerUnits markerWidth markerHeight refX refY orient
    patternUnits patternContentUnits patternTransform maskUnits maskContentUnits clipPathUnits
    gradientUnits gradientTransform spreadMethod filterUnits primitiveUnits in in2 result mode
    operator k1 k2 k3 k4 values type tableValues slope intercept amplitude exponent stdDeviation
    edgeMode order kernelMatrix divisor bias targetX targetY preserveAlpha kernelUnitLength
    surfaceScale diffuseConstant specularConstant specularExponent limitingConeAngle azimuth
    elevation pointsAtX pointsAtY pointsAtZ scale xChannelSelector yChannelSelector radius
    baseFrequency numOctaves seed stitchTiles requiredExtensions systemLanguage version media
    alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation
    color-interpolation-filters cursor direction display dominant-baseline fill fill-opacity
    fill-rule filter flood-color flood-opacity font-family font-size font-size-adjust font-stretch
    font-style font-variant font-weight glyph-orientation-horizontal glyph-orientation-vertical
    image-rendering letter-spacing lighting-color marker-end marker-mid marker-start mask
    mask-type opacity overflow paint-order pointer-events shape-rendering stop-color stop-opacity
    stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit
    stroke-opacity stroke-width text-anchor text-decoration text-rendering unicode-bidi
    vector-effect visibility white-space word-spacing writing-mode xml:space xml:lang
    """
  )

  /// Whether an attribute that only names things may stay; style sheets choose elements by them.
  static func isData(_ attribute: String) -> Bool {
    (attribute.hasPrefix("data-") || attribute.hasPrefix("aria-")) && !attribute.contains(":")
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}

/// Whether pieces of style can be trusted to load nothing.
enum SVGStyle {
  /// Escapes could spell any of the words looked for, so a style that has one is not let through.
  static func isHarmless(_ css: String) -> Bool {
    let lowered = css.lowercased()
    guard !lowered.contains("\\"), !lowered.contains("@import"), !lowered.contains("expression("),
      !lowered.contains("image-set("), !lowered.contains("javascript:")
    else { return false }
    return hasLocalReferencesOnly(lowered)
  }

  /// Whether all of `url(…)` in lower case lead into the drawing, or to a picture or font that it holds.
  static func hasLocalReferencesOnly(_ lowered: String) -> Bool {
    var rest = Array(lowered.utf8)[...]
    let opening = Array("url(".utf8)
    while let start = rest.firstIndex(of: opening[0]) {
      rest = rest[start...]
      guard rest.starts(with: opening) else {
        rest = rest.dropFirst()
        continue
      }
      rest = rest.dropFirst(opening.count)
      let target = rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") }
      guard embedded.contains(where: { target.starts(with: $0.utf8) }) else { return false }
    }
    return true
  }

  private static let embedded = [
    "#", "data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp",
    "data:application/font-woff", "data:font/",
  ]
}
