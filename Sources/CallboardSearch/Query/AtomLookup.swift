/// Finds the terms of the index that the words of a query stand for.
struct AtomLookup {
  let query: ParsedQuery
  var reader: IndexReader

  mutating func atoms() throws(SearchQueryError) -> [Atom] {
    var atoms: [Atom] = []
    for position in query.words.indices { atoms += try wordAtoms(position) }
    return atoms + (try compoundAtoms())
  }

  private mutating func wordAtoms(_ position: Int) throws(SearchQueryError) -> [Atom] {
    let word = query.words[position]
    let place = position...position
    var shards: [(number: Int, shard: TermShard)] = []
    if word.isPrefix {
      shards = try reader.shardsWithPrefix(word.text)
    } else if let shard = try reader.shardOf(word.text) {
      shards = [shard]
    }
    var atoms: [Atom] = []
    for (number, shard) in shards {
      atoms += termAtoms(number, shard, word.text, place, isPrefix: word.isPrefix)
      if word.isPrefix, let list = shard.find(word.text + [UInt8(ascii: "*")]) {
        atoms.append(
          Atom(
            shardNumber: number,
            shard: shard,
            index: list,
            words: place,
            weight: QueryWeights.prefixList,
            closeness: 0.5,
            isExact: false
          )
        )
      }
      if !word.isQuoted { addStemMates(word, place, number, shard, to: &atoms) }
    }
    return atoms
  }

  private func addStemMates(
    _ word: ParsedQuery.Word,
    _ place: ClosedRange<Int>,
    _ number: Int,
    _ shard: TermShard,
    to atoms: inout [Atom]
  ) {
    guard reader.language == .english else { return }
    let root = EnglishStemmer.stem(word.text)
    guard root.count >= 3, root.allSatisfy({ $0 < 0x80 }) else { return }
    for index in shard.withPrefix(Array(root.prefix(max(3, root.count - 1)))) {
      let term = shard.terms[index]
      guard term != word.text, EnglishStemmer.stem(term) == root else { continue }
      let known = atoms.firstIndex { $0.shardNumber == number && $0.index == index }
      if let known {
        atoms[known].weight = max(atoms[known].weight, QueryWeights.stem)
        atoms[known].nameWeight = QueryWeights.stemInName
      } else {
        atoms.append(
          Atom(
            shardNumber: number,
            shard: shard,
            index: index,
            words: place,
            weight: QueryWeights.stem,
            nameWeight: QueryWeights.stemInName,
            isStem: true
          )
        )
      }
    }
  }

  /// Words written as one name, and neighbours that the index knows as one.
  private mutating func compoundAtoms() throws(SearchQueryError) -> [Atom] {
    var atoms: [Atom] = []
    for compound in query.compounds {
      guard let (number, shard) = try reader.shardOf(compound.text) else { continue }
      let isPrefix = query.words[compound.words.upperBound].isPrefix
      atoms += termAtoms(number, shard, compound.text, compound.words, isPrefix: isPrefix)
    }
    for first in query.words.indices.dropLast() {
      let isKnown = query.compounds.contains {
        $0.words.lowerBound <= first && $0.words.upperBound > first
      }
      // Only in the file that the first word needed anyway.
      guard !isKnown, let (number, shard) = try reader.shardOf(query.words[first].text) else {
        continue
      }
      let text = query.words[first].text + query.words[first + 1].text
      atoms += termAtoms(number, shard, text, first...first + 1, isPrefix: false)
    }
    for index in atoms.indices { atoms[index].isExact = false }
    return atoms
  }

  /// The atoms for one term, and with `isPrefix` for those that begin with it.
  private func termAtoms(
    _ number: Int,
    _ shard: TermShard,
    _ text: [UInt8],
    _ words: ClosedRange<Int>,
    isPrefix: Bool
  ) -> [Atom] {
    var atoms: [Atom] = []
    let exact = shard.find(text)
    if let exact {
      atoms.append(
        Atom(shardNumber: number, shard: shard, index: exact, words: words, weight: 1)
      )
    }
    guard isPrefix else { return atoms }
    let typed = Double(Self.length(text))
    for index in shard.withPrefix(text) where index != exact {
      let closeness = typed / Double(Self.length(shard.terms[index]))
      atoms.append(
        Atom(
          shardNumber: number,
          shard: shard,
          index: index,
          words: words,
          weight: QueryWeights.prefix * closeness.squareRoot(),
          closeness: closeness,
          isExact: false
        )
      )
    }
    return atoms
  }

  /// Adds what the words at `positions` may have meant; gives the terms.
  mutating func addCorrections(
    _ positions: [Int],
    count: Int,
    to atoms: inout [Atom]
  ) throws(SearchQueryError) -> [[UInt8]] {
    var added: [[UInt8]] = []
    for position in positions where !query.words[position].isQuoted {
      let found = try Slips.corrections(query.words[position].text, count: count, in: reader)
      for (term, distance) in found {
        guard let (number, shard) = try reader.shardOf(term), let index = shard.find(term) else {
          continue
        }
        atoms.append(
          Atom(
            shardNumber: number,
            shard: shard,
            index: index,
            words: position...position,
            weight: QueryWeights.slip / Double(distance)
          )
        )
        added.append(term)
      }
    }
    return added
  }

  /// UTF-16 code units, as in the browser.
  private static func length(_ term: [UInt8]) -> Int {
    String(decoding: term, as: UTF8.self).utf16.count
  }
}
