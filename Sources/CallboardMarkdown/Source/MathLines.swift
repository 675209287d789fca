/// Finds displayed formulas that stand on lines of their own.
///
/// Between `$$` and `$$`, or `\[` and `\]`, each alone on its line, CommonMark would see lists in lines
/// that begin with a sign. ``LineRepair`` makes a fenced block of them, the form that GitHub has for it.
enum MathLines {
  /// What a line is to a formula.
  enum Line: Equatable {
    /// Opens one that the line of this number, from 0, closes.
    case opening(closedBy: Int)
    /// Holds one from its first to its last characters, `\[` and `\]`, between blank lines.
    case whole
  }

  /// By the number of the line, from 0.
  ///
  /// - Complexity: linear in the text.
  static func find(in text: UnsafeBufferPointer<UInt8>, lineStarts: [Int]) -> [Int: Line] {
    var found: [Int: Line] = [:]
    /// The last line that opens a formula and has seen no blank line or end since.
    var open: (line: Int, closing: StaticString)?
    var isBehindBlank = true
    for number in 0..<max(0, lineStarts.count - 1) {
      let line = trimmed(text[lineStarts[number]..<lineStarts[number + 1]])
      defer { isBehindBlank = line.isEmpty }
      if line.isEmpty {
        open = nil
      } else if let (opener, closing) = open {
        guard equals(line, closing) else { continue }
        found[opener] = .opening(closedBy: number)
        open = nil
      } else if equals(line, "$$") {
        open = (number, "$$")
      } else if equals(line, "\\[") {
        open = (number, "\\]")
      } else if isBehindBlank, line.count > 4, line.starts(with: "\\[".utf8),
        line.suffix(2).elementsEqual("\\]".utf8),
        isBlank(text, lineStarts, number + 1)
      {
        found[number] = .whole
      }
    }
    return found
  }

  private static func isBlank(
    _ text: UnsafeBufferPointer<UInt8>,
    _ lineStarts: [Int],
    _ number: Int
  ) -> Bool {
    guard number + 1 < lineStarts.count else { return true }
    return trimmed(text[lineStarts[number]..<lineStarts[number + 1]]).isEmpty
  }

  private static func equals(
    _ line: Slice<UnsafeBufferPointer<UInt8>>,
    _ wanted: StaticString
  ) -> Bool {
    line.elementsEqual(
      UnsafeBufferPointer(start: wanted.utf8Start, count: wanted.utf8CodeUnitCount)
    )
  }

  private static func trimmed(
    _ line: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    var line = line.drop(while: isBlankByte)
    while let last = line.last, isBlankByte(last) { line.removeLast() }
    return line
  }
}
