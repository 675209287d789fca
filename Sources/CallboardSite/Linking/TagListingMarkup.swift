import CallboardDocs
import CallboardHTML
import CallboardMarkdown

/// The tags of all pages of docs, each with its pages, as a page shows them that has the mark of ``TagListing``.
struct TagListingMarkup {
  /// So many links; the search finds the others.
  private static let limit = 1_000

  let site: DocsSite
  let strings: UIStrings

  /// nil when no other page has a tag, and the mark stays.
  ///
  /// - Complexity: O(*n* log *n*) in the pages of the docs.
  func html(on origin: LinkOrigin) -> HTML? {
    var pages: [String: [Int]] = [:]
    for index in site.outlines.indices where index != origin.pageIndex {
      for tag in Set(site.outlines[index].frontMatter.tags) {
        pages[tag, default: []].append(index)
      }
    }
    guard !pages.isEmpty else { return nil }
    // By letters first, so that `api` stands beside `API`.
    let tags = pages.keys.sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }
    var html = HTML(literal: "\n")
    var room = Self.limit
    var left = 0
    var ids: Set<String> = []
    for tag in tags {
      let listed = pages[tag, default: []]
      guard room > 0 else {
        left += listed.count
        continue
      }
      let id = TagListing.id(of: tag)
      html.append(literal: "<h2")
      if ids.insert(id).inserted { html.append(attribute: "id", value: id) }
      html.append(literal: ">")
      html.append(escaping: tag)
      html.append(literal: "</h2>\n<ul>\n")
      for index in listed.prefix(room) { entry(index, on: origin, into: &html) }
      html.append(literal: "</ul>\n")
      left += max(0, listed.count - room)
      room -= listed.count
    }
    if left > 0 { more(left, on: origin, into: &html) }
    return html
  }

  private func entry(_ index: Int, on origin: LinkOrigin, into html: inout HTML) {
    let route = Routes.docs(site.tree, location: site.tree.pages[index].location)
    html.append(literal: "<li><a")
    html.append(attribute: "href", value: origin.route.url(to: route.urlPath))
    html.append(literal: ">")
    html.append(escaping: site.outlines[index].title)
    html.append(literal: "</a></li>\n")
  }

  private func more(_ count: Int, on origin: LinkOrigin, into html: inout HTML) {
    html.append(literal: "<p><a")
    html.append(attribute: "href", value: origin.route.url(to: Routes.search.urlPath))
    html.append(literal: ">")
    html.append(escaping: strings.text("common.more", ["count": String(count)]))
    html.append(literal: "</a></p>\n")
  }
}
