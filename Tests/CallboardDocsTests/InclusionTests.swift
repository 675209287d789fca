import CallboardDiagnostics
import CallboardDocs
import Testing

/// `!include` and `*include` of the monorepo plugin.
@Suite struct InclusionTests {
  private static let parts = [
    "docs/index.md": "",
    "services/pay/mkdocs.yml": "site_name: pay\nnav:\n  - index.md\n  - API: ref/api.md\n",
    "services/pay/docs/index.md": "", "services/pay/docs/ref/api.md": "",
    "services/ship/mkdocs.yml": "site_name: Ship It!\ndocs_dir: text\n",
    "services/ship/text/index.md": "", "services/ship/text/how.md": "",
    "services/ship/text/map.png": "",
  ]

  private static func docs(_ nav: String, _ files: [String: String] = [:]) throws -> CollectedDocs {
    try CollectedDocs(
      parts.merging(["mkdocs.yml": "site_name: All\nnav:\n  - index.md\n" + nav]) { $1 }
        .merging(files) { $1 }
    )
  }

  @Test func setsTheDocsOfAnotherFileBelowATitle() throws {
    let docs = try Self.docs("  - Payments: '!include ./services/pay/mkdocs.yml'\n")
    #expect(docs.outline == ["/", "Payments:", "  /pay", "  /pay/ref/api"])
    #expect(
      docs.tree?.pages.map(\.source.path) == [
        "docs/index.md", "services/pay/docs/index.md", "services/pay/docs/ref/api.md",
      ]
    )
    #expect(docs.tree?.pages.last?.path == "pay/ref/api.md")
    #expect(docs.diagnostics.isEmpty)
  }

  @Test func includesAllThatMatchInTheOrderOfTheirFolders() throws {
    let docs = try Self.docs("  - Services: '*include ./services/*/mkdocs.yml'\n")
    #expect(
      docs.outline == [
        "/", "Services:", "  pay:", "    /pay", "    /pay/ref/api", "  Ship It!:", "    /ship-it",
        "    /ship-it/how",
      ]
    )
    #expect(docs.tree?.assets == ["services/ship/text/map.png"])
  }

  @Test func takesTheTagForTheText() throws {
    let docs = try Self.docs("  - Payments: !include services/pay/mkdocs.yml\n")
    #expect(docs.outline.count == 4)
  }

  @Test func includesDocsThatIncludeDocs() throws {
    let docs = try Self.docs(
      "  - Payments: '!include services/pay/mkdocs.yml'\n",
      [
        "services/pay/mkdocs.yml":
          "site_name: pay\nnav:\n  - index.md\n  - Ship: '!include ../ship/mkdocs.yml'\n"
      ]
    )
    #expect(
      docs.outline == [
        "/", "Payments:", "  /pay", "  Ship:", "    /pay/ship-it", "    /pay/ship-it/how",
      ]
    )
  }

  @Test func reportsWhatCannotBeIncluded() throws {
    let cases = [
      ("  - A: '!include gone/mkdocs.yml'\n", ["docs-include-missing"]),
      ("  - A: '!include ../../../etc/mkdocs.yml'\n", ["docs-include-missing"]),
      ("  - A: '!include mkdocs.yml'\n", ["docs-include-missing"]),
      (
        "  - A: '!include services/pay/mkdocs.yml'\n  - B: '!include services/pay/mkdocs.yml'\n",
        ["docs-include-repeated"]
      ),
    ]
    for (nav, ids) in cases {
      let docs = try Self.docs(nav)
      #expect(docs.ids == ids, "\(nav)")
      #expect(
        docs.diagnostics.first?.span?.range.lowerBound.line == 4
          + (ids == ["docs-include-repeated"] ? 1 : 0)
      )
      #expect(docs.outline.first == "/", "\(nav)")
    }
  }

  @Test func endsCirclesOfIncludes() throws {
    let docs = try Self.docs(
      "  - A: '!include services/pay/mkdocs.yml'\n",
      ["services/pay/mkdocs.yml": "site_name: pay\nnav:\n  - B: '!include ../../mkdocs.yml'\n"]
    )
    #expect(docs.ids == ["docs-include-missing"])
  }

  @Test func includesEachDocsOnceHoweverOftenTheyAreNamed() throws {
    var files = ["mkdocs.yml": "site_name: All\nnav: ['*include parts/*/mkdocs.yml']\n"]
    files["docs/index.md"] = ""
    for number in 0..<12 {
      files["parts/p\(number)/mkdocs.yml"] =
        "site_name: p\(number)\nnav: [index.md, '*include ../*/mkdocs.yml']\n"
      files["parts/p\(number)/docs/index.md"] = ""
    }
    let docs = try CollectedDocs(files)
    #expect(docs.tree?.pages.count == 13)
    #expect(docs.ids.allSatisfy { $0.hasPrefix("docs-include-") })
  }

  @Test func keepsNamesOfSitesInsideTheDocs() throws {
    for (name, alias) in [("..", "docs"), ("a/../..", "a"), ("-", "docs"), ("ops/pay", "ops/pay")] {
      let docs = try Self.docs(
        "  - A: '!include services/pay/mkdocs.yml'\n",
        ["services/pay/mkdocs.yml": "site_name: '\(name)'\nnav: [index.md]\n"]
      )
      #expect(docs.tree?.pages.last?.path.hasPrefix(alias) == true, "\(name)")
      #expect(docs.tree?.pages.allSatisfy { !$0.path.contains("..") } == true, "\(name)")
    }
  }
}
