/// What a query found.
package struct SearchAnswer: Sendable, Equatable {
  /// How many documents there are, of which `results` are some.
  package var total: Int
  /// Best first.
  package var results: [SearchResult]
  /// Words of the index that stood in for mistyped ones.
  package var corrected: [String]
}

/// One page of an answer.
package struct SearchResult: Sendable, Equatable {
  /// A heading of the page that the query is about.
  package struct Hit: Sendable, Equatable {
    package var heading: String
    package var fragment: String
  }

  /// Relative to the site's root.
  package var url: String
  package var title: String
  package var kind: String
  /// The title of the documentation or entity that the page belongs to; empty where there is none.
  package var parent: String
  package var excerpt: String
  package var owner: String
  /// At most three.
  package var hits: [Hit]
}

/// Why an index could not be searched.
package enum SearchQueryError: Error, Equatable {
  /// The path of a file of the index that is missing or damaged.
  case unreadableFile(String)
  case unknownFormat(Int)
}
