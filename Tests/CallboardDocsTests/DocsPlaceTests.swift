import CallboardDiagnostics
import CallboardDocs
import Testing

/// Where docs are looked for, and which of their files become pages.
@Suite struct DocsPlaceTests {
  @Test func prefersTheNamesOfConfigurationsInBackstagesOrder() throws {
    var files = ["docs/index.md": ""]
    for (name, title) in [
      ("properdocs.yml", "Proper"), ("mkdocs.yml", "Short"), ("mkdocs.yaml", "Long"),
    ] {
      files[name] = "site_name: \(title)\n"
      #expect(try CollectedDocs(files).tree?.title == title)
    }
  }

  @Test func leavesOutDraftsAndTakesBackWhatIsExcludedByDefault() throws {
    let docs = try CollectedDocs([
      "mkdocs.yml":
        "draft_docs: |\n  *.draft.md\nexclude_docs: |\n  !/templates/\n  !.well-known/\n  *.tmp.md\n",
      "docs/index.md": "", "docs/a.draft.md": "", "docs/b.tmp.md": "", "docs/templates/t.md": "",
      "docs/.well-known/x.md": "", "docs/.other/x.md": "",
    ])
    #expect(docs.tree?.pages.map(\.location) == ["", ".well-known/x", "templates/t"])
  }

  @Test func beginsWithTheREADMEWhereDocsHaveNoIndex() throws {
    let docs = try CollectedDocs(["README.md": "", "docs/setup.md": ""])
    #expect(docs.tree?.pages.map(\.source.path) == ["README.md", "docs/setup.md"])
    #expect(docs.tree?.pages.map(\.location) == ["", "setup"])
  }

  @Test func beginsWithAListOfThePagesWhenNothingElseStandsThere() throws {
    let docs = try CollectedDocs(["docs/b.md": "", "docs/a.md": ""])
    #expect(docs.tree?.beginsWithContents == true)
    #expect(docs.tree?.redirects == [])
    #expect(
      try CollectedDocs(["docs/b.md": "", "docs/index.md": ""]).tree?.beginsWithContents == false
    )
    let moved = try CollectedDocs([
      "mkdocs.yml": "plugins: [{redirects: {redirect_maps: {index.md: b.md}}}]\n", "docs/b.md": "",
    ])
    #expect(moved.tree?.beginsWithContents == false)
    #expect(moved.tree?.redirects.map(\.location) == [""])
  }

  @Test func publishesOnlyWhatPagesReferToWhenTheDocsAreTheWholeFolder() throws {
    let docs = try CollectedDocs([
      "mkdocs.yml": "docs_dir: .\n", "index.md": "", "package.json": "{}",
    ])
    #expect(docs.tree?.pages.count == 1)
    #expect(docs.tree?.assets == [])
  }

  @Test func beginsWhereTheAuthorSaysThatTheSourcesAre() throws {
    let docs = try CollectedDocs(
      ["sub/docs/index.md": "", "docs/other.md": ""],
      annotations: "    backstage.io/source-location: url:https://forge.example/x/tree/main/sub/"
    ) { url, snapshot in
      url == "https://forge.example/x/tree/main/sub/"
        ? DocsCollector.Place(snapshot: snapshot, folder: "sub") : nil
    }
    #expect(docs.tree?.pages.map(\.source.path) == ["sub/docs/index.md"])
  }

  @Test func readsTheFolderThatAnAddressOfAForgeShows() throws {
    let docs = try CollectedDocs(
      ["handbook/mkdocs.yml": "site_name: Handbook\n", "handbook/docs/index.md": ""],
      reference: "url:https://forge.example/acme/all/tree/main/handbook"
    ) { _, snapshot in DocsCollector.Place(snapshot: snapshot, folder: "handbook") }
    #expect(docs.tree?.title == "Handbook")
    #expect(docs.tree?.pages.map(\.source.path) == ["handbook/docs/index.md"])
  }
}
