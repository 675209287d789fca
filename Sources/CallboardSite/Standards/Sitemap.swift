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

  /// The files of one part.
  private struct PartFiles {
    private let part: Part
    private var full: [OutputFile] = []
    private var xml = Self.opened()
    private var count = 0

    init(_ part: Part) {
      self.part = part
    }

    /// - Parameter date: When the page was changed, in seconds since 1970.
    mutating func append(_ address: String, changed date: Int64?) {
      if count == Sitemap.limit {
        full = files()
        (xml, count) = (Self.opened(), 0)
      }
      xml.markup("<url><loc>")
      xml.text(address)
      xml.markup("</loc>")
      if let date {
        xml.markup("<lastmod>\(CommitDate(secondsSince1970: date).iso)</lastmod>")
      }
      xml.markup("</url>\n")
      count += 1
    }

    func files() -> [OutputFile] {
      var xml = xml
      xml.markup("</urlset>\n")
      let path = "sitemaps/\(part.rawValue)-\(full.count + 1).xml"
      return full + [OutputFile(path: path, bytes: xml.bytes)]
    }

    private static func opened() -> XMLText {
      var xml = XMLText()
      xml.markup("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
      return xml
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

  /// All files, the index among them.
  ///
  /// - Complexity: Linear in the pages.
  func files() -> [OutputFile] {
    let changed = entityDates()
    var parts: [Part: PartFiles] = [:]
    for (route, page) in plan.pages {
      guard let (part, date) = listing(of: page, changed) else { continue }
      parts[part, default: PartFiles(part)].append(url + route.urlPath, changed: date)
    }
    let files = Part.allCases.flatMap { parts[$0]?.files() ?? [] }
    return [index(of: files)] + files
  }

  private func index(of files: [OutputFile]) -> OutputFile {
    var xml = XMLText()
    xml.markup("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for file in files {
      xml.markup("<sitemap><loc>")
      xml.text(url + file.path)
      xml.markup("</loc></sitemap>\n")
    }
    xml.markup("</sitemapindex>\n")
    return OutputFile(path: Self.path, bytes: xml.bytes)
  }

  /// The part that lists a page, and when it was changed; nil for pages that stand in for others or only list them
  /// another way.
  private func listing(of page: Page, _ changed: [EntityRef: Int64]) -> (Part, Int64?)? {
    switch page {
    case .home, .graph, .changes(number: 1), .org(group: nil, number: 1): return (.pages, nil)
    case .announcements(number: 1), .announcement, .decisions(number: 1): return (.pages, nil)
    case .radars, .radar, .scorecards, .scorecard(_, number: 1): return (.pages, nil)
    case .kindIndex: return (.catalog, nil)
    case .entity(let id): return (.catalog, changed[model.catalog.ref(of: id)])
    case .docsHome: return (.docs, nil)
    case .docs(let site, let page):
      let tree = model.docs[site].tree
      guard tree.version?.isDefault ?? true else { return nil }
      return (.docs, model.history(of: tree.pages[page].source)?.seconds)
    case .docsContents(let site):
      return model.docs[site].tree.version?.isDefault ?? true ? (.docs, nil) : nil
    default: return nil
    }
  }

  /// When commits last did something to an entity.
  private func entityDates() -> [EntityRef: Int64] {
    model.history.latest(1).compactMapValues { places in
      places.first.map { model.history.entries[$0.entry].seconds }
    }
  }
}
