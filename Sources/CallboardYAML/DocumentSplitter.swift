import Glibc

/// Cuts a stream at its document markers, so that a syntax error spoils no other document.
///
/// `---` and `...` at the start of a line are markers wherever they stand, in block scalars too
/// (YAML 1.2, rule c-forbidden), so the cut needs no knowledge of what is around it.
struct DocumentSplitter {
  /// The text of one document with its `---` line and the directives before it.
  struct Chunk {
    /// Offsets into the stream.
    var bytes: Range<Int>
    /// From 1, of the chunk's first line.
    var line: Int
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private var line = 1

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The next chunk that holds more than comments and empty lines; nil at the end.
  mutating func next() -> Chunk? {
    while offset < bytes.count {
      if let chunk = cut() { return chunk }
    }
    return nil
  }

  private mutating func cut() -> Chunk? {
    let start = Chunk(bytes: offset..<offset, line: line)
    var hasContent = false
    while offset < bytes.count {
      let end = lineEnd(from: offset)
      switch kind(of: offset..<end) {
      case .start where hasContent:
        return Chunk(bytes: start.bytes.lowerBound..<offset, line: start.line)
      case .end:
        let chunk = Chunk(bytes: start.bytes.lowerBound..<offset, line: start.line)
        advance(to: end)
        return hasContent ? chunk : nil
      case .start, .content: hasContent = true
      case .blank: break
      }
      advance(to: end)
    }
    return hasContent
      ? Chunk(bytes: start.bytes.lowerBound..<offset, line: start.line) : nil
  }

  private mutating func advance(to end: Int) {
    offset = end
    line += 1
  }

  /// The offset after the line's `\n`, or the end of the stream.
  private func lineEnd(from start: Int) -> Int {
    guard let base = bytes.baseAddress else { return bytes.count }
    guard let found = memchr(base + start, 0x0A, bytes.count - start) else { return bytes.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
  }

  private enum LineKind {
    case start
    case end
    /// Empty, a comment or a directive: nothing that a `---` line would have to be cut off from.
    case blank
    case content
  }

  private func kind(of line: Range<Int>) -> LineKind {
    switch bytes[line.lowerBound] {
    case UInt8(ascii: "-"): return isMarker(line) ? .start : .content
    case UInt8(ascii: "."): return isMarker(line) ? .end : .content
    case UInt8(ascii: "%"), UInt8(ascii: "#"): return .blank
    default: break
    }
    let first = line.first { !Self.isSpace(bytes[$0]) }
    guard let first else { return .blank }
    return bytes[first] == UInt8(ascii: "#") ? .blank : .content
  }

  private func isMarker(_ line: Range<Int>) -> Bool {
    let start = line.lowerBound
    guard line.count >= 3, bytes[start + 1] == bytes[start], bytes[start + 2] == bytes[start] else {
      return false
    }
    return line.count == 3 || Self.isSpace(bytes[start + 3])
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
