import CallboardTestSupport
import Foundation
import Testing

/// `check --repo`: one repository beside the published portal of all.
@Suite struct RepositoryCheckTests {
  private let folder: TemporaryFolder

  /// Two repositories and the portal that was built of them, in `dist`.
  init() throws {
    folder = try TemporaryFolder()
    try folder.write([
      "site.yaml": "sources:\n  - path: repos/*\n",
      "repos/pay/catalog-info.yaml": Self.api("pay-v1") + "---\n" + Self.api("pay-v2"),
      "repos/shop/catalog-info.yaml": Self.shop(consumes: "pay-v1"),
      "repos/shop/docs/index.md": "# Shop\n\nSee [the API](entity:api:default/pay-v1).\n",
    ])
    let built = try BuiltProduct.run(["build", "--quiet"], in: folder)
    try #require(built.exitCode == 0, "\(built.errors)")
    #expect(built.errors.isEmpty, "\(built.errors)")
  }

  private static func api(_ name: String) -> String {
    """
    apiVersion: backstage.io/v1alpha1
    kind: API
    metadata: {name: \(name)}
    spec: {type: openapi, lifecycle: production, owner: buyers, definition: "openapi: 3.0.0"}

    """
  }

  private static func shop(consumes api: String) -> String {
    """
    apiVersion: backstage.io/v1alpha1
    kind: Group
    metadata: {name: buyers}
    spec: {type: team, children: []}
    ---
    apiVersion: backstage.io/v1alpha1
    kind: Component
    metadata: {name: shop, annotations: {"backstage.io/techdocs-ref": "dir:."}}
    spec:
      type: website
      lifecycle: production
      owner: buyers
      consumesApis: [\(api)]

    """
  }

  private func check(
    _ repository: String,
    portal: String = "dist",
    _ arguments: [String] = []
  ) throws -> Command.Outcome {
    try BuiltProduct.run(
      ["check", "--format", "json", "--repo", repository, "--portal", portal] + arguments,
      in: folder
    )
  }

  /// What was found, by id and summary.
  private func findings(_ outcome: Command.Outcome) throws -> [String: [String: Any]] {
    var findings: [String: [String: Any]] = [:]
    for line in outcome.output.split(separator: "\n") {
      let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
      let finding = try #require(value as? [String: Any])
      findings[try #require(finding["id"] as? String)] = finding
    }
    return findings
  }

  @Test func findsNothingWhenNothingHasChanged() throws {
    for repository in ["repos/shop", "repos/pay"] {
      let outcome = try check(repository, ["--strict"])
      #expect(outcome.exitCode == 0)
      #expect(outcome.output.isEmpty, "\(outcome.output)")
    }
  }

  @Test func findsAReferenceThatNoEntityOfThePortalHas() throws {
    try folder.write(Self.shop(consumes: "pay-v11"), to: "repos/shop/catalog-info.yaml")
    let outcome = try check("repos/shop", ["--strict"])
    #expect(outcome.exitCode == 1)
    let finding = try #require(try findings(outcome)["relation-target-missing"])
    #expect(finding["line"] as? Int == 13)
    #expect(finding["help"] as? [String] == ["Change it to 'api:default/pay-v1'."])
    #expect(try findings(outcome).count == 1)
  }

  @Test func findsWhoStillRefersToAnEntityThatIsGone() throws {
    try folder.write(Self.api("pay-v2"), to: "repos/pay/catalog-info.yaml")
    let outcome = try check("repos/pay", ["--strict"])
    #expect(outcome.exitCode == 1)
    let finding = try #require(try findings(outcome)["entity-removed"])
    #expect(
      finding["summary"] as? String
        == "'api:default/pay-v1' is declared here no more, and an entity of another repository refers to it"
    )
    let notes = try #require(finding["notes"] as? [[String: Any]])
    #expect(
      notes.map { $0["text"] as? String }
        == ["'component:default/shop' has the relation 'consumesApi' to it"]
    )
  }

  @Test func letsAnEntityGoThatNobodyElseRefersTo() throws {
    // Its owner stands in its own spec: that relation goes with it.
    try folder.write(Self.api("pay-v1"), to: "repos/pay/catalog-info.yaml")
    #expect(try check("repos/pay", ["--strict"]).exitCode == 0)
  }

  @Test func findsAnEntityThatAnotherRepositoryHas() throws {
    try folder.write(Self.api("pay-v1"), to: "repos/shop/more/catalog-info.yaml")
    let finding = try #require(try findings(check("repos/shop"))["entity-duplicate"])
    #expect(
      finding["summary"] as? String
        == "'api:default/pay-v1' is in the portal already, from the repository 'pay'"
    )
  }

  @Test func takesTheNameThatThePortalHasForTheRepository() throws {
    try folder.write(Self.shop(consumes: "pay-v1"), to: "checkout/catalog-info.yaml")
    try folder.write("# Shop\n", to: "checkout/docs/index.md")
    let unnamed = try check("checkout")
    #expect(unnamed.exitCode == 1)
    #expect(unnamed.errors.contains("The portal has nothing from a repository 'checkout'."))
    let named = try check("checkout", ["--name", "shop", "--strict"])
    #expect(named.exitCode == 0, "\(named.output)")
  }

  @Test func takesThePortalFromTheSiteFile() throws {
    try folder.write("check: {portal: dist}\n", to: "site.yaml")
    let outcome = try BuiltProduct.run(["check", "--repo", "repos/pay"], in: folder)
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.contains("in 1 repository: 0 errors, 0 warnings"), "\(outcome.errors)")
  }

  @Test func looksForDescriptorsWhereThePortalHasFoundThem() throws {
    try folder.remove("repos/pay")
    try folder.write([
      "repos/pay/meta/apis.yaml": Self.api("pay-v1"),
      "site.yaml": """
      sources:
        - {path: repos/shop}
        - {path: repos/pay, descriptors: [meta/*.yaml]}
      """,
    ])
    #expect(try BuiltProduct.run(["build", "--strict"], in: folder).exitCode == 0)
    let outcome = try check("repos/pay", ["--strict"])
    #expect(outcome.exitCode == 0, "\(outcome.output)")
  }

  @Test func leavesOtherRepositoriesInTheBaseline() throws {
    try folder.write(
      "{\"id\":\"docs-empty\",\"repository\":\"pay\",\"path\":\"a\",\"fingerprint\":\"0\"}\n",
      to: "known.ndjson"
    )
    try folder.write(Self.shop(consumes: "pay-v3"), to: "repos/shop/catalog-info.yaml")
    let outcome = try check("repos/shop", ["--baseline", "known.ndjson", "--update-baseline"])
    #expect(outcome.exitCode == 0)
    #expect(!outcome.errors.contains("mended"))
    #expect(
      try folder.text(of: "known.ndjson").matches(of: /"id":"([a-z-]+)"/).map { String($0.1) }
        == ["docs-empty", "relation-target-missing"]
    )
  }

  @Test func saysWhatIsMissing() throws {
    let noPortal = try BuiltProduct.run(["check", "--repo", "repos/pay"], in: folder)
    #expect(noPortal.exitCode == 2)
    #expect(noPortal.errors.contains("--portal"))
    #expect(try check("repos/pay", portal: "repos").exitCode == 2)
    #expect(try check("repos/none").exitCode == 2)
    let noRepository = try BuiltProduct.run(["check", "--portal", "dist"], in: folder)
    #expect(noRepository.exitCode == 64)
  }
}

/// The same over the web.
@Suite(.enabled(if: PortalServer.python != nil, "python3 is not installed"))
struct PortalOverHTTPTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write([
      "site.yaml": "sources: [{path: pay}]\n",
      "pay/catalog-info.yaml": """
      apiVersion: backstage.io/v1alpha1
      kind: Group
      metadata: {name: payers}
      spec: {type: team, children: []}
      """,
      "shop/catalog-info.yaml": """
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata: {name: shop}
      spec: {type: website, lifecycle: production, owner: payers}
      """,
    ])
    let built = try BuiltProduct.run(["build", "--quiet"], in: folder)
    try #require(built.exitCode == 0, "\(built.errors)")
  }

  private func check(
    _ portal: String,
    _ arguments: [String] = []
  ) throws -> Command.Outcome {
    try BuiltProduct.run(
      ["check", "--strict", "--quiet", "--repo", "shop", "--portal", portal] + arguments,
      in: folder,
      environment: ["no_proxy": "127.0.0.1"]
    )
  }

  @Test func readsOnlyWhatIsNeeded() throws {
    let server = try PortalServer(folder: "\(folder.path)/dist")
    let outcome = try check(server.address)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(try server.requests() == ["/api/v1/index.json", "/api/v1/refs/1.json"])
  }

  @Test func readsAPortalBelowAPathAndTheFolderOfItsJSON() throws {
    let server = try PortalServer(folder: folder.path)
    for address in ["dist", "dist/", "dist/index.html", "dist/?q=1#top", "dist/api/v1"] {
      let outcome = try check("\(server.address)/\(address)")
      #expect(outcome.exitCode == 0, "\(address): \(outcome.errors)")
    }
  }

  @Test func saysWhyAPortalCannotBeRead() throws {
    let server = try PortalServer(folder: "\(folder.path)/dist")
    for (path, reason) in [
      ("none/", "holds no catalog that Callboard published"),
      ("broken/", "the server answered with status 503"),
      ("text/", "is no JSON"),
      ("moved/", "rotocol"),
    ] {
      let outcome = try check("\(server.address)/\(path)")
      #expect(outcome.exitCode == 2, "\(path)")
      #expect(outcome.errors.contains(reason), "\(path): \(outcome.errors)")
      #expect(outcome.errors.contains("help: "), "\(path)")
    }
  }

  @Test func waitsNoLongerThanItWasTold() throws {
    let server = try PortalServer(folder: "\(folder.path)/dist")
    let outcome = try check("\(server.address)/slow/", ["--portal-timeout", "1"])
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("the server gave no whole answer within 1 s"))
  }

  @Test func refusesAddressesThatAreNone() throws {
    for address in ["http://", "https:///x", "http://user:secret@127.0.0.1/"] {
      let outcome = try check(address)
      #expect(outcome.exitCode == 2)
      #expect(outcome.errors.contains("is no address of a portal"), "\(address)")
    }
    // Nothing else is a web address, so it is a folder that is not there.
    #expect(try check("file:///etc").errors.contains("holds no catalog"))
  }
}
