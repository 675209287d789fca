import CallboardDiagnostics
import CallboardDocs
import Testing

@Suite struct RedirectTests {
  private static func docs(_ maps: String) throws -> CollectedDocs {
    try CollectedDocs([
      "mkdocs.yml": "plugins:\n  - redirects:\n      redirect_maps:\n" + maps,
      "docs/index.md": "", "docs/new.md": "", "docs/dir/index.md": "",
    ])
  }

  @Test func leadsFromOldPathsToPages() throws {
    let docs = try Self.docs(
      """
              old.md: new.md
              gone/index.md: dir/index.md#part
              older.md: old.md
              out.md: https://example.com/x
      """
    )
    #expect(docs.diagnostics.isEmpty)
    let titles = docs.tree?.redirects.map { redirect in
      switch redirect.target {
      case .page(let page, let fragment):
        "\(redirect.location) > \(docs.tree?.pages[page].location ?? "")#\(fragment ?? "")"
      case .url(let url): "\(redirect.location) > \(url)"
      }
    }
    #expect(
      titles == ["gone > dir#part", "old > new#", "older > new#", "out > https://example.com/x"]
    )
  }

  @Test func reportsWhatLeadsNowhere() throws {
    let cases = [
      ("        old.md: nwe.md\n", "redirect-target-missing", 17),
      ("        new.md: index.md\n", "redirect-shadowed", 9),
      ("        a.md: b.md\n        b.md: a.md\n", "redirect-target-missing", 15),
      ("        a.md: 'javascript:alert(1)'\n", "redirect-target-missing", 15),
      ("        a.md: [x]\n", "redirect-target-missing", 15),
    ]
    for (maps, id, column) in cases {
      let docs = try Self.docs(maps)
      #expect(docs.ids.first == id, "\(maps)")
      #expect(
        docs.diagnostics.first?.span?.range.lowerBound == .init(line: 4, column: column),
        "\(maps)"
      )
      #expect(docs.tree?.redirects.isEmpty == true, "\(maps)")
    }
    #expect(
      try Self.docs("        old.md: nwe.md\n").diagnostics.first?.help == [
        "Change it to 'new.md'."
      ]
    )
  }
}
