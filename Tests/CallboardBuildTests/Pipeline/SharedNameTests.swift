import CallboardBuild
import CallboardDiagnostics
import CallboardTestSupport
import Testing

/// Files and pages of one repository that would stand at one place of the site.
@Suite struct SharedNameTests {
  private static let picture = "\u{89}PNG"

  private static func site(_ files: [String: String]) throws -> SampleSite {
    let site = try SampleSite()
    try site.folder.write([
      "repos/names/catalog-info.yaml": """
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata: {name: names, annotations: {"backstage.io/techdocs-ref": "dir:."}}
      spec: {type: service, lifecycle: production, owner: nobody}
      """,
      "repos/names/docs/index.md": "# Names\n",
    ])
    for (path, text) in files { try site.folder.write(text, to: "repos/names/\(path)") }
    return site
  }

  @Test func keepsPagesBesideTheFilesThatTheirFoldersAreCalledLike() throws {
    let names = ["index.html", "index.md", "llms.txt", "sub/index.html", "aux", "end."]
    let site = try Self.site(
      Dictionary(uniqueKeysWithValues: names.map { ("docs/\($0).md", "# Page\n") })
    )
    _ = try site.build()
    for name in ["index~.html", "index~.md", "llms~.txt", "sub/index~.html", "aux~", "end.~"] {
      #expect(site.folder.exists("dist/docs/default/component/names/\(name)/index.html"), "\(name)")
    }
  }

  @Test func leavesOutAFileWhoseAddressAPageHas() throws {
    let site = try Self.site(["docs/a.png": Self.picture, "docs/a.png.md": "# Page\n"])
    let report = try site.build()
    let found = report.diagnostics.filter { $0.id.rawValue == "asset-withheld" }
    #expect(found.map(\.span?.file.path) == ["docs/a.png"])
    #expect(site.folder.exists("dist/docs/default/component/names/a.png/index.html"))
  }

  @Test func leavesOutAFileThatDiffersFromAnotherByCaseOnly() throws {
    let site = try Self.site(["docs/A.png": Self.picture, "docs/a.PNG": Self.picture])
    let report = try site.build()
    let found = report.diagnostics.filter { $0.id.rawValue == "asset-withheld" }
    #expect(found.map(\.span?.file.path) == ["docs/a.PNG"])
    #expect(site.folder.exists("dist/docs/default/component/names/A.png"))
    #expect(!site.folder.exists("dist/docs/default/component/names/a.PNG"))
  }

  @Test func namesNoFolderOfAFacetLikeItsPage() throws {
    let site = try Self.site([
      "more/catalog-info.yaml": """
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata: {name: file}
      spec: {type: index.html, lifecycle: con, owner: nobody}
      """
    ])
    let report = try site.build()
    #expect(report.pageCount > 0)
    #expect(site.folder.exists("dist/catalog/-/type/index.html"))
  }

  @Test func readsNoFileThatHoldsSecrets() throws {
    let site = try Self.site([
      ".env": "TOKEN=canary", "docs/.npmrc": "canary",
      "docs/page.md": "--8<-- \".env\"\n--8<-- \".npmrc\"\n",
      "mkdocs.yml": "site_name: Names\nmarkdown_extensions: [pymdownx.snippets]\n",
      "api/catalog-info.yaml": """
      apiVersion: backstage.io/v1alpha1
      kind: API
      metadata: {name: api}
      spec: {type: openapi, lifecycle: production, owner: nobody, definition: {$text: ../.env}}
      """,
      "docs/key.txt": "-----BEGIN " + "PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0B\ncanary",
    ])
    let report = try site.build()
    let secret = SourcePath(repository: "names", path: "docs/key.txt")
    #expect(report.source(secret) == nil, "a message would quote it")
    let page = SourcePath(repository: "names", path: "docs/page.md")
    #expect(report.source(page) != nil, "other files of the repository are quoted")
    for (path, bytes) in try site.folder.contents(of: "dist") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("canary"), "\(path)")
    }
  }
}
