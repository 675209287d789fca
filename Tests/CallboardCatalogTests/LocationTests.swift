import CallboardCatalog
import CallboardDiagnostics
import Testing

@Suite struct LocationTests {
  private let paths = [
    "all.yaml", "teams/a.yaml", "teams/b.yaml", "teams/sub/c.yaml", "x/catalog-info.yaml",
  ]

  /// What the crawl's globs match among `paths`.
  private static let matches = [
    "teams/*.yaml": ["teams/a.yaml", "teams/b.yaml"],
    "**/catalog-info.yaml": ["x/catalog-info.yaml"],
  ]

  /// The paths that one target names, or the findings about it.
  private func resolve(_ target: String, type: String = "url", from path: String = "all.yaml")
    -> [String]
  {
    var fixture = CatalogFixture()
    fixture.add(
      descriptor("Location", spec: ["type: \(type)", "target: '\(target)'"]),
      path: path
    )
    let resolver = LocationResolver(
      paths: paths,
      pathsMatching: { Self.matches[$0] ?? [] },
      filesOfURL: { url in
        url == "https://h/x" ? [SourcePath(repository: "other", path: "x.yaml")] : nil
      }
    )
    return fixture.entities.flatMap(\.locationTargets).flatMap { target in
      let found = resolver.files(for: target)
      return found.output.map(\.description) + found.diagnostics.map(finding)
    }
  }

  @Test func resolvesTargetsWithinTheRepository() {
    #expect(resolve("./teams/a.yaml") == ["shop:teams/a.yaml"])
    #expect(resolve("teams/a.yaml", type: "file") == ["shop:teams/a.yaml"])
    #expect(resolve("../all.yaml", from: "teams/l.yaml") == ["shop:all.yaml"])
    #expect(resolve("/all.yaml", from: "teams/l.yaml") == ["shop:all.yaml"])
    #expect(resolve("./teams/*.yaml") == ["shop:teams/a.yaml", "shop:teams/b.yaml"])
    #expect(resolve("**/catalog-info.yaml") == ["shop:x/catalog-info.yaml"])
  }

  @Test func refusesTargetsOutsideTheRepository() {
    for target in ["../x.yaml", "a/../../x", "..", "./", "teams/", "a\\b"] {
      #expect(resolve(target) == ["location-target-invalid 7:11"], "\(target)")
    }
    #expect(resolve("/etc/passwd", type: "file") == ["location-target-invalid 7:11"])
  }

  @Test func reportsTargetsThatAreNotThere() {
    #expect(resolve("./none.yaml") == ["location-target-missing 7:11"])
    #expect(resolve("./none/*.yaml") == ["location-target-missing 7:11"])
    #expect(resolve("https://elsewhere/x.yaml") == ["location-target-unread 7:11"])
    #expect(resolve("https://h/x") == ["other:x.yaml"])
    #expect(resolve("https://h/x", type: "github-discovery") == ["location-target-unread 7:11"])
  }

  @Test func listsTargetsInOrderAndKeepsQuietAboutOptionalOnes() {
    var fixture = CatalogFixture()
    fixture.add(
      descriptor("Location", spec: ["targets: [b, c]", "target: a", "presence: optional"])
    )
    let targets = fixture.entities[0].locationTargets
    #expect(targets.map(\.target) == ["a", "b", "c"])
    #expect(targets.allSatisfy { $0.isOptional })
    let resolver = LocationResolver(paths: paths, pathsMatching: { _ in [] })
    #expect(targets.allSatisfy { resolver.files(for: $0).diagnostics.isEmpty })
  }

  @Test func tellsSkeletonsFromDescriptors() {
    let skeletons = [
      "templates/x/skeleton/catalog-info.yaml", "template/content/component-info.yaml",
      "templates/content/springboot/catalog-info.yaml", "examples/template/content/a.yaml",
      "x/${{values.name}}/catalog-info.yaml", "{{cookiecutter.name}}/catalog-info.yaml",
      "a/{% if x %}y{% endif %}.yaml",
    ]
    for path in skeletons { #expect(SkeletonRule.skeleton(of: path) != nil, "\(path)") }
    for path in [
      "catalog-info.yaml", "templates/x/template.yaml", "content/catalog-info.yaml",
      "skeleton.yaml", "templates/all.yaml",
    ] {
      #expect(SkeletonRule.skeleton(of: path) == nil, "\(path)")
    }
    #expect(findings(component("'${{ values.name | dump }}'")) == ["template-skeleton 4:9"])
    #expect(findings(component("{{cookiecutter.name}}")) == ["template-skeleton 4:9"])
  }

  @Test func readsLocationReferences() {
    #expect(LocationRef("url:https://h/p")?.target == "https://h/p")
    #expect(LocationRef("dir:./docs")?.type == "dir")
    for text in [
      "https://h", "noseparator", ":x", "url:", "url:javascript:x", "url:JAVA\tscript:x",
    ] {
      #expect(LocationRef(text) == nil, "\(text)")
    }
  }
}
