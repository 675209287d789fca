import CallboardJSON
import Glibc

/// The figures of ranking at query time; docs/reference/search-index.md explains them.
enum QueryWeights {
  static let stem = 0.5
  /// In a name, another form of a word is nearly the word.
  static let stemInName = 0.85
  /// How far a word is there of which only the stem is, or what it begins.
  static let stemShare = 0.88
  static let prefix = 0.8
  static let prefixList = 0.4
  static let slip = 0.6
  static let names = 1.6
  static let section = 1.0
  static let adjacent = 1.0
  static let runGain = 0.5
  static let exactName = 1.7
  static let exactHeading = 1.3
  /// Where more than one word was typed: that a heading has just these is hardly by chance.
  static let exactLongHeading = 2.8
  /// Where name and query differ in stop words only.
  static let nearlyExact = 1.3
  /// The share of the query that a name has of which nothing but the last word's end was not typed.
  static let unfinished = 0.8
  /// What the stop word typed before a word of a name says, if the name has it there.
  static let lead = 1.5
  /// The impact of a word in a title that a list by prefix has: such a list has no impacts of its own.
  static let listedImpact = 0.75
  static let popularityStep = 0.05
  static let coarseValues = 30.0
  static let fineValues = 32.0
  static let certaintyOfMany = 0.4
  static let certaintyOfUnknown = 0.05
  /// The share of the query from which a document counts as having all of it: a word whose list was cut
  /// off may be missing.
  static let complete = 0.85

  static func field(_ field: Int) -> Double {
    switch field {
    case ..<NameField.firstAlias: 1
    case ..<NameField.trail: 0.9
    case NameField.trail: 0.65
    default: 0.5
    }
  }

  /// How much a word tells that so many of the documents have.
  static func inverseFrequency(documents: Int, frequency: Int) -> Double {
    let (documents, frequency) = (Double(documents), Double(min(frequency, documents)))
    return log(1 + (documents - frequency + 0.5) / (frequency + 0.5))
  }
}

extension Matches {
  /// The share of the query, by weight, that a document has: 1 is all of it.
  func share(_ match: Match) -> Double {
    var found = 0.0
    for word in words.indices {
      if match.typed >> UInt32(word) & 1 == 1 {
        found += weights[word]
      } else if match.impacts[word] > 0 {
        found += weights[word] * QueryWeights.stemShare
      } else if unlisted[word] > 0 {
        found += weights[word] * 0.9
      }
    }
    return total > 0 ? found / total : 0
  }

  /// Whether a document has all words.
  var hasComplete: Bool {
    byDocument.values.contains { share($0) > QueryWeights.complete }
  }

  /// Whether a document has all words in a row, or in a name.
  var hasRow: Bool {
    byDocument.values.contains { match in
      share(match) > QueryWeights.complete
        && (bestName(match).fit > 0 || adjacency(match) > longestAdjacency / 2)
    }
  }

  /// Whether a title or heading has all words, and no others.
  var hasExactName: Bool {
    byDocument.values.contains { match in
      match.names.contains { nameScore($0.key, $0.value).fit > 0.999 * QueryWeights.field($0.key) }
    }
  }

  func score(_ match: Match) -> Double {
    let share = share(match)
    var text = 0.0
    for word in words.indices {
      text += weights[word] * max(Double(match.impacts[word]), unlisted[word])
    }
    let name = bestName(match)
    if words.count > 1 {
      let section = bestSectionShare(match)
      text += QueryWeights.section * total * section * section
      // A name with all the words is worth as much as a text that has them in a row.
      text += QueryWeights.adjacent * max(adjacency(match), longestAdjacency * name.fit)
    }
    return (text + QueryWeights.names * name.score) * share * share * share
  }

  /// Up to `count` sections of a document that the query is about, as indices into its sections.
  func bestSections(_ match: Match, in document: JSONValue, count: Int) -> [Int] {
    let sections = document["sections"]?.elements ?? []
    let shift = document["shift"]?.count ?? 0
    let title = document["title"]?.utf8
    var scored: [(index: Int, score: Double)] = []
    for index in 0..<sections.count / 2
    where !sections[index * 2].utf8.isEmpty && !sections[index * 2 + 1].utf8.isEmpty {
      // The title, once more as the first heading, leads where the result leads.
      if sections[index * 2].utf8 == title { continue }
      var score = sectionShare(match, min(31, index >> min(shift, 31)))
      if let heading = match.names[NameField.firstHeading + index], total > 0 {
        score += nameScore(NameField.firstHeading, heading).score / total
      }
      if score >= 0.5 { scored.append((index, score)) }
    }
    scored.sort { $0.score == $1.score ? $0.index < $1.index : $0.score > $1.score }
    return scored.prefix(count).map(\.index)
  }

  private func bestSectionShare(_ match: Match) -> Double {
    let all = match.sections.reduce(0, |)
    return (0..<32).filter { all >> UInt32($0) & 1 == 1 }
      .reduce(0) { max($0, sectionShare(match, $1)) }
  }

  private func sectionShare(_ match: Match, _ bucket: Int) -> Double {
    var found = 0.0
    for word in words.indices where match.sections[word] >> UInt32(bucket) & 1 == 1 {
      found += weights[word]
    }
    return total > 0 ? found / total : 0
  }

  /// Longer runs of words that follow each other count for more than their pairs.
  private func adjacency(_ match: Match) -> Double {
    var sum = 0.0
    var run = 0.0
    for word in words.indices {
      let certainty = isTogether(match, word) ? certainty(match, word) : 0
      run = certainty > 0 ? run + certainty : 0
      sum += certainty > 0 ? certainty + QueryWeights.runGain * (run - certainty) : 0
    }
    return sum
  }

  /// The adjacency of a query whose words all stand in a row, each surely.
  private var longestAdjacency: Double {
    let certainty = log(QueryWeights.coarseValues) + log(QueryWeights.fineValues)
    return (0..<max(0, words.count - 1)).reduce(0) {
      $0 + certainty * (1 + QueryWeights.runGain * Double($1))
    }
  }

  /// What a match in one name is worth, and how well name and query fit: 1 if they are the same.
  private func nameScore(_ field: Int, _ name: Match.NameMatch) -> (score: Double, fit: Double) {
    var weighted = 0.0
    var present = 0.0
    var covered = 0.0
    var led = 0
    var isSame = true
    var isFinished = true
    for word in words.indices {
      if name.weights[word] > 0 {
        isFinished = isFinished && name.isFinished[word]
        isSame = isSame && name.isLed[word]
        led += name.isLed[word] && words[word].lead != StopWords.noLead ? 1 : 0
      }
      weighted += weights[word] * Double(name.weights[word])
      present += name.weights[word] > 0 ? weights[word] : 0
      covered += Double(name.covers[word])
    }
    var ofQuery = total > 0 ? weighted / total : 0
    let ofName = min(1, covered / Double(max(1, name.length)))
    let isWhole = total > 0 && present / total > 0.999
    let isExact = isWhole && ofName > 0.999
    if isExact, !isFinished { ofQuery = max(ofQuery, QueryWeights.unfinished) }
    var score = total * QueryWeights.field(field) * ofQuery * ofQuery * (0.4 + 0.6 * ofName)
    if isExact {
      let exact =
        field < NameField.firstHeading
        ? QueryWeights.exactName
        : typedCount > 1 ? QueryWeights.exactLongHeading : QueryWeights.exactHeading
      score *= isSame && isFinished ? exact : QueryWeights.nearlyExact
    }
    score +=
      QueryWeights.lead * Double(led) * log(QueryWeights.coarseValues)
      * QueryWeights.field(field) * (0.4 + 0.6 * ofName)
    score *= 1 + QueryWeights.popularityStep * Double(name.popularity)
    // A name of which the last word's end is missing fits, but is not the one that was typed.
    let fit = ofName * (isFinished ? 1 : 0.99) * QueryWeights.field(field)
    return (score, isWhole ? fit : 0)
  }

  private func bestName(_ match: Match) -> (score: Double, fit: Double) {
    var best = (score: 0.0, fit: 0.0)
    for (field, name) in match.names {
      var whole = name
      // The trail lists the parent's words only; the title's belong to it as well.
      if field == NameField.trail, let title = match.names[NameField.title] {
        whole.popularity = 0
        whole.covers = zip(name.covers, title.covers).map(max)
        whole.weights = zip(name.weights, title.weights).map(max)
        whole.isLed = zip(name.isLed, title.isLed).map { $0 || $1 }
        whole.isFinished = zip(name.isFinished, title.isFinished).map { $0 || $1 }
      }
      let (score, fit) = nameScore(field, whole)
      best = (max(best.score, score), max(best.fit, fit))
    }
    return best
  }
}
