import CallboardDiagnostics
import CallboardDocs
import Testing

@Suite struct InheritanceTests {
  private static func docs(_ files: [String: String]) throws -> CollectedDocs {
    try CollectedDocs(
      files.merging(["shop/docs/index.md": "", "shop/docs/a.md": ""]) { $1 },
      reference: "dir:./shop"
    )
  }

  @Test func laysKeysOverThoseOfTheFileAbove() throws {
    let docs = try Self.docs([
      "base.yml":
        "site_name: Base\nsite_description: All\nvalidation:\n  nav: {not_found: ignore}\n",
      "shop/mid.yml": "INHERIT: ../base.yml\nsite_description: Shops\nnav: [a.md]\n",
      "shop/mkdocs.yml":
        "INHERIT: mid.yml\nsite_name: Shop\nnav: [index.md, gone.md]\nvalidation:\n  links: {anchors: warn}\n",
    ])
    #expect(docs.tree?.title == "Shop")
    #expect(docs.tree?.summary == "Shops")
    #expect(docs.outline == ["/"], "lists are replaced")
    #expect(docs.diagnostics.isEmpty, "mappings are merged")
  }

  @Test func reportsParentsThatCannotBeReadAndKeepsTheRest() throws {
    let cases = [
      ("INHERIT: ../gone.yml\n", "mkdocs-inherit-missing"),
      ("INHERIT: [a]\n", "mkdocs-inherit-missing"),
      ("INHERIT: mkdocs.yml\n", "mkdocs-inherit-cycle"),
      ("INHERIT: ../../etc/passwd\n", "docs-outside-repository"),
      ("INHERIT: /etc/passwd\n", "docs-outside-repository"),
      ("INHERIT: ../list.yml\n", "mkdocs-not-a-mapping"),
    ]
    for (line, id) in cases {
      let docs = try Self.docs([
        "list.yml": "- a\n", "shop/mkdocs.yml": "site_name: Shop\n" + line,
      ])
      #expect(docs.ids == [id], "\(line)")
      #expect(docs.tree?.title == "Shop", "\(line)")
    }
    let placed = try Self.docs(["shop/mkdocs.yml": "site_name: Shop\nINHERIT: ../gone.yml\n"])
    #expect(placed.diagnostics.first?.span?.range.lowerBound == .init(line: 2, column: 10))
  }

  @Test func endsLongChains() throws {
    var files = ["shop/mkdocs.yml": "INHERIT: ../p1.yml\n"]
    for number in 1...20 { files["p\(number).yml"] = "INHERIT: p\(number + 1).yml\n" }
    #expect(try Self.docs(files).ids == ["mkdocs-inherit-cycle"])
  }

  @Test func placesAFindingInTheFileThatHasTheFault() throws {
    let docs = try Self.docs([
      "base.yml": "site_name: x\nnav:\n  - gone.md\n", "shop/mkdocs.yml": "INHERIT: ../base.yml\n",
    ])
    #expect(docs.diagnostics.map(\.span?.file.path) == ["base.yml"])
  }

  @Test func readsNothingFromTheEnvironment() throws {
    let docs = try Self.docs([
      "shop/mkdocs.yml":
        "site_name: !ENV [HOME, 'Shop']\nsite_description: !ENV HOME\nstrict: !ENV [CI, true]\nnav: [gone.md]\n"
    ])
    #expect(docs.tree?.title == "Shop")
    #expect(docs.tree?.summary == nil)
    #expect(docs.ids == ["mkdocs-environment-not-read", "navigation-target-missing"])
    #expect(docs.diagnostics.last?.severity == .error, "the default of 'strict' holds")
  }

  @Test func keepsTagsOfEveryKindAsData() throws {
    let docs = try Self.docs([
      "shop/mkdocs.yml": """
      site_name: Shop
      extra: !relative $docs_dir
      markdown_extensions:
        - pymdownx.superfences:
            custom_fences:
              - {name: mermaid, format: !!python/name:pymdownx.superfences.fence_code_format ''}
        - toc: {slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}
        - pymdownx.snippets:
            base_path: !relative
      x: !!python/object/new:os.system [echo]
      """
    ])
    #expect(docs.tree?.title == "Shop")
    #expect(docs.diagnostics.isEmpty)
  }
}
