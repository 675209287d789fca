/// Ids from the text of headings.
enum HeadingSlug {
  /// The id that Python-Markdown's `toc` gives in its default setting, as every MkDocs site uses it.
  ///
  /// `Réseau & DNS` → `reseau-dns`. Letters without ASCII equivalent vanish, so `北京` gives an
  /// empty id, to be numbered by ``UniqueIDs``.
  static func mkdocs(_ text: String) -> String {
    var slug: [UInt8] = []
    slug.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        append(UInt8(truncatingIfNeeded: scalar.value), to: &slug)
      } else if scalar.properties.generalCategory == .spaceSeparator {
        append(UInt8(ascii: " "), to: &slug)
      } else if let letters = asciiLetters(of: scalar) {
        for byte in letters.utf8 { append(byte, to: &slug) }
      }
    }
    // Blanks at the ends go before runs of blanks and hyphens become one hyphen.
    while let last = slug.last, last == UInt8(ascii: " ") { slug.removeLast() }
    var joined: [UInt8] = []
    for byte in slug.drop(while: { $0 == UInt8(ascii: " ") }) {
      let isSeparator = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-")
      if !isSeparator {
        joined.append(byte)
      } else if joined.last != UInt8(ascii: "-") {
        joined.append(UInt8(ascii: "-"))
      }
    }
    return String(decoding: joined, as: UTF8.self)
  }

  private static func append(_ byte: UInt8, to slug: inout [UInt8]) {
    if isWordByte(byte) {
      slug.append(lowercased(byte))
    } else if isBlankByte(byte) || byte == 0x0B || byte == 0x0C {
      slug.append(UInt8(ascii: " "))
    }
  }

  /// The id that GitHub gives in rendered files: letters, marks and digits of any script stay, each
  /// space becomes a hyphen. `Réseau & DNS` → `réseau--dns`.
  static func github(_ text: String) -> String {
    var slug = ""
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar == "-" {
        slug.unicodeScalars.append("-")
      } else if isWord(scalar) {
        slug += scalar.properties.lowercaseMapping
      }
    }
    return slug
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return isWordByte(UInt8(truncatingIfNeeded: scalar.value)) }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation:
      return true
    default: return scalar.properties.isAlphabetic
    }
  }
}
