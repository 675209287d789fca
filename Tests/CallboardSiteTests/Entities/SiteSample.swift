import CallboardCatalog
import CallboardDiagnostics

@testable import CallboardSite

/// A site made of descriptors alone, as the build would make it.
struct SiteSample {
  let model: SiteModel
  let plan: SitePlan
  let composer: PageComposer

  /// - Parameters:
  ///   - files: Descriptor files of the repository `shop` in the order that settles conflicts.
  ///   - integrations: Where the organisation's tools are.
  init(_ files: [(path: String, text: String)], integrations: [String: String] = [:]) throws {
    var diagnostics: [Diagnostic] = []
    var entities: [Entity] = []
    var sources: [(path: SourcePath, bytes: [UInt8])] = []
    for file in files {
      let path = SourcePath(repository: "shop", path: file.path)
      let bytes = Array(file.text.utf8)
      sources.append((path, bytes))
      entities += DescriptorReader.ingest(bytes, file: path).unwrap(into: &diagnostics)
        .compactMap { EntityProcessor().process($0).unwrap(into: &diagnostics) }
    }
    let catalog = Catalog.stitch(entities).unwrap(into: &diagnostics)
    model = SiteModel(
      settings: SiteSettings(
        title: "Sample",
        url: nil,
        language: "en",
        revision: nil,
        generatorVersion: "0",
        integrations: integrations
      ),
      catalog: catalog,
      sources: DescriptorSources(sources),
      repositories: [],
      docs: [],
      diagnostics: diagnostics.sorted(),
      changes: [:],
      history: CatalogHistory()
    )
    plan = SitePlan.make(for: model).output
    let theme = try Theme(files: Theme.packedFiles, version: "test")
    composer = PageComposer(model: model, plan: plan, theme: theme)
  }

  /// A site of one descriptor file.
  init(_ text: String, integrations: [String: String] = [:]) throws {
    try self.init([("catalog-info.yaml", text)], integrations: integrations)
  }

  func id(_ ref: String) throws -> EntityID {
    let ref = try EntityRef(ref, in: .init())
    guard let id = model.catalog.id(of: ref) else { throw NoSuchEntity(ref: ref) }
    return id
  }

  /// The HTML of a page by its route; nil when there is no such page.
  func page(_ route: String) throws -> String? {
    guard let entry = plan.pages.first(where: { $0.route.path == route }) else { return nil }
    let file = try composer.compose(entry.page, at: entry.route).file
    return String(decoding: file.bytes, as: UTF8.self)
  }

  /// What a reader sees in the main part of a page, a line for each block.
  func text(_ route: String) throws -> String? {
    try page(route).map(PageText.main)
  }

  struct NoSuchEntity: Error {
    var ref: EntityRef
  }
}

/// The text of a page without its markup.
enum PageText {
  /// The words between the tags of `main`: one line for each block, none for what is empty.
  static func main(of page: String) -> String {
    let start = page.firstRange(of: "<main")?.lowerBound ?? page.startIndex
    let end = page.firstRange(of: "</main>")?.lowerBound ?? page.endIndex
    var text = String(page[start..<end])
    text = text.replacing(/<svg class="icon".*?<\/svg>/.dotMatchesNewlines(), with: "")
    text = text.replacing(/<pre.*?<\/pre>/.dotMatchesNewlines(), with: "[code]")
    text = text.replacing(
      /<figure class="graph".*?<\/figure>/.dotMatchesNewlines(),
      with: "[graph]"
    )
    text = text.replacing(
      /<\/?(p|li|ul|ol|h\d|div|section|tr|dt|nav|header|table|figure)\b[^>]*>/,
      with: "\n"
    )
    text = text.replacing(/\s*<\/t[dh]>\s*/, with: " | ")
    text = text.replacing(/<[^>]*>/, with: "")
    for (entity, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      text = text.replacing(entity, with: character)
    }
    return text.split(separator: "\n")
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { !$0.isEmpty }
      .joined(separator: "\n") + "\n"
  }
}
