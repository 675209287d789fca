import CallboardBuild
import CallboardDiagnostics
import CallboardTestSupport
import Foundation
import Testing

/// How descriptors of several repositories come together.
@Suite struct IngestTests {
  /// Checks a site of some repositories, with what `site.yaml` says besides its sources.
  ///
  /// - Returns: The findings as `id repository:path:line`, and the number of entities.
  private func check(
    _ files: [String: String],
    site: String = "",
    remotes: [String: String] = [:]
  ) throws -> (findings: [String], entities: Int, report: BuildReport, problems: String?) {
    let folder = try TemporaryFolder()
    try folder.write(files)
    try folder.write("sources: [{path: repos/*}]\n" + site, to: "site.yaml")
    for (repository, url) in remotes { try folder.makeClone(repository, of: url) }
    let report = try BuildSession(
      request: BuildRequest(
        configuration: "\(folder.path)/site.yaml",
        output: "\(folder.path)/dist",
        cache: "\(folder.path)/cache",
        jobs: 2,
        executable: BuiltProduct.callboard
      ),
      progress: NoProgress()
    ).build()
    let findings = report.diagnostics.map { finding in
      "\(finding.id) "
        + (finding.span.map { "\($0.file):\($0.range.lowerBound.line)" } ?? "nowhere")
    }
    let problems = try? folder.text(of: "dist/problems/index.html")
    return (findings, report.entityCount, report, problems)
  }

  private func system(_ name: String, metadata: String = "") -> String {
    """
    apiVersion: backstage.io/v1alpha1
    kind: System
    metadata: {name: \(name)\(metadata)}
    spec: {owner: team}

    """
  }

  private let team = """
    apiVersion: backstage.io/v1alpha1
    kind: Group
    metadata: {name: team}
    spec: {type: team, children: []}

    """

  private func location(_ targets: String..., metadata: String = "name: all") -> String {
    """
    apiVersion: backstage.io/v1alpha1
    kind: Location
    metadata: {\(metadata)}
    spec:
      targets: [\(targets.map { "'\($0)'" }.joined(separator: ", "))]

    """
  }

  @Test func followsLocationsIntoOtherRepositories() throws {
    let checked = try check(
      [
        "repos/all/catalog-info.yaml": team + "---\n"
          + location(
            "https://github.com/acme/shop/blob/main/deploy/system.yaml",
            "https://github.com/acme/shop/tree/main/many/*.yaml",
            "https://raw.githubusercontent.com/acme/shop/main/raw.yaml",
            "https://github.com/acme/shop/blob/main/gone.yaml",
            "https://github.com/acme/shop/blob/other/deploy/system.yaml",
            "https://github.com/acme/other/blob/main/x.yaml"
          ),
        "repos/shop/deploy/system.yaml": system("one") + "---\n"
          + location("../next.yaml", metadata: "name: more"),
        "repos/shop/next.yaml": system("two"),
        "repos/shop/many/a.yaml": system("three"),
        "repos/shop/many/b.yaml": system("four"),
        "repos/shop/raw.yaml": system("five"),
        "repos/shop/README.md": "x",
      ],
      remotes: ["repos/shop": "https://github.com/acme/shop.git"]
    )
    #expect(
      checked.findings == [
        "location-target-missing all:catalog-info.yaml:10",
        "location-target-unread all:catalog-info.yaml:10",
        "location-target-unread all:catalog-info.yaml:10",
      ]
    )
    #expect(checked.entities == 8)
  }

  @Test func readsAFileOfACycleOnce() throws {
    let checked = try check([
      "repos/a/catalog-info.yaml": location("./b.yaml"),
      "repos/a/b.yaml": location("./catalog-info.yaml", "./b.yaml", metadata: "name: b"),
    ])
    #expect(checked.findings.isEmpty)
    #expect(checked.entities == 2)
  }

  @Test func stopsBehindManyLocations() throws {
    var files: [String: String] = [:]
    for number in 0...70 {
      let path = number == 0 ? "catalog-info.yaml" : "l\(number).yaml"
      files["repos/a/\(path)"] = location("./l\(number + 1).yaml", metadata: "name: l\(number)")
    }
    let checked = try check(files)
    #expect(checked.findings == ["location-depth a:l64.yaml:5"])
    #expect(checked.entities == 65)
  }

  @Test func decidesBetweenFilesByRepositoryAndPath() throws {
    let checked = try check([
      "repos/a/catalog-info.yaml": team + "---\n" + location("./z.yaml", "./b.yaml"),
      "repos/a/b.yaml": system("x", metadata: ", title: of b"),
      "repos/a/z.yaml": system("x", metadata: ", title: of z"),
      "repos/b/catalog-info.yaml": system("X"),
    ])
    #expect(
      checked.findings == ["entity-duplicate a:z.yaml:3", "entity-duplicate b:catalog-info.yaml:3"]
    )
    let notes = checked.report.diagnostics.flatMap(\.notes).compactMap { $0.span?.file.path }
    #expect(notes == ["b.yaml", "b.yaml"])
    let page = try #require(checked.problems)
    for place in ["a:z.yaml:3:18", "b:catalog-info.yaml:3:18", "a:b.yaml:3:18"] {
      #expect(page.contains("<code>\(place)</code>"), "\(place)")
    }
  }

  @Test func takesOwnersFromCodeOwners() throws {
    let component = """
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata: {name: shop}
      spec: {type: service, lifecycle: production}

      """
    let files = [
      "repos/shop/catalog-info.yaml": component, "repos/all/catalog-info.yaml": team,
      "repos/shop/.github/CODEOWNERS": "* @acme/team\n",
    ]
    #expect(try check(files).findings.isEmpty)
    #expect(
      try check(files, site: "catalog: {codeowners: false}\n").findings
        == ["entity-field-missing shop:catalog-info.yaml:4"]
    )
  }

  @Test func saysOnceThatASkeletonIsLeftOut() throws {
    let checked = try check([
      "repos/a/t/skeleton/catalog-info.yaml": "{{ }}",
      "repos/a/t/skeleton/sub/catalog-info.yaml": "{% if %}",
      "repos/a/u/skeleton/catalog-info.yaml": "",
    ])
    #expect(
      checked.findings == [
        "template-skeleton a:t/skeleton/catalog-info.yaml:1",
        "template-skeleton a:u/skeleton/catalog-info.yaml:1",
      ]
    )
    #expect(checked.report.diagnostics.first?.summary.contains("2 descriptors") == true)
  }

  @Test func appliesRulesByRepositoryPathAndNamespace() throws {
    let rules = """
      catalog:
        rules:
          - allow: [Group]
            repositories: [org*]
            paths: [teams/**]
          - allow: '*'
            namespaces: [shop]

      """
    let checked = try check(
      [
        "repos/org/teams/catalog-info.yaml": team,
        "repos/org/catalog-info.yaml": team.replacingOccurrences(of: "name: team", with: "name: b"),
        "repos/a/catalog-info.yaml": team.replacingOccurrences(of: "name: team", with: "name: c")
          + "---\n" + system("x") + "---\n"
          + system("y", metadata: ", namespace: shop").replacingOccurrences(
            of: "owner: team",
            with: "owner: default/team"
          ),
      ],
      site: rules
    )
    #expect(
      checked.findings == [
        "entity-kind-not-allowed a:catalog-info.yaml:2",
        "entity-kind-not-allowed a:catalog-info.yaml:7",
        "entity-kind-not-allowed org:catalog-info.yaml:2",
      ]
    )
    #expect(checked.entities == 2)
    let notes = checked.report.diagnostics.flatMap(\.notes)
    #expect(notes.compactMap { $0.span?.range.lowerBound.line } == [7, 7, 7])
  }
}
