import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardYAML
import Testing

@Suite struct CodeOwnersTests {
  private func file(_ text: String) -> CodeOwnersFile {
    let path = SourcePath(repository: "shop", path: "CODEOWNERS")
    return CodeOwnersFile(Array(text.utf8), file: path) { pattern in
      guard let glob = try? Glob(pattern) else { return nil }
      return { glob.matches($0) }
    }
  }

  /// `owner line:column`.
  private func owner(_ text: String, _ path: String = "a/catalog-info.yaml") -> String? {
    file(text).owner(of: path).map {
      "\($0.owner) \($0.span.range.lowerBound.line):\($0.span.range.lowerBound.column)"
    }
  }

  @Test func takesTheFirstOwnerOfTheLastLineThatMatches() {
    #expect(owner("* @org/team @ada\n") == "team 1:3")
    #expect(owner("* @org/one\n/a/ @org/two\nb/ @org/three\n") == "two 2:5")
    #expect(owner("# none\n\n*.md @ada\n") == nil)
    #expect(owner("* @org/team\n/a/\n") == nil, "a line without owners takes them away")
    #expect(owner("* @org/team # @ada\n") == "team 1:3")
  }

  @Test func namesOwnersAsBackstageDoes() {
    let table = [
      "@org/team": "team", "@ada": "User:ada", "ada@acme.example": "ada",
      "@group/sub/team": "team", "@ws/group:random(2)": "group",
    ]
    for (text, wanted) in table { #expect(owner("* \(text)\n") == "\(wanted) 1:3") }
    #expect(owner("* @@maintainer @ada\n") == "User:ada 1:16")
  }

  @Test func matchesPathsAsForgesDo() {
    let table: [(pattern: String, good: [String], bad: [String])] = [
      ("*", ["x", "a/b"], []),
      ("*.yaml", ["x.yaml", "a/b.yaml"], ["x.yml"]),
      ("/*.yaml", ["x.yaml"], ["a/x.yaml"]),
      ("/a/", ["a/x", "a/b/x"], ["b/a/x", "a"]),
      ("a/", ["a/x", "b/a/x"], ["ab/x"]),
      ("/a", ["a", "a/x"], ["b/a"]),
      ("a/b", ["a/b", "a/b/c"], ["x/a/b"]),
      ("docs/*", ["docs/x"], ["docs/a/x"]),
      ("/a/**/x", ["a/x", "a/b/c/x"], ["x"]),
      ("**/logs", ["logs/x", "a/logs"], ["log"]),
      ("/a?c", ["abc"], ["a/c"]),
      ("{x}", ["{x}", "a/{x}/b"], ["x"]),
      ("a\\ b", ["a b"], ["a"]),
    ]
    for (pattern, good, bad) in table {
      for path in good { #expect(owner("\(pattern) @ada", path) != nil, "\(pattern) on \(path)") }
      for path in bad { #expect(owner("\(pattern) @ada", path) == nil, "\(pattern) on \(path)") }
    }
  }

  @Test func readsSectionsOfGitLab() {
    let text = """
      * @org/all
      [Backend][2] @org/backend @ada
      /a/
      /b/ @org/other
      ^[Docs] docs@acme.example
      *.md
      !README.md
      """
    #expect(owner(text, "a/x.yaml") == "backend 2:14")
    #expect(owner(text, "b/x.yaml") == "other 4:5")
    #expect(owner(text, "x.md") == "docs 5:9")
    #expect(owner(text, "README.md") == nil)
    #expect(owner(text, "c/x") == "all 1:3")
  }

  @Test func readsGroupsOfBitbucket() {
    #expect(owner("@@@frontend @ada @bo\n*.yaml @@frontend\n") == "User:ada 2:8")
    #expect(owner("*.yaml @@unknown\n") == nil)
  }

  @Test func fillsInTheOwnerOfAnEntity() throws {
    let owners = file("* @org/all\n/a/ @org/shop\n")
    var fixture = CatalogFixture()
    for (kind, spec) in [
      ("Component", ["type: t", "lifecycle: l"]),
      ("System", ["owner: mine"]),
      ("Group", ["type: t", "children: []"]),
    ] {
      fixture.add(descriptor(kind, kind.lowercased(), spec: spec), codeOwners: owners)
    }
    #expect(fixture.findings.isEmpty)
    let component = try #require(fixture.entities.first)
    let declared = try #require(component.relations.first)
    #expect(component.specText("owner") == "all")
    #expect(component.document["spec"]?["owner"]?.string == "all")
    #expect(declared.field == CodeOwner.field)
    #expect(declared.target.description == "group:default/all")
    #expect(declared.span.file.path == "CODEOWNERS")
    #expect(declared.span.range.lowerBound == .init(line: 1, column: 3))
    #expect(fixture.entities[1].specText("owner") == "mine")
    #expect(fixture.entities[2].specText("owner") == nil)
  }

  @Test func reportsALineWithAnUnknownOwnerOnce() {
    let owners = file("* @org/all\n")
    var fixture = CatalogFixture()
    for name in ["a", "b"] {
      fixture.add(
        descriptor("Component", name, spec: ["type: t", "lifecycle: l"]),
        path: "\(name).yaml",
        codeOwners: owners
      )
    }
    _ = fixture.stitch()
    #expect(fixture.findings == ["relation-target-missing 1:3"])
  }
}

extension CatalogFixture {
  /// Adds a file of a repository that has a CODEOWNERS file.
  fileprivate mutating func add(
    _ text: String,
    path: String = "catalog-info.yaml",
    codeOwners: CodeOwnersFile
  ) {
    let file = SourcePath(repository: "shop", path: path)
    for descriptor in DescriptorReader.ingest(Array(text.utf8), file: file).output {
      let entity = EntityProcessor()
        .process(descriptor, codeOwner: { codeOwners.owner(of: path) })
        .unwrap(into: &diagnostics)
      if let entity { entities.append(entity) }
    }
  }
}
