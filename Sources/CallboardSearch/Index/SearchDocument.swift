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
    sections = record.sections.prefix(Self.maximumSections).map {
      Section(
        heading: Self.shortened($0.heading.unicodeScalars, to: Self.maximumHeadingLength),
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
      return shortened(record.summary.unicodeScalars, to: length)
    }
    var scalars = String.UnicodeScalarView()
    for section in record.sections where scalars.count <= length {
      // Four bytes are the most that a scalar takes, and blanks may be many.
      let beginning = section.text.prefix(length * 8)
      scalars.append(contentsOf: String(decoding: beginning, as: UTF8.self).unicodeScalars)
      scalars.append(" ")
    }
    return shortened(scalars, to: length)
  }

  /// The text with blanks collapsed, cut between words and marked with an ellipsis when too long.
  private static func shortened(
    _ text: some Sequence<Unicode.Scalar>,
    to length: Int
  ) -> String {
    var result = String.UnicodeScalarView()
    var lastBlank: String.UnicodeScalarView.Index?
    var count = 0
    var owesBlank = false
    for scalar in text {
      if scalar.properties.isWhitespace {
        owesBlank = count > 0
        continue
      }
      if owesBlank {
        lastBlank = result.endIndex
        result.append(" ")
        count += 1
        owesBlank = false
      }
      guard count < length else {
        let cut = lastBlank.map { result[..<$0] } ?? result[...]
        return String(cut) + "…"
      }
      result.append(scalar)
      count += 1
    }
    return String(result)
  }
}
