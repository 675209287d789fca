import CallboardBytes

/// Receives the tokens of a text in order.
protocol TokenSink {
  /// A word, or one part of a compound such as `pay` in `payGateway`; the next place in the text.
  mutating func part(_ token: UnsafeBufferPointer<UInt8>)
  /// A compound as a whole, such as `paygateway`, at the place of its first part; called after the
  /// `parts` parts it is made of.
  mutating func whole(_ token: UnsafeBufferPointer<UInt8>, parts: Int)
}

/// Cuts text into folded tokens; docs/reference/search-index.md states the algorithm, which the
/// browser's client shares.
struct Tokenizer {
  /// Longer tokens are no words that anybody types. An entity name has 63 at most.
  static let maximumScalars = 64
  /// A compound of more parts is a path or a table row, not a name.
  static let maximumParts = 6

  private let ascii = LetterClass.ascii
  private let folding = LetterFolding.shared

  /// The folded bytes of the compound being read, and where its parts lie in them.
  private var folded: [UInt8] = []
  private var parts: [(start: Int, end: Int)] = []

  init() {}

  /// - Complexity: linear in the text; malformed UTF-8 separates words.
  mutating func scan(_ text: UnsafeBufferPointer<UInt8>, into sink: inout some TokenSink) {
    var index = 0
    while index < text.count {
      if let end = readPlainWord(text, from: index, into: &sink) {
        index = end
        continue
      }
      let (letter, width) = classify(text, at: index)
      if letter.isWord {
        index = readCompound(text, from: index)
        emit(into: &sink)
      } else if letter == .unspaced {
        index = readUnspaced(text, from: index, into: &sink)
      } else {
        index += width
      }
    }
  }

  /// Emits the word at `index` if it is as most are: ASCII letters and digits, none but the first a
  /// capital, with no compound to be found in them. `nil` leaves the text to `readCompound`.
  private mutating func readPlainWord(
    _ text: UnsafeBufferPointer<UInt8>,
    from start: Int,
    into sink: inout some TokenSink
  ) -> Int? {
    let isCapital = text[start] &- UInt8(ascii: "A") < 26
    let end = Self.endOfSmallOrDigits(text, from: isCapital ? start + 1 : start)
    guard end > start, end - start <= Self.maximumScalars else { return nil }
    var next = end
    if end < text.count {
      guard text[end] < 0x80 else { return nil }
      switch ascii[Int(text[end])] {
      case .separator: break
      case .joiner, .apostrophe:
        // The full stop of a sentence, say: it ends the word unless another one follows.
        next += 1
        if next < text.count {
          guard text[next] < 0x80, !ascii[Int(text[next])].isWord else { return nil }
        }
      case .lower, .upper, .digit, .unspaced: return nil
      }
    }
    if isCapital {
      folded.removeAll(keepingCapacity: true)
      folded.append(contentsOf: text[start..<end])
      folded[0] += 32
      folded.withUnsafeBufferPointer { sink.part($0) }
    } else {
      sink.part(UnsafeBufferPointer(rebasing: text[start..<end]))
    }
    return next
  }

  /// Where the small ASCII letters and digits from `start` on end. Not byte by byte, since how long a word is cannot be
  /// foreseen, and a loop over its letters would be left at a wrong guess.
  @inline(__always)
  private static func endOfSmallOrDigits(
    _ text: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) -> Int {
    text.firstIndex(from: start) { lanes in
      ~(lanes.within(UInt8(ascii: "a")...UInt8(ascii: "z"))
        | lanes.within(UInt8(ascii: "0")...UInt8(ascii: "9")))
    }
  }

  private func classify(
    _ text: UnsafeBufferPointer<UInt8>,
    at index: Int
  ) -> (letter: LetterClass, width: Int) {
    guard index < text.count else { return (.separator, 1) }
    let byte = text[index]
    if byte < 0x80 { return (ascii[Int(byte)], 1) }
    guard let (scalar, width) = decodeScalar(text, at: index) else { return (.separator, 1) }
    return (LetterClass(scalar), width)
  }

  private mutating func appendFolded(
    _ text: UnsafeBufferPointer<UInt8>,
    at index: Int,
    _ letter: LetterClass
  ) {
    let byte = text[index]
    if byte < 0x80 {
      folded.append(letter == .upper ? byte + 32 : byte)
    } else if let (scalar, _) = decodeScalar(text, at: index) {
      folding.append(scalar, to: &folded)
    }
  }

  /// Reads letters, digits and single joiners between them into `folded` and `parts`.
  private mutating func readCompound(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    folded.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    var index = start
    var partStart = 0
    var previous = LetterClass.separator
    var upperRun = 0
    var lastUpperStart = 0

    while true {
      let (letter, width) = classify(text, at: index)
      switch letter {
      case .upper:
        if previous == .lower || previous == .digit {
          endPart(&partStart)
          upperRun = 0
        }
        upperRun += 1
        lastUpperStart = folded.count
      case .lower:
        if upperRun >= 2, !isPlural(text, at: index) {
          // `HTTPServer`: the last capital begins the next word.
          closePart(from: partStart, to: lastUpperStart)
          partStart = lastUpperStart
        }
        upperRun = 0
      case .digit:
        upperRun = 0
      case .joiner, .apostrophe:
        guard classify(text, at: index + width).letter.isWord else {
          endPart(&partStart)
          return index + width
        }
        if letter == .joiner {
          endPart(&partStart)
          if text[index] == UInt8(ascii: "."), isDigit(text, at: index - 1),
            isDigit(text, at: index + 1)
          {
            folded.append(UInt8(ascii: "."))
            partStart = folded.count
          }
          previous = .separator
          upperRun = 0
        }
        index += width
        continue
      case .separator, .unspaced:
        endPart(&partStart)
        return index
      }
      appendFolded(text, at: index, letter)
      previous = letter
      index += width
    }
  }

  /// Whether the letter at `index` is the plural `s` of an acronym, as in `APIs`.
  private func isPlural(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    text[index] == UInt8(ascii: "s") && classify(text, at: index + 1).letter != .lower
  }

  private func isDigit(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    text.indices.contains(index) && (0x30...0x39).contains(text[index])
  }

  private mutating func endPart(_ partStart: inout Int) {
    closePart(from: partStart, to: folded.count)
    partStart = folded.count
  }

  /// Marks alone fold to nothing and make no part.
  private mutating func closePart(from start: Int, to end: Int) {
    if end > start { parts.append((start, end)) }
  }

  private func emit(into sink: inout some TokenSink) {
    folded.withUnsafeBufferPointer { bytes in
      var isShort = true
      for part in parts {
        let token = UnsafeBufferPointer(rebasing: bytes[part.start..<part.end])
        if Self.isShort(token) { sink.part(token) } else { isShort = false }
      }
      guard parts.count > 1, parts.count <= Self.maximumParts, isShort, Self.isShort(bytes) else {
        return
      }
      sink.whole(bytes, parts: parts.count)
    }
  }

  private static func isShort(_ token: UnsafeBufferPointer<UInt8>) -> Bool {
    if token.count <= maximumScalars { return true }
    return token.count(where: { $0 & 0xC0 != 0x80 }) <= maximumScalars
  }

  /// Emits the overlapping pairs of a run of letters without spaces; a lone letter as it is.
  private mutating func readUnspaced(
    _ text: UnsafeBufferPointer<UInt8>,
    from start: Int,
    into sink: inout some TokenSink
  ) -> Int {
    folded.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    var index = start
    while true {
      let (letter, width) = classify(text, at: index)
      guard letter == .unspaced else { break }
      let before = folded.count
      appendFolded(text, at: index, letter)
      parts.append((before, folded.count))
      index += width
    }
    folded.withUnsafeBufferPointer { bytes in
      for first in parts.indices.dropLast(parts.count > 1 ? 1 : 0) {
        let end = parts.count > 1 ? parts[first + 1].end : parts[first].end
        sink.part(UnsafeBufferPointer(rebasing: bytes[parts[first].start..<end]))
      }
    }
    return index
  }
}

/// The scalar that begins at `index` and its width in bytes; `nil` where the bytes are no UTF-8.
func decodeScalar(
  _ text: UnsafeBufferPointer<UInt8>,
  at index: Int
) -> (scalar: Unicode.Scalar, width: Int)? {
  let lead = UInt32(text[index])
  let width: Int
  var value: UInt32
  switch lead {
  case 0..<0x80: return (Unicode.Scalar(UInt8(lead)), 1)
  case 0xC2...0xDF: (width, value) = (2, lead & 0x1F)
  case 0xE0...0xEF: (width, value) = (3, lead & 0x0F)
  case 0xF0...0xF4: (width, value) = (4, lead & 0x07)
  default: return nil
  }
  guard index + width <= text.count else { return nil }
  for offset in 1..<width {
    let byte = UInt32(text[index + offset])
    guard byte & 0xC0 == 0x80 else { return nil }
    value = value << 6 | byte & 0x3F
  }
  // Overlong forms would give two spellings of one word.
  guard width == 2 || value >= (width == 3 ? 0x800 : 0x1_0000) else { return nil }
  return Unicode.Scalar(value).map { ($0, width) }
}
