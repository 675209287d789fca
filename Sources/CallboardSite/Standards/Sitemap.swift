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
    var parts: [Part: (xml: XMLText, count: Int, done: [OutputFile])] = [:]
    for (route, page) in plan.pages {
      guard let (part, date) = listing(of: page, changed) else { continue }
      var files = parts[part] ?? (Self.opened(), 0, [])
      if files.count == Self.limit {
        files.done.append(Self.closed(files.xml, part.rawValue, files.done.count + 1))
        (files.xml, files.count) = (Self.opened(), 0)
      }
      files.xml.markup("<url><loc>")
      files.xml.text(url + route.urlPath)
      files.xml.markup("</loc>")
      if let date {
        files.xml.markup("<lastmod>\(CommitDate(secondsSince1970: date).iso)</lastmod>")
      }
      files.xml.markup("</url>\n")
      files.count += 1
      parts[part] = files
    }
    let files = Part.allCases.flatMap { part -> [OutputFile] in
      guard let files = parts[part] else { return [] }
      return files.done + [Self.closed(files.xml, part.rawValue, files.done.count + 1)]
    }
    return [index(of: files)] + files
  }

  private static func opened() -> XMLText {
    var xml = XMLText()
    xml.markup("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    return xml
  }

  private static func closed(_ xml: XMLText, _ part: String, _ number: Int) -> OutputFile {
    var xml = xml
    xml.markup("</urlset>\n")
    return OutputFile(path: "sitemaps/\(part)-\(number).xml", bytes: xml.bytes)
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
