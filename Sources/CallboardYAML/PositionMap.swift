import CYAML
import CallboardDiagnostics

/// Turns libyaml's marks, which count characters within a chunk, into lines and byte columns of
/// the file.
struct PositionMap {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let firstLine: Int

  /// The chunk is ASCII and its lines end with `\n`, so libyaml's own line and column are right.
  private let isSimple: Bool

  /// The byte offset of every 64th character; empty for simple chunks.
  private var checkpoints: [Int] = []
  /// The byte offset of every line's start; empty for simple chunks.
  private var lineStarts: [Int] = []

  private static let stride = 64

  /// - Parameters:
  ///   - bytes: One chunk; must outlive the map.
  ///   - firstLine: The line in the file, from 1, that the chunk begins with.
  init(_ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int) {
    self.bytes = bytes
    self.firstLine = firstLine
    // libyaml takes a lone CR, NEL, LS and PS for line breaks, too. The latter are not ASCII.
    var isSimple = true
    for offset in bytes.indices where bytes[offset] >= 0x80 || bytes[offset] == 0x0D {
      let isCRLF =
        bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
      if !isCRLF {
        isSimple = false
        break
      }
    }
    self.isSimple = isSimple
    if !isSimple { indexCharacters() }
  }

  /// The line and byte column in the file of a mark of this chunk.
  func position(of mark: yaml_mark_t) -> SourceSpan.Position {
    if isSimple {
      return SourceSpan.Position(
        line: firstLine + Int(clamping: mark.line),
        column: Int(clamping: mark.column) + 1
      )
    }
    return position(atByte: byteOffset(ofCharacter: Int(clamping: mark.index)))
  }

  /// The position of a byte of the chunk; an offset past the end means the end.
  func position(atByte offset: Int) -> SourceSpan.Position {
    let offset = min(max(offset, 0), bytes.count)
    if isSimple {
      let before = bytes[..<offset]
      let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let lines = before.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
      return SourceSpan.Position(line: firstLine + lines, column: offset - start + 1)
    }
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let start = lineStarts.isEmpty ? 0 : lineStarts[low]
    return SourceSpan.Position(line: firstLine + low, column: offset - start + 1)
  }

  private func byteOffset(ofCharacter index: Int) -> Int {
    let checkpoint = min(index / Self.stride, checkpoints.count - 1)
    guard checkpoint >= 0 else { return min(index, bytes.count) }
    var offset = checkpoints[checkpoint]
    var remaining = index - checkpoint * Self.stride
    while remaining > 0, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      remaining -= 1
    }
    return offset
  }

  private mutating func indexCharacters() {
    lineStarts.append(0)
    var characters = 0
    for offset in bytes.indices {
      if bytes[offset] & 0xC0 != 0x80 {
        if characters % Self.stride == 0 { checkpoints.append(offset) }
        characters += 1
      }
      if bytes[offset] == 0x0A { lineStarts.append(offset + 1) }
    }
  }
}
