/// Takes from the theme's sources what only their readers need: comments, indents and empty lines.
///
/// Names and statements stay, so what an error names in a browser is found in the theme. Sources that end in the middle of
/// a comment or a text come out whole.
enum Minifier {
  /// A style sheet without comments, and with spaces only where they part words.
  ///
  /// - Complexity: Linear.
  static func style(_ source: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(source.count)
    var index = 0
    var hasSpace = false
    while index < source.count {
      let byte = source[index]
      if byte == UInt8(ascii: "/"), index + 1 < source.count, source[index + 1] == UInt8(ascii: "*")
      {
        guard let end = endOfComment(source, from: index + 2) else { return source }
        index = end
        hasSpace = true
        continue
      }
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        hasSpace = true
        index += 1
        continue
      }
      if hasSpace, let last = output.last, !isTight(last), !isTight(byte) { output.append(0x20) }
      hasSpace = false
      if byte == UInt8(ascii: "}"), output.last == UInt8(ascii: ";") { output.removeLast() }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        guard let end = endOfText(source, from: index) else { return source }
        output += source[index..<end]
        index = end
      } else {
        output.append(byte)
        index += 1
      }
    }
    return output
  }

  /// A script without lines that are comments, empty lines and indents. Lines of a text between backticks stay.
  ///
  /// What stands behind code on its line is left alone: `//` may be part of a text or of a regular expression.
  static func script(_ source: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(source.count)
    var isInText = false
    var isInComment = false
    for line in source.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if isInText {
        output += line
        output.append(UInt8(ascii: "\n"))
        if hasOddBackticks(line) { isInText = false }
        continue
      }
      let code = line.drop { $0 == 0x20 || $0 == 0x09 }
      if isInComment || code.starts(with: "/*".utf8) {
        // A comment that is followed by code on its line is kept with it.
        isInComment = code.firstRange(ofBytes: "*/".utf8) == nil
        if isInComment || code.suffix(2).elementsEqual("*/".utf8) { continue }
      }
      if code.isEmpty || code.starts(with: "//".utf8) { continue }
      output += code
      output.append(UInt8(ascii: "\n"))
      if hasOddBackticks(code) { isInText = true }
    }
    return isInText || isInComment ? source : output
  }

  /// Whether a style sheet needs no space beside the byte.
  private static func isTight(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: ","): true
    default: false
    }
  }

  private static func endOfComment(_ source: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + 1 < source.count {
      if source[index] == UInt8(ascii: "*"), source[index + 1] == UInt8(ascii: "/") {
        return index + 2
      }
      index += 1
    }
    return nil
  }

  /// The end of a text in quotes, behind its closing one.
  private static func endOfText(_ source: [UInt8], from start: Int) -> Int? {
    var index = start + 1
    while index < source.count {
      if source[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if source[index] == source[start] { return index + 1 }
      index += 1
    }
    return nil
  }

  private static func hasOddBackticks(_ line: ArraySlice<UInt8>) -> Bool {
    var count = 0
    var isEscaped = false
    for byte in line {
      if byte == UInt8(ascii: "`"), !isEscaped { count += 1 }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return count % 2 == 1
  }
}
