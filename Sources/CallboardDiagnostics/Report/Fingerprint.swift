/// Tells a finding from all others of a run, and stays the same when lines above it come or go.
///
/// Made of the id, the file and the text that the finding marks, not of its line number and not of the
/// summary, whose words may change from version to version. Equal ones are told apart by their order.
package struct Fingerprint: Hashable, Comparable, Sendable, CustomStringConvertible {
  private let value: UInt64

  /// Sixteen hexadecimal digits.
  package var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.value < rhs.value }

  /// The fingerprint of each finding, in their order, which ``Diagnostic``'s own must be.
  ///
  /// - Parameter source: Gives the bytes of a crawled file. Findings in a file that cannot be read are
  ///   told apart by their order alone.
  package static func all(
    of diagnostics: [Diagnostic],
    source: (SourcePath) -> [UInt8]?
  ) -> [Fingerprint] {
    withoutActuallyEscaping(source) { source in
      var lines = SourceLines(source)
      var counts: [UInt64: Int] = [:]
      return diagnostics.map { diagnostic in
        var hash = FowlerHash()
        hash.combine(diagnostic.id.rawValue.utf8)
        hash.combine((diagnostic.span?.file.repository ?? "").utf8)
        hash.combine((diagnostic.span?.file.path ?? "").utf8)
        if let span = diagnostic.span {
          hash.combine(marked(span, lines: &lines))
        } else {
          // A finding without a place is about one thing that only its summary names.
          hash.combine(diagnostic.summary.utf8)
        }
        let ordinal = counts[hash.value, default: 0]
        counts[hash.value] = ordinal + 1
        hash.combine(String(ordinal).utf8)
        return Fingerprint(value: hash.value)
      }
    }
  }

  /// What the finding marks of its first line; the whole line when only a point is known, nothing for a
  /// file as a whole.
  private static func marked(_ span: SourceSpan, lines: inout SourceLines) -> ArraySlice<UInt8> {
    let (start, end) = (span.range.lowerBound, span.range.upperBound)
    if span == .wholeFile(span.file) { return [] }
    guard let line = lines.line(start.line, of: span.file) else { return [] }
    if start == end { return trimmed(line) }
    let rest = line.dropFirst(max(0, start.column - 1))
    return trimmed(end.line == start.line ? rest.prefix(max(0, end.column - start.column)) : rest)
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    while let last = text.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") {
      text.removeLast()
    }
    return text
  }
}

/// FNV-1a with 64 bits, by its published parameters: the same on every machine and in every version.
private struct FowlerHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Takes in a part and its end, so that `ab` and `c` differ from `a` and `bc`.
  mutating func combine(_ part: some Sequence<UInt8>) {
    for byte in part { add(byte) }
    // No UTF-8 text holds this byte.
    add(0xFF)
  }

  private mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }
}
