import CallboardJSON

/// The files `v/<n>.json`: the words that a mistyped word may have meant.
///
/// Sorted by first character, then length, then spelling, so that the words within one or two edits of a
/// word lie in a few files.
struct VocabularyShards {
  private static let target = 5_000
  /// Rarer words give way when there are more.
  private static let maximumTerms = 200_000

  let files: [IndexFile]
  let separators: [[UInt8]]

  /// A word, and what it is sorted by.
  private struct Word: Sendable {
    /// From the highest bit: its first character, its length as far as that counts, and its place among the terms.
    var order: UInt64
    var weight: UInt8

    var term: Int { Int(order & 0xFFFF_FFFF) }
    /// In characters.
    var length: UInt8 { UInt8(truncatingIfNeeded: order >> 32 & 0xFF) }
  }

  private static let longestLength = 40

  init(_ table: TermCounts, map: ConcurrentMap) {
    let words = Self.words(table)
    var keys = KeyList()
    for word in words {
      let bytes = table.terms[word.term]
      let first = FrontCoder.width(bytes[bytes.startIndex])
      keys.append(bytes.prefix(first), UInt8(ascii: "0") + word.length, bytes)
    }
    let sized = zip(keys.slices, words).map { SizedKey(key: $0, size: Int($1.length) / 2 + 3) }
    let plan = ShardPlan(sized, target: Self.target)
    separators = plan.separators
    files = map(plan.starts.count) { shard in
      var terms = FrontCoder()
      var weights = DigitString()
      for word in words[plan.range(shard, of: words.count)] {
        terms.append(table.terms[word.term])
        weights.append(digit: Int(word.weight))
      }
      var writer = JSONWriter()
      writer.object { writer in
        writer.member("terms", terms.string)
        writer.key("weights")
        writer.raw(weights.json)
      }
      return IndexFile(path: "v/\(shard).json", bytes: writer.bytes)
    }
  }

  /// In the order of the files.
  private static func words(_ table: TermCounts) -> [Word] {
    var words: [Word] = []
    for term in 0..<table.count {
      let bytes = table.terms[term]
      let weight = weight(
        of: bytes,
        frequency: table.postingCount(of: term),
        isName: table.nameCount(of: term) > 0
      )
      guard let weight else { continue }
      let scalars = bytes.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
      // Characters are in the order of their UTF-8 bytes.
      let width = FrontCoder.width(bytes[bytes.startIndex])
      let lead = UInt64(bytes[bytes.startIndex]) & (width == 1 ? 0x7F : 0x7F >> UInt64(width))
      let first = bytes.dropFirst().prefix(width - 1).reduce(lead) { $0 << 6 | UInt64($1 & 0x3F) }
      words.append(
        Word(
          order: first << 40 | UInt64(min(scalars, longestLength)) << 32 | UInt64(term),
          weight: weight
        )
      )
    }
    if words.count > maximumTerms {
      words.sort { $0.weight == $1.weight ? $0.order < $1.order : $0.weight > $1.weight }
      words.removeLast(words.count - maximumTerms)
    }
    words.sort { $0.order < $1.order }
    return words
  }

  /// How likely a word is meant; nil for one that is none of the vocabulary.
  static func weight(of term: ArraySlice<UInt8>, frequency: Int, isName: Bool) -> UInt8? {
    guard isName || frequency > 1, isCorrectable(term) else { return nil }
    return UInt8(min(15, Int.bitWidth - frequency.leadingZeroBitCount) + (isName ? 16 : 0))
  }

  /// Numbers and short words have too many neighbours for a guess.
  private static func isCorrectable(_ term: ArraySlice<UInt8>) -> Bool {
    term.count >= 3 && !term.contains { (0x30...0x39).contains($0) }
  }
}

/// Keys one after the other in one array.
private struct KeyList {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  mutating func append(_ first: ArraySlice<UInt8>, _ length: UInt8, _ word: ArraySlice<UInt8>) {
    bytes += first
    bytes.append(length)
    bytes += word
    ends.append(bytes.count)
  }

  var slices: [ArraySlice<UInt8>] {
    zip([0] + ends, ends).map { bytes[$0..<$1] }
  }
}
