import CallboardJSON

/// The files `v/<n>.json`: the words that a mistyped word may have meant.
///
/// Sorted by first character, then length, then spelling, so that the words within one or two edits of a
/// word lie in a few files.
struct VocabularyShards {
  private static let target = 5_000
  /// Rarer words give way when there are more.
  private static let maximumTerms = 200_000

  let files: [SearchFile]
  let separators: [[UInt8]]

  init(table: PostingTable, map: ConcurrentMap) {
    var words: [(key: [UInt8], length: Int, weight: Int)] = []
    for term in 0..<table.terms.count {
      let bytes = table.terms[term]
      let frequency = table.postingCount(of: term)
      let isName = table.nameCount(of: term) > 0
      guard isName || frequency > 1, Self.isCorrectable(bytes) else { continue }
      let scalars = bytes.count(where: { $0 & 0xC0 != 0x80 })
      let first = bytes.prefix(FrontCoder.width(bytes[bytes.startIndex]))
      words.append(
        (
          first + [UInt8(ascii: "0") + UInt8(min(scalars, 40))] + bytes, scalars,
          min(15, Int.bitWidth - frequency.leadingZeroBitCount) + (isName ? 16 : 0)
        )
      )
    }
    if words.count > Self.maximumTerms {
      words.sort {
        $0.weight == $1.weight
          ? $0.key.lexicographicallyPrecedes($1.key) : $0.weight > $1.weight
      }
      words.removeLast(words.count - Self.maximumTerms)
    }
    words.sort { $0.key.lexicographicallyPrecedes($1.key) }

    let plan = ShardPlan(
      keys: words.map { $0.key[...] },
      sizes: words.map { $0.length / 2 + 3 },
      target: Self.target
    )
    separators = plan.separators
    files = map(plan.starts.count) { [words] shard in
      var terms = FrontCoder()
      var weights = DigitString()
      for word in words[plan.range(shard, of: words.count)] {
        terms.append(word.key.dropFirst(FrontCoder.width(word.key[0]) + 1))
        weights.append(digit: word.weight)
      }
      var writer = JSONWriter()
      writer.object { writer in
        writer.member("terms", terms.string)
        writer.key("weights")
        writer.raw(weights.json)
      }
      return SearchFile(path: "v/\(shard).json", bytes: writer.bytes)
    }
  }

  /// Numbers and short words have too many neighbours for a guess.
  private static func isCorrectable(_ term: ArraySlice<UInt8>) -> Bool {
    term.count >= 3 && !term.contains { (0x30...0x39).contains($0) }
  }
}
