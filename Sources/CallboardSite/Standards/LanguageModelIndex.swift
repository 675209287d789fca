import CallboardCatalog
import CallboardDocs

/// `llms.txt` of llmstxt.org: what the portal holds, in Markdown, for programs that read text.
///
/// The file at the root names the kinds and the docs; each docs set lists its pages in a file of its own beside them, so no
/// file grows with the site.
struct LanguageModelIndex {
  /// So many docs sets in one file at the root, and so many pages in one of a docs set.
  private static let docsPerFile = 300
  private static let pagesPerFile = 1_000

  private let model: SiteModel
  private let strings: UIStrings
  /// What addresses begin with: that of the site, or the way to the root from where the file stands.
  private func address(_ path: String, from depth: Int = 0) -> String {
    (model.settings.url ?? String(repeating: "../", count: depth)) + path
  }

  init(_ model: SiteModel, _ strings: UIStrings) {
    self.model = model
    self.strings = strings
  }

  /// Those at the root.
  ///
  /// - Complexity: Linear in the docs sets.
  func rootFiles() -> [OutputFile] {
    let listed = model.docs.filter { $0.tree.version?.isDefault ?? true }
    let count = PageSize.pageCount(listed.count, of: Self.docsPerFile)
    return (1...count).map { number in
      let range = PageSize.range(number, of: Self.docsPerFile, in: listed.count)
      return file(number: number, of: count, docs: listed[range])
    }
  }

  private func file(number: Int, of count: Int, docs: ArraySlice<DocsSite>) -> OutputFile {
    // Further files stand in a folder.
    let depth = number > 1 ? 1 : 0
    var text = "# \(Self.line(model.settings.title))\n\n"
    if number == 1 { text += catalogText }
    text += "## Documentation\n\n"
    for site in docs {
      let title = title(of: site)
      let path = Routes.docs(site.tree).urlPath + "llms.txt"
      text += "- [\(Self.label(title))](\(address(path, from: depth)))"
      text += Self.described(site.tree.summary ?? model.catalog[site.tree.entity]?.description)
    }
    if number < count {
      text += "- [More](\(address("llms/\(number + 1).txt", from: depth)))\n"
    }
    let path = number > 1 ? "llms/\(number).txt" : "llms.txt"
    return OutputFile(path: path, bytes: Array(text.utf8))
  }

  private var catalogText: String {
    var counts: [String: Int] = [:]
    for id in model.catalog.allIDs { counts[model.catalog.ref(of: id).kind, default: 0] += 1 }
    var text =
      "> The developer portal: \(model.catalog.entities.count) entities and the documentation of "
      + "\(model.docs.count) of them. Each page of documentation is also there as Markdown, in "
      + "`index.md` beside it.\n\n## Catalog\n\n"
    for (kind, count) in counts.sorted(by: { KindStyle.isBefore($0.key, $1.key) }) {
      let label = KindStyle.of(kind, in: model.catalog.model, strings).plural
      text += "- [\(Self.label(label))](\(address(Routes.kindIndex(kind).urlPath))): \(count)\n"
    }
    text += "- [All as JSON](\(address(APIPath.root + APIPath.index))): "
    text += "entities, relations and findings, described by "
    text += "[OpenAPI](\(address(APIPath.root + APIPath.openAPI)))\n\n"
    return text
  }

  /// The files of one docs set, in the order in which its pages are read.
  ///
  /// A file of that name that the authors keep in their docs stands as it is, and none is made in its place.
  func files(of site: DocsSite) -> [OutputFile] {
    let route = Routes.docs(site.tree)
    let pages = site.tree.pages
    let count = PageSize.pageCount(pages.count, of: Self.pagesPerFile)
    return (1...count).compactMap { number in
      let name = number > 1 ? "llms-\(number).txt" : "llms.txt"
      let path = Routes.docsFile(site.tree, path: name, isInside: true).path
      let isTaken = site.tree.assets.contains { asset in
        RepositoryPath.relative(asset, to: site.tree.folder)?.lowercased() == name
      }
      if isTaken { return nil }
      var text = "# \(Self.line(title(of: site)))\n\n"
      if let summary = site.tree.summary { text += "> \(Self.line(summary))\n\n" }
      for index in PageSize.range(number, of: Self.pagesPerFile, in: pages.count) {
        let path = MarkdownTwin.path(of: Routes.docs(site.tree, location: pages[index].location))
        let isWritten = model.settings.isPublishingMarkdown
        let page = Routes.docs(site.tree, location: pages[index].location)
        let target = isWritten ? Route.percentEncoded(path) : page.urlPath
        let address = model.settings.url.map { $0 + target } ?? route.url(to: target)
        text += "- [\(Self.label(site.outlines[index].title))](\(address))"
        text += Self.described(site.outlines[index].description)
      }
      if number < count { text += "- [More](llms-\(number + 1).txt)\n" }
      return OutputFile(path: path, bytes: Array(text.utf8))
    }
  }

  private func title(of site: DocsSite) -> String {
    let entity = model.catalog[site.tree.entity]
    return site.tree.title ?? entity?.displayName ?? site.tree.entity.name
  }

  private static func described(_ text: String?) -> String {
    text.map { ": \(line($0))\n" } ?? "\n"
  }

  /// Without line ends, and of a length that lists can bear.
  private static func line(_ text: String) -> String {
    if isLine(text) { return text }
    let words = text.split(whereSeparator: \.isWhitespace)
    return String(words.joined(separator: " ").prefix(300))
  }

  /// Whether a text is obviously as ``line(_:)`` would have it: most titles are, and characters cost much more than bytes.
  private static func isLine(_ text: String) -> Bool {
    var isAfterSpace = true
    let isPlain =
      text.utf8.count <= 300
      && text.utf8.allSatisfy { byte in
        defer { isAfterSpace = byte == UInt8(ascii: " ") }
        return byte > UInt8(ascii: " ") && byte < 0x7F || byte == UInt8(ascii: " ") && !isAfterSpace
      }
    return isPlain && (!isAfterSpace || text.isEmpty)
  }

  /// For the text of a link.
  private static func label(_ text: String) -> String {
    let line = line(text)
    let brackets = UInt8(ascii: "[")...UInt8(ascii: "]")
    guard line.utf8.contains(where: brackets.contains) else { return line }
    return line.replacing("[", with: "\\[").replacing("]", with: "\\]")
  }
}
