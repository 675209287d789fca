import CCMarkGFM

/// Proposed changes as in CriticMarkup: `{++added++}`, `{--removed--}`, `{~~old~>new~~}`,
/// `{==marked==}` and `{>>comment<<}`. What stands inside is text.
enum CriticMarkup {
  /// Bytes of one change; what is longer stays as it is written.
  private static let longest = 1024

  static func match(_ scanner: InlineScanner) -> CMarkNode? {
    let character = scanner[1]
    let form: (end: StaticString, element: InlineElement)
    switch character {
    case UInt8(ascii: "+"): form = ("++}", .insertion)
    case UInt8(ascii: "-"): form = ("--}", .deletion)
    case UInt8(ascii: "="): form = ("==}", .mark)
    case UInt8(ascii: "~"): form = ("~~}", .replacement)
    case UInt8(ascii: ">"): form = ("<<}", .comment)
    default: return nil
    }
    guard scanner[2] == character, let end = scanner.find(form.end, from: 3, limit: longest) else {
      return nil
    }
    var parts = [scanner.text(3..<end)]
    if character == UInt8(ascii: "~") {
      guard let arrow = scanner.find("~>", from: 3, limit: end - 3) else { return nil }
      parts = [scanner.text(3..<arrow), scanner.text((arrow + 2)..<end)]
    }
    scanner.advance(by: end + 3)
    return form.element.node(containing: parts)
  }
}
