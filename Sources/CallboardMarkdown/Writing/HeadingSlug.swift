/// Ids from the text of headings.
package enum HeadingSlug {
  /// How ids are made, of the ways that authors choose most.
  package enum Rule: Int, Hashable, Sendable {
    /// See ``HeadingSlug/mkdocs(_:)``.
    case mkdocs
    /// `slugify_unicode` of `toc`: the same with the letters of all scripts.
    case unicode
    /// `pymdownx.slugs.slugify` with `case: lower`: see ``HeadingSlug/github(_:)``.
    case words
    /// `pymdownx.slugs.slugify`: the same with capital letters.
    case casedWords
  }

  static func make(_ text: String, by rule: Rule) -> String {
    switch rule {
    case .mkdocs: mkdocs(text)
    case .unicode: joined(words(trimmed(text), keepsCase: false, blank: " "))
    case .words: words(trimmed(text), keepsCase: false, blank: "-")
    case .casedWords: words(trimmed(text), keepsCase: true, blank: "-")
    }
  }

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
    return joined(String(decoding: slug, as: UTF8.self))
  }

  private static func joined(_ text: String) -> String {
    var joined: [UInt8] = []
    for byte in trimmed(text).utf8 {
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
    words(text[...], keepsCase: false, blank: "-")
  }

  private static func words(
    _ text: Substring,
    keepsCase: Bool,
    blank: Unicode.Scalar
  ) -> String {
    var slug = ""
    for scalar in text.unicodeScalars {
      if scalar == " " {
        slug.unicodeScalars.append(blank)
      } else if scalar == "-" {
        slug.unicodeScalars.append("-")
      } else if isWord(scalar) {
        if keepsCase {
          slug.unicodeScalars.append(scalar)
        } else {
          slug += scalar.properties.lowercaseMapping
        }
      }
    }
    return slug
  }

  private static func trimmed(_ text: String) -> Substring {
    var rest = text[...]
    while rest.unicodeScalars.first == " " { rest = rest.dropFirst() }
    while rest.unicodeScalars.last == " " { rest = rest.dropLast() }
    return rest
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
