import CallboardTestSupport
import Foundation
import Testing

/// `callboard export techdocs`, and what Backstage's backend and reader look for in its output.
@Suite struct ExportCommandTests {
  private static let entity = "out/acme/component/shop"

  private static func export(epoch: String? = nil) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write([
      "shop/catalog-info.yaml": """
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata:
        name: Shop
        namespace: acme
        description: Sells <things>
        annotations: {backstage.io/techdocs-ref: "dir:."}
      spec: {type: website, lifecycle: production, owner: sellers}
      ---
      apiVersion: backstage.io/v1alpha1
      kind: Group
      metadata: {name: sellers, namespace: acme}
      spec: {type: team, children: []}
      """,
      "shop/mkdocs.yml": """
      site_name: Shop docs
      nav: [index.md, {Guides: [guide/setup.md]}]
      repo_url: https://github.com/acme/shop
      edit_uri: edit/main/docs/
      """,
      "shop/docs/index.md": """
      # Welcome

      A <b>&</b> b. [Setup](guide/setup.md#one), ![](plan.png), ![](../logo.png),
      [us](entity:group:acme/sellers).

      ## First

      Words of the first.
      """,
      "shop/docs/guide/setup.md": "Text without a heading.\n\n## One\n\n[back](../index.md)\n",
      "shop/docs/plan.png": "p",
      "shop/logo.png": "l",
    ])
    let repository = try GitRepository("shop", in: folder)
    try repository.commit("x", date: 1_700_000_000)
    var environment: [String: String] = [:]
    environment["SOURCE_DATE_EPOCH"] = epoch
    try folder.write("sources: [{path: shop}]\n", to: "site.yaml")
    let outcome = try Command.run(
      BuiltProduct.callboard,
      ["export", "techdocs", "--strict", "-o", "out"],
      in: folder,
      environment: environment
    )
    try #require(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("Built 2 pages from 2 entities in 1 repository"))
    return folder
  }

  private struct Metadata: Decodable {
    var site_name: String
    var site_description: String
    var build_timestamp: Int
    var files: [String]
    var etag: String
  }

  private struct Index: Decodable {
    struct Entry: Decodable, Equatable {
      var location: String
      var title: String
      var text: String
    }
    var docs: [Entry]
  }

  private static func decode<Value: Decodable>(
    _ file: String,
    in folder: TemporaryFolder
  ) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(folder.text(of: "\(entity)/\(file)").utf8))
  }

  @Test func listsItsFilesInTheMetadata() throws {
    let folder = try Self.export()
    let metadata: Metadata = try Self.decode("techdocs_metadata.json", in: folder)
    #expect(metadata.site_name == "Shop docs")
    #expect(metadata.site_description == "Sells <things>")
    #expect(metadata.build_timestamp == 1_700_000_000_000)
    #expect(!metadata.etag.isEmpty)
    let onDisk = try folder.contents(of: Self.entity).keys.sorted()
    #expect(metadata.files == onDisk)
    for file in [
      "index.html", "guide/setup/index.html", "plan.png", "-/files/logo.png",
      "search/search_index.json", "techdocs_metadata.json",
    ] {
      #expect(onDisk.contains(file), "\(file)")
    }
    // Nothing besides the folders of entities.
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/out") == ["acme"])
  }

  @Test func takesTheTimeOfTheBuildFromSourceDateEpoch() throws {
    let folder = try Self.export(epoch: "1800000000")
    let metadata: Metadata = try Self.decode("techdocs_metadata.json", in: folder)
    #expect(metadata.build_timestamp == 1_800_000_000_000)
  }

  @Test func writesTheSearchIndexAsMkDocsDoes() throws {
    let folder = try Self.export()
    let index: Index = try Self.decode("search/search_index.json", in: folder)
    #expect(
      index.docs.map(\.location) == [
        "", "#welcome", "#first", "guide/setup/", "guide/setup/#one",
      ]
    )
    #expect(index.docs[2] == .init(location: "#first", title: "First", text: "Words of the first."))
    #expect(index.docs[0].title == "Welcome")
    #expect(index.docs[0].text.contains("A &amp; b."))
    #expect(index.docs[0].text.contains("Words of the first."))
    #expect(index.docs[3].title == "Setup")
  }

  @Test func hasWhatTheReaderLooksFor() throws {
    let folder = try Self.export()
    let page = try folder.text(of: "\(Self.entity)/guide/setup/index.html")
    let style = try #require(page.firstMatch(of: /<link rel="stylesheet" href="([^"]+)">/)?.1)
    #expect(style.contains(/main\.[A-Fa-f0-9]{8}\.min\.css$/))
    for part in [
      "<article class=\"md-content__inner md-typeset content\">", "<h1>Setup</h1>",
      "href=\"https://github.com/acme/shop/edit/main/docs/guide/setup.md\" title=\"Edit this page\"",
      "<label class=\"md-header__button md-icon\" for=\"__drawer\">", "data-md-toggle=\"drawer\"",
      "<li class=\"md-nav__item md-nav__item--active\"><a class=\"md-nav__link md-nav__link--active\"",
      "md-sidebar--primary", "md-sidebar--secondary", "Last update: <span",
    ] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(!page.contains("<script"))
  }

  /// Addresses are tried where the storage serves them, and where the reader shows the page.
  @Test func linksHoldInStorageAndReader() throws {
    let folder = try Self.export()
    for page in ["", "guide/setup/"] {
      let text = try folder.text(of: "\(Self.entity)/\(page)index.html")
      let base = try #require(URL(string: "https://b.example/app/docs/acme/component/shop/\(page)"))
      for match in text.matches(of: /(?:href|src)="([^"#]+)(?:#[^"]*)?"/) {
        let address = try #require(URL(string: String(match.1), relativeTo: base)).absoluteURL
        let path = address.path(percentEncoded: false)
        if address.host() != "b.example" { continue }
        if path.hasPrefix("/app/catalog/") {
          #expect(path == "/app/catalog/acme/group/sellers/")
          continue
        }
        #expect(path.hasPrefix("/app/docs/acme/component/shop/"), "\(match.1)")
        let file = "out/" + path.dropFirst("/app/docs/".count)
        #expect(folder.exists(file.hasSuffix("/") ? file + "index.html" : file), "\(match.1)")
      }
    }
  }
}
