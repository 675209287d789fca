import CallboardBuild
import CallboardDiagnostics
import CallboardTestSupport
import Testing

@Suite struct IncludedFilesTests {
  private static let files = [
    "repos/shop/mkdocs.yml": """
    site_name: Shop docs
    markdown_extensions:
      - pymdownx.snippets:
          base_path: [shared, !relative $docs_dir, ../..]
    """,
    "repos/shop/docs/index.md": """
    # Welcome

    --8<-- "terms.md"
    --8<-- "docs/part.md"
    --8<-- "catalog-info.yaml:1:1"
    --8<-- "../../pay/catalog-info.yaml"

    Changed: {{ git_revision_date_localized }}.
    """,
    "repos/shop/docs/part.md": "A [dead link](nowhere.md).\n",
    "repos/shop/docs/guide/set up.md": "# Set up\n\n--8<-- \"docs/part.md\"\n",
    "repos/shop/shared/terms.md": "The *first* terms.\n",
  ]

  @Test func includesFilesOfTheRepositoryOnly() throws {
    let site = try SampleSite()
    try site.folder.write(Self.files)
    let report = try site.build()
    let page = try site.page("docs/default/component/shop/index.html")
    #expect(page.contains("The <em>first</em> terms."))
    #expect(page.contains("apiVersion: backstage.io/v1alpha1"))
    #expect(!page.contains("kind: API"))
    // A folder that is no clone has no history.
    #expect(page.contains("Changed: {{ git_revision_date_localized }}."))
    let findings = report.diagnostics.map { finding in
      let start = finding.span?.range.lowerBound
      return "\(finding.id.rawValue) \(finding.span?.file.path ?? "") \(start?.line ?? 0)"
    }
    #expect(findings.contains("markdown-include-outside docs/index.md 6"))
    // Two pages include the dead link; it stands in one file.
    #expect(findings.count { $0 == "link-target-missing docs/part.md 1" } == 1)
  }

  @Test func appendsFilesToEveryPage() throws {
    let site = try SampleSite()
    var files = Self.files
    files["repos/shop/mkdocs.yml"]? += "\n      auto_append: [terms.md, gone.md]\n"
    files["repos/shop/docs/guide/set up.md"] = "# Set up\n"
    try site.folder.write(files)
    _ = try site.build()
    let page = try site.page("docs/default/component/shop/guide/set up/index.html")
    #expect(page.contains("The <em>first</em> terms."))
  }

  @Test func rendersAPageAgainWhenWhatItIncludesChanges() throws {
    let site = try SampleSite()
    try site.folder.write(Self.files)
    _ = try site.build()
    try site.folder.write(["repos/shop/shared/terms.md": "The *second* terms.\n"])
    _ = try site.build()
    let page = try site.page("docs/default/component/shop/index.html")
    #expect(page.contains("The <em>second</em> terms."))
  }
}
