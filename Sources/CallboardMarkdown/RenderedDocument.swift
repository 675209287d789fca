package import CallboardHTML

/// One page of Markdown as HTML with open link slots, and what else is known from its text.
///
/// Depends on the page's bytes and the options alone; where its links lead is decided at link time.
package struct RenderedDocument: Hashable, Sendable {
  /// UTF-8, sanitised. The values of attributes that are link slots are empty.
  package var html: [UInt8]

  /// By rising offset; positions are those of the text with all that it includes, as
  /// ``includedLines`` tells.
  package var links: [DocumentLink]

  /// By rising offset: where the value of a ``PageVariable`` is to stand.
  package var variables: [FragmentText]

  /// Every id in the HTML, in its order: what a link's `#fragment` may name.
  package var ids: [String]

  /// In the order of the text.
  package var headings: [Heading]

  /// The plain text of the page's first element if that is a heading of level 1, otherwise nil.
  /// Empty for such a heading without text; see MkDocs' rule for titles.
  package var title: String?

  /// nil when the file does not begin with a block between `---` lines.
  package var frontMatter: FrontMatterBlock?

  /// The searchable text: what stands before the first heading, if anything, then one a heading.
  package var sections: [TextSection]

  /// Words of running text, and a quarter of those of code blocks, which are looked over rather than read.
  package var wordCount: Int

  /// By rising place.
  package var diagrams: [DocumentDiagram]

  /// Where positions lie when the page includes other files.
  package var includedLines: IncludedLines

  package init(
    html: [UInt8],
    links: [DocumentLink] = [],
    variables: [FragmentText] = [],
    ids: [String] = [],
    headings: [Heading] = [],
    title: String? = nil,
    frontMatter: FrontMatterBlock? = nil,
    sections: [TextSection] = [],
    wordCount: Int = 0,
    diagrams: [DocumentDiagram] = [],
    includedLines: IncludedLines = IncludedLines()
  ) {
    self.html = html
    self.links = links
    self.variables = variables
    self.ids = ids
    self.headings = headings
    self.title = title
    self.frontMatter = frontMatter
    self.sections = sections
    self.wordCount = wordCount
    self.diagrams = diagrams
    self.includedLines = includedLines
  }

  /// A heading as tables of contents and links need it.
  package struct Heading: Hashable, Sendable {
    /// 1 to 6.
    package var level: Int
    /// Unique in the page, spelt as MkDocs would.
    package var id: String
    /// The id that GitHub gives the same heading, where it differs and is free. Stands in the HTML
    /// too, so links written for either site arrive.
    package var alias: String?
    /// Plain text: no markup, no images, no footnote marks.
    package var text: String
    /// Of the text with all that it includes, from 1.
    package var line: Int

    package init(level: Int, id: String, alias: String? = nil, text: String, line: Int) {
      self.level = level
      self.id = id
      self.alias = alias
      self.text = text
      self.line = line
    }
  }

  /// What stood between the `---` lines at the head of the file, unread.
  package struct FrontMatterBlock: Hashable, Sendable {
    /// Without the fences, with its last line end.
    package var text: String
    /// The line of the source file that ``text`` begins on: 2.
    package var firstLine: Int

    package init(text: String, firstLine: Int) {
      self.text = text
      self.firstLine = firstLine
    }
  }

  /// The plain text under one heading, for the search index.
  package struct TextSection: Hashable, Sendable {
    /// Index into ``RenderedDocument/headings``; nil before the first one.
    package var heading: Int?
    /// The heading's own text is not repeated. Blocks are separated by line feeds.
    package var text: String

    package init(heading: Int?, text: String) {
      self.heading = heading
      self.text = text
    }
  }
}

/// A link or image of a page. Where it is a slot, its URL is written into the page once all routes
/// are known.
package typealias DocumentLink = FragmentLink
