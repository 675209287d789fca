import CallboardBytes

/// Lines that define a link reference, `[label]: address "title"`, or begin a footnote, `[^label]: text`.
enum ReferenceLine {
  /// Between the brackets of a definition that has the line to itself, from its first character that is not blank;
  /// nil for other lines.
  ///
  /// - Parameters:
  ///   - mayGoOn: Whether the address may stand on the next line.
  ///   - isText: Whether any text may stand for the address, as with abbreviations.
  static func label(
    _ line: UnsafeBufferPointer<UInt8>,
    at start: Int,
    mayGoOn: Bool = false,
    isText: Bool = false
  ) -> Range<Int>? {
    guard let label = bracketed(line, at: start), line[label.lowerBound] != UInt8(ascii: "^") else {
      return nil
    }
    var rest = line[(label.upperBound + 2)...].drop(while: isBlankByte)
    guard let first = rest.first else { return mayGoOn ? label : nil }
    if isText { return label }
    if first == UInt8(ascii: "<") {
      guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
      rest = rest[(close + 1)...]
    } else {
      rest = rest.drop { !isBlankByte($0) }
    }
    return isTitle(rest.drop(while: isBlankByte)) ? label : nil
  }

  /// Where the text of a footnote begins on the line that begins one; nil for other lines.
  static func footnoteText(_ line: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    guard let label = bracketed(line, at: start), line[label.lowerBound] == UInt8(ascii: "^"),
      !line[label].contains(where: isBlankByte)
    else { return nil }
    return label.upperBound + 2
  }

  /// What stands between the brackets of `[label]:`; nil when a line does not begin so.
  private static func bracketed(
    _ line: UnsafeBufferPointer<UInt8>,
    at start: Int
  ) -> Range<Int>? {
    guard start < line.count, line[start] == UInt8(ascii: "["),
      let close = line.firstIndex(of: UInt8(ascii: "]"), in: (start + 1)..<line.count),
      close > start + 1, close + 1 < line.count, line[close + 1] == UInt8(ascii: ":"),
      !line[(start + 1)..<close].contains(UInt8(ascii: "[")),
      !line[(start + 1)..<close].allSatisfy(isBlankByte)
    else { return nil }
    return (start + 1)..<close
  }

  /// Whether a rest of a line is blank or one title.
  private static func isTitle(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = rest.first, let end = rest.lastIndex(where: { !isBlankByte($0) }) else {
      return true
    }
    let close: UInt8
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = first
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return false
    }
    return end > rest.startIndex && rest[end] == close
  }
}
