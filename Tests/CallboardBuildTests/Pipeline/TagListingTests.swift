import CallboardBuild
import CallboardDiagnostics
import CallboardTestSupport
import Testing

/// Pages that list the tags of their docs, and what front matter and configuration say of a page beside its text.
@Suite struct TagListingTests {
  @Test func listsTheTagsOfOtherPagesInTheOrderOfTheirNames() throws {
    let site = try SampleSite()
    try site.folder.write([
      "repos/shop/docs/tags.md": "# Tags\n\n[TAGS]\n\nTo [one](#tag:api) and [another](#tags).\n",
      "repos/shop/docs/a.md": "---\ntags: [Web <b>, api]\n---\n# A\n\n[API](tags.md#tag:api)\n",
      "repos/shop/docs/b.md": "---\ntags: [api]\n---\n# B & C\n",
    ])
    let report = try site.build()
    let html = try site.page("docs/default/component/shop/tags/index.html")
    #expect(
      html.contains(
        "<h2 id=\"tag:api\">api</h2>\n<ul>\n<li><a href=\"../a/\">A</a></li>\n"
          + "<li><a href=\"../b/\">B &amp; C</a></li>\n</ul>\n"
          + "<h2 id=\"tag:web-b\">Web &lt;b&gt;</h2>\n<ul>\n<li><a href=\"../a/\">A</a></li>\n"
      )
    )
    #expect(!html.contains("[TAGS]"))
    #expect(!report.diagnostics.contains { $0.id.rawValue == "link-anchor-missing" })
  }

  @Test func followsTheTagsOfOtherPagesInTheNextBuild() throws {
    let site = try SampleSite()
    try site.folder.write([
      "repos/shop/docs/tags.md": "<!-- material/tags -->\n",
      "repos/shop/docs/a.md": "---\ntags: [api]\n---\n# A\n",
    ])
    _ = try site.build()
    try site.folder.write("---\ntags: [events]\n---\n# A\n", to: "repos/shop/docs/a.md")
    _ = try site.build()
    let html = try site.page("docs/default/component/shop/tags/index.html")
    #expect(html.contains("<h2 id=\"tag:events\">events</h2>"))
    #expect(!html.contains("tag:api"))
  }

  @Test func leadsToTheFileOfAComponentInAFolderByItsEditAddress() throws {
    let site = try SampleSite()
    try site.folder.write([
      "repos/shop/services/pay/catalog-info.yaml": """
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata:
        name: payments
        annotations: {backstage.io/techdocs-ref: "dir:."}
      spec: {type: service, lifecycle: production, owner: sellers}
      """,
      "repos/shop/services/pay/mkdocs.yml": """
      repo_url: https://forge.example/acme/shop
      edit_uri: edit/main/services/pay/docs/
      """,
      "repos/shop/services/pay/docs/index.md": "# Payments\n",
      "repos/shop/services/pay/docs/guide/set up.md": "# Set up\n",
    ])
    _ = try site.build()
    let html = try site.page("docs/default/component/payments/guide/set up/index.html")
    let address = "https://forge.example/acme/shop/edit/main/services/pay/docs/guide/set%20up.md"
    #expect(html.contains("href=\"\(address)\""))
  }
}
