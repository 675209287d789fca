import CCMarkGFM

/// The inline markup that the dialect adds to CommonMark, as an extension of cmark: `==mark==`,
/// `^^insert^^`, `x^2^`, `H~2~O`, `++ctrl+c++`, `:rocket:` and `{++critic++}`.
///
/// Being part of the parse, escapes, code spans and links take precedence as in all of CommonMark.
enum InlineExtension {
  /// The bytes at which cmark asks.
  private static let openers: [UInt8] = Array("^~=+:{".utf8)

  static func make() -> OpaquePointer? {
    guard let made = cmark_syntax_extension_new("callboard-inline") else { return nil }
    var characters: UnsafeMutablePointer<cmark_llist>?
    let memory = cmark_get_default_mem_allocator()
    for byte in openers {
      characters = cmark_llist_append(
        memory,
        characters,
        UnsafeMutableRawPointer(bitPattern: UInt(byte))
      )
    }
    cmark_syntax_extension_set_special_inline_chars(made, characters)
    cmark_syntax_extension_set_match_inline_func(made) { _, _, _, character, parser in
      parser.flatMap { InlineExtension.match(character, InlineScanner($0)) }
    }
    cmark_syntax_extension_set_inline_from_delim_func(made) { _, _, parser, opener, closer in
      guard let parser, let opener, let closer else { return nil }
      return InlineMarks.join(opener, closer, parser)
    }
    return made
  }

  /// A node for what stands at the scanner's place, or nil for cmark to take the character as text.
  private static func match(_ character: UInt8, _ scanner: InlineScanner) -> CMarkNode? {
    switch character {
    case UInt8(ascii: ":"): emoji(scanner)
    case UInt8(ascii: "+"): keys(scanner)
    case UInt8(ascii: "{"): CriticMarkup.match(scanner) ?? variable(scanner)
    case UInt8(ascii: "^"), UInt8(ascii: "~"), UInt8(ascii: "="):
      InlineMarks.match(character, scanner)
    // cmark asks at the beginning of each text, too.
    default: nil
    }
  }

  private static func emoji(_ scanner: InlineScanner) -> CMarkNode? {
    // `10:100:20` is a time or a ratio; an underscore may begin emphasis.
    guard !isWordByte(scanner.previous) || scanner.previous == UInt8(ascii: "_") else { return nil }
    var length = 1
    while length <= 64, isNameByte(scanner[length]) { length += 1 }
    guard length > 1, scanner[length] == UInt8(ascii: ":"), !isWordByte(scanner[length + 1]) else {
      return nil
    }
    let name = scanner.text(1..<length)
    let icon = IconNames.character(for: name)
    guard let characters = icon ?? EmojiNames.characters(for: name) else { return nil }
    scanner.advance(by: length + 1 + attributesLength(scanner, at: length + 1))
    let isShown = icon.map { !$0.isEmpty } ?? false
    return isShown
      ? InlineElement.icon.node(containing: [characters]) : InlineElement.text(characters)
  }

  /// The length of an attribute list, such as the size that authors give to icons; 0 if there is none.
  private static func attributesLength(_ scanner: InlineScanner, at start: Int) -> Int {
    guard scanner[start] == UInt8(ascii: "{"),
      let end = scanner.find("}", from: start, limit: 128),
      AttributeList.parse(Array(scanner.text((start + 1)..<end).utf8)[...]) != nil
    else { return 0 }
    return end + 1 - start
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isWordByte(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
  }

  /// `{{ git_revision_date_localized }}` and the other names of ``PageVariable``.
  private static func variable(_ scanner: InlineScanner) -> CMarkNode? {
    guard scanner[1] == UInt8(ascii: "{"), let end = scanner.find("}}", from: 2, limit: 64) else {
      return nil
    }
    let spelling = scanner.text(0..<(end + 2))
    let variable = Array(spelling.utf8).withUnsafeBufferPointer { PageVariable(spelling: $0) }
    guard variable != nil else { return nil }
    scanner.advance(by: end + 2)
    return InlineElement.variable.node(containing: [spelling])
  }

  /// `++ctrl+alt+del++`, as in pymdownx.keys: names, or any text in quotes, with `+` between them.
  private static func keys(_ scanner: InlineScanner) -> CMarkNode? {
    guard scanner[1] == UInt8(ascii: "+"), scanner.previous != UInt8(ascii: "+") else { return nil }
    var names: [String] = []
    var index = 2
    while names.count < 12 {
      let start = index
      if scanner[index] == UInt8(ascii: "\"") || scanner[index] == UInt8(ascii: "'") {
        let quote = scanner[index]
        index += 1
        while index < start + 64, scanner[index] >= 0x20, scanner[index] != quote { index += 1 }
        guard scanner[index] == quote, index > start + 1 else { return nil }
        names.append(scanner.text((start + 1)..<index))
        index += 1
      } else {
        while index < start + 32, isWordByte(scanner[index]) || scanner[index] == UInt8(ascii: "-")
        {
          index += 1
        }
        guard index > start else { return nil }
        names.append(KeyNames.label(for: scanner.text(start..<index)))
      }
      guard scanner[index] == UInt8(ascii: "+") else { return nil }
      index += 1
      if scanner[index] == UInt8(ascii: "+") { break }
    }
    guard scanner[index] == UInt8(ascii: "+") else { return nil }
    scanner.advance(by: index + 1)
    return InlineElement.keys.node(containing: names)
  }
}
