/// How much a list page holds at most. No page may grow with the site.
enum PageSize {
  static let entities = 100
  static let docsSites = 60
  static let problems = 100
  /// Related entities in one table of an entity's own page; the rest stand on pages of their own.
  static let relations = 25
  /// Related entities in one fact beside an entity; with more there is a table, too.
  static let facts = 8
  /// Reasons of relations on an entity's page.
  static let reasons = 100
  /// References to a missing entity on one of its pages.
  static let referrers = 100
  /// Findings, missing targets and rival descriptors that an entity's page shows of each.
  static let warnings = 20
  /// Other entities of the same file.
  static let siblings = 30
  /// Kinds and types in the table of what a group or user owns.
  static let ownedClasses = 30
  /// Groups that the tree of a group shows below it, and how many of them below one.
  static let tree = (groups: 48, breadth: 12, depth: 3)
  /// Commits on a page of changes.
  static let commits = 30
  static let announcements = 50
  static let decisions = 100
  /// Announcements above every page.
  static let banners = 3
  /// Values of a facet, or owners with findings.
  static let facetValues = 300
  /// Titles in the list of all pages.
  static let titles = 300
  /// Up to this many values of a facet stand together; more are parted by their initials.
  static let ungroupedFacetValues = 40
  /// Above this many pages, a docs navigation shows only the branch of the page that is open.
  static let navigation = 200
  /// What the list of all pages of docs shows, where they have no index page.
  static let contents = 200
  /// A descriptor up to this size stands on its entity's page; a larger one has a page.
  static let inlineSource = (bytes: 8 << 10, lines: 200)
  /// What the page of a larger descriptor shows of it.
  static let source = (bytes: 32 << 10, lines: 600)
  /// What an entity's page shows of the definition of an API, in bytes.
  static let definition = 32 << 10

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
