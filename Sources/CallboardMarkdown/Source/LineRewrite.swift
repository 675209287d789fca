import CallboardBytes

/// A text that is put together anew line by line, with where each line comes from.
struct LineRewrite {
  private var body: [UInt8] = []
  private var origins: [(line: Int, shift: Int)] = []

  /// Whether the last line is blank, or there is none.
  private(set) var endsBlank = true

  init(capacity: Int) {
    body.reserveCapacity(capacity)
  }

  /// Adds a line with its line feed, if it has one.
  ///
  /// - Parameters:
  ///   - number: The line that it comes from, from 1.
  ///   - shift: By how many bytes it stands further right than there.
  mutating func append(_ line: some Collection<UInt8>, from number: Int, shift: Int = 0) {
    body += line
    origins.append((number, shift))
    endsBlank = line.allSatisfy(isBlankByte)
  }

  /// Adds a line that is indented otherwise than it was.
  ///
  /// - Parameters:
  ///   - indent: In columns.
  ///   - text: From the first character that is not blank.
  ///   - start: The bytes before that character as the line was.
  mutating func append(
    _ text: some Collection<UInt8>,
    indent: Int,
    from number: Int,
    at start: Int
  ) {
    body.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
    append(text, from: number, shift: indent - start)
  }

  /// Adds a blank line before what comes from line `number`, if the last one is not blank.
  mutating func separate(at number: Int) {
    if !endsBlank { append(CollectionOfOne(UInt8(ascii: "\n")), from: number) }
  }

  /// Puts the new text into the place of the one that it was made from.
  consuming func replaceText(of source: inout MarkdownSource) {
    source.body = body
    source.lineStarts = MarkdownSource.lineStarts(of: body)
    source.origins.set(origins)
  }
}

/// Follows the code blocks between fences through the lines of a text.
struct FenceTracker {
  private var open: (marker: UInt8, length: Int)?

  /// Whether a line begins, continues or ends a code block.
  mutating func isCode(_ line: SourceLine, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard case .fence(let marker, let length) = line.kind else { return open != nil }
    guard let fence = open else {
      open = (marker, length)
      return true
    }
    if marker == fence.marker, length >= fence.length,
      bytes[(line.indentBytes + length)...].allSatisfy(isBlankByte)
    {
      open = nil
    }
    return true
  }
}

extension MarkdownSource {
  /// Whether the text holds some bytes anywhere: a quick way to tell that a pass has nothing to do.
  func contains(_ wanted: StaticString) -> Bool {
    Self.contains(wanted, in: body)
  }

  /// Whether some bytes stand anywhere in a text.
  static func contains(_ wanted: StaticString, in text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { $0.contains(wanted) }
  }

  /// Calls `read` with each line, its line feed included, and its number from 1.
  func forEachLine(_ read: (UnsafeBufferPointer<UInt8>, Int) -> Void) {
    body.withUnsafeBufferPointer { body in
      for number in 0..<max(0, lineStarts.count - 1) {
        let line = lineStarts[number]..<lineStarts[number + 1]
        read(UnsafeBufferPointer(rebasing: body[line]), number + 1)
      }
    }
  }
}
