/// The Markdown that a text is written in.
package enum MarkdownDialect: Int, Hashable, Sendable, CaseIterable {
  /// What authors of TechDocs mean: CommonMark with tables, footnotes, containers, attribute lists and
  /// all else that the reference of the dialect lists, and with lists that MkDocs would accept.
  case techDocs

  /// GitHub Flavored Markdown 0.29, with footnotes and alerts: for texts that are written to be read
  /// on a forge.
  case gitHub

  /// CommonMark 0.29 and nothing else.
  case commonMark
}
