/// What a search result shows of a page, and what it can be filtered by.
struct SearchDocument: Sendable {
  /// A heading that a hit can link to.
  struct Section: Sendable {
    var heading: String
    var fragment: String
  }

  /// Further headings are searched but not linked to: a result must stay small.
  static let maximumSections = 96
  private static let maximumHeadingLength = 80

  var url: String
  var title: String
  var kind: String
  var category: SearchRecord.Category
  var parentTitle: String
  var excerpt: String
  var ref: String
  var owner: String
  var tags: [String]
  var lifecycle: String
  var type: String
  var system: String
  var namespace: String
  var popularity: Int
  var audience: String?
  var version: String?
  var locale: String
  /// See ``TextFiles/starts(of:)``.
  var textStarts: [Int]
  var sections: [Section]

  init(_ record: SearchRecord, excerptLength: Int) {
    url = record.url
    title = record.title
    kind = record.kind
    category = record.category
    parentTitle = record.parentTitle
    excerpt = Self.excerpt(of: record, length: excerptLength)
    ref = record.ref
    owner = record.owner
    tags = record.tags
    lifecycle = record.lifecycle
    type = record.type
    system = record.system
    namespace = record.namespace
    popularity = record.popularity
    audience = record.audience
    version = record.version
    locale = record.locale
    textStarts = TextFiles.starts(of: record)
    sections = record.sections.prefix(Self.maximumSections).map {
      Section(
        heading: ShortenedText.shortened($0.heading, to: Self.maximumHeadingLength),
        fragment: $0.fragment
      )
    }
  }

  /// How often other entities point here, as 0 to 7: the binary logarithm, rounded up.
  var popularityLevel: Int {
    min(7, Int.bitWidth - max(0, popularity).leadingZeroBitCount)
  }

  private static func excerpt(of record: SearchRecord, length: Int) -> String {
    guard record.summary.isEmpty else {
      return ShortenedText.shortened(record.summary, to: length)
    }
    var excerpt = ShortenedText(length: length)
    for section in record.sections {
      guard excerpt.readCount <= length, !excerpt.isCut else { break }
      // Four bytes are the most that a scalar takes, and blanks may be many.
      section.text.prefix(length * 8).withUnsafeBufferPointer { excerpt.append($0) }
      excerpt.appendBlank()
    }
    return excerpt.string
  }
}
