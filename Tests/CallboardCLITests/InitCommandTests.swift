import CallboardTestSupport
import Testing

@Suite struct InitCommandTests {
  @Test func writesAFileThatBuilds() throws {
    let folder = try TemporaryFolder()
    try folder.write("# Hello\n", to: "repos/one/README.md")
    #expect(try BuiltProduct.run(["init"], in: folder).exitCode == 0)
    #expect(try folder.text(of: "site.yaml").contains("path: repos/*"))
    #expect(try BuiltProduct.run(["build"], in: folder).exitCode == 0)
  }

  @Test func leavesAnExistingFileAlone() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "site.yaml")
    let outcome = try BuiltProduct.run(["init"], in: folder)
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("--force"))
    #expect(try folder.text(of: "site.yaml") == "mine")
  }

  @Test func takesOverLocationsAndRulesOfBackstage() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      app:
        title: Acme & Co
      catalog:
        rules:
          - allow: [Component, System]
          - allow: [System, Group]
        locations:
          - type: url
            target: https://github.example/acme/shop/blob/main/catalog-info.yaml
            rules:
              - allow: [User]
          - type: file
            target: ../../examples/entities.yaml
          - type: aws-s3
      """,
      to: "app-config.yaml"
    )
    let outcome = try BuiltProduct.run(["init", "--from", "app-config.yaml"], in: folder)
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.contains("app-config.yaml:14:7"))
    let text = try folder.text(of: "site.yaml")
    #expect(text.contains("title: \"Acme & Co\""))
    #expect(text.contains("- git: \"https://github.example/acme/shop.git\"\n    ref: main"))
    #expect(text.contains("- path: \"../../examples\""))
    #expect(text.contains("- allow: [Component, System, Group]"))
    #expect(
      text.contains(
        "- allow: [User]\n      repositories: [shop]\n      paths: [catalog-info.yaml]"
      )
    )
  }
}
