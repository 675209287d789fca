package import CallboardHTML

/// What one repository's or site's Markdown is rendered with.
///
/// Part of the cache key of every page: two pages of equal bytes and equal options render equally.
package struct MarkdownOptions: Hashable, Sendable {
  /// How the text is read. Only ``MarkdownDialect/techDocs`` is repaired, and knows symbols.
  package var dialect: MarkdownDialect

  /// What raw HTML in the text may hold.
  package var policy: SanitizerPolicy

  /// Whether code blocks in known languages are coloured.
  package var highlightsCode: Bool

  /// For TechDocs, whether `(c)`, `-->`, `+/-` and their like become the symbols they stand for, as in TechDocs.
  package var usesSmartSymbols: Bool

  package var limits: Limits

  /// Of the page at hand; comes with the request for it, so that it is no part of ``encode()``.
  package var style = PageStyle()

  /// Whether symbols are replaced in this dialect.
  var replacesSymbols: Bool { usesSmartSymbols && dialect == .techDocs }

  /// Links of the form `entity:component:default/checkout` are resolved when pages are linked.
  package static let defaultPolicy = SanitizerPolicy(slotSchemes: ["entity"])

  package init(
    dialect: MarkdownDialect = .techDocs,
    policy: SanitizerPolicy = Self.defaultPolicy,
    highlightsCode: Bool = true,
    usesSmartSymbols: Bool = true,
    limits: Limits = Limits()
  ) {
    self.dialect = dialect
    self.policy = policy
    self.highlightsCode = highlightsCode
    self.usesSmartSymbols = usesSmartSymbols
    self.limits = limits
  }

  /// Above these a page becomes a stub, so that one hostile page cannot stop the others.
  package struct Limits: Hashable, Sendable {
    /// Bytes of one Markdown file, front matter included.
    package var sourceBytes: Int
    /// Bytes of the HTML of one page.
    package var outputBytes: Int
    /// Bytes of one line, its line end not counted.
    package var lineBytes: Int
    /// Quotes, list items and containers inside one another.
    package var nesting: Int
    /// Columns of one table.
    package var tableColumns: Int
    /// Columns times lines of one table; cmark fills short rows up to the full width.
    package var tableCells: Int
    /// Bytes that all uses of link references together may add to a page.
    package var referenceBytes: Int
    /// Processor seconds a worker may spend on one page.
    package var pageSeconds: Int
    /// Files that one page includes, each counted as often as it is named.
    package var includes: Int
    /// Files that include one another.
    package var includeDepth: Int
    /// Bytes that all included files together may add to a page.
    package var includedBytes: Int

    package init(
      sourceBytes: Int = 2 << 20,
      outputBytes: Int = 16 << 20,
      lineBytes: Int = 128 << 10,
      nesting: Int = 64,
      tableColumns: Int = 256,
      tableCells: Int = 100_000,
      referenceBytes: Int = 1 << 20,
      pageSeconds: Int = 5,
      includes: Int = 200,
      includeDepth: Int = 10,
      includedBytes: Int = 4 << 20
    ) {
      self.sourceBytes = sourceBytes
      self.outputBytes = outputBytes
      self.lineBytes = lineBytes
      self.nesting = nesting
      self.tableColumns = tableColumns
      self.tableCells = tableCells
      self.referenceBytes = referenceBytes
      self.pageSeconds = pageSeconds
      self.includes = includes
      self.includeDepth = includeDepth
      self.includedBytes = includedBytes
    }

    /// What one page of `sourceBytes` may become: 64 times its size and 1 MiB, and never more than
    /// ``outputBytes``.
    package func outputCeiling(forSourceBytes count: Int) -> Int {
      let (product, overflow) = count.multipliedReportingOverflow(by: 64)
      guard !overflow, product < outputBytes else { return outputBytes }
      return min(outputBytes, product + (1 << 20))
    }
  }
}
