import Glibc

/// What the words of a query found in one document.
struct Match {
  struct NameMatch {
    var length: Int
    var popularity: Int
    /// By word: how many words of the name it stands for, and how sure the match is.
    var covers: [Float]
    var weights: [Float]
    /// By word: whether the stop word before it, or none, is the one that was typed.
    var isLed: [Bool]
    /// By word: whether the name has the word itself, and not only one that begins so.
    var isFinished: [Bool]
  }

  let document: Int
  /// By word, 0 to 1; 0 is no match.
  var impacts: [Float]
  var sections: [UInt32]
  var follows: [UInt32]
  var fines: [FineFollow]
  /// A bit for each word that is there otherwise than by its stem or as a beginning.
  var typed: UInt32 = 0
  /// By field.
  var names: [Int: NameMatch] = [:]

  enum FineFollow: Equatable {
    case unset
    case unknown
    case hash(Int)
  }

  init(document: Int, words: Int) {
    self.document = document
    impacts = Array(repeating: 0, count: words)
    sections = Array(repeating: 0, count: words)
    follows = Array(repeating: 0, count: words)
    fines = Array(repeating: .unset, count: words)
  }
}

/// A term of the index that stands for one or more words of the query.
struct Atom {
  var shardNumber: Int
  var shard: TermShard
  var index: Int
  var words: ClosedRange<Int>
  /// How sure it is that the word means this term.
  var weight: Double
  /// The same in a name, all of whose word the term then stands for; nil if the term is no other form of the word.
  var nameWeight: Double?
  /// How much of the term was typed.
  var closeness = 1.0
  /// Whether it says how common the word is.
  var isExact = true
  var isStem = false

  var term: [UInt8] { shard.terms[index] }
}

/// Gathers for each document what the words of a query found in it, and ranks; the browser's `Matches`.
struct Matches {
  let words: [ParsedQuery.Word]
  let weights: [Double]
  let total: Double
  /// How many words there were with the stop words that were left out.
  var typedCount = 0
  private(set) var byDocument: [Int: Match] = [:]
  /// What a document gets for a word whose list was cut off.
  private(set) var unlisted: [Double]
  private let hashes: [[UInt8]: Follow]

  init(words: [ParsedQuery.Word], weights: [Double]) {
    self.words = words
    self.weights = weights
    total = weights.reduce(0, +)
    unlisted = words.map { _ in 0 }
    var hashes: [[UInt8]: Follow] = [:]
    for text in words.flatMap({ [$0.text, $0.after ?? []] }) {
      hashes[text] = text.withUnsafeBufferPointer { Follow($0) }
    }
    self.hashes = hashes
  }

  /// All documents of `runs`, for queries without words.
  mutating func addAll(_ runs: [Range<Int>]) {
    for document in runs.joined() {
      byDocument[document] = Match(document: document, words: words.count)
    }
  }

  mutating func add(_ atom: Atom) {
    let count = words.count
    let span = Double(atom.words.count)
    let bits: UInt32 = (2 << UInt32(atom.words.upperBound)) - (1 << UInt32(atom.words.lowerBound))
    let isForm = atom.isStem || (atom.closeness < 1 && atom.nameWeight == nil)
    let typed = isForm ? 0 : bits
    let isList = atom.term.last == UInt8(ascii: "*")
    let nameWeight = Float(atom.nameWeight ?? atom.weight)
    let listed = Float(atom.weight * (isList ? QueryWeights.listedImpact : 1 / 16))
    let isExact = atom.words.count > 1 || atom.term == words[atom.words.lowerBound].text
    atom.shard.forEachPosting(atom.index) { posting in
      let value = Float(Double(posting.impact + 1) / 16 * atom.weight)
      var match =
        byDocument.removeValue(forKey: posting.document)
        ?? Match(document: posting.document, words: count)
      match.typed |= typed
      for word in atom.words {
        match.impacts[word] = max(match.impacts[word], value)
        match.sections[word] |= posting.sections
      }
      if isExact { Self.addFollow(posting, to: &match, word: atom.words.upperBound) }
      byDocument[posting.document] = match
    }
    atom.shard.forEachName(atom.index) { name in
      var match =
        byDocument.removeValue(forKey: name.document)
        ?? Match(document: name.document, words: count)
      var own =
        match.names[name.field]
        ?? Match.NameMatch(
          length: name.length,
          popularity: name.popularity,
          covers: Array(repeating: 0, count: count),
          weights: Array(repeating: 0, count: count),
          isLed: Array(repeating: false, count: count),
          isFinished: Array(repeating: false, count: count)
        )
      match.typed |= typed
      for word in atom.words {
        // There may be no posting to say that the document has the word.
        match.impacts[word] = max(match.impacts[word], listed)
        own.covers[word] = max(own.covers[word], Float(Double(name.cover) / span))
        if atom.closeness == 1 || atom.nameWeight != nil { own.isFinished[word] = true }
        own.weights[word] = max(own.weights[word], nameWeight)
        if word > atom.words.lowerBound || name.lead == Int(words[word].lead) {
          own.isLed[word] = true
        }
      }
      match.names[name.field] = own
      byDocument[name.document] = match
    }
    if atom.shard.entries[atom.index].isPartial {
      for word in atom.words { unlisted[word] = max(unlisted[word], atom.weight / 16) }
    }
  }

  private static func addFollow(_ posting: TermShard.Posting, to match: inout Match, word: Int) {
    match.follows[word] |= posting.follows
    let fine = posting.fine.map { Match.FineFollow.hash($0) } ?? .unknown
    let isKnown = match.fines[word] == .unset || match.fines[word] == fine
    match.fines[word] = isKnown ? fine : .unknown
  }

  /// How sure it is that the next word of the query follows the word here: 0 when it does not, else the
  /// logarithm of the odds against a chance hit of the hashes. With `isStrict`, the stop words between them
  /// must be the same, too.
  func certainty(_ match: Match, _ word: Int, isStrict: Bool = false) -> Double {
    guard let after = words[word].after else { return 0 }
    var next: [UInt8]?
    if word + 1 < words.count {
      let isApart = words[word].isQuoted && words[word + 1].item != words[word].item
      next = isApart ? nil : words[word + 1].text
    }
    let set = match.follows[word]
    if set >> UInt32(Follow.many) & 1 == 1 { return QueryWeights.certaintyOfMany }
    var certainty = QueryWeights.certaintyOfUnknown
    if let next, let hash = hashes[next] {
      guard set >> UInt32(hash.coarse) & 1 == 1 else { return 0 }
      certainty = log(QueryWeights.coarseValues / Double(set.nonzeroBitCount))
    }
    if case .hash(let fine) = match.fines[word] {
      let isDirect = next == after
      if hashes[after].map({ Int($0.fine) }) == fine {
        certainty += log(QueryWeights.fineValues) * (isDirect ? 1 : 0.5)
      } else if isStrict || isDirect {
        return 0
      } else {
        certainty *= 0.5
      }
    }
    return certainty
  }

  /// Whether a section has both the word and the next.
  func isTogether(_ match: Match, _ word: Int) -> Bool {
    word + 1 == words.count || match.sections[word] & match.sections[word + 1] != 0
  }

  /// Whether the words of a phrase stand one after the other, as far as the index can tell.
  func hasPhrase(_ match: Match, _ phrase: Range<Int>) -> Bool {
    for word in phrase {
      if match.impacts[word] == 0, unlisted[word] == 0 { return false }
      // Nothing follows the last word; a word from a list that was cut off cannot be checked.
      let isUnlisted =
        match.impacts[word] == 0 || (word + 1 < words.count && match.impacts[word + 1] == 0)
      if words[word].after == nil || isUnlisted { continue }
      if !isTogether(match, word) || certainty(match, word, isStrict: true) == 0 { return false }
    }
    return true
  }
}
