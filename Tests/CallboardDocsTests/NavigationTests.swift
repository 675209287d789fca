import CallboardDiagnostics
import CallboardDocs
import Testing

@Suite struct NavigationTests {
  private static let pages = [
    "docs/index.md": "", "docs/b.md": "", "docs/a.md": "", "docs/guides/index.md": "",
    "docs/guides/one.md": "", "docs/guides/two.md": "", "docs/guides/deep/three.md": "",
  ]

  private static func outline(_ nav: String, plugins: String = "") throws -> CollectedDocs {
    try CollectedDocs(pages.merging(["mkdocs.yml": plugins + "nav:\n" + nav]) { $1 })
  }

  @Test func showsTheTextOfTitlesThatHoldHTML() throws {
    let docs = try Self.outline(
      "  - '<code>list.&#8203;insert</code> &amp; <more>':\n      - a.md\n"
    )
    #expect(docs.outline.first == "list.\u{200B}insert & <more>:")
  }

  @Test func takesPathsOfFoldersAndPatterns() throws {
    let cases: [(nav: String, outline: [String])] = [
      ("  - index.md\n  - '*.md'\n", ["/", "/a", "/b"]),
      (
        "  - a.md\n  - More: guides/\n",
        [
          "/a", "More:", "  /guides", "  /guides/one", "  /guides/two",
          "  Deep:", "    /guides/deep/three",
        ]
      ),
      (
        "  - guides/two.md\n  - guides/*\n",
        [
          "/guides/two", "/guides", "/guides/one", "Deep:",
          "  /guides/deep/three",
        ]
      ),
      (
        "  - b.md\n  - ...\n  - a.md\n",
        [
          "/b", "/", "Guides:", "  /guides", "  /guides/one",
          "  /guides/two", "  Deep:", "    /guides/deep/three", "/a",
        ]
      ),
      (
        "  - All: '**/t*.md'\n",
        [
          "All:", "  Guides:", "    /guides/two", "    Deep:",
          "      /guides/deep/three",
        ]
      ),
      ("  - ./b.md\n  - /a.md\n  - b.md\n", ["/b", "/a", "/b"]),
      (
        "  - Site: https://example.com/\n  - Mail: 'mailto:a@b.c'\n  - Root: /elsewhere/\n",
        ["Site -> https://example.com/", "Mail -> mailto:a@b.c", "Root -> /elsewhere/"]
      ),
    ]
    for (nav, outline) in cases {
      let docs = try Self.outline(nav)
      #expect(docs.outline == outline, "\(nav)")
      #expect(docs.diagnostics.isEmpty, "\(nav)")
    }
  }

  @Test func refusesLinksThatRunCode() throws {
    let docs = try Self.outline("  - index.md\n  - Run: 'javascript:alert(1)'\n")
    #expect(docs.outline == ["/"])
    #expect(docs.ids == ["navigation-target-missing"])
  }

  @Test func takesTheFirstTitleOfAPageThatIsListedTwice() throws {
    let docs = try Self.outline("  - First: a.md\n  - Second: a.md\n")
    #expect(docs.tree?.pages.filter { $0.location == "a" }.map(\.navigationTitle) == ["First"])
  }

  @Test func followsPagesFilesOfTheirPlugin() throws {
    let files = Self.pages.merging([
      "mkdocs.yml": "plugins: [awesome-pages]\n",
      "docs/.pages": "nav:\n  - b.md\n  - How to: guides\n  - Out: https://example.com/\n  - ...\n",
      "docs/guides/.pages": "order: desc\n",
      "docs/guides/deep/.pages": "title: Depths\n",
    ]) { $1 }
    let docs = try CollectedDocs(files)
    #expect(
      docs.outline == [
        "/b", "How to:", "  Depths:", "    /guides/deep/three", "  /guides/two", "  /guides/one",
        "  /guides", "Out -> https://example.com/", "/", "/a",
      ]
    )
    let without = try CollectedDocs(files.merging(["mkdocs.yml": "site_name: x\n"]) { $1 })
    #expect(without.outline.first == "/")
  }

  @Test func endsWhenAPagesFileNamesTheFolderAboveIt() throws {
    let docs = try CollectedDocs([
      "mkdocs.yml": "plugins: [awesome-pages]\n", "docs/index.md": "", "docs/a/x.md": "",
      "docs/a/.pages": "nav: [.., ., ../a, x.md]\n",
    ])
    #expect(docs.outline == ["/", "A:", "  /a/x"])
  }

  @Test func followsListsOfLinksOfTheirPlugin() throws {
    let files = Self.pages.merging([
      "mkdocs.yml": "plugins: [literate-nav]\n",
      "docs/SUMMARY.md": """
      # Contents

      * [Start](index.md)
      * More
          * [A](a.md#x "title")
          * *.md
      1. [Guides](guides/)
      - [Out](https://example.com/)
      - [Gone](gone.md)
      """,
      "docs/guides/SUMMARY.md": "- [Two](two.md)\n  - [Three](deep/three.md)\n- one.md\n",
    ]) { $1 }
    let docs = try CollectedDocs(files)
    #expect(
      docs.outline == [
        "/", "More:", "  /a", "  /b", "Guides:", "  Two:", "    /guides/two",
        "    /guides/deep/three", "  /guides/one", "Out -> https://example.com/",
      ]
    )
    #expect(docs.ids == ["navigation-target-missing"])
    #expect(docs.diagnostics.first?.span?.range.lowerBound == .init(line: 9, column: 3))
    #expect(docs.tree?.pages.contains { $0.path.hasSuffix("SUMMARY.md") } == false)
  }

  @Test func endsListsThatNameThemselves() throws {
    let docs = try CollectedDocs([
      "mkdocs.yml": "plugins: [literate-nav]\n", "docs/a/x.md": "",
      "docs/SUMMARY.md": "- [A](a/)\n", "docs/a/SUMMARY.md": "- [B](../)\n- [C](./)\n- x.md\n",
    ])
    #expect(docs.tree?.pages.map(\.location) == ["a/x"])
  }

  @Test func listsAFolderOnceHoweverManyFilesNameIt() throws {
    var files = ["mkdocs.yml": "plugins: [awesome-pages]\n", "docs/index.md": ""]
    let names = (0..<40).map { "d\($0)" }
    for depth in names.indices {
      let folder = "docs/" + names[...depth].map { $0 + "/" }.joined()
      files[folder + "x.md"] = ""
      let below = (depth + 1..<max(depth + 2, names.count)).map { end in
        names[min(depth + 1, names.count - 1)...min(end, names.count - 1)].joined(separator: "/")
      }
      files[folder + ".pages"] = "nav: [x.md, \((below + below).joined(separator: ", "))]\n"
    }
    let docs = try CollectedDocs(files)
    #expect(docs.tree?.pages.count == 41)
    #expect(docs.outline.count == 81)
  }

  @Test func holdsManyPatternsAgainstManyPages() throws {
    var files = Dictionary(
      uniqueKeysWithValues: (0..<2_000).map { ("docs/p\($0).md", "") }
    )
    files["mkdocs.yml"] = "nav:\n" + (0..<2_000).map { "  - '*x\($0).md'\n" }.joined()
    let docs = try CollectedDocs(files)
    #expect(docs.ids.count == 1_500)
  }

  @Test func marksPagesThatAreLeftOutOnPurpose() throws {
    let docs = try Self.outline(
      "  - index.md\nnot_in_nav: |\n  guides/\n  !guides/two.md\n  a.md\n"
    )
    let meant = docs.tree?.pages.filter(\.isOmissionMeant).map(\.location)
    #expect(meant == ["a", "guides/deep/three", "guides", "guides/one", "guides/two"])
    #expect(docs.tree?.pages.first { $0.location == "b" }?.isOmissionMeant == false)
  }

  @Test func judgesMissingEntriesAsTheAuthorWants() throws {
    let cases = [
      ("", "warning"), ("strict: true\n", "error"), ("validation: {not_found: info}\n", "note"),
      ("validation:\n  nav: {not_found: ignore}\n", "none"),
      ("strict: true\nvalidation: {nav: {not_found: warn}}\n", "error"),
      ("strict: true\nvalidation: {nav: {not_found: info}}\n", "note"),
    ]
    for (keys, severity) in cases {
      let docs = try CollectedDocs([
        "mkdocs.yml": keys + "nav: [index.md, gone.md]\n", "docs/index.md": "",
      ])
      #expect((docs.diagnostics.first?.severity.rawValue ?? "none") == severity, "\(keys)")
    }
  }

  @Test func ordersTenThousandPagesWithMissingOnes() throws {
    let paths = (0..<10_000).map { "docs/s\($0 % 100)/page\($0).md" }
    var files = Dictionary(uniqueKeysWithValues: paths.map { ($0, "") })
    files["mkdocs.yml"] =
      "nav:\n" + (0..<10_000).map { "  - gone/page\($0)x.md\n" }.joined()
    let docs = try CollectedDocs(files)
    #expect(docs.tree?.pages.count == 10_000)
    #expect(docs.diagnostics.count == 10_000)
  }
}
