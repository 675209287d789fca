import CallboardBytes

/// Foresees how far link references blow a page up.
///
/// A reference is defined once and its URL and title are copied to every use, so a text of 50 KB can
/// become one of 600 MB.
enum ReferenceExpansion {
  /// - Complexity: linear in the text.
  static func check(
    _ text: UnsafeBufferPointer<UInt8>,
    limit: Int
  ) -> MarkdownPrescan.Excess? {
    guard mayDefine(text) else { return nil }
    let labels = brackets(in: text)
    var sizes: [ArraySlice<UInt8>: Int] = [:]
    for label in labels where label.isDefinition {
      let key = normalized(text[label.range])
      sizes[key] = max(sizes[key] ?? 0, definitionSize(text, after: label.range.upperBound + 2))
    }
    guard !sizes.isEmpty else { return nil }
    var total = 0
    for label in labels {
      guard let size = sizes[normalized(text[label.range])] else { continue }
      total += size
      if total > limit {
        let line = text[..<label.range.lowerBound].count { $0 == UInt8(ascii: "\n") } + 1
        return MarkdownPrescan.Excess(limit: .references, line: line)
      }
    }
    return nil
  }

  /// Whether `]:` stands anywhere; few pages define a reference.
  private static func mayDefine(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while let bracket = text.firstIndex(of: UInt8(ascii: "]"), in: start..<text.count) {
      start = bracket + 1
      if start < text.count, text[start] == UInt8(ascii: ":") { return true }
    }
    return false
  }

  private struct Label {
    /// Between the brackets.
    var range: Range<Int>
    var isDefinition: Bool
  }

  /// Pairs of brackets without others between them; labels cannot hold any (CommonMark 4.7).
  private static func brackets(in text: UnsafeBufferPointer<UInt8>) -> [Label] {
    var labels: [Label] = []
    var open: Int?
    var index = nextBracket(in: text, from: 0)
    while index < text.count {
      if text[index] == UInt8(ascii: "[") {
        open = index
      } else if let opening = open {
        open = nil
        // CommonMark allows 999 characters.
        if index - opening <= 4 * 999 + 1 {
          let isDefinition =
            index + 1 < text.count && text[index + 1] == UInt8(ascii: ":")
            && beginsLine(text, at: opening)
          labels.append(Label(range: opening + 1..<index, isDefinition: isDefinition))
        }
      }
      index = nextBracket(in: text, from: index + 1)
    }
    return labels
  }

  private static func nextBracket(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    text.firstIndex(from: start) {
      $0.equal(to: UInt8(ascii: "[")) | $0.equal(to: UInt8(ascii: "]"))
    }
  }

  /// Whether an opening bracket has nothing before it in its line but the markers of quotes and lists. Looks back no
  /// further than to the opening bracket before it.
  private static func beginsLine(_ text: UnsafeBufferPointer<UInt8>, at bracket: Int) -> Bool {
    for byte in text[..<bracket].reversed() {
      switch byte {
      case UInt8(ascii: "\n"): return true
      case UInt8(ascii: " "), UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "*"),
        UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "\t"),
        UInt8(ascii: "]"):
        break
      default: if !isDigit(byte) { return false }
      }
    }
    return true
  }

  /// Bytes of a definition's URL and title: the rest of its line, up to the closing quote if a title
  /// spans lines, and at most to the next blank line.
  private static func definitionSize(
    _ text: UnsafeBufferPointer<UInt8>,
    after start: Int
  ) -> Int {
    var quotes = 0
    var isBlankLine = false
    var index = start
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quotes += 1 }
      if byte == UInt8(ascii: "\n") {
        if isBlankLine || quotes % 2 == 0 { break }
        isBlankLine = true
      } else if !isBlankByte(byte) {
        isBlankLine = false
      }
      index += 1
    }
    return index - start
  }

  private static func normalized(_ label: Slice<UnsafeBufferPointer<UInt8>>) -> ArraySlice<UInt8> {
    var key: [UInt8] = []
    for byte in label {
      guard isBlankByte(byte) else {
        key.append(lowercased(byte))
        continue
      }
      if let last = key.last, last != UInt8(ascii: " ") { key.append(UInt8(ascii: " ")) }
    }
    if key.last == UInt8(ascii: " ") { key.removeLast() }
    return key[...]
  }
}
