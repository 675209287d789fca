import CallboardJSON

/// A query of several words, as the name of what is looked for.
///
/// The index tells which words a title or heading has and how many, but not in which order, nor all the stop words among
/// them. The records of the best results, which are loaded to be shown, tell the rest.
struct TypedName {
  /// How many of the best results are looked at.
  static let reach = 10

  private let words: [[UInt8]]
  private let stopWords: [[UInt8]: UInt8]
  private let tellingWords: [[UInt8]]

  /// nil for a query of one word: how much of a name that is, is known.
  init?(_ query: ParsedQuery, stopWords: [[UInt8]: UInt8]) {
    guard query.typed.count > 1 else { return nil }
    words = query.typed
    self.stopWords = stopWords
    tellingWords = Self.telling(words, stopWords)
  }

  /// Whether a document's title or name has the same words in the same order, but for stop words, or one of its headings
  /// is the query word for word.
  func isBorne(by document: JSONValue) -> Bool {
    let name = document["ref"]?.text.split(separator: "/").last.map(String.init)
    let names = [document["title"]?.text, name].compactMap(\.self)
    if names.contains(where: { Self.telling(Self.words(of: $0), stopWords) == tellingWords }) {
      return true
    }
    let sections = document["sections"]?.elements ?? []
    return stride(from: 0, to: sections.count, by: 2)
      .contains { Self.words(of: sections[$0].text) == words }
  }

  private static func words(of text: String) -> [[UInt8]] {
    QueryTokens(text).tokens.filter { $0.parts == 0 }.map(\.text)
  }

  private static func telling(_ words: [[UInt8]], _ stopWords: [[UInt8]: UInt8]) -> [[UInt8]] {
    let telling = words.filter { stopWords[$0] == nil }
    return telling.isEmpty ? words : telling
  }
}
