/// The words of one mode, found by one multiplication and, as a rule, one comparison.
struct WordTable: Sendable {
  /// What the lexer learns from a word.
  struct Meaning: Sendable {
    var token: TokenClass
    /// The class of the name that follows.
    var introduces: TokenClass?
  }

  private struct Entry: Sendable {
    var start: Int
    var count: Int
    var meaning: Meaning
  }

  private let ignoresCase: Bool
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// Indices into `entries` by hash, with linear probing; -1 where free. The size is a power of two,
  /// at least twice the number of words.
  private var slots: [Int16]

  init(_ words: Words) {
    ignoresCase = words.ignoresCase
    let groups: [(String, Meaning)] = [
      (words.keywords, Meaning(token: .keyword)),
      (words.typeKeywords, Meaning(token: .keyword, introduces: .type)),
      (words.functionKeywords, Meaning(token: .keyword, introduces: .function)),
      (words.variableKeywords, Meaning(token: .keyword, introduces: .variable)),
      (words.labelKeywords, Meaning(token: .keyword, introduces: .attribute)),
      (words.types, Meaning(token: .type)),
      (words.builtins, Meaning(token: .builtin)),
    ]
    let all = groups.flatMap { list, meaning in
      // The lists are ours: they have spaces and line feeds alone between words.
      list.utf8.split { $0 <= UInt8(ascii: " ") }.map { (Array($0), meaning) }
    }
    var size = 2
    while size < all.count * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    for (word, meaning) in all { insert(word, meaning) }
  }

  /// The meaning of a word, or nil.
  func meaning(of word: UnsafeBufferPointer<UInt8>) -> Meaning? {
    guard !entries.isEmpty else { return nil }
    var slot = hash(word) & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.count == word.count, matches(entry, word) { return entry.meaning }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func insert(_ word: [UInt8], _ meaning: Meaning) {
    let folded = word.map(fold)
    let isKnown = folded.withUnsafeBufferPointer { self.meaning(of: $0) != nil }
    guard !isKnown, entries.count < Int(Int16.max) else { return }
    var slot = folded.withUnsafeBufferPointer { hash($0) } & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int16(entries.count)
    entries.append(Entry(start: bytes.count, count: folded.count, meaning: meaning))
    bytes += folded
  }

  private func matches(_ entry: Entry, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in 0..<entry.count where bytes[entry.start + index] != fold(word[index]) {
      return false
    }
    return true
  }

  private func fold(_ byte: UInt8) -> UInt8 {
    ignoresCase && byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  /// Mixes the length with the first four and the last two bytes, which tell keywords apart well.
  private func hash(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    var key = UInt64(truncatingIfNeeded: word.count)
    for index in 0..<min(4, word.count) { key = key << 8 | UInt64(fold(word[index])) }
    for index in max(0, word.count - 2)..<word.count { key = key << 8 | UInt64(fold(word[index])) }
    return Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40)
  }
}
