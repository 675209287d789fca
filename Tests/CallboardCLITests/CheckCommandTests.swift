import CallboardTestSupport
import Foundation
import Testing

/// Formats, rules and the baseline, with the real binary.
@Suite struct CheckCommandTests {
  private let folder: TemporaryFolder

  /// A repository with a warning and an error.
  init() throws {
    folder = try TemporaryFolder()
    try folder.write([
      "site.yaml": "sources: [{path: shop}]\n",
      "shop/catalog-info.yaml": Self.descriptor(owner: "sellers"),
      "shop/bad/catalog-info.yaml": "kind: [\n",
    ])
  }

  private static func descriptor(owner: String) -> String {
    """
    apiVersion: backstage.io/v1alpha1
    kind: Component
    metadata: {name: shop}
    spec: {type: website, lifecycle: production, owner: \(owner)}

    """
  }

  private func run(_ arguments: String...) throws -> Command.Outcome {
    try BuiltProduct.run(arguments, in: folder)
  }

  private func closingLine(_ outcome: Command.Outcome) -> String {
    String(outcome.errors.split(separator: "\n").last ?? "")
  }

  @Test func printsEveryFormToStandardOutput() throws {
    for (format, beginning) in [
      ("text", "error: "), ("json", "{\"id\":"), ("sarif", "{\"$schema\":"),
      ("github", "::error file=shop/bad/catalog-info.yaml,line=2,col=1"),
      ("gitlab", "[{\"description\":"), ("junit", "<?xml "),
    ] {
      for command in ["check", "build"] where command == "check" || format != "text" {
        let outcome = try run(command, "--format", format)
        #expect(outcome.exitCode == 1, "\(command) \(format)")
        #expect(outcome.output.hasPrefix(beginning), "\(command) \(format): \(outcome.output)")
      }
    }
    #expect(try run("check", "--format", "html").exitCode == 64)
  }

  @Test func writesReportsBesideWhatItPrints() throws {
    let outcome = try run("check", "--report", "sarif=a.sarif", "--report", "junit=b.xml", "-q")
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.hasPrefix("error: "))
    #expect(try folder.text(of: "a.sarif").contains("\"fullDescription\""))
    #expect(try folder.text(of: "b.xml").hasPrefix("<?xml "))
    #expect(try run("check", "--report", "sarif").exitCode == 64)
    #expect(try run("check", "--report", "sarif=none/a.sarif").exitCode == 2)
  }

  @Test func marksAsFailedWhatMakesItFail() throws {
    #expect(try run("check", "--format", "junit").output.contains(" failures=\"1\""))
    #expect(try run("check", "--format", "junit", "--strict").output.contains(" failures=\"2\""))
    #expect(
      try run("check", "--format", "junit", "--fail-on", "never").output.contains(" failures=\"0\"")
    )
  }

  @Test func judgesByTheRulesOfTheSiteEverywhere() throws {
    try folder.remove("shop/bad")
    try folder.write(
      "sources: [{path: shop}]\ncheck: {rules: {relation-target-missing: error}}\n",
      to: "site.yaml"
    )
    #expect(try run("check").exitCode == 1)
    #expect(try run("build").exitCode == 1)
    #expect(try folder.text(of: "dist/api/v1/problems.json").contains("\"severity\":\"error\""))
    try folder.write(
      "sources: [{path: shop}]\ncheck: {rules: {relation-target-missing: off}}\n",
      to: "site.yaml"
    )
    #expect(try run("check", "--strict").output.isEmpty)
    #expect(try run("build", "--strict").exitCode == 0)
    #expect(try folder.text(of: "dist/api/v1/problems.json").contains("\"problems\":[]"))
  }

  @Test func judgesNoticesOnPagesByTheRules() throws {
    try folder.write([
      "shop/catalog-info.yaml": Self.descriptor(owner: "sellers")
        .replacing(
          "name: shop",
          with: "name: shop, annotations: {backstage.io/techdocs-ref: 'dir:.'}"
        ),
      "shop/docs/index.md": "# Shop\n\nSee [this](nowhere.md).\n",
    ])
    let page = "dist/docs/default/component/shop/index.html"
    _ = try run("build")
    #expect(try folder.text(of: page).contains("link-target-missing"))
    try folder.write(
      "sources: [{path: shop}]\ncheck: {rules: {link-target-missing: off}}\n",
      to: "site.yaml"
    )
    _ = try run("build")
    #expect(try !folder.text(of: page).contains("link-target-missing"))
  }

  @Test func refusesRulesThatItDoesNotKnow() throws {
    try folder.write(
      "sources: [{path: shop}]\ncheck: {rules: {relation-target-mising: off}}\n",
      to: "site.yaml"
    )
    let outcome = try run("check")
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("Change it to 'relation-target-missing'."))
  }

  @Test func startsWithABaselineAndShrinksIt() throws {
    #expect(try run("check", "--strict", "--baseline", "known.ndjson").exitCode == 2)
    let first = try run("check", "--strict", "--baseline", "known.ndjson", "--update-baseline")
    #expect(first.exitCode == 0)
    #expect(first.output.isEmpty)
    #expect(closingLine(first).contains(": 0 errors, 0 warnings, 2 known ("))
    #expect(try folder.text(of: "known.ndjson").split(separator: "\n").count == 2)

    // The lines move, one fault is mended, and one is new.
    try folder.remove("shop/bad")
    try folder.write("# new\n\n" + Self.descriptor(owner: "sellers"), to: "shop/catalog-info.yaml")
    try folder.write("kind: [\n", to: "shop/worse/catalog-info.yaml")
    try folder.write(
      "sources: [{path: shop}]\ncheck: {baseline: known.ndjson}\n",
      to: "site.yaml"
    )
    for command in ["check", "build"] {
      let second = try run(command)
      #expect(second.exitCode == 1)
      #expect(closingLine(second).contains(": 1 error, 0 warnings, 1 known ("), "\(second.errors)")
      #expect(second.errors.contains(" in shop:bad/catalog-info.yaml\n"))
      #expect(second.errors.contains("--update-baseline"))
    }
    #expect(try folder.text(of: "dist/api/v1/problems.json").contains("relation-target-missing"))

    try folder.remove("shop/worse")
    #expect(try run("check", "--strict", "--update-baseline").exitCode == 0)
    let lines = try folder.text(of: "known.ndjson").split(separator: "\n")
    #expect(lines.count == 1)
    #expect(
      lines.first?.hasPrefix("{\"id\":\"relation-target-missing\",\"repository\":\"shop\"") == true
    )
    #expect(try run("check", "--strict").exitCode == 0)
  }

  @Test func refusesABaselineThatIsNone() throws {
    try folder.write("<<<<<<< HEAD\n", to: "known.ndjson")
    let outcome = try run("check", "--baseline", "known.ndjson")
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("line 1 is not an entry"))
    #expect(try run("check", "--update-baseline").exitCode == 2)
  }
}
