/// What the configuration of docs switches on for the text of all their pages, beyond the dialect.
package struct PageStyle: Hashable, Sendable {
  /// Whether straight quotation marks, `--` and `...` become curly quotes, dashes and ellipses, as with
  /// the extension `smarty`.
  package var usesTypographicMarks: Bool

  /// Whether a line end in a paragraph starts a new line, as with the extension `nl2br`.
  package var keepsLineEnds: Bool

  /// How the ids of headings are made of their texts: `slugify` of the extension `toc`.
  package var slug: HeadingSlug.Rule

  /// The levels of headings that tables of contents show: `toc_depth` of the extension `toc`. Empty for none.
  package var contentsLevels: Range<Int>

  /// What `#12`, `@name` and their like lead to; nil where they are text, as by default.
  package var shorthands: ForgeShorthands?

  /// Names of `///` blocks beyond those of the dialect; of two alike the last counts.
  package var blockTypes: [BlockType]

  package init(
    usesTypographicMarks: Bool = false,
    keepsLineEnds: Bool = false,
    slug: HeadingSlug.Rule = .mkdocs,
    contentsLevels: Range<Int> = 1..<7,
    shorthands: ForgeShorthands? = nil,
    blockTypes: [BlockType] = []
  ) {
    self.usesTypographicMarks = usesTypographicMarks
    self.keepsLineEnds = keepsLineEnds
    self.slug = slug
    self.contentsLevels = contentsLevels
    self.shorthands = shorthands
    self.blockTypes = blockTypes
  }
}
