/// A start tag of a published page, as a browser would read it.
struct PublishedTag: Sendable {
  /// In lower case.
  var name: String
  /// In the order of the page, with names in lower case and values without their character references.
  var attributes: [(name: String, value: String)]
  /// Where its `<` stands, in bytes from the page's start.
  var offset: Int

  /// The value of the first attribute of that name, which is the one that counts.
  subscript(_ name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }
}

/// Reads the tags of a page from its bytes, knowing nothing of who wrote them.
///
/// Follows the tokenizer of the HTML Standard (13.2.5) as far as it decides what is a tag and what an attribute. The
/// contents of elements that hold text only are passed over.
struct PublishedTagReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next start tag; nil at the end of the page.
  ///
  /// - Complexity: Linear in the page for all tags together.
  mutating func next() -> PublishedTag? {
    while let open = find(UInt8(ascii: "<"), from: index) {
      index = open + 1
      if starts(with: "!--") {
        skipComment()
      } else if let byte = current, Self.isLetter(byte) {
        let tag = readTag(at: open)
        // Not only `</script>` ends a script, but any that begins so.
        if Self.rawText.contains(tag.name) { skipRawText(of: tag.name) }
        return tag
      } else if current == UInt8(ascii: "!") || current == UInt8(ascii: "?") {
        index = find(UInt8(ascii: ">"), from: index).map { $0 + 1 } ?? bytes.count
      }
    }
    return nil
  }

  private mutating func readTag(at offset: Int) -> PublishedTag {
    var tag = PublishedTag(name: "", attributes: [], offset: offset)
    tag.name = word { !Self.isBlank($0) && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }
    while let byte = current {
      if byte == UInt8(ascii: ">") {
        index += 1
        break
      }
      if Self.isBlank(byte) || byte == UInt8(ascii: "/") {
        index += 1
        continue
      }
      tag.attributes.append(readAttribute())
    }
    return tag
  }

  private mutating func readAttribute() -> (name: String, value: String) {
    let first = index
    // An equals sign at the beginning is a part of the name.
    if current == UInt8(ascii: "=") { index += 1 }
    _ = word {
      !Self.isBlank($0) && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "/")
        && $0 != UInt8(ascii: ">")
    }
    let name = String(decoding: bytes[first..<index], as: UTF8.self).lowercased()
    skipBlanks()
    guard current == UInt8(ascii: "=") else { return (name, "") }
    index += 1
    skipBlanks()
    guard let quote = current, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return (name, Self.decoded(word { !Self.isBlank($0) && $0 != UInt8(ascii: ">") }))
    }
    index += 1
    let start = index
    let end = find(quote, from: start) ?? bytes.count
    index = min(end + 1, bytes.count)
    return (name, Self.decoded(String(decoding: bytes[start..<end], as: UTF8.self)))
  }

  private mutating func skipRawText(of name: String) {
    while let open = find(UInt8(ascii: "<"), from: index) {
      index = open + 1
      guard current == UInt8(ascii: "/") else { continue }
      let rest = bytes[(index + 1)...].prefix(name.utf8.count)
      if rest.map({ $0 | 0x20 }).elementsEqual(name.utf8) { return }
    }
    index = bytes.count
  }

  private static let rawText: Set<String> = ["script", "style", "title", "textarea", "xmp"]

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func word(_ isPart: (UInt8) -> Bool) -> String {
    let start = index
    while let byte = current, isPart(byte) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
  }

  private mutating func skipBlanks() {
    while let byte = current, Self.isBlank(byte) { index += 1 }
  }

  private func starts(with text: StaticString) -> Bool {
    bytes[index...].starts(
      with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    )
  }

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    start < bytes.count ? bytes[start...].firstIndex(of: byte) : nil
  }

  /// Goes behind a comment whose `!--` comes next. `-->` ends it and so does `--!>`; `<!-->` and `<!--->` are whole.
  private mutating func skipComment() {
    let content = index + 3
    index += 1
    while let close = find(UInt8(ascii: ">"), from: index) {
      index = close + 1
      let head = bytes[..<index]
      if head.hasSuffix("-->") || close - 3 >= content && head.hasSuffix("--!>") { return }
    }
    index = bytes.count
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B
  }

  /// Character references as pages of Callboard have them, and all numeric ones, which can hide anything.
  private static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = Substring(text)
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      rest = rest[mark...].dropFirst()
      let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#") }
      guard let character = reference(name) else {
        result += "&"
        continue
      }
      result.unicodeScalars.append(character)
      rest = rest.dropFirst(name.count)
      if rest.first == ";" { rest = rest.dropFirst() }
    }
    return result + rest
  }

  private static func reference(_ name: Substring) -> Unicode.Scalar? {
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHex = digits.first == "x" || digits.first == "X"
      let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap(Unicode.Scalar.init)
    }
    return named[String(name)]
  }

  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "colon": ":", "Tab": "\t",
    "NewLine": "\n", "sol": "/", "bsol": "\\", "lpar": "(", "rpar": ")", "nbsp": "\u{A0}",
  ]
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ text: StaticString) -> Bool {
    suffix(text.utf8CodeUnitCount).elementsEqual(
      UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    )
  }
}
