import CallboardJSON

/// A query of several words, as the name of what is looked for.
///
/// The index tells which words a title or heading has and how many, but not in which order, nor all the stop words among
/// them. The records of the best results, which are loaded to be shown, tell the rest.
struct TypedName {
  /// How many of the best results are looked at.
  static let reach = 10

  /// How far a document bears the words of a query as its name.
  enum Bearing: CaseIterable {
    /// Its title or name has them in the same order, with stop words more at most, or one of its headings is the query word
    /// for word.
    case whole
    /// Its title or name begins with the query word for word, the last of which may be unfinished.
    case beginning
    /// Its title or name has them in the same order, but for stop words that it lacks.
    case wholeButForStopWords
    case none
  }

  private let words: [[UInt8]]
  private let isUnfinished: Bool
  private let stopWords: [[UInt8]: UInt8]
  private let tellingWords: [[UInt8]]

  /// nil for a query of one word: how much of a name that is, is known.
  init?(_ query: ParsedQuery, stopWords: [[UInt8]: UInt8]) {
    guard query.typed.count > 1 else { return nil }
    words = query.typed
    isUnfinished = query.words.last?.isPrefix == true
    self.stopWords = stopWords
    tellingWords = Self.telling(words, stopWords)
  }

  func bearing(of document: JSONValue) -> Bearing {
    let ref = document["ref"]?.text.split(separator: "/").last.map(String.init)
    let names = [document["title"]?.text, ref].compactMap(\.self).map(Self.words(of:))
    let alike = names.filter { Self.telling($0, stopWords) == tellingWords }
    if alike.contains(where: { words.allSatisfy($0.contains) }) { return .whole }
    let sections = document["sections"]?.elements ?? []
    let isHeading = stride(from: 0, to: sections.count, by: 2)
      .contains { Self.words(of: sections[$0].text) == words }
    if isHeading { return .whole }
    if names.contains(where: begins) { return .beginning }
    return alike.isEmpty ? .none : .wholeButForStopWords
  }

  private func begins(_ name: [[UInt8]]) -> Bool {
    guard name.count >= words.count, name.starts(with: words.dropLast()) else { return false }
    let last = name[words.count - 1]
    return isUnfinished
      ? last.starts(with: words[words.count - 1])
      : last == words[words.count - 1] && name.count > words.count
  }

  private static func words(of text: String) -> [[UInt8]] {
    QueryTokens(text).tokens.filter { $0.parts == 0 }.map(\.text)
  }

  private static func telling(_ words: [[UInt8]], _ stopWords: [[UInt8]: UInt8]) -> [[UInt8]] {
    let telling = words.filter { stopWords[$0] == nil }
    return telling.isEmpty ? words : telling
  }
}
