/// Front matter in the old form of MultiMarkdown, without `---`: lines of `Key: value` at the head of a
/// file, up to the first blank line.
///
/// MkDocs takes any such lines, and so swallows a first paragraph like `Note: read this`. Here all of
/// them must be keys, and one of them a key that pages have.
enum MetaLines {
  /// The lines as YAML, and the length and number of the lines with the blank one below them; nil when
  /// the file begins otherwise. Lines must end in line feeds only.
  static func find(in text: [UInt8]) -> (yaml: String, end: Int, lineCount: Int)? {
    var yaml = ""
    var isKnown = false
    var lineCount = 0
    var start = 0
    while start < text.count, lineCount < lineLimit {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      let line = text[start..<end]
      lineCount += 1
      start = min(end + 1, text.count)
      if line.allSatisfy(isBlankByte) { break }
      let key = line.prefix(32).prefix(while: isWordByte).map(lowercased)
      let rest = line.dropFirst(key.count)
      guard !key.isEmpty, rest.first == UInt8(ascii: ":"),
        rest.dropFirst().first.map(isBlankByte) ?? true
      else { return nil }
      let name = String(decoding: key, as: UTF8.self)
      isKnown = isKnown || keys.contains(name)
      yaml += "\(name): \(quoted(rest.dropFirst().trimmed))\n"
    }
    return isKnown ? (yaml, start, lineCount) : nil
  }

  private static let lineLimit = 32

  private static let keys: Set<String> = [
    "title", "description", "summary", "author", "authors", "date", "tags", "template", "hide",
    "status", "icon", "search", "keywords", "slug",
  ]

  /// A double-quoted scalar of YAML.
  private static func quoted(_ value: ArraySlice<UInt8>) -> String {
    var quoted: [UInt8] = [UInt8(ascii: "\"")]
    for byte in value where byte >= 0x20 {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        quoted.append(UInt8(ascii: "\\"))
      }
      quoted.append(byte)
    }
    quoted.append(UInt8(ascii: "\""))
    return String(decoding: quoted, as: UTF8.self)
  }
}
