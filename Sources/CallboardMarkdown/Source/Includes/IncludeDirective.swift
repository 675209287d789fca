/// What a line says about other files, spelt as in pymdownx.snippets.
enum IncludeDirective: Equatable {
  /// `--8<-- "file"`: where the name stands in the line, without its quotes.
  case file(Range<Int>)
  /// `--8<--` alone, which begins and ends a list of files.
  case list
  /// `--8<-- [start:name]`
  case sectionStart(String)
  /// `--8<-- [end:name]`
  case sectionEnd(String)
  /// A directive that is to be shown: the place of the semicolon before it.
  case escaped(Int)

  /// Reads a line without its line feed; nil if it is text.
  static func parse(_ line: ArraySlice<UInt8>) -> Self? {
    guard let scissors = scissors(in: line) else { return nil }
    if scissors.lowerBound > line.startIndex,
      line[scissors.lowerBound - 1] == UInt8(ascii: ";")
    {
      return .escaped(scissors.lowerBound - 1)
    }
    let rest = line[scissors.upperBound...].drop(while: isBlankByte)
    // A section may be marked inside a comment of any language.
    if rest.first == UInt8(ascii: "[") { return section(rest) }
    guard line[..<scissors.lowerBound].allSatisfy(isBlankByte) else { return nil }
    if rest.isEmpty { return .list }
    guard rest.startIndex > scissors.upperBound, let quote = rest.first,
      quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      let close = rest.lastIndex(where: { !isBlankByte($0) }), close > rest.startIndex + 1,
      rest[close] == quote
    else { return nil }
    return .file((rest.startIndex + 1)..<close)
  }

  /// `--8<--`, with any number of hyphens on both sides.
  private static func scissors(in line: ArraySlice<UInt8>) -> Range<Int>? {
    guard let eight = line.firstIndex(of: UInt8(ascii: "8")) else { return nil }
    var middle = eight
    while middle < line.endIndex {
      if line[middle...].starts(with: "8<-".utf8), middle > line.startIndex,
        line[middle - 1] == UInt8(ascii: "-")
      {
        let before = line[..<middle].reversed().prefix { $0 == UInt8(ascii: "-") }.count
        let after = line[(middle + 2)...].prefix { $0 == UInt8(ascii: "-") }.count
        return (middle - before)..<(middle + 2 + after)
      }
      guard let next = line[(middle + 1)...].firstIndex(of: UInt8(ascii: "8")) else { return nil }
      middle = next
    }
    return nil
  }

  private static func section(_ text: ArraySlice<UInt8>) -> Self? {
    guard let close = text.firstIndex(of: UInt8(ascii: "]")) else { return nil }
    let parts = text[(text.startIndex + 1)..<close].split(separator: UInt8(ascii: ":"))
    guard parts.count == 2 else { return nil }
    let words = parts.map { part in
      String(decoding: part.filter { !isBlankByte($0) }, as: UTF8.self).lowercased()
    }
    guard !words[1].isEmpty else { return nil }
    switch words[0] {
    case "start": return .sectionStart(words[1])
    case "end": return .sectionEnd(words[1])
    default: return nil
    }
  }
}
