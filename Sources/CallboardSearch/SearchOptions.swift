/// What the operator may choose about the index. Equal options and records give equal bytes.
package struct SearchOptions: Sendable {
  /// The rules of a language that go beyond Unicode.
  package enum Language: String, Sendable {
    /// English stop words are left out of the index, and queries match words of the same stem.
    case english
    /// Words are taken as they are.
    case none
  }

  package var language: Language = .english

  /// Documents whose data share a file. A result costs one such file, so it is small.
  package var documentsPerFile = 4

  /// The most documents kept for one word; the best of them. Bounds the largest shard.
  package var maximumPostings = 5_120

  /// The most titles and headings kept for one word.
  package var maximumNames = 2_048

  /// The most boundaries between term files that the entry lists, which keeps it below 12 kB compressed; with
  /// more, a twelfth of this goes into each of the files between them.
  package var maximumSeparators = 6_144

  /// The longest excerpt a result shows, in characters.
  package var excerptLength = 150

  package init() {}
}
