import CallboardCatalog
import CallboardDocs

/// The pages that search engines should know, by the protocol of sitemaps.org: an index, and a few files for each part
/// of the portal, so that a change of the docs leaves the catalog's files as they are.
struct Sitemap {
  /// The index of all.
  static let path = "sitemap.xml"
  /// So many addresses may a file hold by the protocol.
  private static let limit = 50_000

  /// The parts of the portal, in their order.
  private enum Part: String, CaseIterable {
    case pages, catalog, docs
  }

  /// A file that lists pages, as it is written.
  private struct PageList {
    private var xml = XMLText()
    private(set) var count = 0

    init() {
      xml.markup("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    }

    /// - Parameter date: When the page was changed, in seconds since 1970.
    mutating func append(_ address: String, changed date: Int64?) {
      xml.markup("<url><loc>")
      xml.text(address)
      xml.markup("</loc>")
      if let date {
        xml.markup("<lastmod>\(CommitDate(secondsSince1970: date).iso)</lastmod>")
      }
      xml.markup("</url>\n")
      count += 1
    }

    func file(_ path: String) -> OutputFile {
      var xml = xml
      xml.markup("</urlset>\n")
      return OutputFile(path: path, bytes: xml.bytes)
    }
  }

  private let model: SiteModel
  private let plan: SitePlan
  private let url: String

  /// - Parameter url: The site's address, with a slash at its end.
  init(_ model: SiteModel, _ plan: SitePlan, url: String) {
    self.model = model
    self.plan = plan
    self.url = url
  }

  /// Hands over the files one at a time, since those of a large site are large; the index of all is the last one.
  ///
  /// - Complexity: Linear in the pages.
  func write(to write: (OutputFile) throws -> Void) rethrows {
    let changed = entityDates()
    var paths: [String] = []
    for part in Part.allCases {
      var list = PageList()
      var number = 1
      func close() throws {
        guard list.count > 0 else { return }
        let file = list.file("sitemaps/\(part.rawValue)-\(number).xml")
        list = PageList()
        number += 1
        paths.append(file.path)
        try write(file)
      }
      for (route, page) in plan.pages where self.part(of: page) == part {
        list.append(url + route.urlPath, changed: date(of: page, changed))
        if list.count == Self.limit { try close() }
      }
      try close()
    }
    try write(index(of: paths))
  }

  private func index(of paths: [String]) -> OutputFile {
    var xml = XMLText()
    xml.markup("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for path in paths {
      xml.markup("<sitemap><loc>")
      xml.text(url + path)
      xml.markup("</loc></sitemap>\n")
    }
    xml.markup("</sitemapindex>\n")
    return OutputFile(path: Self.path, bytes: xml.bytes)
  }

  /// The part that lists a page; nil for pages that stand in for others or only list them another way.
  private func part(of page: Page) -> Part? {
    switch page {
    case .home, .graph, .changes(number: 1), .org(group: nil, number: 1): .pages
    case .announcements(number: 1), .announcement, .decisions(number: 1): .pages
    case .radars, .radar, .scorecards, .scorecard(_, number: 1): .pages
    case .kindIndex, .entity: .catalog
    case .docsHome: .docs
    case .docs(let site, _), .docsContents(let site):
      model.docs[site].tree.version?.isDefault ?? true ? .docs : nil
    default: nil
    }
  }

  /// When a page was changed, in seconds since 1970; nil where that is not known.
  private func date(of page: Page, _ entities: [EntityRef: Int64]) -> Int64? {
    switch page {
    case .entity(let id): entities[model.catalog.ref(of: id)]
    case .docs(let site, let page):
      model.history(of: model.docs[site].tree.pages[page].source)?.seconds
    default: nil
    }
  }

  /// When commits last did something to an entity.
  private func entityDates() -> [EntityRef: Int64] {
    model.history.latest(1).compactMapValues { places in
      places.first.map { model.history.entries[$0.entry].seconds }
    }
  }
}
