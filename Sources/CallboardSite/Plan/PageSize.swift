/// How much a list page holds at most. No page may grow with the site.
enum PageSize {
  static let entities = 100
  static let docsSites = 60
  static let problems = 100
  /// Commits on a page of changes.
  static let commits = 40
  /// Values of a facet, or owners with findings.
  static let facetValues = 300
  /// Up to this many values of a facet stand together; more are parted by their initials.
  static let ungroupedFacetValues = 40
  /// Relations of one type on the entity's own page; the rest stand on pages of their own.
  static let relations = 50
  /// Above this many pages, a docs navigation shows only the branch of the page that is open.
  static let navigation = 200

  /// How many pages a list of `count` items takes, at least 1.
  static func pageCount(_ count: Int, of size: Int) -> Int {
    max(1, (count + size - 1) / size)
  }

  /// The items of page `number`, counted from 1.
  static func range(_ number: Int, of size: Int, in count: Int) -> Range<Int> {
    let start = min(count, (number - 1) * size)
    return start..<min(count, start + size)
  }
}
