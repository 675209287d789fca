import CallboardJSON

/// Searches a finished index as the browser does.
package struct SearchQuery {
  private static let maximumCorrections = 6
  private static let sectionsShown = 3
  /// With fewer documents that have every word, those that have most are shown, too.
  private static let enoughComplete = 5
  private static let rare = 3
  /// A word that so large a part of all documents has is no slip.
  private static let suspect = 200
  private static let mostSuspected = 4

  private var reader: IndexReader
  private let query: ParsedQuery

  /// Answers `text`, in the language of docs/reference/search-index.md; its last word may be unfinished.
  ///
  /// Gives at most `limit` results, the best first, after passing over `offset`. `read` gives a file of the
  /// index by its path in the index's folder, `nil` if there is none. Throws ``SearchQueryError``.
  package static func run(
    _ text: String,
    limit: Int = 10,
    offset: Int = 0,
    read: @escaping (String) -> [UInt8]?
  ) throws(SearchQueryError) -> SearchAnswer {
    let reader = try IndexReader(read)
    let query = ParsedQuery(text, facets: reader.facets, stopWords: reader.stopWords)
    var run = SearchQuery(reader: reader, query: query)
    return try run.answer(limit: limit, offset: offset)
  }

  private mutating func answer(
    limit: Int,
    offset: Int
  ) throws(SearchQueryError) -> SearchAnswer {
    var (matches, corrected) = try match()
    let admitted = try admit(&matches)
    let list = try bearersFirst(try applyFilters(admitted))
    var results: [SearchResult] = []
    for match in list.dropFirst(max(0, offset)).prefix(max(0, limit)) {
      guard let document = try reader.document(match.document) else { continue }
      results.append(result(match, document, matches))
    }
    return SearchAnswer(total: list.count, results: results, corrected: corrected)
  }

  /// Of the best results, puts those first that bear the query as their name, or begin with it.
  private mutating func bearersFirst(_ list: [Match]) throws(SearchQueryError) -> [Match] {
    guard list.count > 1, let name = TypedName(query, stopWords: reader.stopWords) else {
      return list
    }
    var best: [TypedName.Bearing: [Match]] = [:]
    for match in list.prefix(TypedName.reach) {
      best[try reader.document(match.document).map(name.bearing(of:)) ?? .none, default: []].append(
        match
      )
    }
    let ordered = TypedName.Bearing.allCases.flatMap { best[$0] ?? [] }
    return ordered + list.dropFirst(TypedName.reach)
  }

  private func result(_ match: Match, _ document: JSONValue, _ matches: Matches) -> SearchResult {
    let sections = document["sections"]?.elements ?? []
    let hits = matches.bestSections(match, in: document, count: Self.sectionsShown).map {
      SearchResult.Hit(heading: sections[$0 * 2].text, fragment: sections[$0 * 2 + 1].text)
    }
    func text(_ member: String) -> String { document[member]?.text ?? "" }
    return SearchResult(
      url: text("url"),
      title: text("title"),
      kind: text("kind"),
      parent: text("parent"),
      excerpt: text("excerpt"),
      owner: text("owner"),
      hits: hits
    )
  }

  /// Looks up all words; corrects those that nothing has, or that nothing has together with the rest.
  private mutating func match() throws(SearchQueryError) -> (Matches, [String]) {
    let words = query.words
    var lookup = AtomLookup(query: query, reader: reader)
    defer { reader = lookup.reader }
    var atoms = try lookup.atoms()
    let missing = words.indices.filter { isDoubtful($0, atoms) }
    var corrected = try lookup.addCorrections(missing, count: Self.maximumCorrections, to: &atoms)
    var matches = gather(atoms)
    if words.count > 1, missing.isEmpty {
      let rare = rareWords(atoms, limit: matches.hasComplete ? 0 : Self.rare)
      corrected += try lookup.addCorrections(rare, count: Self.maximumCorrections, to: &atoms)
      if !corrected.isEmpty { matches = gather(atoms) }
      // Words of no name that are nowhere in a row may be slips that happen to be words, if corrected they are a name.
      if corrected.isEmpty, words.count <= Self.mostSuspected, !matches.hasRow {
        let suspect = rareWords(atoms, limit: max(Self.rare, reader.documentCount / Self.suspect))
        let found = try lookup.addCorrections(suspect, count: Self.maximumCorrections, to: &atoms)
        let guessed = found.isEmpty ? nil : gather(atoms)
        if let guessed, guessed.hasExactName { (matches, corrected) = (guessed, found) }
      }
    }
    return (matches, corrected.map { String(decoding: $0, as: UTF8.self) })
  }

  /// The places of words that at most `limit` documents have as typed.
  private func rareWords(_ atoms: [Atom], limit: Int) -> [Int] {
    limit == 0 ? [] : query.words.indices.filter { isRare($0, atoms, limit: limit) }
  }

  private func gather(_ atoms: [Atom]) -> Matches {
    let weights = query.words.indices.map { word in
      let own = atoms.filter { $0.words.contains(word) }
      let exact = own.filter(\.isExact)
      let frequency = Self.frequency(exact.isEmpty ? own : exact)
      return QueryWeights.inverseFrequency(
        documents: reader.documentCount,
        frequency: frequency
      )
    }
    var matches = Matches(words: query.words, weights: weights)
    matches.typedCount = query.typed.count
    for atom in atoms { matches.add(atom) }
    return matches
  }

  private static func frequency(_ atoms: [Atom]) -> Int {
    atoms.reduce(0) { sum, atom in
      let entry = atom.shard.entries[atom.index]
      let isList = atom.term.last == UInt8(ascii: "*")
      return sum + max(entry.frequency, isList ? entry.nameCount : 0)
    }
  }

  /// Whether hardly anything has a word: not as typed, and few words that begin so.
  private func isDoubtful(_ word: Int, _ atoms: [Atom]) -> Bool {
    // A word that is there by its stem only may as well be a slip.
    let own = atoms.filter { $0.words.contains(word) && !$0.isStem }
    guard !own.isEmpty else { return true }
    guard query.words[word].isPrefix, own.allSatisfy({ $0.closeness < 1 }) else { return false }
    return Self.frequency(own) <= Self.rare
  }

  /// Whether a word, as typed, is so rare that it may be a slip itself.
  private func isRare(_ word: Int, _ atoms: [Atom], limit: Int) -> Bool {
    guard
      let typed = atoms.first(where: {
        $0.words == word...word && $0.term == query.words[word].text
      })
    else { return true }
    return typed.shard.entries[typed.index].frequency <= limit
  }

  /// The matches to show in order: phrases kept, exclusions left out, weak matches cut off.
  private mutating func admit(_ matches: inout Matches) throws(SearchQueryError) -> [Match] {
    if query.words.isEmpty, let first = query.filters.first {
      for value in first.values { matches.addAll(try reader.filterRuns(first.facet, value)) }
    }
    var barred: Set<Int> = []
    for words in query.excluded { barred.formUnion(try documents(with: words)) }
    let kept = matches
    let list = kept.byDocument.values.filter { match in
      !barred.contains(match.document) && query.phrases.allSatisfy { kept.hasPhrase(match, $0) }
    }
    let scored = list.map { (match: $0, share: kept.share($0), score: kept.score($0)) }
    let complete = scored.count { $0.share > QueryWeights.complete }
    let best = scored.reduce(0) { max($0, $1.share) }
    let least = complete >= Self.enoughComplete ? QueryWeights.complete : best * 0.6
    return
      scored
      .filter { query.words.isEmpty || $0.share >= least }
      .sorted {
        $0.score == $1.score
          ? $0.match.document < $1.match.document : $0.score > $1.score
      }
      .map(\.match)
  }

  /// The documents with a word, or with words that follow each other.
  private mutating func documents(
    with words: [ParsedQuery.Word]
  ) throws(SearchQueryError) -> Set<Int> {
    var matches = Matches(words: words, weights: words.map { _ in 1 })
    for (position, word) in words.enumerated() {
      guard let (number, shard) = try reader.shardOf(word.text), let index = shard.find(word.text)
      else { continue }
      matches.add(
        Atom(
          shardNumber: number,
          shard: shard,
          index: index,
          words: position...position,
          weight: 1
        )
      )
    }
    let found = matches.byDocument.values.filter { matches.hasPhrase($0, words.indices) }
    return Set(found.map(\.document))
  }

  /// Values of one facet widen, facets narrow.
  private mutating func applyFilters(_ list: [Match]) throws(SearchQueryError) -> [Match] {
    var kept = list
    for (facet, values) in query.filters {
      let passing = try documents(facet, values)
      kept.removeAll { !passing.contains($0.document) }
    }
    for (facet, values) in query.barred {
      let passing = try documents(facet, values)
      kept.removeAll { passing.contains($0.document) }
    }
    return kept
  }

  private mutating func documents(
    _ facet: String,
    _ values: [String]
  ) throws(SearchQueryError) -> Set<Int> {
    var documents: Set<Int> = []
    for value in values { documents.formUnion(try reader.filterRuns(facet, value).joined()) }
    return documents
  }
}
