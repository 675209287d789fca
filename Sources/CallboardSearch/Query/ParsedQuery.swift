/// A query taken apart; docs/reference/search-index.md has the language. Whatever is not understood is
/// searched as text.
struct ParsedQuery {
  /// One thing between blanks, or a quotation.
  struct Item {
    var text: String
    var facet: String?
    var isNegative = false
    var isQuoted = false
    /// Whether the query ends with it, so that its last word may be unfinished.
    var endsQuery = false
  }

  struct Word {
    var text: [UInt8]
    var isPrefix = false
    /// The number of the item it stands in.
    var item: Int
    var isQuoted: Bool
    /// The next word, whatever it is.
    var after: [UInt8]?
    /// The stop word before it, where it was left out, as `StopWords.lead(_:)` notes it.
    var lead = StopWords.noLead
  }

  /// Words written as one name.
  struct Compound {
    var text: [UInt8]
    var words: ClosedRange<Int>
  }

  private static let maximumLength = 400
  private static let maximumWords = 12

  private(set) var words: [Word] = []
  /// All words that were typed, stop words included, in order.
  private(set) var typed: [[UInt8]] = []
  private(set) var compounds: [Compound] = []
  /// The words that must follow each other.
  private(set) var phrases: [Range<Int>] = []
  /// Words that must not follow each other, or a single word.
  private(set) var excluded: [[Word]] = []
  /// Any of the values of each facet will do. In order of first mention.
  private(set) var filters: [(facet: String, values: [String])] = []
  private(set) var barred: [(facet: String, values: [String])] = []

  /// - Parameter stopWords: With what a name notes of each; see `StopWords.lead(_:)`.
  init(_ source: String, facets: Set<String>, stopWords: [[UInt8]: UInt8]) {
    var plain: [Item] = []
    for item in QueryItems.split(source, maximumLength: Self.maximumLength) {
      if let (facet, value) = Self.filter(item, facets: facets) {
        if item.isNegative {
          Self.add(value, to: facet, in: &barred)
        } else {
          Self.add(value, to: facet, in: &filters)
        }
      } else if item.isNegative {
        let words = Self.excludedWords(item.text, stopWords: stopWords)
        if !words.isEmpty { excluded.append(words) }
      } else {
        plain.append(item)
      }
    }
    readWords(plain, stopWords: stopWords)
  }

  private static func add(
    _ value: String,
    to facet: String,
    in filters: inout [(facet: String, values: [String])]
  ) {
    if let index = filters.firstIndex(where: { $0.facet == facet }) {
      filters[index].values.append(value)
    } else {
      filters.append((facet, [value]))
    }
  }

  private static func filter(
    _ item: Item,
    facets: Set<String>
  ) -> (facet: String, value: String)? {
    var facet = item.facet ?? ""
    var text = item.text[...]
    if !item.isQuoted {
      // A quotation that never closes is text.
      guard let colon = text.firstIndex(of: ":"), !text.contains("\"") else { return nil }
      facet = String(text[..<colon])
      text = text[text.index(after: colon)...]
    }
    let value = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    return facets.contains(facet) && !value.isEmpty ? (facet, value) : nil
  }

  private static func excludedWords(_ text: String, stopWords: [[UInt8]: UInt8]) -> [Word] {
    let tokens = QueryTokens(text).tokens.filter { $0.parts == 0 }
    return tokens.indices.compactMap { index in
      guard stopWords[tokens[index].text] == nil else { return nil }
      let after = index + 1 < tokens.count ? tokens[index + 1].text : nil
      return Word(text: tokens[index].text, item: 0, isQuoted: false, after: after)
    }
  }

  private mutating func readWords(_ items: [Item], stopWords: [[UInt8]: UInt8]) {
    var all: [Word] = []
    var wholes: [(text: [UInt8], from: Int, to: Int)] = []
    for (number, item) in items.enumerated() {
      let first = all.count
      let text = item.facet.map { "\($0) \(item.text)" } ?? item.text
      for token in QueryTokens(text).tokens {
        if token.parts == 0 {
          all.append(Word(text: token.text, item: number, isQuoted: item.isQuoted, after: nil))
        } else {
          wholes.append((token.text, all.count - token.parts, all.count - 1))
        }
      }
      let isOpen = item.endsQuery && !item.isQuoted && QueryTokens.endsInWord(item.text)
      if isOpen, all.count > first { all[all.count - 1].isPrefix = true }
    }
    // What stands after a word tells phrases apart even where it is a stop word.
    for index in all.indices.dropLast()
    where !all[index].isQuoted || all[index].item == all[index + 1].item {
      all[index].after = all[index + 1].text
    }

    typed = all.map(\.text)
    let useful = all.indices.filter { stopWords[all[$0].text] == nil }
    let kept = (useful.isEmpty ? Array(all.indices) : useful).prefix(Self.maximumWords)
    if !useful.isEmpty {
      for index in kept where index > 0 {
        all[index].lead = stopWords[all[index - 1].text] ?? StopWords.noLead
      }
    }
    words = kept.map { all[$0] }
    compounds = wholes.compactMap { whole in
      guard let first = kept.firstIndex(of: whole.from), let last = kept.firstIndex(of: whole.to)
      else { return nil }
      return Compound(text: whole.text, words: first...last)
    }
    for number in items.indices where items[number].isQuoted {
      let own = words.indices.filter { words[$0].item == number }
      if let first = own.first, let last = own.last { phrases.append(first..<last + 1) }
    }
  }
}
