/// The shape that a string of the envelope or the metadata must have.
///
/// All but ``linkURL`` and ``notBlank`` admit ASCII only, so lengths in bytes are Backstage's
/// lengths in UTF-16 units.
enum FieldFormat: Sendable {
  case apiVersion
  case kind
  case name
  case namespace
  /// A key of labels or annotations.
  case mapKey
  case labelValue
  case tag
  case linkURL
  case notBlank

  /// Whether a text has the form; Backstage's rules to the letter.
  func accepts(_ text: String) -> Bool {
    switch self {
    case .apiVersion:
      Self.isPrefixed(text) { (1...63).contains($0.count) && $0.allSatisfy(\.isLetterOrDigit) }
    case .kind:
      (1...63).contains(text.utf8.count) && text.utf8.allSatisfy(\.isLetterOrDigit)
        && text.utf8.first?.isDigit == false
    case .name: Self.isName(text.utf8[...])
    case .namespace: Self.isLabel(text.utf8[...])
    case .mapKey: Self.isPrefixed(text, suffix: Self.isName)
    case .labelValue: text.isEmpty || Self.isName(text.utf8[...])
    case .tag: Self.isTag(text.utf8)
    case .linkURL: LinkURL.isAbsolute(text)
    case .notBlank: text.unicodeScalars.contains { !$0.properties.isWhitespace }
    }
  }

  /// What the text should have been, for messages: `namespace`, `link URL`.
  var noun: String {
    switch self {
    case .apiVersion: "apiVersion"
    case .kind: "kind"
    case .name: "name"
    case .namespace: "namespace"
    case .mapKey: "key"
    case .labelValue: "label value"
    case .tag: "tag"
    case .linkURL: "URL"
    case .notBlank: "title"
    }
  }

  /// The rule as an instruction, for help texts.
  var rule: String {
    switch self {
    case .apiVersion:
      "Write 'backstage.io/v1alpha1', or the version that the kind is defined for."
    case .kind: "Use 1 to 63 letters and digits, and begin with a letter."
    case .name:
      "Use 1 to 63 letters, digits, '-', '_' and '.', and begin and end with a letter or digit."
    case .namespace:
      "Use 1 to 63 lower-case letters, digits and '-', and begin and end with a letter or digit."
    case .mapKey:
      "Write 'name' or 'prefix/name': the prefix is a lower-case domain name, and the name has 1 to "
        + "63 letters, digits, '-', '_' and '.'."
    case .labelValue:
      "Leave it empty or use 1 to 63 letters, digits, '-', '_' and '.'."
    case .tag:
      "Use 1 to 63 lower-case letters, digits, ':', '+' and '#', with single '-' between them."
    case .linkURL: "Write the whole URL with its scheme, such as 'https://example.com/'."
    case .notBlank: "Write a text that is not blank, or remove the field."
    }
  }
}

extension FieldFormat {
  typealias Bytes = Substring.UTF8View

  /// A DNS label: lower-case letters, digits and inner hyphens.
  static func isLabel(_ text: Bytes) -> Bool {
    guard (1...63).contains(text.count), text.first != .hyphen, text.last != .hyphen else {
      return false
    }
    return text.allSatisfy { $0.isLowerLetter || $0.isDigit || $0 == .hyphen }
  }

  /// Labels joined by dots, at most 253 bytes in all.
  static func isSubdomain(_ text: Bytes) -> Bool {
    (1...253).contains(text.count)
      && text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        .allSatisfy(isLabel)
  }

  private static func isName(_ text: Bytes) -> Bool {
    guard (1...63).contains(text.count), text.first?.isLetterOrDigit == true,
      text.last?.isLetterOrDigit == true
    else { return false }
    return text.allSatisfy {
      $0.isLetterOrDigit || $0 == .hyphen || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
    }
  }

  /// `suffix` or `prefix/suffix`, where the prefix is a DNS subdomain.
  private static func isPrefixed(_ text: String, suffix: (Bytes) -> Bool) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    switch parts.count {
    case 1: return suffix(parts[0])
    case 2: return isSubdomain(parts[0]) && suffix(parts[1])
    default: return false
    }
  }

  private static func isTag(_ text: String.UTF8View) -> Bool {
    guard (1...63).contains(text.count) else { return false }
    var before = UInt8.hyphen
    for byte in text {
      if byte == .hyphen {
        if before == .hyphen { return false }
      } else if !(byte.isLowerLetter || byte.isDigit || ":+#".utf8.contains(byte)) {
        return false
      }
      before = byte
    }
    return before != .hyphen
  }
}

extension UInt8 {
  static let hyphen = UInt8(ascii: "-")

  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  var isLowerLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }

  var isLetterOrDigit: Bool { isDigit || (self | 0x20).isLowerLetter }
}
