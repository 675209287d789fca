import CallboardBuild
import CallboardDiagnostics
import CallboardTestSupport
import Testing

/// What one repository may add to the portal, and that the others lose nothing by it.
@Suite struct RepositoryLimitTests {
  private static func site(_ limits: String, _ files: [String: String]) throws -> SampleSite {
    let site = try SampleSite()
    let settings = "site: {title: Acme}\nsources: [{path: repos/*}]\n"
    try site.folder.write("\(settings)limits: {repository: {\(limits)}}\n", to: "site.yaml")
    for (path, text) in files { try site.folder.write(text, to: "repos/many/\(path)") }
    return site
  }

  private static func component(_ name: String, _ definition: String = "x") -> String {
    """
    apiVersion: backstage.io/v1alpha1
    kind: API
    metadata: {name: \(name), annotations: {"backstage.io/techdocs-ref": "dir:."}}
    spec: {type: openapi, lifecycle: production, owner: sellers, definition: \(definition)}
    """
  }

  private static func components(_ count: Int, _ definition: String = "x") -> String {
    (1...count).map { component("e\($0)", definition) }.joined(separator: "\n---\n")
  }

  private func found(_ report: BuildReport, _ id: String) -> [Diagnostic] {
    report.diagnostics.filter { $0.id.rawValue == id }
  }

  @Test func leavesOutEntitiesBeyondTheirNumber() throws {
    let site = try Self.site("entities: 3", ["catalog-info.yaml": Self.components(9)])
    let report = try site.build()
    #expect(found(report, "limit-repository-catalog").count == 1)
    #expect(site.folder.exists("dist/catalog/default/api/e3/index.html"))
    #expect(!site.folder.exists("dist/catalog/default/api/e4/index.html"))
    #expect(site.folder.exists("dist/catalog/default/component/shop/index.html"))
  }

  @Test func leavesOutEntitiesBeyondWhatPlaceholdersMayTake() throws {
    let site = try Self.site(
      "catalogMegabytes: 1",
      [
        "catalog-info.yaml": Self.components(9, "{$text: ./large.txt}"),
        "large.txt": String(repeating: "text ", count: 60_000),
      ]
    )
    let report = try site.build()
    #expect(found(report, "limit-repository-catalog").count == 1)
    #expect(site.folder.exists("dist/catalog/default/api/e3/index.html"))
    #expect(!site.folder.exists("dist/catalog/default/api/e4/index.html"))
  }

  @Test func leavesOutDocsBeyondTheNumberOfPages() throws {
    let site = try Self.site(
      "pages: 5",
      [
        "catalog-info.yaml": Self.components(9),
        "docs/index.md": "# One\n", "docs/two.md": "# Two\n",
      ]
    )
    let report = try site.build()
    #expect(found(report, "limit-repository-pages").count == 1)
    #expect(site.folder.exists("dist/docs/default/api/e2/two/index.html"))
    #expect(!site.folder.exists("dist/docs/default/api/e3/index.html"))
    #expect(site.folder.exists("dist/catalog/default/api/e9/index.html"))
    #expect(site.folder.exists("dist/docs/default/component/shop/index.html"))
  }

  @Test func leavesOutTheTextOfPagesBeyondWhatTheyMayInclude() throws {
    var files = [
      "catalog-info.yaml": Self.component("e"),
      "docs/index.md": "# Start\n",
      "part.txt": String(repeating: "included text\n", count: 30_000),
    ]
    for number in 1...9 { files["docs/p\(number).md"] = "# Page\n\n--8<-- \"part.txt\"\n" }
    let site = try Self.site("markdownMegabytes: 1", files)
    let report = try site.build()
    #expect(found(report, "limit-repository-markdown").count == 1)
    #expect(try site.page("docs/default/api/e/p2/index.html").contains("included text"))
    let refused = try site.page("docs/default/api/e/p9/index.html")
    #expect(!refused.contains("included text"))
    #expect(refused.contains("1 MiB of Markdown"))
    #expect(!site.folder.exists("dist/docs/default/api/e/p9/index.md"))
  }

  @Test func leavesOutFilesBeyondTheirSize() throws {
    var files = ["catalog-info.yaml": Self.component("e"), "docs/index.md": "# Start\n"]
    for number in 1...9 {
      files["docs/f\(number).txt"] = String(repeating: "\(number)", count: 300_000)
    }
    let site = try Self.site("assetMegabytes: 1", files)
    let report = try site.build()
    #expect(found(report, "limit-repository-assets").count == 1)
    #expect(site.folder.exists("dist/docs/default/api/e/f3.txt"))
    #expect(!site.folder.exists("dist/docs/default/api/e/f4.txt"))
  }

  @Test func handsOutNoTextThatIsTooLongForAPage() throws {
    let site = try Self.site(
      "files: 1000",
      [
        "catalog-info.yaml": Self.component("e"), "docs/index.md": "# Start\n",
        "docs/long.md": String(repeating: "word\n", count: 500_000),
      ]
    )
    _ = try site.build()
    #expect(site.folder.exists("dist/docs/default/api/e/long/index.html"))
    #expect(!site.folder.exists("dist/docs/default/api/e/long/index.md"))
  }

  @Test func reportsNoMoreRelationsOfAFileThanAnybodyMends() throws {
    let references = (1...900).map { "api:missing-\($0)" }.joined(separator: ", ")
    let site = try Self.site(
      "files: 1000",
      [
        "catalog-info.yaml": """
        apiVersion: backstage.io/v1alpha1
        kind: Component
        metadata: {name: e}
        spec: {type: service, lifecycle: production, owner: sellers, dependsOn: [\(references)]}
        """
      ]
    )
    let report = try site.build()
    #expect(found(report, "relation-target-missing").count == 200)
    #expect(found(report, "limit-findings").count == 1)
  }

  @Test func reportsNoMoreOfAPageThanAnybodyMends() throws {
    let site = try Self.site(
      "files: 1000",
      [
        "catalog-info.yaml": Self.component("e"),
        "docs/index.md": String(repeating: "!!! note\n", count: 40_000),
        "docs/links.md": String(repeating: "[a](missing.md)\n", count: 10_000),
      ]
    )
    let report = try site.build()
    #expect(found(report, "markdown-container-empty").count == 200)
    #expect(found(report, "link-target-missing").count <= 200)
    #expect(found(report, "limit-findings").count == 2)
  }

  @Test func reportsNoMoreOfARepositoryThanAnybodyReads() throws {
    var files = ["catalog-info.yaml": Self.component("e"), "docs/index.md": "# Start\n"]
    for page in 1...60 { files["docs/p\(page).md"] = String(repeating: "!!! note\n", count: 200) }
    let report = try Self.site("files: 1000", files).build()
    let ofRepository = report.diagnostics.filter { $0.span?.file.repository.isEmpty == false }
    #expect((10_000...10_100).contains(ofRepository.count))
    let told = found(report, "limit-findings")
    #expect(told.contains { $0.summary.contains("further findings of the repository") })
  }
}
