/// What sources of a language may not say, because a program that reads them would open other files.
///
/// Programs are confined in time and memory, but not in what they read.
enum DiagramCaution: Hashable, Sendable {
  /// The program opens nothing.
  case none
  case d2
  case plantuml

  /// The words that are refused; nil when a source has none of them.
  ///
  /// - Parameter version: What the program says of itself.
  func refusal(of source: String, version: String) -> String? {
    switch self {
    case .none: nil
    case .d2: Self.d2Import(in: source)
    case .plantuml: Self.plantumlFile(in: source.lowercased(), version: version)
    }
  }

  /// An import of another file, `...@name` or `key: @name`; `@` behind a letter or digit is text, as in addresses.
  private static func d2Import(in source: String) -> String? {
    var before: Character = " "
    for character in source {
      if character == "@", !before.isLetter, !before.isNumber, !"_-+".contains(before) {
        return "@"
      }
      before = character
    }
    return nil
  }

  private static func plantumlFile(in source: String, version: String) -> String? {
    let compact = source.filter { $0 != " " && $0 != "\t" }
    let words = [
      "!include", "!import", "!theme", "<img", "%load_json", "%getenv", "%file_exists",
    ]
    if let word = words.first(where: compact.contains) { return word }
    guard !knowsProfiles(version) else { return nil }
    // Without a profile, directives can put a refused word together from pieces, and pictures of sprites are files.
    for line in compact.split(whereSeparator: \.isNewline) {
      // A comment may stand before them.
      let uncommented = line.firstRange(of: "'/").map { line[$0.upperBound...] } ?? line
      for rest in [line, uncommented] {
        if rest.hasPrefix("!"), !rest.hasPrefix("!pragma") { return "!" }
        if rest.hasPrefix("sprite"), !rest.contains("[") { return "sprite" }
      }
    }
    return nil
  }

  /// Whether the release heeds `PLANTUML_SECURITY_PROFILE`, as those from 1.2020.11 on do.
  private static func knowsProfiles(_ version: String) -> Bool {
    guard
      let name = version.split(whereSeparator: \.isWhitespace).first(where: { $0.hasPrefix("1.") })
    else { return false }
    let numbers = name.split(separator: ".").map { Int($0.prefix { $0.isNumber }) ?? 0 }
    return numbers.count > 2 && !numbers.lexicographicallyPrecedes([1, 2020, 11])
  }
}
