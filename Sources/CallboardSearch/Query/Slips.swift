/// What a word that is not in the index may have been meant to be.
enum Slips {
  /// How many slips a word of this many characters may have.
  static func allowed(_ length: Int) -> Int { length < 3 ? 0 : length < 8 ? 1 : 2 }

  /// How much more likely a slip is that only leaves letters out or swaps them, in powers of 2, as weights are of frequencies:
  /// any other has to hit upon one letter of about 26.
  private static let plainSlip = 4

  /// Up to `count` corrections, nearest and likeliest first; all at the least distance there is.
  static func corrections(
    _ word: [UInt8],
    count: Int,
    in reader: IndexReader
  ) throws(SearchQueryError) -> [(term: [UInt8], distance: Int)] {
    let letters = scalars(word)
    let limit = allowed(letters.count)
    guard limit > 0, !word.contains(where: { (0x30...0x39).contains($0) }) else { return [] }
    var found: [(term: [UInt8], distance: Int, weight: Int)] = []
    for (term, weight) in try reader.similarWords(word, distance: limit) where term != word {
      let distance = distance(letters, scalars(term), limit: limit)
      guard distance <= limit else { continue }
      let isPlain = areAll(letters, among: scalars(term))
      found.append((term, distance, weight + (isPlain ? plainSlip : 0)))
    }
    found.sort {
      if $0.distance != $1.distance { return $0.distance < $1.distance }
      if $0.weight != $1.weight { return $0.weight > $1.weight }
      return $0.term.lexicographicallyPrecedes($1.term)
    }
    return found.prefix(count).filter { $0.distance == found[0].distance }.map { ($0.0, $0.1) }
  }

  /// Whether some letters are all among others, each as often.
  private static func areAll(_ letters: [Unicode.Scalar], among others: [Unicode.Scalar]) -> Bool {
    var rest = others
    return letters.allSatisfy { letter in
      rest.firstIndex(of: letter).map { rest.remove(at: $0) } != nil
    }
  }

  private static func scalars(_ word: [UInt8]) -> [Unicode.Scalar] {
    Array(String(decoding: word, as: UTF8.self).unicodeScalars)
  }

  /// Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other, or
  /// `limit + 1` when there are more than `limit`.
  static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int {
    guard abs(left.count - right.count) <= limit else { return limit + 1 }
    var before: [Int] = []
    var above = Array(0...right.count)
    for row in 1...max(1, left.count) where row <= left.count {
      var current = [row]
      for column in 1...max(1, right.count) where column <= right.count {
        let isSame = left[row - 1] == right[column - 1]
        var cost = min(
          above[column] + 1,
          current[column - 1] + 1,
          above[column - 1] + (isSame ? 0 : 1)
        )
        let isSwap =
          row > 1 && column > 1 && left[row - 1] == right[column - 2]
          && left[row - 2] == right[column - 1]
        if isSwap { cost = min(cost, before[column - 2] + 1) }
        current.append(cost)
      }
      if let least = current.min(), least > limit { return limit + 1 }
      (before, above) = (above, current)
    }
    return above[right.count]
  }
}
