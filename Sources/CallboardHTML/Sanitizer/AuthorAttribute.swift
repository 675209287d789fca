/// An attribute that an author's element may have, with a value that has been checked.
enum AuthorAttribute {
  case identifier(String)
  case flag(StaticString)
  case text(StaticString, String)
  /// Its URL is judged where it is written.
  case link(StaticString, String)

  enum Verdict {
    /// `isWhole` is false when a part of the value was left out.
    case allowed(AuthorAttribute, isWhole: Bool = true)
    case refusedIdentifier
    case refused
  }

  /// The name under which it is written.
  var name: String {
    switch self {
    case .identifier: "id"
    case .flag(let name), .text(let name, _), .link(let name, _): name.description
    }
  }

  /// Takes the name in lower case and the value with its character references decoded.
  static func judge(_ name: String, _ value: String, of element: Element) -> Verdict {
    switch name {
    case "id":
      return isIdentifier(value, of: element) ? .allowed(.identifier(value)) : .refusedIdentifier
    case "name" where element == .a:
      // The anchors of old pages. As an id they keep working and cannot shadow a form or a window.
      return isIdentifier(value, of: element) ? .allowed(.identifier(value)) : .refusedIdentifier
    case "class":
      return classes(value)
    case "title":
      return .allowed(.text("title", BidiControls.removed(from: value)))
    case "aria-label":
      return .allowed(.text("aria-label", BidiControls.removed(from: value)))
    case "lang":
      let isTag = (1...35).contains(value.utf8.count) && value.utf8.allSatisfy(isTagByte)
      return isTag ? .allowed(.text("lang", value)) : .refused
    case "dir":
      return keyword("dir", value, ["ltr", "rtl", "auto"])
    case "align":
      return keyword("align", value, ["left", "right", "center"])
    case "aria-hidden":
      return keyword("aria-hidden", value, ["true", "false"])
    case "role":
      return keyword("role", value, ["img", "note", "presentation"])
    default:
      return judgeSpecific(name, value, of: element)
    }
  }

  /// Attributes of some elements only.
  private static func judgeSpecific(
    _ name: String,
    _ value: String,
    of element: Element
  ) -> Verdict {
    switch (element, name) {
    case (.a, "href"): .allowed(.link("href", value))
    case (.img, "src"): .allowed(.link("src", value))
    case (.blockquote, "cite"), (.q, "cite"), (.del, "cite"), (.ins, "cite"):
      .allowed(.link("cite", value))
    case (.img, "alt"): .allowed(.text("alt", BidiControls.removed(from: value)))
    case (.iframe, "src"), (.video, "src"), (.source, "src"): .allowed(.link("src", value))
    case (.img, "width"), (.iframe, "width"), (.video, "width"): length("width", value)
    case (.img, "height"), (.iframe, "height"), (.video, "height"): length("height", value)
    case (.video, "loop"): .allowed(.flag("loop"))
    case (.video, "muted"): .allowed(.flag("muted"))
    case (.img, "loading"): keyword("loading", value, ["lazy", "eager"])
    case (.td, "colspan"), (.th, "colspan"): number("colspan", value, 1...1000)
    case (.td, "rowspan"), (.th, "rowspan"): number("rowspan", value, 0...1000)
    case (.td, "scope"), (.th, "scope"):
      keyword("scope", value, ["row", "col", "rowgroup", "colgroup"])
    case (.td, "headers"), (.th, "headers"):
      value.split(separator: " ").allSatisfy { isIdentifier(String($0)) }
        ? .allowed(.text("headers", value)) : .refused
    case (.col, "span"): number("span", value, 1...1000)
    case (.ol, "start"): number("start", value, -1_000_000...1_000_000)
    case (.ol, "reversed"): .allowed(.flag("reversed"))
    case (.ol, "type"):
      ["1", "a", "A", "i", "I"].contains(value) ? .allowed(.text("type", value)) : .refused
    case (.li, "value"): number("value", value, -1_000_000...1_000_000)
    case (.time, "datetime"):
      value.utf8.count <= 64 && value.utf8.allSatisfy(isTimeByte)
        ? .allowed(.text("datetime", value)) : .refused
    case (.details, "open"): .allowed(.flag("open"))
    default: .refused
    }
  }

  /// A heading may be called like anything; elsewhere a name that every object of a script has would only be there to
  /// be taken for it.
  private static func isIdentifier(_ value: String, of element: Element) -> Bool {
    guard isIdentifier(value) else { return false }
    switch element {
    case .h1, .h2, .h3, .h4, .h5, .h6: return true
    default: return !inheritedNames.contains(value.lowercased())
    }
  }

  private static let inheritedNames: Set<String> = [
    "__proto__", "constructor", "prototype", "hasownproperty", "tostring", "valueof",
    "isprototypeof", "propertyisenumerable", "tolocalestring", "__definegetter__",
    "__definesetter__", "__lookupgetter__", "__lookupsetter__",
  ]

  /// 1 to 128 letters and digits of any script (with the marks that are part of their words), `_`,
  /// `.`, `:` and `-`; `cb:` is the theme's.
  private static func isIdentifier(_ value: String) -> Bool {
    guard (1...128).contains(value.unicodeScalars.count), !value.lowercased().hasPrefix("cb:")
    else {
      return false
    }
    return value.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "_", ".", ":", "-": return true
      default: break
      }
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .nonspacingMark, .spacingMark:
        return true
      default:
        return false
      }
    }
  }

  /// Only the classes that the theme offers to authors; any other could borrow the look of the
  /// theme's own controls.
  private static func classes(_ value: String) -> Verdict {
    let all = value.split(omittingEmptySubsequences: true) { $0.isASCII && $0.isWhitespace }
    let allowed = all.filter { name in
      name == "grid" || name == "cards" || name == "card" || name == "annotate"
        || name.hasPrefix("language-")
        || name.hasPrefix("admonition") || name.hasPrefix("md-button")
    }
    guard !allowed.isEmpty else { return .refused }
    let value = BidiControls.removed(from: allowed.joined(separator: " "))
    return .allowed(.text("class", value), isWhole: allowed.count == all.count)
  }

  private static func keyword(
    _ name: StaticString,
    _ value: String,
    _ keywords: [String]
  ) -> Verdict {
    let value = value.lowercased()
    return keywords.contains(value) ? .allowed(.text(name, value)) : .refused
  }

  private static func number(
    _ name: StaticString,
    _ value: String,
    _ range: ClosedRange<Int>
  ) -> Verdict {
    guard let number = Int(value), range.contains(number) else { return .refused }
    return .allowed(.text(name, String(number)))
  }

  /// Up to five digits, with `%` or `px`.
  private static func length(_ name: StaticString, _ value: String) -> Verdict {
    let digits = value.utf8.prefix(while: isASCIIDigit)
    let unit = value.utf8.dropFirst(digits.count)
    let isLength =
      (1...5).contains(digits.count)
      && (unit.isEmpty || unit.elementsEqual("%".utf8) || unit.elementsEqual("px".utf8))
    return isLength ? .allowed(.text(name, value)) : .refused
  }

  private static func isTagByte(_ byte: UInt8) -> Bool {
    isASCIILetter(byte) || isASCIIDigit(byte) || byte == UInt8(ascii: "-")
  }

  private static func isTimeByte(_ byte: UInt8) -> Bool {
    isTagByte(byte) || "+:. ".utf8.contains(byte)
  }
}
